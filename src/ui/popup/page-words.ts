/** What the popup says of the page behind it when it has no papers to show. */
import { siteName } from '../../core/catalog.ts';
import type { PageReport } from '../../core/messages.ts';

export interface PageWords {
  text: string;
  more?: string;
  /** Offer listings to go to. */
  listings?: boolean;
  /** Offer the options. */
  options?: boolean;
}

/** @param report undefined: no content script answered. */
export function pageWords(report: PageReport | undefined): PageWords {
  if (!report) {
    return {
      text: 'There is no page here that Manicule can read.',
      more: 'Go to one of these, or open any page that links to papers.',
      listings: true,
    };
  }
  if (report.state === 'reading') return { text: 'Reading this page…' };
  if (report.state === 'off') {
    return {
      text: report.problem ?? `Manicule is switched off on ${siteName(report.site)}.`,
      more: 'Your library is here all the same.',
      options: true,
    };
  }
  if (report.state === 'layout-changed') {
    const about = report.expected === undefined ? '' : ` of about ${report.expected}`;
    return {
      text: report.problem ?? `This page's layout changed; ${report.read}${about} entries read.`,
      more: 'Nothing on the page was touched, and everything you saved is here.',
    };
  }
  if (report.anyPage) return { text: 'No links to papers on this page.', listings: true };
  return { text: report.problem ?? 'No papers on this page.' };
}

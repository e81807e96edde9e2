/** What the popup says of the page behind it when it has no papers to show. */
import { siteName } from '../../core/catalog.ts';
import type { PageReport } from '../../core/messages.ts';
import { say, sayMany } from '../../core/say.ts';

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
      text: say('popupNoPage'),
      more: say('popupNoPageHint'),
      listings: true,
    };
  }
  if (report.state === 'reading') return { text: say('popupReading') };
  if (report.state === 'off') {
    return {
      text: report.problem ?? say('popupOff', siteName(report.site)),
      more: say('popupOffHint'),
      options: true,
    };
  }
  if (report.state === 'layout-changed') {
    const { read, expected, problem } = report;
    const words =
      expected === undefined
        ? sayMany('popupLayoutChanged', read)
        : sayMany('popupLayoutChangedOf', read, expected);
    return { text: problem ?? words, more: say('popupLayoutChangedHint') };
  }
  if (report.anyPage) return { text: say('popupNoLinks'), listings: true };
  return { text: report.problem ?? say('popupNoPapers') };
}

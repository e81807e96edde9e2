/** The page a review is of: what its content script read there. */
import { siteName } from '../../core/catalog.ts';
import type { PageReport } from '../../core/messages.ts';
import { sendToTab } from '../../platform/rpc.ts';
import type { Source } from './session.ts';

/** While the page is still reading it is asked again after this time, in ms; so many times at most. */
const AGAIN = 300;
const MOST = 30;

/** What a tab's page holds, once it has read all of it; undefined where no page answers or it has no papers. */
export async function reportOf(tab: number): Promise<PageReport | undefined> {
  let report: PageReport | undefined;
  for (let i = 0; i < MOST; i++) {
    report = await sendToTab(tab, 'tab.report', {});
    if (report?.state !== 'reading') break;
    await new Promise((later) => setTimeout(later, AGAIN));
  }
  return report && report.ids.length > 0 ? report : undefined;
}

/** How a page is named in a review: by its site, else by its host. */
export const sourceOf = ({ url, site }: PageReport): Source => ({ kind: 'page', url, name: siteName(site) });

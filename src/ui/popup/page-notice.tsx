/** Over the page's papers: how the page was read where that needs saying, and the offer to read it always. */
import type { PageReport } from '../../core/messages.ts';
import { say, sayMany } from '../../core/say.ts';
import type { PageState } from './page-link.ts';
import type { PopupState } from './state.ts';

async function copyReport({ link, steps }: PopupState): Promise<void> {
  try {
    await navigator.clipboard.writeText(await link.outline());
    steps.say(say('popupReportCopied'));
  } catch (error) {
    steps.fail(error);
  }
}

/** Copies what the page is made of, without its text; the reader decides what becomes of it. */
export function CopyReport({ state }: { state: PopupState }) {
  return (
    <button
      type="button"
      class="link"
      title={say('popupCopyReportHint')}
      onClick={() => void copyReport(state)}
    >
      {say('popupCopyReport')}
    </button>
  );
}

/** Something went wrong with reading, though it may have been mended. */
export const isOdd = (report: PageReport): boolean => report.problem !== undefined;

export function PageNotice({ page, state }: { page: PageState; state: PopupState }) {
  if (page.kind !== 'report') return null;
  const { report, access } = page;
  const offer = access && !access.always;
  if (!isOdd(report) && !offer) return null;
  return (
    <div class={isOdd(report) ? 'notice' : 'notice calm'}>
      {isOdd(report) ? (
        <>
          <span>{report.problem}</span> <CopyReport state={state} />
        </>
      ) : (
        <span>{report.anyPage ? sayMany('popupFoundByLink', report.ids.length) : say('popupReadOnce')}</span>
      )}
      {offer && (
        <button type="button" class="link" onClick={() => void state.link.always(access)}>
          {say('popupAlwaysRead', access.name)}
        </button>
      )}
    </div>
  );
}

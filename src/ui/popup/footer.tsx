/** Below the list: what becomes of it, and the way to the other pages. */
import { say } from '../../core/say.ts';
import { openPanel } from '../../platform/panel.ts';
import { openTab, ownPage, reviewPage } from '../../platform/tabs.ts';
import { ExportMenu } from '../shared/export-menu.tsx';
import { Icon } from '../shared/icons.tsx';
import { OptionsButton } from '../shared/tool-buttons.tsx';
import type { PopupState } from './state.ts';

/** Opens a review: of the page's papers where it has some, else of what waits from the last days. */
export function openReview({ link, page, steps }: PopupState): void {
  const now = page.peek();
  const tab = now.kind === 'report' && now.report.ids.length > 0 ? link.tab : undefined;
  openTab(reviewPage(tab)).catch(steps.fail);
}

async function dock(state: PopupState): Promise<void> {
  try {
    await openPanel();
    close(); // a popup stays over the page it was to stand beside
  } catch (error) {
    state.steps.fail(error);
  }
}

const SCOPES = { page: 'popupScopePage', saved: 'popupScopeSaved', flagged: 'popupScopeFlagged' } as const;

export function Footer({ state, docked }: { state: PopupState; docked: boolean }) {
  return (
    <footer>
      <ExportMenu
        ids={state.shown.value}
        what={state.tab.value}
        label={say('commonExport')}
        scope={say(SCOPES[state.tab.value])}
        steps={state.steps}
        side="up"
      />
      <span class="space" />
      {!docked && (
        <button
          type="button"
          class="tool"
          aria-label={say('popupBeside')}
          title={say('popupBeside')}
          onClick={() => void dock(state)}
        >
          <Icon name="panel" />
        </button>
      )}
      <OptionsButton failed={state.steps.fail} />
      <button type="button" class="button" title={say('sharedReviewHint')} onClick={() => openReview(state)}>
        <Icon name="review" size={14} />
        {say('sharedReview')}
      </button>
      <button
        type="button"
        class="button"
        title={say('commonOpenLibrary')}
        onClick={() => void openTab(ownPage('library', state.query.peek())).catch(state.steps.fail)}
      >
        <Icon name="library" size={14} />
        {say('libraryHeading')}
      </button>
    </footer>
  );
}

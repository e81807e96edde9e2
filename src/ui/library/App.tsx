/** The library: facets on the left, papers in the middle, the paper on the right. */
import { useEffect } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { openTab, ownPage, reviewPage } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import { Help } from '../shared/help.tsx';
import { Icon } from '../shared/icons.tsx';
import { keyListener } from '../shared/keys.ts';
import { SearchField } from '../shared/search-field.tsx';
import { Toast } from '../shared/toast.tsx';
import { KeysButton, OptionsButton } from '../shared/tool-buttons.tsx';
import { Unreadable } from '../shared/unreadable.tsx';
import { CollectionsDialog } from './collections-asking.tsx';
import { CollectionsBar } from './collections-bar.tsx';
import { Detail } from './detail.tsx';
import { useRowDrag } from './drag.ts';
import { Duplicates } from './duplicates-button.tsx';
import { Facets } from './facets.tsx';
import { libraryKeys } from './library-keys.ts';
import { Papers } from './papers-pane.tsx';
import type { LibraryState } from './state.ts';
import { Toolbar } from './toolbar.tsx';
import { TrashPane } from './trash-facet.tsx';

const FIELDS = 'title: author: tag: collection: topic: note: year:2023..2025 is:flagged has:code';

const moreKeys = (): [string, string][] => [
  ['v Space', say('libraryKeySelect')],
  ['J K', say('libraryKeyExtend')],
  ['Ctrl+A', say('libraryKeyAll')],
  ['l', say('libraryKeyCollect')],
  ['Alt+↑ Alt+↓', say('libraryKeyMove')],
  ['1 2 3', say('libraryKeyPriority')],
  ['g l', say('libraryKeyReading')],
  ['Delete #', say('libraryTrashKeyDelete')],
  ['Ctrl+Shift+Z', say('libraryTrashKeyRedo')],
  ['g s', say('libraryKeyViews')],
  ['g r', say('sharedKeyReview')],
  ['g w', say('libraryKeyStats')],
];

export function App({ state }: { state: LibraryState }) {
  useEffect(() => {
    const listener = keyListener((action) => libraryKeys(action, state));
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [state]);
  useRowDrag(state);
  const trash = state.trash.open.value;
  const panes = `library${trash ? ' trash-open' : ''}${state.detailOpen.value ? ' detail-open' : ''}${state.facetsOpen.value ? ' facets-open' : ''}`;
  return (
    <div class={panes}>
      <header>
        <h1>
          <Hand state="saved" size={22} />
          {say('libraryHeading')}
        </h1>
        <button
          type="button"
          class="button only-narrow"
          aria-expanded={state.facetsOpen.value}
          onClick={() => {
            state.facetsOpen.value = !state.facetsOpen.value;
          }}
        >
          {say('libraryFilters')}
        </button>
        <SearchField
          query={state.query}
          label={say('librarySearch')}
          placeholder={say('librarySyntax', FIELDS)}
          focus
          onDown={() => state.cursor.to(state.cursor.index)}
          suggest={(field, typed) => state.finder.suggest(field, typed)}
        />
        <button
          type="button"
          class="button to-review"
          aria-label={say('sharedReview')}
          title={say('sharedReviewHint')}
          onClick={() => void openTab(reviewPage()).catch(state.steps.fail)}
        >
          <Icon name="review" size={14} />
          <span>{say('sharedReview')}</span>
        </button>
        <button
          type="button"
          class="tool"
          aria-label={say('libraryStats')}
          title={say('libraryStatsTitle')}
          onClick={() => void openTab(ownPage('stats')).catch(state.steps.fail)}
        >
          <Icon name="chart" />
        </button>
        <KeysButton open={state.helpOpen} />
        <OptionsButton failed={state.steps.fail} />
      </header>
      <Facets state={state} />
      <main aria-busy={state.finder.busy.value}>
        {trash ? (
          <TrashPane state={state} />
        ) : (
          <>
            <Toolbar state={state} />
            <CollectionsBar state={state} />
            <Unreadable papers={state.papers} />
            <Papers state={state} />
          </>
        )}
        <Toast steps={state.steps} />
      </main>
      {!trash && <Detail state={state} />}
      <Duplicates state={state} />
      <CollectionsDialog state={state} />
      <Help
        open={state.helpOpen.value}
        steps={state.steps}
        onClose={() => {
          state.helpOpen.value = false;
        }}
        more={moreKeys()}
      />
    </div>
  );
}

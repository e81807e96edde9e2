/** Above the rows: how many, what is selected, what to do with all of it. */
import { say, sayMany } from '../../core/say.ts';
import { ExportMenu } from '../shared/export-menu.tsx';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { NOTHING, selectAll } from '../shared/selection.ts';
import { papers as countOf } from '../shared/words.ts';
import type { LibraryState } from './state.ts';
import { TableButtons } from './table-buttons.tsx';
import { UndoList } from './undo-list.tsx';

const Bulk = later(() => import('./bulk.tsx').then((part) => part.Bulk), {
  frame: () => <div class="bulk" aria-busy="true" />,
  failed: ({ state }, error) => state.steps.fail(error),
  soon: true,
});

export function Toolbar({ state }: { state: LibraryState }) {
  const shown = state.shown.value;
  const selected = state.selected.value;
  const all = shown.length > 0 && selected.length === shown.length;
  return (
    <div class="toolbar" role="toolbar" aria-label={say('libraryShownAndSelected')}>
      <input
        type="checkbox"
        aria-label={say('librarySelectAll')}
        title={say('librarySelectAllHint')}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = selected.length > 0 && !all;
        }}
        disabled={shown.length === 0}
        onClick={() => {
          state.selection.value = all ? NOTHING : selectAll(shown);
        }}
      />
      <span class="how-many" aria-live="polite">
        {selected.length > 0
          ? sayMany('librarySelected', selected.length, shown.length)
          : countOf(shown.length)}
      </span>
      {selected.length > 0 && <Bulk state={state} />}
      <span class="space" />
      <UndoList steps={state.steps} />
      {state.table.fits.value && <TableButtons state={state} />}
      <button
        type="button"
        class="tool"
        aria-label={say('libraryOneLine')}
        title={say('libraryOneLine')}
        aria-pressed={state.dense.value}
        onClick={() => state.setDense(!state.dense.peek())}
      >
        <Icon name="rows" />
      </button>
      <button
        type="button"
        class="button only-narrow"
        aria-expanded={state.detailOpen.value}
        onClick={() => {
          state.detailOpen.value = !state.detailOpen.peek();
        }}
      >
        {say('libraryDetails')}
      </button>
      <ExportMenu
        ids={selected.length > 0 ? selected : shown}
        what={selected.length > 0 ? 'selection' : state.view.value}
        label={say(selected.length > 0 ? 'libraryExportSelected' : 'libraryExportShown')}
        scope={say(selected.length > 0 ? 'libraryScopeSelected' : 'libraryScopeShown')}
        byHand={state.hand.list.value !== undefined}
        steps={state.steps}
        align="end"
        everything
        scopes={() => import('./export-scopes.ts').then(({ scopesOf }) => scopesOf(state))}
      />
    </div>
  );
}

/** Keys of the library: the list as in mail, selection, editors in the detail. */

import type { PaperId } from '../../core/paper.ts';
import { openTab, ownPage, reviewPage } from '../../platform/tabs.ts';
import type { KeyAction } from '../shared/keys.ts';
import { listAction } from '../shared/list-keys.ts';
import { focusSearch } from '../shared/search-field.tsx';
import { extend, NOTHING, selectAll, toggle } from '../shared/selection.ts';
import { handKeys } from './reading-list.tsx';
import type { LibraryState, LibraryView } from './state.ts';

const VIEW_OF: Partial<Record<KeyAction, LibraryView>> = {
  'go-page': 'all',
  'go-saved': 'saved',
  'go-reading': 'reading',
  'go-flagged': 'flagged',
  'go-dismissed': 'dismissed',
};

function extendBy(state: LibraryState, by: number): void {
  const { cursor } = state;
  const from = cursor.id.peek();
  const shown = state.shown.peek();
  if (from === undefined) return;
  let selection = state.selection.peek();
  if (!selection.ids.has(from)) selection = toggle(selection, from);
  cursor.move(by);
  state.selection.value = extend(selection, shown[cursor.index] ?? from, shown);
}

/** Does what a key asks for; false when the browser should have it. */
export function libraryKeys(action: KeyAction, state: LibraryState): boolean {
  const view = VIEW_OF[action];
  if (view) {
    state.show(view);
    return true;
  }
  if (state.trash.open.peek()) {
    const done = state.trash.key(action);
    if (done !== undefined) return done;
  }
  if (handKeys(action, state)) return true;
  const id = state.cursor.id.peek();
  switch (action) {
    case 'trash': {
      const selected = state.selected.peek();
      if (id === undefined && selected.length === 0) return false;
      void state.acts.trash(selected.length > 0 ? selected : [id as PaperId]);
      return true;
    }
    case 'search':
      focusSearch();
      return true;
    case 'go-review':
      openTab(reviewPage()).catch(state.steps.fail);
      return true;
    case 'go-stats':
      openTab(ownPage('stats')).catch(state.steps.fail);
      return true;
    case 'help':
      state.helpOpen.value = true;
      return true;
    case 'note':
      state.editInDetail('note');
      return true;
    case 'tag':
      state.editInDetail('tags');
      return true;
    case 'select':
      if (id === undefined) return false;
      state.selection.value = toggle(state.selection.peek(), id);
      return true;
    case 'select-all':
      state.selection.value = selectAll(state.shown.peek());
      return true;
    case 'extend-next':
      extendBy(state, 1);
      return true;
    case 'extend-previous':
      extendBy(state, -1);
      return true;
    case 'escape':
      return leave(state);
    default:
  }
  return listAction(action, state.cursor, state.acts, state.shown.peek().length, state.selected.peek());
}

/** Esc: out of the detail, then out of the selection. */
function leave(state: LibraryState): boolean {
  if (document.activeElement?.closest('.detail') || state.detailOpen.peek()) {
    state.detailOpen.value = false;
    state.cursor.to(state.cursor.index);
    return true;
  }
  if (state.selection.peek().ids.size === 0) return false;
  state.selection.value = NOTHING;
  return true;
}

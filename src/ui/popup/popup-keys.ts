/** Keys of the popup. */
import { isRtl } from '../shared/direction.ts';
import type { KeyAction } from '../shared/keys.ts';
import { listAction } from '../shared/list-keys.ts';
import { focusSearch } from '../shared/search-field.tsx';
import { openReview } from './footer.tsx';
import type { PopupState, Tab } from './state.ts';

const TAB_OF: Partial<Record<KeyAction, Tab>> = {
  'tab-1': 'page',
  'tab-2': 'saved',
  'tab-3': 'flagged',
  'go-page': 'page',
  'go-saved': 'saved',
  'go-flagged': 'flagged',
};

/** Does what a key asks for; false when the browser should have it. */
export function popupKeys(action: KeyAction, state: PopupState): boolean {
  const tab = TAB_OF[action];
  if (tab) {
    state.showTab(tab);
    return true;
  }
  const id = state.cursor.id.peek();
  switch (action) {
    case 'tab-next':
      state.nextTab(isRtl() ? -1 : 1);
      return true;
    case 'tab-previous':
      state.nextTab(isRtl() ? 1 : -1);
      return true;
    case 'search':
      focusSearch();
      return true;
    case 'go-review':
      openReview(state);
      return true;
    case 'help':
      state.helpOpen.value = true;
      return true;
    case 'note':
    case 'tag':
      if (id === undefined) return false;
      state.acts.edit(id, action === 'note' ? 'note' : 'tags');
      return true;
    case 'previous':
      if (state.cursor.index === 0 && document.activeElement?.closest('[role=row]')) {
        focusSearch();
        return true;
      }
      break;
    case 'escape':
      if (!state.acts.editing.peek()) return false; // the browser closes the popup
      state.acts.closeEditor();
      return true;
    default:
  }
  return listAction(action, state.cursor, state.acts, state.shown.peek().length);
}

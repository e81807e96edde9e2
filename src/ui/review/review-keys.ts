/** Keys of a review. */
import { say } from '../../core/say.ts';
import { isRtl } from '../shared/direction.ts';
import { type KeyAction, keyListener, type Press, takesText } from '../shared/keys.ts';
import type { ReviewState } from './state.ts';

/** The sheet of keys. */
export const keySheet = (): [string, string][] => [
  [isRtl() ? 'Space j ←' : 'Space j →', say('reviewKeyNext')],
  [isRtl() ? 'k →' : 'k ←', say('reviewKeyBack')],
  ['s', say('reviewKeySave')],
  ['f', say('reviewKeyFlag')],
  ['x', say('reviewKeyDismiss')],
  ['t', say('sharedKeyTags')],
  ['n', say('sharedKeyNote')],
  ['r', say('sharedKeyStatus')],
  ['o Enter', say('sharedKeyOpen')],
  ['p', say('sharedKeyPdf')],
  ['c', say('sharedKeyCite')],
  ['u', say('reviewKeyUndo')],
  ['Esc', say('reviewKeyClose')],
  ['?', say('sharedKeyHelp')],
];

/** Whether the page can still be scrolled that way: an arrow reads on before it turns over. */
const canScroll = (down: boolean): boolean => {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  return down ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;
};

/** Does what a key asks for; false when the browser should have it. */
export function reviewKeys(action: KeyAction, state: ReviewState, key: string): boolean {
  switch (action) {
    case 'help':
      state.helpOpen.value = true;
      return true;
    case 'undo':
      void state.undo();
      return true;
    case 'next':
    case 'select': // space
      if (key === 'v' || (key === 'ArrowDown' && canScroll(true))) return false;
      return state.next() || key === ' ';
    case 'previous':
      if (key === 'ArrowUp' && canScroll(false)) return false;
      return state.back();
    case 'escape':
      if (state.acts.editing.peek()) state.acts.closeEditor();
      else if (state.id.peek() === undefined) return false;
      else state.end();
      return true;
    case 'save':
    case 'flag':
    case 'dismiss':
      return state.decide(action);
    default:
  }
  const id = state.id.peek();
  if (id === undefined) return false;
  switch (action) {
    case 'note':
    case 'tag':
      state.acts.edit(id, action === 'note' ? 'note' : 'tags');
      return true;
    case 'open':
      state.acts.open(id);
      return true;
    case 'pdf':
      state.acts.openPdf(id);
      return true;
    case 'status':
      void state.acts.nextStatus([id]);
      return true;
    case 'cite':
      void state.acts.cite(id);
      return true;
    default:
      return false;
  }
}

/** The arrows that lists have no use for: right and left turn over, the other way round where `rtl` is read. */
export function arrowOf({ key, ctrl, alt, shift }: Press, rtl = false): 'next' | 'previous' | undefined {
  if (ctrl || alt || shift || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return undefined;
  return (key === 'ArrowRight') !== rtl ? 'next' : 'previous';
}

/** The listener for `keydown` on the page. */
export function reviewListener(state: ReviewState): (event: KeyboardEvent) => void {
  const others = keyListener((action, event) => reviewKeys(action, state, event.key));
  return (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const { key, altKey: alt, shiftKey: shift } = event;
    const arrow = arrowOf({ key, alt, shift, ctrl: event.ctrlKey || event.metaKey }, isRtl());
    if (!arrow) others(event);
    else if (!takesText(event.target) && reviewKeys(arrow, state, key)) event.preventDefault();
  };
}

/** Which key does what: the same in popup and library, as in pages. Pure, so that help and tests read the same table. */

export type KeyAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'extend-next'
  | 'extend-previous'
  | 'save'
  | 'flag'
  | 'dismiss'
  | 'open'
  | 'pdf'
  | 'note'
  | 'tag'
  | 'status'
  | 'cite'
  | 'show'
  | 'undo'
  | 'redo'
  | 'trash'
  | 'search'
  | 'help'
  | 'escape'
  | 'select'
  | 'select-all'
  | 'tab-1'
  | 'tab-2'
  | 'tab-3'
  | 'tab-next'
  | 'tab-previous'
  | 'go-page'
  | 'go-saved'
  | 'go-flagged'
  | 'go-dismissed'
  | 'go-review'
  | 'go-stats'
  | 'go-reading'
  | 'collect'
  | 'move-up'
  | 'move-down'
  | 'wait';

const PLAIN: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  J: 'extend-next',
  K: 'extend-previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  s: 'save',
  f: 'flag',
  x: 'dismiss',
  o: 'open',
  Enter: 'open',
  p: 'pdf',
  n: 'note',
  t: 'tag',
  l: 'collect',
  r: 'status',
  c: 'cite',
  w: 'show',
  u: 'undo',
  Delete: 'trash',
  '#': 'trash',
  '/': 'search',
  '?': 'help',
  Escape: 'escape',
  v: 'select',
  ' ': 'select',
  '1': 'tab-1',
  '2': 'tab-2',
  '3': 'tab-3',
  g: 'wait',
};

const AFTER_G: Readonly<Record<string, KeyAction>> = {
  p: 'go-page',
  s: 'go-saved',
  f: 'go-flagged',
  d: 'go-dismissed',
  r: 'go-review',
  w: 'go-stats',
  l: 'go-reading',
};

const WITH_ALT: Readonly<Record<string, KeyAction>> = { ArrowUp: 'move-up', ArrowDown: 'move-down' };

export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

/**
 * What a key press asks for; undefined when it is not ours.
 * @param pending the press before was `g`.
 */
export function actionOf(press: Press, pending = false): KeyAction | undefined {
  const { key, ctrl, alt, shift } = press;
  if (alt) return ctrl || shift ? undefined : WITH_ALT[key];
  if (ctrl) {
    if (key === 'ArrowRight') return 'tab-next';
    if (key === 'ArrowLeft') return 'tab-previous';
    if (key === 'a') return 'select-all';
    if (key.toLowerCase() === 'z') return shift ? 'redo' : 'undo';
    if (key === 'y') return 'redo';
    return undefined;
  }
  if (pending) return AFTER_G[key];
  if (shift && key === 'ArrowDown') return 'extend-next';
  if (shift && key === 'ArrowUp') return 'extend-previous';
  return PLAIN[key];
}

/** Whether typing belongs to the element: every key but Escape is then its own. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}

/** Whether the element itself answers Enter and Space. */
export const takesPress = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button,a,summary,input,[role=menuitem],[role=tab]') !== null;

const PENDING_MS = 1_000;

/** A listener for `keydown` on a page that calls `act`; it returns false for what it does not do here. */
export function keyListener(
  act: (action: KeyAction, event: KeyboardEvent) => boolean,
): (event: KeyboardEvent) => void {
  let pendingUntil = 0;
  return (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    // what lies under a sheet cannot be seen: a key pressed there means the sheet, Esc too
    if (document.querySelector('dialog[open]')) return;
    const text = takesText(event.target);
    if (text && event.key !== 'Escape') return;
    if ((event.key === 'Enter' || event.key === ' ') && takesPress(event.target)) return;
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      shift: event.shiftKey,
    };
    const action = actionOf(press, event.timeStamp < pendingUntil);
    pendingUntil = action === 'wait' ? event.timeStamp + PENDING_MS : 0;
    if (action && action !== 'wait' && act(action, event)) event.preventDefault();
  };
}

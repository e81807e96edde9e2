/**
 * What lies over the page and has the focus while it is open: closed by its button and by Esc, also where the keys of
 * pages are switched off, it gives the focus back to where it was. Part of the cards script.
 */
import { say } from '../core/say.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';
import type { MarkView } from './mark-view.ts';

export interface Dialog {
  element: HTMLElement;
  /** Once: whatever closed it. */
  close(): void;
}

/** A button that closes what it is in. */
export function closeButton(close: () => void): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'close', 'aria-label': say('pageClose'), title: say('pageCloseKey') },
    '×',
  );
  button.addEventListener('click', close);
  return button;
}

/**
 * Opens one, empty; `element` is to be filled, put in its place, and focused.
 * @param opener the mark it was opened from, if any: focus in a closed tree is known to that tree alone
 * @param closed called when it closes
 */
export function openDialog(
  layer: Layer,
  className: string,
  name: string,
  opener: MarkView | undefined,
  closed: () => void,
): Dialog {
  const before = opener?.focused ?? layer.root.activeElement ?? document.activeElement;
  const element = el('div', { class: className, role: 'dialog', 'aria-label': name, tabindex: '-1' });
  const close = () => {
    if (!element.isConnected) return;
    // what the reader went on to keeps the focus
    const had = layer.root.activeElement !== null;
    element.remove();
    if (had && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    closed();
  };
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  layer.root.append(element);
  return { element, close };
}

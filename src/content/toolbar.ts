/** The number on the toolbar button: new flagged entries of the page. */
import { send } from '../platform/rpc.ts';
import type { PageModel } from './model.ts';

/**
 * Keeps the number right until `signal` ends, and leaves none behind; sends only when it changes. A browser takes it off
 * itself when the tab goes to another page, and does not put it back with a page it had kept.
 */
export function countOnButton(model: PageModel, signal: AbortSignal): void {
  let shown = 0;
  const show = (count: number) => {
    if (count === shown) return;
    shown = count;
    send('badge.set', { count }).catch(() => undefined); // only a number on a button
  };
  const tell = () => show(signal.aborted ? 0 : model.counts().freshFlagged);
  model.onChange(tell);
  signal.addEventListener('abort', tell, { once: true });
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      shown = 0;
      tell();
    },
    { signal },
  );
}

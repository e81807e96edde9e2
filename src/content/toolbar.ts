/** The number on the toolbar button: new flagged entries of the page. */
import { send } from '../platform/rpc.ts';
import type { PageModel } from './model.ts';

/** Keeps the number right; sends only when it changes. */
export function countOnButton(model: PageModel): void {
  let shown = -1;
  model.onChange(() => {
    const count = model.counts().freshFlagged;
    if (count === shown) return;
    shown = count;
    send('badge.set', { count }).catch(() => undefined); // only a number on a button
  });
}

/** Whether the page's first list is on the screen: what nobody sees before is drawn after it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';

const state = signal(false);

export const painted: ReadonlySignal<boolean> = state;

/** A tab behind others gets no frames: it goes on all the same. */
const NO_FRAME_MS = 250;

/** Resolves in a task after the frame that is drawn next. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, NO_FRAME_MS);
  });

/**
 * To be called when the first list was put into the tree; resolves after the frame it was painted in. What waits for that
 * begins in the task after: by then whoever called has asked for what takes longest.
 */
export async function nowPainted(): Promise<void> {
  await nextFrame();
  setTimeout(() => {
    state.value = true;
  }, 0);
}

/** Calls `begin` once the page is painted. */
export function whenPainted(begin: () => void): void {
  const stop = effect(() => {
    if (!painted.value) return;
    // the second time this runs there is nothing left to follow
    queueMicrotask(() => stop());
    begin();
  });
}

/** Longest that a moment without other work is waited for, in ms. */
const BUSY_MS = 1_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Does `piece` once the page is painted and has nothing else to do, after all pieces that were given before: each is a
 * task of its own, none of them the reader waits for.
 */
export function soon(piece: () => Promise<unknown>): void {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: BUSY_MS }));
  whenPainted(() => {
    last = last
      .then(idle)
      .then(piece)
      .catch(() => undefined); // told to who asks for it
  });
}

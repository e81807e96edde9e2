/** Whether the page's first list is on the screen: what nobody sees before is drawn after it. */
import { type ReadonlySignal, signal } from '@preact/signals';

const state = signal(false);

export const painted: ReadonlySignal<boolean> = state;

/** A tab behind others gets no frames: it goes on all the same. */
const NO_FRAME_MS = 250;

/** To be called when the first list was put into the tree; resolves after the frame it was painted in. */
export async function nowPainted(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, NO_FRAME_MS);
  });
  state.value = true;
}

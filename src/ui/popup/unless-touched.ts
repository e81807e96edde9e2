/** Whether the reader has begun something by the time something else is done. */

/** Resolves after `done`: true when no key, pointer or wheel was used meanwhile. */
export async function unlessTouched(done: Promise<unknown>): Promise<boolean> {
  let touched = false;
  const touch = () => {
    touched = true;
  };
  for (const event of ['keydown', 'pointerdown', 'wheel']) {
    addEventListener(event, touch, { once: true, capture: true, passive: true });
  }
  await done;
  return !touched;
}

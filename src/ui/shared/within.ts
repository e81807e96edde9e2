/** Waiting, but not for long. */

/** How long the first paint waits for the list, in ms: as a rule both are there at once then, and drawn once. */
export const FRAME_WAIT = 30;

/** Resolves when `done` does, or after `ms`; never rejects. */
export const within = (ms: number, done: Promise<unknown>): Promise<void> =>
  Promise.race([done, new Promise((resolve) => setTimeout(resolve, ms))]).then(
    () => undefined,
    () => undefined,
  );

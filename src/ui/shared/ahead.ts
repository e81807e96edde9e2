/** Work that mostly waits, several pieces at a time. */

/** `all` in parts of at most `size`. */
export function* slices<T>(all: readonly T[], size: number): Generator<readonly T[], void> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/**
 * What `work` makes of each of `items`, in their order; `many` of them are under way at once.
 * @throws what `work` or `items` throw, when all that is under way has ended; so it does too where the caller stops
 */
export async function* ahead<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  many: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const coming: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const one = work(item);
      one.catch(() => undefined); // awaited in its turn
      coming.push(one);
      if (coming.length === many) yield await (coming.shift() as Promise<R>);
    }
    while (coming.length > 0) yield await (coming.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(coming);
  }
}

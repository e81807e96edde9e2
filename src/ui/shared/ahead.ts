/** Work that mostly waits, several pieces at a time. */

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

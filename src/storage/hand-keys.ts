/** Index entries of lists that the reader orders by hand: sorted, they are the list. Pure. */
import { collectionsOf, isDismissed, type Mark } from '../core/mark.ts';
import { isToBeRead, READING, readingKey } from '../core/reading.ts';

/** Stands for a missing order key: greater than any. */
const LAST = '~';

/** What a mark adds to the indexes of these lists; dismissed papers are in none. */
export function handEntries(mark: Mark): { inCollections?: string[]; reading?: string } {
  if (isDismissed(mark)) return {};
  const entries = collectionsOf(mark).map((id) => `${id}\t${mark.places?.[id]?.value || LAST}`);
  entries.sort(); // so that equal marks are stored alike, whatever was put in first
  return {
    ...(entries.length > 0 ? { inCollections: entries } : {}),
    ...(isToBeRead(mark) ? { reading: readingKey(mark) } : {}),
  };
}

/** Every entry of one collection; `placed`: of papers with an order key only. */
export const entriesOf = (collection: string, placed = false): IDBKeyRange =>
  IDBKeyRange.bound(`${collection}\t`, `${collection}\t${LAST}`, false, placed);

/** The order key within an entry of a collection. */
export const keyOfEntry = (entry: string): string => entry.slice(entry.indexOf('\t') + 1);

/** The order key of a paper in a list; '' where it has none. */
export const keyIn = (mark: Mark | undefined, list: string): string => mark?.places?.[list]?.value ?? '';

export { READING };

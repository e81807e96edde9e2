/** Which rows the reader sees, by a handful of layout reads instead of one for each. */
import type { Row } from './model.ts';

/** First index from which `is` holds, for a list in which it never stops holding; the length when it never does. */
export function firstWhere<T>(list: readonly T[], is: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** [first, end) of the rows in view; rows stand in document order, which is top to bottom. */
export function rowsInView(rows: readonly Row[]): [number, number] {
  const from = firstWhere(rows, ({ item }) => item.getBoundingClientRect().bottom > 0);
  const to = firstWhere(rows, ({ item }) => item.getBoundingClientRect().top > window.innerHeight);
  return [Math.min(from, to), to];
}

/** From a row to the nearer of its neighbours above and below, in px; Infinity where it has none, or they stand beside it. */
export function pitchAt(rows: readonly Row[], row: Row): number {
  const at = rows.indexOf(row);
  const { top } = row.item.getBoundingClientRect();
  const to = (other: Row | undefined): number =>
    (other && !other.hidden && Math.abs(other.item.getBoundingClientRect().top - top)) ||
    Number.POSITIVE_INFINITY;
  return Math.min(to(rows[at - 1]), to(rows[at + 1]));
}

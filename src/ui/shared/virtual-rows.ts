/** Which rows of a long list are in view: all have one height but one, so that places are reckoned and none is stored. */

export interface RowHeights {
  count: number;
  /** Px. */
  height: number;
  /** The row that is taller, and by how much. */
  open?: { index: number; by: number } | undefined;
}

/** A row's place, in px from the list's beginning. */
export interface VirtualRow {
  index: number;
  start: number;
  size: number;
}

/** Px the list scrolls through, and how much of it is seen. */
export interface View {
  offset: number;
  size: number;
}

const grown = ({ open, count }: RowHeights): number => (open && open.index < count ? open.by : 0);

/** Height of all rows. */
export const totalSize = (rows: RowHeights): number => rows.count * rows.height + grown(rows);

/** The place of row `index`. */
export function placeOf({ height, open }: RowHeights, index: number): VirtualRow {
  const start = index * height + (open && open.index < index ? open.by : 0);
  return { index, start, size: height + (open?.index === index ? open.by : 0) };
}

/** The row that lies at a height; beyond the ends, a number outside of the list. */
function rowAt({ height, open }: RowHeights, at: number): number {
  if (!open || at < (open.index + 1) * height) return Math.floor(at / height);
  return Math.max(open.index, Math.floor((at - open.by) / height));
}

/**
 * The numbers of the first and last row in view, `more` on either side; last < first: there is none. A list that became
 * shorter than it is scrolled shows its end.
 */
export function range(rows: RowHeights, { offset, size }: View, more: number): [first: number, last: number] {
  const top = Math.max(0, Math.min(offset, totalSize(rows) - size));
  const first = rowAt(rows, top);
  const last = Math.max(first, rowAt(rows, top + size - 0.001));
  return [Math.max(0, first - more), Math.min(rows.count - 1, last + more)];
}

/**
 * Where to scroll so that row `index` is whole in view, as little as that takes; undefined: it is.
 * @param padEnd px at the end of the view that are no place for a row.
 */
export function offsetFor(rows: RowHeights, view: View, index: number, padEnd: number): number | undefined {
  const { start, size } = placeOf(rows, index);
  if (start + size > view.offset + view.size - padEnd) return start + size + padEnd - view.size;
  return start < view.offset ? start : undefined;
}

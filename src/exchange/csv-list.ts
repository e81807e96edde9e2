/** Lists in one cell of our own CSV: joined by "; ", an item that this would cut in quotes as a cell is. */

/** What would be cut, or be taken for a quoted item. */
const AMBIGUOUS = /;|^"/;
/** Sticky: a quoted item with what separates it from the next. */
const QUOTED = /\s*"((?:[^"]|"")*)"\s*(?:;|$)/y;

export const joinItems = (items: readonly string[]): string =>
  items.map((item) => (AMBIGUOUS.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('; ');

/** The items of such a cell. A quote that never closes, as where a cell was cut, is an ordinary sign. */
export function itemsIn(cell: string): string[] {
  const items: string[] = [];
  for (let at = 0; at < cell.length; ) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(cell);
    if (quoted) {
      items.push((quoted[1] ?? '').replaceAll('""', '"'));
      at = QUOTED.lastIndex;
      continue;
    }
    const end = cell.indexOf(';', at);
    items.push(cell.slice(at, end < 0 ? undefined : end));
    at = end < 0 ? cell.length : end + 1;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/**
 * Rows that come into view take over the elements of rows that went: to fill in other words costs a fraction of building
 * the row anew, and while one types every key brings other rows.
 */
import { useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';

/**
 * For each of `ids` the key of its element: the one it had, else one of a row that went, else a new one.
 * @param before keys of the rows that are drawn
 * @param kept a row whose element nobody else gets: it has the focus or an editor
 */
export function rowKeys(
  before: ReadonlyMap<PaperId, number>,
  ids: readonly PaperId[],
  kept?: PaperId,
): Map<PaperId, number> {
  const staying = new Set(ids);
  const free: number[] = [];
  let next = 0;
  for (const [id, key] of before) {
    next = Math.max(next, key + 1);
    if (!staying.has(id) && id !== kept) free.push(key);
  }
  free.reverse();
  return new Map(ids.map((id) => [id, before.get(id) ?? free.pop() ?? next++]));
}

/** The same from one drawing to the next. */
export function useRowKeys(ids: readonly PaperId[], kept?: PaperId): ReadonlyMap<PaperId, number> {
  const keys = useRef<ReadonlyMap<PaperId, number>>(new Map());
  keys.current = rowKeys(keys.current, ids, kept);
  return keys.current;
}

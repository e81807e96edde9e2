/** Selection of rows, as in mail: single, toggled, ranges from an anchor. Pure: every function returns a new selection. */
import type { PaperId } from '../../core/paper.ts';

export interface Selection {
  readonly ids: ReadonlySet<PaperId>;
  /** Where a range starts: the row selected last by itself. */
  readonly anchor?: PaperId;
}

export const NOTHING: Selection = { ids: new Set() };

/** Takes one row in or out; it becomes the anchor. */
export function toggle(selection: Selection, id: PaperId): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Adds every row between the anchor and `id`, both included, in the order shown. Without an anchor that is still
 * shown, only `id`. The anchor stays, so that the next range starts from the same row.
 */
export function extend(selection: Selection, id: PaperId, shown: readonly PaperId[]): Selection {
  const to = shown.indexOf(id);
  const from = selection.anchor === undefined ? -1 : shown.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return { ids: new Set([...selection.ids, id]), anchor: id };
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: shown[from] as PaperId };
}

/** Every row shown. */
export const selectAll = (shown: readonly PaperId[]): Selection => ({ ids: new Set(shown) });

/** Without the rows that are no longer there. */
export function keep(selection: Selection, shown: readonly PaperId[]): Selection {
  if (selection.ids.size === 0) return selection;
  const there = new Set(shown);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  if (ids.size === selection.ids.size) return selection;
  const { anchor } = selection;
  return anchor !== undefined && there.has(anchor) ? { ids, anchor } : { ids };
}

/** The selected rows in the order shown. */
export const inOrder = (selection: Selection, shown: readonly PaperId[]): PaperId[] =>
  // most often there is none, and a hundred thousand ids need not be looked up
  selection.ids.size === 0 ? [] : shown.filter((id) => selection.ids.has(id));

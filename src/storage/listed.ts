/** Which marks lists and search show, and when each was decided. */
import {
  collectionsOf,
  isDismissed,
  isFlagged,
  isSaved,
  type Mark,
  noteOf,
  sinceOf,
  statusOf,
  type Timed,
  tagsOf,
} from '../core/mark.ts';

/** Time of the latest decision: of the save or flag where there is one, since lists are ordered by those. */
export function timeOf(mark: Mark): string {
  const times = (fields: (Timed<unknown> | undefined)[]) =>
    fields.map((field) => (field ? sinceOf(field) : '')).reduce((a, b) => (a > b ? a : b), '');
  const listed = times([isSaved(mark) ? mark.saved : undefined, isFlagged(mark) ? mark.flagged : undefined]);
  return (
    listed ||
    times([
      mark.dismissed,
      mark.status,
      mark.note,
      mark.rating,
      ...Object.values(mark.tags ?? {}),
      ...Object.values(mark.collections ?? {}),
    ])
  );
}

/** Whether the mark says anything: search finds the paper then. */
export const isIndexed = (mark: Mark | undefined): mark is Mark =>
  mark !== undefined &&
  (isSaved(mark) ||
    isFlagged(mark) ||
    isDismissed(mark) ||
    statusOf(mark) !== null ||
    noteOf(mark) !== '' ||
    (mark.rating?.value ?? null) !== null ||
    tagsOf(mark).length > 0 ||
    collectionsOf(mark).length > 0);

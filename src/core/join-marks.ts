/**
 * The marks of two records of which it turned out that they are one paper. Other than two copies of one mark they were
 * decided about apart, as about two papers: the later decision still holds, but it was no answer to the other one.
 */
import { changeTime, justAfter, type Mark, type Timed } from './mark.ts';
import { mergeMarks } from './merge-marks.ts';
import type { PaperId } from './paper.ts';
import { isDeleted } from './trash.ts';

/** What the reader wrote or found out about a record stays when the record was deleted; that it was saved, say, does not. */
const decisionsGone = ({ id, trashed, note, tags, topics, distinct, citeKey }: Mark): Mark => ({
  id,
  ...(trashed ? { trashed } : {}),
  ...(note ? { note } : {}),
  ...(tags ? { tags } : {}),
  ...(topics ? { topics } : {}),
  ...(distinct ? { distinct } : {}),
  ...(citeKey ? { citeKey } : {}),
});

/** Both notes, the older first; one of them where it has the other in it. */
function bothNotes(a: Timed<string> | undefined, b: Timed<string> | undefined): Timed<string> | undefined {
  if (!a || !b) return a ?? b;
  const [older, newer] = a.at < b.at || (a.at === b.at && a.value <= b.value) ? [a, b] : [b, a];
  const [before, after] = [older.value.trim(), newer.value.trim()];
  if (before.includes(after)) return older;
  if (after.includes(before)) return newer;
  // newer than both: a copy of either adds nothing to it
  return { value: `${before}\n\n${after}`, at: justAfter(newer.at) };
}

/**
 * One mark of both, under `id`. Notes are put together. Of a record that was deleted while the other was not, nothing is
 * taken but what was written: whoever deletes a duplicate does not delete the paper.
 */
export function joinMarks(a: Mark, b: Mark, id: PaperId): Mark {
  const decided = (mark: Mark) =>
    Object.keys(mark).some((key) => key !== 'id' && key !== 'citeKey' && key !== 'trashed');
  const [deletedA, deletedB] = [isDeleted(a), isDeleted(b)];
  const one = deletedA && !deletedB && decided(b) ? decisionsGone(a) : a;
  const other = deletedB && !deletedA && decided(a) ? decisionsGone(b) : b;
  const out = mergeMarks(one, other, id);
  const note = bothNotes(a.note, b.note);
  if (note) out.note = note;
  // the one decision that outlasts a backup from when the duplicate was deleted
  if (isDeleted(out) && (one !== a || other !== b)) out.trashed = { value: false, at: changeTime(out, '') };
  return out;
}

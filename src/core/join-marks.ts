/**
 * The marks of two records of which it turned out that they are one paper. Other than two copies of one mark they were
 * decided about apart, as about two papers: the later decision still holds, but it was no answer to the other one.
 */
import { joinNotes } from './join-notes.ts';
import { byHand, changeTime, justAfter, LABELLED, type Mark, sinceOf, type Timed } from './mark.ts';
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
  if (joinNotes(before, after) === before) return older;
  if (joinNotes(after, before) === after) return newer;
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

/** Whether a decision says something: not that one was taken back, or a field emptied. */
function says({ value }: Timed<unknown>): boolean {
  const on = typeof value === 'object' && value !== null && 'on' in value ? value.on : value;
  return on !== false && on !== null && on !== '';
}

const isGiven = ({ value }: Timed<unknown>): boolean => value !== null;

/** The one of two decisions about two records that says something, later than the other one; undefined: both do, or none. */
function telling<T extends Timed<unknown>>(
  a: T | undefined,
  b: T | undefined,
  since: boolean,
  tells: (one: Timed<unknown>) => boolean = says,
): T | undefined {
  if (!a || !b || tells(a) === tells(b)) return undefined;
  const [some, none] = tells(a) ? [a, b] : [b, a];
  if (some.at > none.at) return some;
  return { ...some, at: justAfter(none.at), ...(since ? { since: sinceOf(some) } : {}) };
}

/**
 * One mark of two records, as they turn out to be one paper: what was said of one holds, though the same was taken back,
 * left empty or dismissed of the other. For copies of a record that was joined before see `joinMarks`: what the reader
 * did with the one paper since is later than all of them.
 */
export function joinRecords(a: Mark, b: Mark, id: PaperId): Mark {
  const out = joinMarks(a, b, id);
  if (isDeleted(a) !== isDeleted(b)) return out;
  for (const key of ['saved', 'status'] as const) {
    const said = telling<Timed<unknown>>(a[key], b[key], true);
    if (said) Object.assign(out, { [key]: said });
  }
  for (const key of ['rating', 'priority', 'less'] as const) {
    const said = telling<Timed<unknown>>(a[key], b[key], false);
    if (said) Object.assign(out, { [key]: said });
  }
  const flag = telling(a.flagged, b.flagged, true);
  // what a rule says does not outrank a reader who took it off
  if (flag && (byHand(flag) || ![a.flagged, b.flagged].some((one) => one && byHand(one)))) out.flagged = flag;
  for (const kind of LABELLED) {
    const [mine, theirs] = [new Map(Object.entries(a[kind] ?? {})), new Map(Object.entries(b[kind] ?? {}))];
    for (const [label, own] of mine) {
      const other = theirs.get(label);
      // a topic taken off is a decision, one left to the tagger is none
      const said = telling<Timed<unknown>>(own, other, false, kind === 'topics' ? isGiven : says);
      if (said) out[kind] = Object.fromEntries([...Object.entries(out[kind] ?? {}), [label, said]]) as never;
    }
  }
  // saved is saved, be the other one dismissed
  if (out.saved?.value && out.dismissed?.value)
    out.dismissed = { value: false, at: justAfter([out.saved.at, out.dismissed.at].sort()[1] as string) };
  return out;
}

/**
 * Deleted papers. A deletion is a decision with a time, as every other: it is kept with the mark, and a paper is deleted as
 * long as nothing was decided about it later. So copies merge field by field, and whichever decision came last holds.
 *
 * For thirty days a deleted paper lies in the trash with all that is known of it. Afterwards only the deletion itself stays
 * (`gone`), so that a backup from before does not bring the paper back.
 *
 * Met again while it lies there, it stays there: meeting a paper is no decision. Pages show it without a mark, yet as seen
 * before, since that is no less true for it; whatever the reader decides about it then (saves it, tags it, dismisses it)
 * brings it back with its note, tags and sightings. Met again after it is gone, it is new.
 */
import type { Mark, Timed } from './mark.ts';

export const TRASH_DAYS = 30;

export interface Trashed extends Timed<boolean> {
  /** Nothing else is kept of the paper. */
  gone?: true;
}

/** Of two decisions on deletion the later; at the same time deleted outranks not, and what is still kept what is gone. */
export function laterTrashed(a: Trashed | undefined, b: Trashed | undefined): Trashed | undefined {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.value !== b.value) return a.value ? a : b;
  return a.gone ? b : a;
}

const isTimed = (value: object): value is Timed<unknown> => 'at' in value && typeof value.at === 'string';

/** The time of every decision but the deletion, of labels too. */
function* timesOf(mark: Mark): Generator<{ key: string; timed: Timed<unknown> }> {
  for (const [key, field] of Object.entries(mark)) {
    if (typeof field !== 'object' || field === null || key === 'trashed' || key === 'citeKey') continue;
    // a label may be called "at": then what stands there is no text
    if (isTimed(field)) yield { key, timed: field };
    else for (const timed of Object.values(field as Record<string, Timed<unknown>>)) yield { key, timed };
  }
}

const byRule = (mark: Mark, key: string): boolean =>
  key === 'flagged' &&
  mark.flagged?.value.on === true &&
  mark.flagged.value.reasons.every((reason) => reason.by === 'rule');

/** Whether the reader deleted the paper and decided nothing about it since. What a watch rule flags is no decision. */
export function isDeleted(mark: Mark | undefined): mark is Mark & { trashed: Trashed } {
  if (mark?.trashed?.value !== true) return false;
  const { at } = mark.trashed;
  for (const { key, timed } of timesOf(mark)) if (timed.at > at && !byRule(mark, key)) return false;
  return true;
}

/** Whether nothing is kept of a deleted paper. What a restored backup adds to it lies in the trash again. */
export function isGone(mark: Mark | undefined): boolean {
  if (!isDeleted(mark) || !mark.trashed.gone) return false;
  for (const { timed } of timesOf(mark)) if (timed.at <= mark.trashed.at) return false;
  return true;
}

/** Whether the paper lies in the trash. */
export const isTrashed = (mark: Mark | undefined): mark is Mark & { trashed: Trashed } =>
  isDeleted(mark) && !isGone(mark);

/** The mark as everything but the trash knows it: none while the paper lies there. */
export const shownMark = (mark: Mark | undefined): Mark | undefined => (isTrashed(mark) ? undefined : mark);

/** What is kept of a deleted paper in the end. */
export const goneMark = ({ id, trashed }: Mark & { trashed: Trashed }): Mark => ({
  id,
  trashed: { ...trashed, gone: true },
});

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days until a paper deleted at `at` is swept, both ISO times; 0: with the next sweep. */
export const daysLeft = (at: string, now: string): number =>
  Math.max(0, Math.ceil(TRASH_DAYS - (Date.parse(now) - Date.parse(at)) / DAY_MS));

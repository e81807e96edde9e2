/** How much a reader's decision tells, and how it fades. */
import { isDismissed, isSaved, type Mark, sinceOf } from '../core/mark.ts';

const DAY_MS = 86_400_000;
/** After this many days a decision tells half as much, and never less than `LEAST` of it. */
const HALF_LIFE = 365;
const LEAST = 0.3;

const age = (at: string, now: number): number => {
  const days = (now - Date.parse(at)) / DAY_MS;
  return Number.isFinite(days) ? Math.max(0, days) : 0;
};

/**
 * What a mark tells of its paper: above 0 for it, below 0 against it, 0 nothing. A fresh save is 1, more where it was
 * read or rated well; a flag by hand is half of that; a dismissal, "less like this" or a bad rating is −1. A rule's
 * flag tells nothing: it says what was asked for before.
 * @param since ISO time; decisions before it tell nothing.
 */
export function importanceOf(mark: Mark, now: number, since = ''): number {
  const fade = (at: string): number => (at < since ? 0 : Math.max(LEAST, 0.5 ** (age(at, now) / HALF_LIFE)));
  const rating = mark.rating?.value ?? 0;
  if (mark.rating && rating > 0 && rating <= 2) return -fade(mark.rating.at);
  if (mark.dismissed && isDismissed(mark)) return -fade(mark.dismissed.at);
  if (mark.less?.value) return -fade(mark.less.at);
  const read = mark.status?.value === 'read' || mark.status?.value === 'reading';
  const liked = (rating >= 4 ? 1.5 : 1) * (read ? 1.25 : 1);
  if (mark.saved && isSaved(mark)) return liked * fade(sinceOf(mark.saved));
  if (rating >= 4 && mark.rating) return liked * fade(mark.rating.at);
  const { flagged } = mark;
  if (flagged?.value.on && flagged.value.reasons.some((reason) => reason.by === 'hand'))
    return 0.5 * fade(sinceOf(flagged));
  return 0;
}

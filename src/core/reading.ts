/**
 * The reading list: what is to be read or being read and was not dismissed, high priorities first; within one priority
 * those that were put somewhere by hand in their order, then the others, the last saved first.
 */
import { isDismissed, isSaved, type Mark, type Priority, sinceOf, statusOf } from './mark.ts';

export const PRIORITIES: readonly Priority[] = ['high', 'normal', 'low'];

/** The reading list among the lists of `places`. */
export const READING = 'reading';

export const priorityOf = (mark: Mark | undefined): Priority => mark?.priority?.value ?? 'normal';

/** Whether the paper is on the reading list. */
export function isToBeRead(mark: Mark | undefined): mark is Mark {
  const status = statusOf(mark);
  return (status === 'to-read' || status === 'reading') && !isDismissed(mark);
}

/** Later times give lesser texts. */
const backwards = (iso: string): string => String(9e15 - (Date.parse(iso) || 0)).padStart(16, '0');

/** A text by which the papers of the reading list sort into its order. */
export function readingKey(mark: Mark): string {
  const timed = isSaved(mark) ? mark.saved : mark.status;
  const place = mark.places?.[READING]?.value ?? '';
  const rank = PRIORITIES.indexOf(priorityOf(mark));
  // a blank is less than any digit of a key: "a " < "aV "
  return `${rank}${place === '' ? 'b' : `a${place} `}${backwards(timed ? sinceOf(timed) : '')}`;
}

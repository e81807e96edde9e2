/** What a page is told of one paper. */
import { siteName } from '../core/catalog.ts';
import { isDismissed, isFlagged, isLess, isSaved, noteOf, sinceOf, statusOf, tagsOf } from '../core/mark.ts';
import { isNew } from '../core/merge.ts';
import type { EntryState } from '../core/messages.ts';
import type { Entry, Meeting } from '../core/paper.ts';
import type { Effect, Match } from '../core/rules.ts';
import { clip } from '../core/text.ts';
import type { Row } from '../storage/index.ts';

const reasonsOf = (matches: readonly Match[], effect: Effect): string[] => [
  ...new Set(matches.filter((match) => match.effect === effect).flatMap((match) => match.reasons)),
];

/** All that is known of the paper and a page may not show: for few papers at a time, replies stay small. */
export function toldOf({ paper }: Row): Pick<EntryState, 'abstract' | 'authors' | 'pdf'> {
  const out: Pick<EntryState, 'abstract' | 'authors' | 'pdf'> = {};
  if (paper.abstract) out.abstract = paper.abstract;
  if (paper.authors.length > 0 && !paper.authorsCut) out.authors = paper.authors;
  if (paper.links.pdf) out.pdf = paper.links.pdf;
  return out;
}

/** What other listings told of the paper and `entry` does not show: only that is sent back, replies stay small. */
function missingIn(entry: Entry, { paper }: Row): Pick<EntryState, 'abstract' | 'authors' | 'pdf'> {
  const out: Pick<EntryState, 'abstract' | 'authors' | 'pdf'> = {};
  if (!entry.abstract && paper.abstract) out.abstract = paper.abstract;
  const lacksAuthors = entry.authors.length === 0 || (entry.authorsCut === true && !paper.authorsCut);
  if (lacksAuthors && paper.authors.length > entry.authors.length) out.authors = paper.authors;
  if (!entry.links.pdf && paper.links.pdf) out.pdf = paper.links.pdf;
  return out;
}

/** As much of a note as a page shows, in UTF-16 units. */
const LONGEST_NOTE = 500;

const named = ({ at, site }: Meeting): Meeting => ({ at, site: siteName(site) });

/**
 * The state of one paper for a page.
 * @param topics as the reader wants to see them.
 * @param entry what the page itself shows; without it no abstract, authors or PDF are sent.
 */
export function stateOf(
  row: Row,
  matches: readonly Match[],
  now: string,
  topics: EntryState['topics'],
  entry?: Entry,
): EntryState {
  const { paper, mark } = row;
  const { count, first, last } = paper.seen;
  const state: EntryState = {
    id: paper.id,
    isNew: isNew(paper.seen, now),
    seen: { count, first: named(first), last: named(last) },
    saved: isSaved(mark),
    flagged: isFlagged(mark),
    reasons: isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [],
    dismissed: isDismissed(mark),
    tags: tagsOf(mark),
    topics,
    highlight: reasonsOf(matches, 'highlight'),
    dim: reasonsOf(matches, 'dim'),
    ...(entry ? missingIn(entry, row) : {}),
  };
  const status = statusOf(mark);
  if (status) state.status = status;
  const note = noteOf(mark).trim();
  if (note) state.note = clip(note, LONGEST_NOTE);
  if (isLess(mark)) state.less = true;
  if (state.saved && mark?.saved) state.savedAt = sinceOf(mark.saved);
  return state;
}

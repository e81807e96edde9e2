/** "JSON Lines": a backup of the exported papers and what the reader decided about them. */
import { applyChange, type FlagReason, type Mark } from '../../core/mark.ts';
import type { Paper } from '../../core/paper.ts';
import type { Exportable } from '../exportable.ts';

const has = <K extends keyof Paper>(
  paper: Exportable['paper'],
  key: K,
): paper is Exportable['paper'] & Pick<Paper, K> => (paper as Partial<Paper>)[key] !== undefined;

/** A full paper: one that was never met on a listing has no sightings. */
function paperOf({ paper }: Exportable, now: string): Paper {
  const never = { at: now, site: '' };
  return {
    ...paper,
    aliases: has(paper, 'aliases') ? paper.aliases : [],
    topics: paper.topics ?? [],
    topicsVersion: has(paper, 'topicsVersion') ? paper.topicsVersion : 0,
    seen: has(paper, 'seen') ? paper.seen : { count: 0, first: never, last: never, bySite: {} },
  };
}

/** The mark that says what the item says, dated when it was saved, else `now`; undefined when it says nothing. */
function markOf(item: Exportable, now: string): Mark | undefined {
  const at = item.savedAt ?? now;
  const { id } = item.paper;
  const reasons = item.reasons?.map((text): FlagReason => ({ by: 'hand', text }));
  const tags = item.tags?.map((tag): [string, boolean] => [tag, true]) ?? [];
  const mark = applyChange(
    undefined,
    id,
    {
      ...(item.saved ? { saved: true } : {}),
      ...(item.flagged ? { flagged: true, ...(reasons && reasons.length > 0 ? { reasons } : {}) } : {}),
      ...(item.status ? { status: item.status } : {}),
      ...(typeof item.rating === 'number' ? { rating: item.rating } : {}),
      ...(item.note ? { note: item.note } : {}),
      ...(tags.length > 0 ? { tags: Object.fromEntries(tags) } : {}),
    },
    at,
  );
  if (item.citeKey) mark.citeKey = { value: item.citeKey, at };
  return Object.keys(mark).length > 1 ? mark : undefined;
}

/** The stored form of one item: its paper, and its mark unless it says nothing. */
export function storedForm(item: Exportable, now: string): { paper: Paper; mark: Mark | undefined } {
  return { paper: paperOf(item, now), mark: markOf(item, now) };
}

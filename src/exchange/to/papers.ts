/**
 * Papers as JSON Lines, one paper a line with plain fields: what this program's command line reads and writes, and what
 * scripts are written for. Texts are the paper's own, TeX as it is shown.
 */
import { isoDate } from '../dates.ts';
import { shownAs } from '../names.ts';
import { venueOf, type Work } from '../work.ts';

/** One line, ending in a line break; fields nothing is known of are left out. */
export function paperLine(work: Work): string {
  const links = {
    page: work.url ?? '',
    ...(work.pdf ? { pdf: work.pdf } : {}),
    code: work.code,
    project: [],
  };
  const record: Record<string, unknown> = {
    id: work.id,
    title: work.title,
    authors: work.authors,
    authorsCut: work.cut || undefined,
    editors: some(work.editors.map(shownAs)),
    familyFirst: some(work.familyFirst),
    abstract: work.abstract || undefined,
    published: work.date && isoDate(work.date),
    venue: venueOf(work),
    journalRef: work.journalRef,
    series: work.series,
    volume: work.volume,
    issue: work.issue,
    pages: work.pages,
    doi: work.doi,
    categories: work.categories,
    topics: some(work.topicScores),
    links,
    citeKey: work.key,
    saved: work.saved || undefined,
    savedAt: work.savedAt,
    flagged: work.flagged || undefined,
    reasons: some(work.reasons),
    status: work.status,
    rating: work.rating,
    tags: some(work.tags),
    note: work.note || undefined,
  };
  return `${JSON.stringify(record)}\n`;
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** What search keeps of one marked paper: computed when it is written, so that searching reads no papers. */
import { isDismissed, isFlagged, isSaved, type Mark, noteOf, statusOf, tagsOf } from '../core/mark.ts';
import type { Paper } from '../core/paper.ts';
import { fold } from '../core/text.ts';
import { correctedTopics } from '../core/topics.ts';
import { timeOf } from './listed.ts';
import type { SearchRecord } from './schema.ts';

const MAX_TEXT = 30_000;

/** The search record of a marked paper. Of papers that were only dismissed no abstract is kept: there are many. */
export function searchRecordOf(paper: Paper, mark: Mark): SearchRecord {
  const labels = tagsOf(mark);
  const dismissed = isDismissed(mark);
  const text = [paper.abstract ?? '', ...(paper.keywords ?? []), paper.comment ?? ''].join('\n');
  const ids = [paper.id, ...paper.aliases].filter((id) => !id.startsWith('title:'));
  return {
    id: paper.id,
    at: timeOf(mark),
    title: fold(paper.title),
    authors: paper.authors.map(fold).join(' ; ').slice(0, MAX_TEXT),
    abstract: dismissed && !isSaved(mark) ? '' : fold(text.slice(0, MAX_TEXT)),
    tags: labels.map(fold).join(' ; '),
    note: fold(noteOf(mark).slice(0, MAX_TEXT)),
    venue: fold([paper.venue ?? '', paper.journalRef ?? ''].join(' ')),
    ids: ids.map((id) => id.toLowerCase()).join(' '),
    saved: isSaved(mark),
    flagged: isFlagged(mark),
    dismissed,
    status: statusOf(mark),
    hasCode: paper.links.code.length > 0,
    year: Number(paper.published?.slice(0, 4) ?? 0) || 0,
    labels,
    topics: correctedTopics(paper.topics, mark).map((topic) => topic.id),
    sites: Object.keys(paper.seen.bySite),
    seen: paper.seen.count,
    lastSeen: paper.seen.last.at,
  };
}

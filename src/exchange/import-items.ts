/**
 * Records of a file as items that a restore takes in: so an import goes through the same preview, the same chunks and the
 * same undo as a backup. What the reader decided here is never overridden by them: see core/imported-mark.ts.
 */
import type { Mark } from '../core/mark.ts';
import { LIMITS, type Paper } from '../core/paper.ts';
import { clip } from '../core/text.ts';
import { cleanList } from './clean.ts';
import type { ImportRecord } from './from/import-record.ts';
import { storedForm } from './to/backup-items.ts';

/** What the reader chose for the whole file. */
export interface ImportChoices {
  /** Saves every paper of which the file does not say that it is not saved. */
  save: boolean;
  /** Tags for every paper of the file. */
  tags: readonly string[];
  /** ISO time of the import: that of every decision the file does not date. */
  now: string;
}

export type ImportItem = { kind: 'paper'; value: Paper } | { kind: 'mark'; value: Mark };

/** Site under which visits in another library are kept. */
const ELSEWHERE = 'papermemory';

const notAfter = (time: string, now: string): string => (time < now ? time : now);

/** The paper of `record`, never met here; with visits in another library, met there. */
function paperOf(paper: Paper, record: ImportRecord, now: string): Paper {
  const aliases = [...new Set([...paper.aliases, ...record.aliases])].filter((id) => id !== paper.id);
  const { visits } = record;
  if (!visits) return { ...paper, aliases };
  const [first, last] = [notAfter(visits.first, now), notAfter(visits.last, now)];
  const seen = {
    count: visits.count,
    first: { at: first, site: ELSEWHERE },
    last: { at: last, site: ELSEWHERE },
    bySite: { [ELSEWHERE]: last },
  };
  return { ...paper, aliases, seen };
}

/** The paper and, where file or reader say anything of it, the mark. No decision is dated after `now`. */
export function importItems(record: ImportRecord, { save, tags, now }: ImportChoices): ImportItem[] {
  const { visits: _, aliases: __, place: ___, ...item } = record;
  const all = cleanList([...(item.tags ?? []), ...tags]).map((tag) => clip(tag, LIMITS.tag));
  const { paper, mark } = storedForm(
    {
      ...item,
      saved: item.saved ?? save,
      ...(all.length > 0 ? { tags: [...new Set(all)] } : {}),
      ...(item.savedAt ? { savedAt: notAfter(item.savedAt, now) } : {}),
    },
    now,
  );
  const first: ImportItem = { kind: 'paper', value: paperOf(paper, record, now) };
  return mark ? [first, { kind: 'mark', value: mark }] : [first];
}

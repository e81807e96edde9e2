/** CSV (RFC 4180: CRLF, quotes doubled) with a byte order mark, without which spreadsheets misread UTF-8. */
import Papa from 'papaparse';
import { clip } from '../../core/text.ts';
import { isoDate } from '../dates.ts';
import type { Work } from '../work.ts';

export const CSV_COLUMNS = [
  'id',
  'title',
  'authors',
  'published',
  'venue',
  'abstract',
  'categories',
  'topics',
  'tags',
  'status',
  'note',
  'saved',
  'flagged',
  'reasons',
  'url',
  'pdf',
  'doi',
  'code',
  'citekey',
] as const;

/** The longest cell Excel takes; what is longer it spills into the next row. */
const MAX_CELL = 32_767;
/** Not the library's own pattern (`escapeFormulae: true`): that one misses a formula whose cell holds a line break. */
const FORMULA = /^[=+\-@\t\r]/;

const line = (cells: readonly string[]): string =>
  `${Papa.unparse([[...cells]], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;

export const csvHeader = (): string => `\ufeff${line(CSV_COLUMNS)}`;

/**
 * One row. Lists are joined by "; "; a value that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param simplified is called with a sentence when a value is longer than a cell may be
 */
export function csvRow(work: Work, simplified: (why: string) => void): string {
  const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
    id: work.id,
    title: work.title,
    authors: [...work.authors, ...(work.cut ? ['et al.'] : [])].join('; '),
    published: work.date ? isoDate(work.date) : '',
    venue: work.container ?? '',
    abstract: work.abstract,
    categories: work.categories.join('; '),
    topics: work.topics.join('; '),
    tags: work.tags.join('; '),
    status: work.status ?? '',
    note: work.note,
    saved: work.saved ? 'yes' : '',
    flagged: work.flagged ? 'yes' : '',
    reasons: work.reasons.join('; '),
    url: work.url ?? '',
    pdf: work.pdf ?? '',
    doi: work.doi ?? '',
    code: work.code.join('; '),
    citekey: work.key,
  };
  return line(
    CSV_COLUMNS.map((column) => {
      // an apostrophe may be added to it
      const cell = clip(cells[column], MAX_CELL - 1);
      if (cell !== cells[column])
        simplified(`Its ${column} are longer than a spreadsheet cell may be and were cut.`);
      return cell;
    }),
  );
}

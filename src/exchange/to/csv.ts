/** CSV (RFC 4180: CRLF, quotes doubled) with a byte order mark, without which spreadsheets misread UTF-8. */
import type { ExportField } from '../../core/export-choices.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import { joinItems } from '../csv-list.ts';
import { isoDate } from '../dates.ts';
import { venueOf, type Work } from '../work.ts';

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
/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/**
 * Where lists are separated by semicolons, spreadsheets begin a cell behind each, quotes or not. An apostrophe before the
 * sign, and before one that stands there already, so that a reader knows which to take away.
 */
const FORMULA_WITHIN = /;(?='*[=+\-@＝＋－＠])/g;

/** Columns that are written only where the reader wants their field. */
const FIELD_OF: Partial<Record<(typeof CSV_COLUMNS)[number], ExportField>> = {
  abstract: 'abstract',
  categories: 'categories',
  topics: 'topics',
  tags: 'tags',
  status: 'status',
  note: 'note',
  flagged: 'flags',
  reasons: 'flags',
  pdf: 'pdf',
  code: 'code',
};
function columns(fields: readonly ExportField[] | undefined) {
  if (!fields) return CSV_COLUMNS;
  return CSV_COLUMNS.filter((column) => {
    const field = FIELD_OF[column];
    return field === undefined || fields.includes(field);
  });
}

/** Blanks at either end and a byte order mark are lost by some readers where nothing is around them. */
const QUOTED = /[",\r\n\ufeff]|^ | $/;

/** A cell as it stands in the file. Formulas are quoted too: an apostrophe alone is taken for a mark of the spreadsheet. */
function cellOf(source: string): string {
  const text = source.includes(';') ? source.replace(FORMULA_WITHIN, ";'") : source;
  const formula = FORMULA.test(text);
  if (!formula && !QUOTED.test(text)) return text;
  return `"${formula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

const line = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** The names of the columns. @param fields by default all. */
export const csvHeader = (fields?: readonly ExportField[]): string => `\ufeff${line(columns(fields))}`;

/**
 * One row. Lists are joined by "; ", an item with a semicolon in quotes; a value that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param simplified is called with a sentence when a value is longer than a cell may be
 * @param fields by default all
 */
export function csvRow(
  work: Work,
  simplified: (why: string) => void,
  fields?: readonly ExportField[],
): string {
  const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
    id: work.id,
    title: work.title,
    authors: [...work.authors, ...(work.cut ? ['et al.'] : [])].join('; '),
    published: work.date ? isoDate(work.date) : '',
    venue: venueOf(work) ?? '',
    abstract: work.abstract,
    categories: work.categories.join('; '),
    topics: work.topics.join('; '),
    tags: joinItems(work.tags),
    status: work.status ?? '',
    note: work.note,
    saved: work.saved ? 'yes' : '',
    flagged: work.flagged ? 'yes' : '',
    reasons: joinItems(work.reasons),
    url: work.url ?? '',
    pdf: work.pdf ?? '',
    doi: work.doi ?? '',
    code: joinItems(work.code),
    citekey: work.key,
  };
  return line(
    columns(fields).map((column) => {
      // an apostrophe may be added to it
      const cell = clip(cells[column], MAX_CELL - 1);
      if (cell !== cells[column]) simplified(say('exportCellCut', column));
      return cell;
    }),
  );
}

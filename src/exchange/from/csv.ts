/**
 * CSV and tables pasted from spreadsheets. What a column holds is guessed from its name (those that this program, Zotero,
 * Mendeley, Scopus, Web of Science and DBLP exports use), else from what stands in it; the reader may correct every guess.
 */
import { arxivId, doi as findDoi } from '../../core/identity.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { itemsIn } from '../csv-list.ts';
import { csvRows, type Delimiter, guessDelimiter } from './csv-rows.ts';
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import {
  arxivIn,
  isoTime,
  labelsIn,
  listIn,
  looseDate,
  namesIn,
  namesOf,
  statusIn,
  venueIn,
  yesIn,
} from './import-text.ts';

/** What a column may hold → what it is called, and how files name it. */
export const CSV_FIELDS = {
  title: ['csvTitle', /^(?:article |document |paper )?title$|^name$/],
  authors: ['csvAuthors', /^authors?(?: full names?)?$|^author names?$|^creators?$/],
  published: ['csvPublished', /^(?:published|date|year|publication (?:date|year)|year published|pubyear)$/],
  venue: [
    'csvVenue',
    /^(?:venue|journal|booktitle|conference|publication(?: title)?|source(?: title)?|journal name)$/,
  ],
  abstract: ['csvAbstract', /^(?:abstract(?: note)?|summary)$/],
  id: ['csvId', /^(?:id|paper id|arxiv(?: ?id)?|eprint|arxiv number|pmid|pubmed id|openreview(?: id)?)$/],
  doi: ['csvDoi', /^doi$|^article doi$/],
  url: ['csvUrl', /^(?:url|link|page|address|web ?page|ee)$/],
  pdf: ['csvPdf', /^pdf(?: ?(?:url|link))?$/],
  code: ['csvCode', /^(?:code(?: ?(?:url|link))?|github|repository|codelink)$/],
  tags: ['csvTags', /^(?:tags?|(?:manual|automatic) tags|labels?|groups)$/],
  keywords: ['csvKeywords', /^(?:(?:author |index )?keywords?)$/],
  note: ['csvNote', /^(?:notes?|annotation|annote|my notes?)$/],
  status: ['csvStatus', /^(?:status|reading status|read ?status)$/],
  rating: ['csvRating', /^(?:rating|stars|ranking)$/],
  saved: ['csvSaved', /^(?:saved|favou?rite)$/],
  flagged: ['csvFlagged', /^flag(?:ged)?$/],
  reasons: ['csvReasons', /^reasons?$/],
  categories: ['csvCategories', /^(?:categories|subjects?|arxiv categories)$/],
  comment: ['csvComment', /^comments?$/],
  added: ['csvAdded', /^(?:date added|added|added on|saved at|savedat|addeddate)$/],
  citekey: ['csvCitekey', /^(?:cite ?key|citation key|bibtex ?key)$/],
} as const satisfies Record<string, readonly [MessageKey, RegExp]>;
export type CsvField = keyof typeof CSV_FIELDS;

/** What the reader sees of a field: "date or year". */
export const csvFieldName = (field: CsvField): string => say(CSV_FIELDS[field][0]);

export interface CsvPlan {
  delimiter: Delimiter;
  /** Whether the first row names the columns. */
  header: boolean;
  /** What each column holds; undefined: it is left out. */
  columns: (CsvField | undefined)[];
  /** The first row where it is a header, else "column 1" …. */
  names: string[];
  /** The first rows, header left out. */
  sample: string[][];
}

const FIELDS = Object.keys(CSV_FIELDS) as CsvField[];
const SAMPLE = 5;

/** "Publication Title", "publication_title", "PublicationTitle" → "publication title". */
const plainName = (name: string): string =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_.-]+/g, ' ')
    .toLowerCase();

const fieldNamed = (name: string): CsvField | undefined =>
  FIELDS.find(
    (field) =>
      CSV_FIELDS[field][1].test(plainName(name)) || CSV_FIELDS[field][1].test(name.trim().toLowerCase()),
  );

/** What the cells of a column look like. */
function fieldOf(cells: readonly string[]): CsvField | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const all = (holds: (cell: string) => boolean): boolean => filled.length > 0 && filled.every(holds);
  if (all((cell) => /^https?:\/\//i.test(cell))) return 'url';
  if (all((cell) => findDoi(cell) !== undefined && !/\s/.test(cell))) return 'doi';
  if (all((cell) => arxivId(cell) !== undefined)) return 'id';
  if (all((cell) => /^(?:1[89]|20)\d\d(?:-\d\d){0,2}$/.test(cell))) return 'published';
  return undefined;
}

/** Longest text with several words: the title; what else holds several lists of names: the authors. */
function guessByContent(rows: readonly string[][], columns: (CsvField | undefined)[]): void {
  const free = columns.flatMap((field, i) => (field === undefined ? [i] : []));
  const words = (i: number): number =>
    rows.reduce(
      (sum, row) => sum + ((row[i] ?? '').length > 400 ? 0 : (row[i] ?? '').split(/\s+/).length),
      0,
    ) / Math.max(rows.length, 1);
  const names = free.find(
    (i) =>
      rows.length > 0 &&
      rows.every((row) => /^\p{Lu}[^;]*(?:;| and |, )\s*\p{Lu}/u.test(row[i] ?? '') && words(i) < 40),
  );
  const title = free.filter((i) => i !== names && words(i) >= 3).sort((a, b) => words(b) - words(a))[0];
  if (title !== undefined && !columns.includes('title')) columns[title] = 'title';
  if (names !== undefined && !columns.includes('authors')) columns[names] = 'authors';
}

/** Scopus and Web of Science have the authors twice: with initials only, and in full, which is the better one. */
function oneOfAuthors(columns: (CsvField | undefined)[], names: readonly string[]): void {
  const authors = names.filter((_, i) => columns[i] === 'authors').map(plainName);
  const best = authors.find((name) => /full names$/.test(name)) ?? authors[0];
  names.forEach((name, i) => {
    if (columns[i] === 'authors' && plainName(name) !== best) columns[i] = undefined;
  });
}

/** How a file would be read: its delimiter, whether it has a header, and what its columns hold. */
export function planCsv(text: string): CsvPlan {
  const delimiter = guessDelimiter(text);
  const rows: string[][] = [];
  for (const { cells } of csvRows(text, delimiter)) {
    rows.push(cells);
    if (rows.length > SAMPLE) break;
  }
  const first = rows[0] ?? [];
  const named = first.map(fieldNamed);
  const header = named.some(
    (field) => field === 'title' || field === 'doi' || field === 'url' || field === 'id',
  );
  const sample = header ? rows.slice(1) : rows.slice(0, SAMPLE);
  const columns = header ? named : first.map((_, i) => fieldOf(sample.map((row) => row[i] ?? '')));
  if (header) oneOfAuthors(columns, first);
  if (!header || !columns.includes('title')) guessByContent(sample, columns);
  return {
    delimiter,
    header,
    columns,
    names: header ? first : first.map((_, i) => say('csvColumn', i + 1)),
    sample,
  };
}

/** Whether a text is a table of papers: a header that names titles or ids, or rows of one width that hold them. */
export function looksLikeCsv(text: string): boolean {
  const head = text.slice(0, 20_000);
  const plan = planCsv(head);
  const identified = plan.columns.some(
    (field) => field === 'title' || field === 'doi' || field === 'url' || field === 'id',
  );
  if (!identified || plan.columns.length < 2) return false;
  return plan.header || plan.sample.every((row) => row.length === plan.columns.length);
}

/** A spreadsheet would run these as formulas, so exporters write an apostrophe before them, ours behind semicolons too. */
const unquoted = (cell: string): string =>
  cell.includes("'") ? cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])|(?<=;)'(?='*[=+\-@＝＋－＠])/g, '') : cell;

/** Whether the header is that of our own files, in which lists are unambiguous. */
const isOwn = ({ header, names }: CsvPlan): boolean =>
  header && names.slice(0, 5).join() === 'id,title,authors,published,venue' && names.at(-1) === 'citekey';

/** Reads a table row by row. @param plan by default what `planCsv` guesses */
export function* readCsv(text: string, plan: CsvPlan = planCsv(text)): Generator<ImportStep, void> {
  const own = isOwn(plan);
  let count = 0;
  for (const { line, cells, end, problem } of csvRows(text, plan.delimiter)) {
    if (++count % 200 === 0) yield { read: end };
    if (count === 1 && plan.header) continue;
    if (problem) yield { problem: { line, why: problem, kept: true } };
    const found = new Map<CsvField, string[]>();
    cells.forEach((cell, i) => {
      const field = plan.columns[i];
      if (field && cell.trim() !== '') found.set(field, [...(found.get(field) ?? []), unquoted(cell)]);
    });
    const record = recordOf(
      draftOf((field) => found.get(field) ?? [], own),
      { line },
    );
    yield record ? { record } : { problem: { line, why: say('rowNothing') } };
    const short = plan.header && cells.length < plan.columns.length;
    if (short && end === text.length && !/[\r\n]$/.test(text))
      yield { problem: { line, why: say('rowCut') } };
  }
}

/** Behind a name: "Lovelace, Ada (57190000000)". */
const SCOPUS_ID = /\s*\(\d+\)(?=\s*(?:[;,]|$))/g;

function draftOf(all: (field: CsvField) => string[], own: boolean): Draft {
  const one = (field: CsvField): string => all(field)[0] ?? '';
  const rating =
    /^[0-5](?:\.\d)?$/.exec(one('rating').trim())?.[0] ??
    (/^★{1,5}$/.test(one('rating').trim()) ? one('rating').trim().length : undefined);
  return {
    title: one('title'),
    // in ours only semicolons part names
    ...(own
      ? namesOf(listIn(one('authors'), /;/))
      : namesIn(all('authors').join('; ').replace(SCOPUS_ID, ''))),
    abstract: one('abstract'),
    published: all('published')
      .map(looseDate)
      .filter((date) => date !== undefined)
      .sort((a, b) => b.length - a.length)[0],
    venue: venueIn(one('venue')),
    comment: one('comment'),
    categories: all('categories').flatMap((text) => listIn(text, /[;,\s]+/)),
    keywords: all('keywords').flatMap(labelsIn),
    ids: [
      ...all('doi').map((text) => findDoi(text)),
      ...all('id'),
      ...all('url'),
      ...all('pdf'),
      arxivIn(one('venue')),
    ],
    page: one('url'),
    pdf: one('pdf'),
    code: all('code').flatMap(own ? itemsIn : (text) => listIn(text)),
    tags: all('tags').flatMap(own ? itemsIn : labelsIn),
    note: all('note').join('\n\n'),
    status: statusIn(one('status')),
    rating: rating === undefined ? undefined : Number(rating),
    saved: yesIn(one('saved')),
    flagged: yesIn(one('flagged')),
    reasons: all('reasons').flatMap(own ? itemsIn : (text) => listIn(text)),
    savedAt: isoTime(one('added')),
    citeKey: one('citekey'),
  };
}

/**
 * RIS (Research Information Systems, "RIS Format Specifications", 2001 and 2011) as reference managers and publishers
 * write it: a tag of two characters, two spaces, a hyphen; lines that wrapped, tags with one space, records without an
 * end. What tags mean differs between makers; the readings here are those that EndNote, Zotero, Scopus and the
 * specification agree on.
 */
import { say } from '../../core/say.ts';
import { issuedVenue } from '../issued.ts';
import { type Draft, type ImportStep, type Place, recordOf } from './import-record.ts';
import { arxivIn, labelsIn, looseDate, namesOf, referenceIn, statusIn, venueIn } from './import-text.ts';
import { textLines } from './lines-of.ts';

const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;
const START = /^\ufeff?\s*TY {1,2}- ?\S/;

/** Whether a text begins like a RIS file, blank lines and a few lines of a maker's own aside. */
export const looksLikeRis = (text: string): boolean =>
  /^(?:\ufeff|[^\n]*\n){0,20}?\ufeff?TY {1,2}- ?\S/.test(text);

/** Types of records, in RIS and in EndNote's tagged files. */
const PROCEEDINGS = /^(?:CONF|CPAPER|CHAP)$|conference|book section/i;
const THESIS = /^THES$|thesis|dissertation/i;
const REPORT = /^RPRT$|report/i;

/** What our own export says where the list of authors is not complete. */
export const CUT_NOTE = 'The listing showed the first authors only.';

/** Two blanks behind a keyword with a semicolon: our own export says that it is one. Others write lists into one line. */
const WHOLE = '  ';

const NOTES: ReadonlySet<string> = new Set(['N1', 'RN']);

/** The values of one record by their tags, in order. */
export class Tags {
  readonly #values = new Map<string, string[]>();
  last = '';

  add(tag: string, value: string): void {
    this.last = tag;
    this.#values.set(tag, [...(this.#values.get(tag) ?? []), value]);
  }

  /**
   * A line without a tag goes on with the one before it: lines of notes stay lines, EndNote writes one keyword on each.
   * @param wrapped keywords too may be longer than a line
   */
  goOn(line: string, wrapped = false): void {
    const list = this.#values.get(this.last);
    if (!list) return;
    if (NOTES.has(this.last)) list.push(`${list.pop()}\n${line}`);
    else if (line.trim() === '') return;
    else if (this.last === 'KW' && !wrapped) list.push(line.trim());
    else list.push(`${list.pop()} ${line.trim()}`);
  }

  all = (...tags: string[]): string[] =>
    tags.flatMap((tag) => this.#values.get(tag) ?? []).filter((value) => value.trim() !== '');
  first = (...tags: string[]): string => this.all(...tags)[0] ?? '';
}

/** Reads a file record by record. */
export function* readRis(text: string): Generator<ImportStep, void> {
  let open: { tags: Tags; place: Place } | undefined;
  let count = 0;
  for (const { line, text: content, end } of textLines(text)) {
    if (START.test(content) || /^ER {1,2}-/.test(content)) {
      if (open) yield stepOfTags(open.tags, open.place);
      open = content.startsWith('ER') ? undefined : { tags: new Tags(), place: { line } };
      if (++count % 200 === 0) yield { read: end };
    }
    if (!open) continue;
    const found = TAG.exec(content);
    if (found?.[1]) open.tags.add(found[1], found[2] ?? '');
    else open.tags.goOn(content);
  }
  if (!open) return;
  yield stepOfTags(open.tags, open.place);
  yield {
    problem: {
      ...open.place,
      why: say('recordNoEnd'),
    },
  };
}

/** The record that tags of RIS tell of. */
export function stepOfTags(tags: Tags, place: Place): ImportStep {
  const record = recordOf(draftOf(tags), place);
  return record ? { record } : { problem: { ...place, why: say('recordNothing') } };
}

function draftOf(tags: Tags): Draft {
  const { first, all } = tags;
  const type = first('TY').trim();
  const notes = all('N1', 'RN').filter((note) => note.trim() !== CUT_NOTE);
  const cut = all('N1').length > all('N1').filter((note) => note.trim() !== CUT_NOTE).length;
  const { authors: editors } = namesOf(all('ED', 'A2'));
  const names = namesOf(all('AU', 'A1').length > 0 ? all('AU', 'A1') : all('ED', 'A2'));
  const issued = THESIS.test(type) ? 'thesis' : REPORT.test(type) ? 'report' : undefined;
  const container =
    (issued && issuedVenue(issued, [first('M3')], venueIn(first('PB')))) ??
    ['JO', 'JF', 'T2', 'BT', 'JA', 'J2', 'C3']
      .map((tag) => venueIn(first(tag)))
      .find((venue) => venue !== undefined);
  const pages = [first('SP'), first('EP')].filter((page) => page.trim() !== '').join('–');
  const date = looseDate(first('DA')) ?? looseDate(first('PY', 'Y1'));
  const year = looseDate(first('PY', 'Y1'))?.slice(0, 4) ?? date?.slice(0, 4);
  const journal = venueIn(first('JO', 'JF') || (type === 'JOUR' ? first('T2') : ''));
  return {
    title: first('TI', 'T1', 'CT'),
    ...names,
    editors,
    ...(cut || names.authorsCut ? { authorsCut: true } : {}),
    abstract: all('AB', 'N2').join(' '),
    published: date,
    venue: container,
    journalRef: referenceIn(journal, {
      proceedings: PROCEEDINGS.test(type) ? container : undefined,
      series: first('T3'),
      volume: first('VL'),
      issue: first('IS'),
      pages,
      date: year,
    }),
    ids: [
      ...all('DO', 'AN', 'M1', 'M3', 'C7'),
      ...all('UR', 'L1', 'L2', 'LK'),
      ...all('AN', 'M1', 'M3', 'T2', 'JO', 'PB', 'N1').map(arxivIn),
      ...(/pubmed|medline/i.test(first('DB', 'DP')) ? all('AN').map((number) => `pmid:${number}`) : []),
    ],
    page: all('UR', 'LK')[0],
    pdf: all('L1').find((href) => /^https?:/i.test(href)),
    note: notes.join('\n\n'),
    tags: all('KW').flatMap((words) =>
      words.includes(';') && !words.endsWith(WHOLE) ? labelsIn(words) : [words],
    ),
    status: statusIn(first('C8')),
    citeKey: first('ID'),
  };
}

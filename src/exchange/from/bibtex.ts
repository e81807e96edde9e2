/**
 * BibTeX and BibLaTeX libraries: papers with the keywords, notes, dates and ratings that reference managers keep in
 * fields of their own. Fields: btxdoc; the biblatex manual, section 2.2; JabRef's "Special fields" and "timestamp"
 * (docs.jabref.org); BibDesk's "date-added"; Mendeley's "arxivid"; arXiv's own eprint fields
 * (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 */
import { say } from '../../core/say.ts';
import { cleanLine } from '../clean.ts';
import { issuedVenue } from '../issued.ts';
import { TEXT_SYMBOLS } from '../latex-symbols.ts';
import { bibNote } from './bibtex-note.ts';
import { BibParser, type RawEntry } from './bibtex-parse.ts';
import { bibLabels, bibNames, bibText } from './bibtex-text.ts';
import { decodeEntities, withoutStyles } from './html-text.ts';
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import { arxivIn, isoTime, looseDate, monthOf, referenceIn, statusIn, venueIn } from './import-text.ts';

/** Entries that only lend their fields to others, or are no work at all. */
const NO_PAPERS = new Set(['xdata', 'set', 'periodical', 'bibnote', 'string']);
/** Entries that are left out where another one stands in them: proceedings of papers in the same file. */
const CONTAINERS = new Set(['proceedings', 'mvproceedings', 'collection', 'mvcollection', 'book', 'mvbook']);
const PARTS = /^in(?:proceedings|collection|book|reference)$|^conference$/;
/** Entries that are theses or reports, under all their names. */
const THESIS = /thesis$/;
const REPORT = /report$/;
/** Entries after which the caller may let the page breathe. */
const STRIDE = 200;

/** Journals as NASA ADS writes them, macros of the AAS's styles (https://ui.adsabs.harvard.edu/help/actions/journal-macros). */
const AAS: Readonly<Record<string, string>> = {
  aj: 'Astronomical Journal',
  apj: 'Astrophysical Journal',
  apjl: 'Astrophysical Journal Letters',
  apjs: 'Astrophysical Journal Supplement',
  aap: 'Astronomy and Astrophysics',
  araa: 'Annual Review of Astronomy and Astrophysics',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  nat: 'Nature',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  prd: 'Physical Review D',
  prl: 'Physical Review Letters',
  rmp: 'Reviews of Modern Physics',
  ssr: 'Space Science Reviews',
};
const ofAas = (journal: string): string => {
  const macro = /^\\([a-z]+)(?:\{\})?$/.exec(journal)?.[1] ?? '';
  return Object.hasOwn(AAS, macro) ? (AAS[macro] as string) : journal;
};

type Fields = ReadonlyMap<string, string>;

/** Whether a text begins like a BibTeX file, what stands before its first entry aside. */
export const looksLikeBibtex = (text: string): boolean =>
  /(?:^|\n)[ \t]*@[ \t]*(?:string|preamble|comment|[a-z]+\s*[{(]\s*[^\s{}(),="]*\s*,)/i.test(text);

/** Reads a file entry by entry. An entry without title and id, and every broken one, is named. */
export function* readBibtex(text: string): Generator<ImportStep, void> {
  const linked = yield* mentionsOthers(text);
  const parents = new Map<string, RawEntry>();
  const lent = new Set<string>();
  if (linked) {
    let count = 0;
    for (const entry of new BibParser(text).entries()) {
      if (entry.key) parents.set(entry.key.toLowerCase(), entry);
      const parent = entry.fields.get('crossref')?.trim().toLowerCase();
      if (parent) lent.add(parent);
      if (++count % STRIDE === 0) yield { read: 0 };
    }
  }
  let count = 0;
  for (const entry of new BibParser(text).entries()) {
    for (const problem of entry.problems) yield { problem };
    if (++count % STRIDE === 0) yield { read: entry.end };
    if (NO_PAPERS.has(entry.type)) continue;
    if (CONTAINERS.has(entry.type) && lent.has(entry.key.toLowerCase())) continue;
    const fields = linked ? inherited(entry, parents, 0) : entry.fields;
    const record = recordOf(draftOf(entry, fields), { line: entry.line });
    if (record) yield { record };
    else if (entry.problems.length === 0)
      yield {
        problem: {
          line: entry.line,
          why: say('bibtexNothing', entry.key || `@${entry.type}`),
        },
      };
  }
}

/** Whether any entry refers to another; looked for piece by piece, since files may be large. */
function* mentionsOthers(text: string): Generator<ImportStep, boolean> {
  const PIECE = 2_000_000;
  for (let at = 0; at < text.length; at += PIECE) {
    if (/\b(?:crossref|xdata)\s*=/i.test(text.slice(at, at + PIECE + 50))) return true;
    yield { read: 0 };
  }
  return false;
}

/** Its own fields and those of the entries it refers to; a container's title is the title of the proceedings. */
function inherited(entry: RawEntry, parents: ReadonlyMap<string, RawEntry>, depth: number): Fields {
  const names = [entry.fields.get('crossref'), ...(entry.fields.get('xdata') ?? '').split(',')];
  const found = names
    .map((name) => parents.get(name?.trim().toLowerCase() ?? ''))
    .filter((parent) => parent !== undefined && parent !== entry);
  if (found.length === 0 || depth > 3) return entry.fields;
  const out = new Map(entry.fields);
  for (const parent of found) {
    for (const [name, value] of inherited(parent as RawEntry, parents, depth + 1)) {
      const own = name === 'title' && PARTS.test(entry.type) && parent?.type !== 'xdata' ? 'booktitle' : name;
      if (
        !out.has(own) &&
        !/^(?:author|crossref|xdata|doi|url|eprint|abstract|keywords|note|annote)$/.test(own)
      )
        out.set(own, value);
      else if (parent?.type === 'xdata' && !out.has(own)) out.set(own, value);
    }
  }
  return out;
}

/** A month by the first letters of its name, and a number right before or behind it. */
const NAMED_MONTH =
  /(?:(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.,]*)?(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[\s.,]*(\d{1,2})(?!\d))?/i;

/** `date`, else `year` with `month` and `day`; months may hold the day too, `"10~" # jan`, or a range, which has none. */
function dateOf(text: (name: string) => string): string | undefined {
  const date = looseDate(text('date'));
  if (date) return date;
  const year = /\d{4}/.exec(text('year'))?.[0];
  if (!year) return looseDate(text('eventdate'));
  const month = text('month');
  const numbers = month.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  const named = NAMED_MONTH.exec(month);
  const number = monthOf(named?.[2] ?? numbers[0] ?? '');
  const day = text('day') || (numbers.length === 1 && (named?.[1] ?? named?.[3]));
  return looseDate([year, number, number && day].filter((part) => part).join('-'));
}

/** Whatever of the entry may name the paper. */
function idsOf(raw: (name: string) => string, venue: string): (string | undefined)[] {
  const eprint = raw('eprint') || raw('arxivid') || raw('arxiv');
  const kind = (raw('archiveprefix') || raw('eprinttype')).toLowerCase();
  const volume = /^corr$/i.test(venue) ? raw('volume') : '';
  return [
    kind === 'pubmed' ? `pmid:${eprint}` : eprint.replace(/^arxiv:/i, 'arXiv:'),
    raw('pmid') && `pmid:${raw('pmid')}`,
    raw('doi'),
    raw('url'),
    raw('ee'),
    arxivIn(venue),
    arxivIn(volume),
    arxivIn(raw('note')),
    arxivIn(raw('howpublished')),
    ...(/https?:\/\/[^\s{}]+/.exec(raw('howpublished')) ?? []),
    raw('adsurl'),
    raw('bdsk-url-1'),
  ];
}

/** Addresses and ids stand as they are, but for the escapes that some programs write into them. */
function verbatim(value: string): string {
  const named = (whole: string, name: string): string =>
    Object.hasOwn(TEXT_SYMBOLS, name) ? (TEXT_SYMBOLS[name] as string) : whole;
  return cleanLine(
    value
      .replace(/\\([_&%#~{}])/g, '$1')
      .replace(/\\(text[a-z]+) ?/g, named)
      .replace(/\$([<>])\$/g, '$1')
      .replace(/&(?:lt|gt|amp);/g, decodeEntities)
      .replace(/[{}]/g, ''),
  );
}

function draftOf(entry: RawEntry, fields: Fields): Draft {
  const raw = (name: string): string => verbatim(fields.get(name) ?? '');
  const text = (name: string): string => {
    const value = fields.get(name);
    return value === undefined ? '' : bibText(value);
  };
  const shown = (name: string): string => withoutStyles(text(name));
  const first = (...names: string[]): string => names.map(shown).find((value) => value !== '') ?? '';
  const journal = ofAas(first('journaltitle', 'journal'));
  const proceedings = venueIn(first('booktitle'));
  const issued = THESIS.test(entry.type) ? 'thesis' : REPORT.test(entry.type) ? 'report' : undefined;
  const by = venueIn(first('school', 'institution'));
  const container =
    (issued && issuedVenue(issued, [shown('type'), entry.type], by)) ??
    proceedings ??
    venueIn(journal) ??
    venueIn(first('eventtitle', 'maintitle')) ??
    by;
  const names = bibNames(fields.get('author') ?? fields.get('editor') ?? '');
  const { authors: editors } = bibNames(fields.get('editor') ?? '');
  const title = [shown('title'), shown('subtitle')].filter((part) => part !== '').join(': ');
  const rank = /^(?:rank)?([1-5])$/.exec(raw('ranking') || raw('rating'))?.[1];
  return {
    title,
    ...names,
    editors,
    abstract: shown('abstract'),
    published: dateOf(text),
    venue: container,
    comment: venueIn(text('note')),
    journalRef: referenceIn(venueIn(journal), {
      proceedings,
      series: shown('series'),
      volume: text('volume'),
      issue: text('number'),
      pages: text('pages'),
      date: /\d{4}/.exec(text('date') || text('year'))?.[0],
    }),
    categories: raw('primaryclass') || raw('eprintclass') ? [raw('primaryclass') || raw('eprintclass')] : [],
    ids: idsOf(raw, journal),
    page: raw('url') || raw('ee'),
    pdf: raw('pdf'),
    status: statusIn(raw('readstatus')),
    rating: rank === undefined ? undefined : Number(rank),
    note: bibNote(fields),
    tags: [...bibLabels(fields.get('keywords') ?? ''), ...bibLabels(fields.get('groups') ?? '')],
    citeKey: entry.key,
    savedAt:
      isoTime(raw('date-added')) ??
      isoTime(raw('timestamp').replaceAll('.', '-')) ??
      isoTime(raw('creationdate')),
  };
}

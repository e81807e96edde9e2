/**
 * PaperMemory's backup (github.com/vict0rsch/PaperMemory, src/shared/js/utils/data.js at 6eac9444): one object, an entry a
 * paper under its own id, keys that begin with "__" are its bookkeeping. Also its two other exports: ids with their
 * BibTeX, and the list of addresses with tags that it imports itself. It keeps every paper that was opened: each of them
 * is saved, favourites are flagged, and how often a paper was opened is kept as visits.
 */
import { say } from '../../core/say.ts';
import { cleanLine } from '../clean.ts';
import { readBibtex } from './bibtex.ts';
import { BibParser } from './bibtex-parse.ts';
import { bibText } from './bibtex-text.ts';
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import { arxivIn, isoTime, looseDate, namesIn, venueIn } from './import-text.ts';
import { type JsonPart, jsonParts, parsePart } from './json-parts.ts';

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** What the reader sees as the reason of a flag. */
const FAVOURITE = 'favourite in PaperMemory';

/** Whether a member of an object is a paper of PaperMemory's. */
export const isPaperMemoryEntry = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['pdfLink'] === 'string' &&
  ('source' in value || 'bibtex' in value || 'bibtext' in value);

/** Whether an element of a list is one of the addresses PaperMemory imports. */
export const isUrlEntry = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['url'] === 'string' &&
  !('title' in value) &&
  ('tags' in value || 'codeLink' in value);

/** Reads a backup, or an object of ids and BibTeX. */
export function* readPaperMemory(source: string): Generator<ImportStep, void> {
  let count = 0;
  for (const part of jsonParts(source)) {
    if (++count % 200 === 0) yield { read: part.end };
    if (part.key?.startsWith('__')) continue;
    yield* stepsOf(part);
  }
}

function* stepsOf(part: JsonPart): Generator<ImportStep, void> {
  const place = { line: part.line };
  const name = part.key ?? '';
  const parsed = parsePart(part);
  if ('why' in parsed) {
    yield { problem: { ...place, why: name ? say('namedWhy', name, parsed.why) : parsed.why } };
    return;
  }
  const { value } = parsed;
  if (typeof value === 'string' && value.includes('@')) {
    for (const step of readBibtex(value)) {
      if ('record' in step) yield { record: { ...step.record, place, saved: true } };
      else if ('problem' in step)
        yield { problem: { ...place, why: say('namedWhy', name, step.problem.why) } };
    }
    return;
  }
  const record = isObject(value)
    ? recordOf(isUrlEntry(value) ? addressOf(value) : draftOf(name, value), place)
    : undefined;
  yield record
    ? { record }
    : {
        problem: {
          ...place,
          why: name ? say('namedNothing', name) : say('entryNoPaper'),
        },
      };
}

/** Old papers of arXiv have "_" for "/": `Arxiv-hep-th_9901001`. */
const ownArxiv = (id: string): string | undefined => {
  const found = /^arxiv-(.+)$/i.exec(id)?.[1];
  return found && `arXiv:${found.replace('_', '/')}`;
};

/** "Accepted @ ICLR (2024) -- [dblp.org]", which it writes at the head of notes. */
const venueOfNote = (note: string): string | undefined =>
  /^(?:Accepted|Published) @ (.{2,100}?)\s*(?:\(\d{4}\))?\s*(?:--|$)/m.exec(note.split('\n')[0] ?? '')?.[1];

/** What its BibTeX adds: it may be empty or broken, and is never taken over as it is. */
function bibOf(value: unknown): ReadonlyMap<string, string> {
  const [entry] = typeof value === 'string' ? new BibParser(value.slice(0, 100_000)).entries() : [];
  return entry?.fields ?? new Map();
}

function visitsOf(value: Loose): Draft['visits'] {
  const first = isoTime(value['addDate']);
  const last = isoTime(value['lastOpenDate']);
  const count = Number(value['count']);
  const [from, to] = [first ?? last, last ?? first];
  if (!from || !to) return undefined;
  return {
    count: Number.isInteger(count) && count > 0 ? count : 1,
    first: from < to ? from : to,
    last: from < to ? to : from,
  };
}

function draftOf(name: string, value: Loose): Draft {
  const bib = bibOf(value['bibtex'] ?? value['bibtext']);
  const field = (key: string): string => bibText(bib.get(key) ?? '');
  const id = text(value['id']) || name;
  const note = text(value['note']);
  const pdf = text(value['pdfLink']).replace(/^http:\/\/(?=[^/]*arxiv\.org)/, 'https://');
  const isPdf = /\.pdf(?:$|[?#])|\/pdf\b/i.test(pdf);
  const visits = visitsOf(value);
  const savedAt = isoTime(value['addDate']) ?? visits?.first;
  const favourite = value['favorite'] === true;
  const tags = Array.isArray(value['tags'])
    ? value['tags'].filter((tag): tag is string => typeof tag === 'string')
    : [];
  return {
    title: text(value['title']),
    ...namesIn(text(value['author']).replace(/\s+and\s+/g, ' ; ')),
    published: looseDate(cleanLine(text(value['year']))) ?? looseDate(field('year')),
    venue:
      venueIn(text(value['venue'])) ??
      venueIn(venueOfNote(note)) ??
      venueIn(field('booktitle')) ??
      venueIn(field('journal')),
    ids: [
      ownArxiv(id),
      text(value['doi']),
      pdf,
      field('doi'),
      field('eprint') && arxivIn(`arXiv:${field('eprint')}`),
      field('url'),
    ],
    page: isPdf ? field('url') : pdf,
    pdf: isPdf ? pdf : undefined,
    code: [text(value['codeLink'])].filter((href) => href !== ''),
    note,
    tags,
    saved: true,
    ...(favourite ? { flagged: true, reasons: [FAVOURITE] } : {}),
    citeKey: text(value['key']),
    savedAt,
    ...(visits ? { visits } : {}),
  };
}

function addressOf(value: Loose): Draft {
  const url = text(value['url']);
  const tags = Array.isArray(value['tags']) ? value['tags'].map(text) : [];
  return {
    title: '',
    authors: [],
    ids: [url],
    page: url,
    code: [text(value['codeLink'])].filter((href) => href !== ''),
    tags,
  };
}

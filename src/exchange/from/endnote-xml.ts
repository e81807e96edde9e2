/**
 * EndNote XML, as EndNote, Zotero and Mendeley export it (the RSX DTD that EndNote ships: records with contributors,
 * titles, dates, urls; text in `style` elements). Records are cut out one by one, so that a file that is broken in one
 * place gives all others.
 */
import { say } from '../../core/say.ts';
import { cleanNote } from '../clean.ts';
import { issuedVenue } from '../issued.ts';
import { type Draft, type ImportStep, type Place, recordOf } from './import-record.ts';
import { arxivIn, labelsIn, looseDate, namesOf, referenceIn, venueIn } from './import-text.ts';
import { CUT_NOTE } from './ris.ts';
import { childrenOf, readXml, type XmlElement } from './xml.ts';
import { type XmlPiece, xmlPieces } from './xml-pieces.ts';

/** Whether a text begins like a file of EndNote's. */
export const looksLikeEndnote = (text: string): boolean =>
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<xml>\s*<records>|<records>\s*<record>/i.test(
    text.slice(0, 3_000),
  );

/** Reads a file record by record. */
export function* readEndnoteXml(text: string): Generator<ImportStep, void> {
  let count = 0;
  for (const piece of xmlPieces(text, ['record'])) {
    yield stepOf(piece);
    if (++count % 200 === 0) yield { read: piece.end };
  }
}

function stepOf(piece: XmlPiece): ImportStep {
  const place: Place = { line: piece.line };
  if (!piece.whole) return { problem: { ...place, why: say('recordCut') } };
  let element: XmlElement;
  try {
    // styles cut texts into runs; without them the runs join in their order
    element = readXml(piece.text.replace(/<\/?style\b[^<>]*>/g, ''));
  } catch {
    return { problem: { ...place, why: say('recordNoXml') } };
  }
  const record = recordOf(draftOf(element), place);
  return record ? { record } : { problem: { ...place, why: say('recordNothing') } };
}

/** All elements at a path below `element`. */
function at(element: XmlElement, ...path: string[]): XmlElement[] {
  let found = [element];
  for (const name of path) found = found.flatMap((one) => childrenOf(one, name));
  return found;
}

function draftOf(record: XmlElement): Draft {
  const all = (...path: string[]): string[] =>
    at(record, ...path)
      .map((one) => one.text)
      .filter((text) => text.trim() !== '');
  const first = (...path: string[]): string => all(...path)[0] ?? '';
  const authors = all('contributors', 'authors', 'author');
  const second = all('contributors', 'secondary-authors', 'author');
  const names = namesOf(authors.length > 0 ? authors : second);
  const notes = [...all('notes'), ...all('research-notes')];
  const cut = notes.some((note) => note.includes(CUT_NOTE));
  const year = looseDate(first('dates', 'year'));
  const exact = looseDate(first('dates', 'pub-dates', 'date'));
  const type = at(record, 'ref-type')[0]?.attributes.get('name') ?? '';
  const issued = /thesis/i.test(type) ? 'thesis' : /report/i.test(type) ? 'report' : undefined;
  const named = [
    first('periodical', 'full-title'),
    first('titles', 'secondary-title'),
    first('alt-periodical', 'full-title'),
  ]
    .map(venueIn)
    .find((name) => name !== undefined);
  const venue = (issued && issuedVenue(issued, [first('work-type')], venueIn(first('publisher')))) ?? named;
  // ours holds one tag in each element, others' a whole list at times
  const own = at(record, 'source-app').some((app) => app.attributes.get('name') === 'Manicule');
  const urls = [...all('urls', 'related-urls', 'url'), ...all('urls', 'web-urls', 'url'), ...all('url')];
  const pdf = all('urls', 'pdf-urls', 'url');
  const published = exact && (!year || exact.startsWith(year.slice(0, 4))) ? exact : year;
  return {
    title: first('titles', 'title'),
    ...names,
    editors: namesOf(second).authors,
    ...(cut || names.authorsCut ? { authorsCut: true } : {}),
    abstract: first('abstract'),
    published,
    venue,
    journalRef: referenceIn(/journal/i.test(type) ? venue : undefined, {
      proceedings: /conference|proceedings|book section/i.test(type) ? venue : undefined,
      series: first('titles', 'tertiary-title'),
      volume: first('volume'),
      issue: first('number'),
      pages: first('pages'),
      date: year,
    }),
    ids: [
      ...all('electronic-resource-num'),
      ...all('accession-num'),
      ...all('accession-num').map(arxivIn),
      ...['custom1', 'custom2', 'custom7', 'number', 'publisher'].map((name) => arxivIn(first(name))),
      arxivIn(first('titles', 'secondary-title')),
      ...urls,
      ...pdf,
      ...(/medline|pubmed/i.test(first('remote-database-name'))
        ? all('accession-num').map((number) => `pmid:${number}`)
        : []),
    ],
    page: urls[0]?.trim(),
    pdf: pdf.find((href) => /^\s*https?:/i.test(href)),
    note: notes
      .map((note) => cleanNote(note.replace(CUT_NOTE, '')))
      .filter((note) => note !== '')
      .join('\n\n'),
    tags: all('keywords', 'keyword').flatMap((words) =>
      !own && /[;\n]/.test(words) ? labelsIn(words) : [words],
    ),
    citeKey: first('label'),
  };
}

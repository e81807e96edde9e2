/**
 * Zotero's own export, RDF/XML: items with their tags, notes and collections. Vocabulary as Zotero's translator
 * "Zotero RDF" writes it (https://github.com/zotero/translators, Zotero RDF.js): bib:, dc:, dcterms:, foaf:, prism:, z:.
 * Notes and journals are records of their own that items refer to.
 */

import { say } from '../../core/say.ts';
import { issuedVenue } from '../issued.ts';
import { htmlToText } from './html-text.ts';
import { type Draft, type ImportStep, recordOf } from './import-record.ts';
import {
  arxivIn,
  type GivenName,
  isoTime,
  labelsIn,
  looseDate,
  referenceIn,
  venueIn,
} from './import-text.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml.ts';
import { xmlPieces } from './xml-pieces.ts';

const ITEM =
  'bib:(?:Article|Book|BookSection|ConferenceProceedings|Document|Manuscript|Report|Thesis|Letter|Patent|Presentation|Data|Recording|Motion_Picture|Image|Legislation|Interview)|rdf:Description';
const NAMES = [ITEM, 'bib:Journal', 'bib:Memo', 'z:Collection', 'z:Attachment', 'bib:Series', 'z:UserItem'];
/** Kinds that are no works of their own. */
const NO_WORK = /^(?:attachment|note|annotation)$/;

/** Whether a text begins like a file of Zotero's. */
export const looksLikeZoteroRdf = (text: string): boolean =>
  /<rdf:RDF[\s\S]{0,2000}zotero\.org\/namespaces\/export/i.test(text.slice(0, 5_000));

interface Known {
  /** `rdf:about` of a journal → its element; of a note → its text. */
  journals: Map<string, XmlElement>;
  notes: Map<string, string>;
  /** `rdf:about` of an item → names of the collections it is filed in. */
  collections: Map<string, string[]>;
}

const wrapped = (text: string): XmlElement | undefined => {
  try {
    return readXml(text);
  } catch {
    return undefined;
  }
};
const about = (element: XmlElement): string => element.attributes.get('rdf:about') ?? '';
const resources = (element: XmlElement, name: string): string[] =>
  childrenOf(element, name).map((child) => child.attributes.get('rdf:resource') ?? '');

/** First pass: what items refer to. */
function* gather(text: string, known: Known): Generator<ImportStep, void> {
  let count = 0;
  for (const piece of xmlPieces(text, NAMES, false)) {
    if (++count % 200 === 0) yield { read: 0 };
    if (!/^(?:bib:Journal|bib:Memo|z:Collection)$/.test(piece.name)) continue;
    const element = wrapped(piece.text);
    if (!element) continue; // named in the second pass
    if (piece.name === 'bib:Journal') known.journals.set(about(element), element);
    else if (piece.name === 'bib:Memo') known.notes.set(about(element), htmlToText(textOf(element, 'value')));
    else
      for (const item of resources(element, 'hasPart'))
        known.collections.set(item, [...(known.collections.get(item) ?? []), textOf(element, 'title')]);
  }
}

/** Reads a file item by item; collections become tags. */
export function* readZoteroRdf(text: string): Generator<ImportStep, void> {
  const known: Known = { journals: new Map(), notes: new Map(), collections: new Map() };
  yield* gather(text, known);
  let count = 0;
  for (const piece of xmlPieces(text, NAMES, false)) {
    if (++count % 200 === 0) yield { read: piece.end };
    const place = { line: piece.line };
    const element = piece.whole ? wrapped(piece.text) : undefined;
    if (!element) {
      yield {
        problem: {
          ...place,
          why: piece.whole ? say('recordNoXml') : say('recordCut'),
        },
      };
      continue;
    }
    const type = textOf(element, 'itemType');
    if (/^(?:bib:Journal|bib:Memo|bib:Series|z:)/.test(piece.name) || NO_WORK.test(type)) continue;
    if (piece.name === 'rdf:Description' && type === '') continue;
    const record = recordOf(draftOf(element, known), place);
    yield record ? { record } : { problem: { ...place, why: say('itemNothing') } };
  }
}

function names(element: XmlElement, role: string): GivenName[] {
  const people = childrenOf(element, role)
    .flatMap((one) => childrenOf(one, 'Seq'))
    .flatMap((one) => childrenOf(one, 'li'))
    .flatMap((one) => childrenOf(one, 'Person'));
  return people.map((person): GivenName => {
    const given = textOf(person, 'givenName') || textOf(person, 'givenname');
    const family = textOf(person, 'surname');
    return given && family ? { family, given } : { literal: given || family };
  });
}

/** Identifiers stand as text ("DOI 10.1000/x", "ISSN …") or as an address in a `dcterms:URI`. */
function identifiers(element: XmlElement): string[] {
  return childrenOf(element, 'identifier').flatMap((one) => {
    const uri = childrenOf(one, 'URI').map((child) => textOf(child, 'value'));
    return [...uri, one.text.replace(/^\s*DOI\s+/i, '').trim()].filter((text) => text !== '');
  });
}

function draftOf(element: XmlElement, known: Known): Draft {
  const [inside] = childrenOf(element, 'isPartOf');
  const reference = inside?.attributes.get('rdf:resource');
  const container = reference ? known.journals.get(reference) : inside?.children[0];
  const [presented] = childrenOf(element, 'presentedAt').flatMap((one) => one.children);
  const ids = [...identifiers(element), ...(container ? identifiers(container) : [])];
  const tags = childrenOf(element, 'subject').flatMap((one) => {
    const automatic = childrenOf(one, 'AutomaticTag').map((tag) => textOf(tag, 'value'));
    return [...automatic, ...labelsIn(one.text)];
  });
  const extra = textOf(element, 'description');
  const key = /^Citation Key:\s*(\S+)/im.exec(extra)?.[1];
  const published = looseDate(textOf(element, 'date'));
  const type = textOf(element, 'itemType');
  const issued = type === 'thesis' || type === 'report' ? type : undefined;
  const [publisher] = childrenOf(element, 'publisher').flatMap((one) => one.children);
  const venue =
    venueIn(container && textOf(container, 'title')) ??
    venueIn(presented && textOf(presented, 'title')) ??
    (issued &&
      issuedVenue(issued, [textOf(element, 'type')], venueIn(publisher && textOf(publisher, 'name'))));
  return {
    title: textOf(element, 'title'),
    authors: names(element, 'authors').length > 0 ? names(element, 'authors') : names(element, 'editors'),
    editors: names(element, 'editors'),
    abstract: textOf(element, 'abstract'),
    published,
    venue,
    journalRef: referenceIn(venue, {
      proceedings: /^(?:conferencePaper|bookSection)$/.test(type) ? venue : undefined,
      volume: container && textOf(container, 'volume'),
      issue: container && textOf(container, 'number'),
      pages: textOf(element, 'pages'),
      date: published,
    }),
    ids: [
      ...ids,
      arxivIn(extra),
      arxivIn(textOf(element, 'number')),
      arxivIn(container && textOf(container, 'title')),
      about(element),
    ],
    page:
      ids.find((id) => /^https?:/.test(id)) ?? (/^https?:/.test(about(element)) ? about(element) : undefined),
    note: resources(element, 'isReferencedBy')
      .map((id) => known.notes.get(id) ?? '')
      .filter((note) => note !== '')
      .join('\n\n'),
    tags: [...tags, ...(known.collections.get(about(element)) ?? [])],
    citeKey: key,
    savedAt: isoTime(textOf(element, 'dateSubmitted')),
  };
}

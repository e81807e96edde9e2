/**
 * The Cryptology ePrint Archive of the IACR: search, updates of the last days, years, all papers, one paper. No ids but
 * its own numbers, unless a paper's page gives the DOI of its published version.
 * Unverified: built from what Zotero's translator "ePrint IACR" and other readers select; no saved page was at hand.
 */
import { paperInMeta } from './citation-meta.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { meta, textOf } from './dom.ts';
import { area, list, paperAt } from './eprint-lists.ts';
import { distinct, entryOf, idsIn, namesIn, type Read } from './parts.ts';

const heading = (doc: Document): Element | null => area(doc).querySelector('h3');

const details = (doc: Document): Element | null =>
  doc.querySelector('#metadata') ?? area(doc).querySelector('dl');

/** The first day of a paper's history: "2024-05-01: received". */
function received(doc: Document): string | undefined {
  const days = textOf(details(doc)).match(/\b(?:19|20)\d{2}-\d{2}-\d{2}(?=:\s)/g);
  return days?.sort()[0];
}

/** The whole abstract stands in a meta too, where no typesetting touches it; else in the paragraphs below its heading. */
function abstractOf(doc: Document): string {
  const told = meta(doc, 'og:description');
  if (told) return told;
  const title = Array.from(doc.querySelectorAll('h5')).find((one) =>
    /^\s*Abstract/.test(one.textContent ?? ''),
  );
  const paragraphs: string[] = [];
  for (let next = title?.nextElementSibling; next?.localName === 'p'; next = next.nextElementSibling)
    if (!/^\s*Note:/.test(next.textContent ?? '')) paragraphs.push(textOf(next));
  return paragraphs.join(' ');
}

const paper = defineListing<Read | undefined>({
  kind: 'paper',
  live: false,
  root: area,
  items: (doc) => distinct([heading(doc)]),
  context: paperInMeta,
  read(title, told) {
    const doc = title.ownerDocument;
    const key = paperAt(new URL(doc.URL));
    const metadata = details(doc);
    const known = told ? [told.id, ...(told.aliases ?? [])].filter((id) => !id.startsWith('title:')) : [];
    return entryOf(
      {
        ids: [...known, ...(metadata ? idsIn(metadata) : [])],
        // typesetting redraws what is shown
        title: told?.title ?? textOf(title),
        ...(told?.authors.length ? { authors: told.authors } : namesIn(textOf(title.nextElementSibling))),
        abstract: abstractOf(doc),
        published: received(doc) ?? told?.published ?? key?.slice(0, 4),
        keywords: Array.from(doc.querySelectorAll('.keywords .keyword, a.keyword'), (word) => textOf(word)),
        page: key ? `https://eprint.iacr.org/${key}` : undefined,
        pdf: key && doc.querySelector('a[href$=".pdf"]') ? `https://eprint.iacr.org/${key}.pdf` : undefined,
      },
      doc.URL,
    );
  },
  slot: (title) => ({ parent: title, before: null, style: 'flow', beside: title }),
  texts: (title) => [title],
  expected: () => 1,
});

const LISTS = /^\/(?:search|days\/\d+|(?:19|20)\d{2}|complete(?:\/compact)?|curr)\/?$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (url.hostname !== 'eprint.iacr.org') return undefined;
  if (url.pathname === '/search' && !url.search) return undefined;
  if (LISTS.test(url.pathname)) return list;
  return !/\.\w+$/.test(url.pathname) && paperAt(url) ? paper : undefined;
}

export const site = defineSite({
  id: 'eprint',
  verified: false,
  examples: [
    'https://eprint.iacr.org/search?q=hedges',
    'https://eprint.iacr.org/search?q=hedges&offset=100&category=PROTOCOLS',
    'https://eprint.iacr.org/days/7',
    'https://eprint.iacr.org/2026/',
    'https://eprint.iacr.org/2021/?offset=200',
    'https://eprint.iacr.org/complete/',
    'https://eprint.iacr.org/complete/compact',
    'https://eprint.iacr.org/2026/1077',
    'https://eprint.iacr.org/2005/033',
  ],
  paper: paperAt,
  listing,
});

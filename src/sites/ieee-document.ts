/** One paper of IEEE Xplore: its metadata stands in a script, for the page's own scripts to draw. */
import { idOfDoi } from '../core/identity.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import { defineListing } from './define-site.ts';
import { dateOf, entryOf, type Read } from './parts.ts';

const BEFORE = 'xplGlobal.document.metadata=';

interface Data {
  title?: unknown;
  displayDocTitle?: unknown;
  authors?: unknown;
  abstract?: unknown;
  doi?: unknown;
  publicationTitle?: unknown;
  publicationDate?: unknown;
  publicationYear?: unknown;
  pdfPath?: unknown;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Titles and abstracts hold markup for subscripts and the like. */
const plain = (value: unknown): string => (text(value) ?? '').replace(/<\/?[a-z][^>]*>/gi, '');

/** @returns undefined where the page holds no such data; a sentence where it is broken. */
function dataIn(doc: Document): Data | string | undefined {
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const written = script.textContent ?? '';
    const at = written.indexOf(BEFORE);
    if (at < 0) continue;
    const json = /^\s*(\{.*\});?[ \t]*(?:\r?\n|$)/.exec(written.slice(at + BEFORE.length))?.[1];
    try {
      return JSON.parse(json ?? '') as Data;
    } catch {
      return 'The page’s own data could not be read.';
    }
  }
  return undefined;
}

function paperIn(doc: Document, url: URL, problems: string[]): Read | undefined {
  const data = dataIn(doc);
  if (typeof data === 'string') problems.push(data);
  if (typeof data !== 'object' || data === null) return paperInMeta(doc, url);
  const authors = Array.isArray(data.authors) ? data.authors : [];
  const abstract = plain(data.abstract);
  return entryOf(
    {
      ids: [idOfDoi(text(data.doi) ?? '')],
      title: plain(data.displayDocTitle) || plain(data.title),
      authors: authors.map((one: { name?: unknown } | null) => text(one?.name) ?? ''),
      abstract: /^true$/i.test(abstract) ? undefined : abstract,
      venue: text(data.publicationTitle),
      // of several days the first
      published: dateOf(
        (text(data.publicationDate) ?? text(data.publicationYear) ?? '').replace(/^(\d+)\s*-\s*\d+\s/, '$1 '),
      ),
      page: url.href,
    },
    url.href,
  );
}

export const document = defineListing<Read | undefined>({
  ...metaListing,
  live: true,
  items: (doc) => [...doc.querySelectorAll('h1')].slice(0, 1),
  context: paperIn,
  // a document is shown: its data must be somewhere
  expected: (doc) => (doc.querySelector('h1.document-title') ? 1 : undefined),
});

/**
 * A paper's own page by what it tells indexers: `citation_*` and Dublin Core metas, JSON-LD, COinS.
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, https://schema.org/ScholarlyArticle
 */
import type { Entry } from '../core/paper.ts';
import { defineListing } from './define-site.ts';

/** What the page's metadata tells of the one paper it is about; undefined where it tells of none. */
export function paperInMeta(_doc: Document, _url: URL): Omit<Entry, 'position' | 'site'> | undefined {
  return undefined;
}

/** The page of one paper, whatever its markup. */
export const metaListing = defineListing<Omit<Entry, 'position' | 'site'> | undefined>({
  kind: 'paper',
  live: false,
  root: (doc) => doc.body,
  items: (doc) => Array.from(doc.querySelectorAll('h1')).slice(0, 1),
  context: (doc, url) => paperInMeta(doc, url),
  read: (_item, paper) => paper,
  embedded: (paper) => (paper ? [paper] : []),
  slot: (item) => ({ parent: item, before: null, style: 'flow', beside: item }),
  texts: (item) => [item],
  expected: () => undefined,
});

/**
 * In a site's own script this stands for sites/citation-meta.ts: pages of single papers are read by code that is loaded
 * where one is met, so that lists do not carry it. It is loaded before the page is read: see main.ts.
 */
import type { Listing } from '../sites/define-site.ts';
import type { Rescue } from '../sites/rescue.ts';
import { shelf } from './shelf.ts';

shelf().later = true;

type Meta = Rescue['meta'];

const meta = (): Meta['metaListing'] | undefined => shelf().rescue?.meta.metaListing;

export const paperInMeta: Meta['paperInMeta'] = (doc, url) => shelf().rescue?.meta.paperInMeta(doc, url);

export const metaListing: Listing = {
  kind: 'paper',
  live: false,
  root: (doc) => meta()?.root(doc) ?? null,
  items: (doc) => meta()?.items(doc) ?? [],
  context: (doc, url, problems) => meta()?.context(doc, url, problems),
  read: (item, context) => meta()?.read(item, context as never),
  embedded: (context) => meta()?.embedded?.(context as never) ?? [],
  slot: (item) => meta()?.slot(item),
  texts: (item) => meta()?.texts(item) ?? [],
  expected: (doc) => meta()?.expected(doc),
};

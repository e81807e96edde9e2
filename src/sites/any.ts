/** The way to read a page that no site file knows: as one paper's page by its metadata, else by its links to papers. */
import { anyListing } from './any-page.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import type { Site } from './define-site.ts';
import type { Known } from './known.ts';

/** Goes by its host: sightings and the popup name it so. */
const siteOf = (url: URL): Site => ({
  id: url.hostname.replace(/^www\./, '').slice(0, 60),
  any: true,
  verified: true,
  examples: [],
  listing: () => undefined,
});

/** How the page at `url` is read without a site file. Looks at the page's metadata, so the page must be parsed. */
export const anyKnown = (doc: Document, url: URL): Known => ({
  site: siteOf(url),
  listing: paperInMeta(doc, url) ? metaListing : anyListing(),
});

/**
 * The ways to read a page that need no site file, or not all of it: loaded only where a site file falls short, or where
 * there is none, so that no other page carries them.
 */
import { anyKnown } from './any.ts';
import { anyListing } from './any-page.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import type { Listing, Site } from './define-site.ts';
import { keyOf } from './evidence.ts';
import type { Known } from './known.ts';
import type { Way } from './ladder.ts';

export interface Rescue {
  /** How a page of `listing`'s kind is read when its site file fails. */
  ways(site: Site, listing: Listing): Way[];
  /** How a page of no known site is read. */
  known(doc: Document, url: URL): Known;
  /** What reads the metadata of a paper's own page. */
  meta: { metaListing: typeof metaListing; paperInMeta: typeof paperInMeta };
}

export const rescue: Rescue = {
  ways: (site, listing) =>
    listing.kind === 'paper'
      ? [{ via: 'embedded', listing: metaListing }]
      : [{ via: 'links', listing: anyListing({ key: keyOf(site.paper), within: listing }) }],
  known: anyKnown,
  meta: { metaListing, paperInMeta },
};

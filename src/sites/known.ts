/** Which of some sites knows an address. Apart from the list of all sites, so that a page need not carry them. */
import type { Listing, Site } from './define-site.ts';

export interface Known {
  site: Site;
  // biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
  listing: Listing<any>;
}

/** The site and the way to read the page at `url`; undefined when none of `sites` knows it. Decided by the address alone. */
export function knownAt(url: URL, sites: readonly Site[]): Known | undefined {
  for (const site of sites) {
    const listing = site.listing(url);
    if (listing) return { site, listing };
  }
  return undefined;
}

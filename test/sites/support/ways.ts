/** By which of the ways to read a page it was read. */
import type { Listing } from '../../../src/sites/define-site.ts';
import type { siteFor } from '../../../src/sites/index.ts';
import type { Reading } from '../../../src/sites/read-page.ts';
import { rescue } from '../../../src/sites/rescue.ts';

export type Known = NonNullable<ReturnType<typeof siteFor>>;

/** The listing that `reading` came from: the first way with as many items. */
export function listingOf({ site, listing }: Known, reading: Reading, doc: Document): Listing {
  if (!reading.via) return listing;
  const others = [...(listing.eras ?? []), ...rescue.ways(site, listing).map((way) => way.listing)];
  return others.find((other) => other.items(doc).length >= reading.entries.length) ?? listing;
}

/** Looks for a better way to read a page that holds more than was found. Part of the rescue script. */
import type { Listing, Site } from '../sites/define-site.ts';
import { fallsShort, isBetter, ownWays, type Way } from '../sites/ladder.ts';
import { readItem } from '../sites/read-item.ts';
import { rescue } from '../sites/rescue.ts';
import { breathe } from './dom.ts';

function idsBy(listing: Listing, doc: Document, url: URL, site: string): string[] {
  const context = listing.context(doc, url, []);
  const ids: string[] = [];
  for (const item of listing.items(doc)) {
    const entry = readItem(listing, item, context, site, ids.length + 1, []);
    if (entry) ids.push(entry.id);
  }
  return ids;
}

/**
 * The way that finds clearly more than `ids`, which `now` found: one of the site's other markups, then what needs no site
 * file; `now` itself where there is none, or where `signal` ended the search.
 * @param own the site's own way, of which the others are told
 */
export async function climb(
  now: Way,
  site: Site,
  own: Listing,
  url: URL,
  ids: readonly string[],
  expected: number | undefined,
  signal: AbortSignal,
): Promise<Way> {
  let best: { way: Way; ids: readonly string[] } = { way: now, ids };
  const others = [...ownWays(own).filter(({ via }) => via !== now.via), ...rescue.ways(site, own)];
  for (const way of others) {
    await breathe();
    if (signal.aborted) return now;
    const other = { way, ids: idsBy(way.listing, document, url, site.id) };
    if (isBetter(best, other, expected)) best = other;
    if (!fallsShort(best.ids.length, expected)) break;
  }
  return best.way;
}

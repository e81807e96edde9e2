/** Reads a whole page: for the command line, saved pages and the contract tests. The content script reads what is in view first, in slices. */
import type { Entry } from '../core/paper.ts';
import type { Listing, Site } from './define-site.ts';
import { fallsShort, isBetter, ownWays, type Via, type Way } from './ladder.ts';
import { bounded, readItem, recognised } from './read-item.ts';
import { rescue } from './rescue.ts';

export interface Reading {
  site: Site;
  kind: 'listing' | 'paper';
  /** How it was read, where not as the site file says. */
  via?: Exclude<Via, 'site'>;
  entries: Entry[];
  /** Items that were found but could not be read, broken embedded data: one sentence each. */
  problems: string[];
  /** How many entries the page seems to hold, where it says. */
  expected?: number;
  /** False when the page's markup is unknown: nothing was found where entries should be. */
  recognised: boolean;
}

interface Read extends Way {
  entries: Entry[];
  problems: string[];
  ids: string[];
}

function* readBy(way: Way, site: Site, doc: Document, url: URL): Generator<void, Read> {
  const problems: string[] = [];
  const { listing } = way;
  const context = listing.context(doc, url, problems);
  const entries: Entry[] = [];
  for (const item of listing.items(doc)) {
    const entry = readItem(listing, item, context, site.id, entries.length + 1, problems);
    if (entry) entries.push(entry);
    yield;
  }
  let { via } = way;
  if (entries.length === 0) {
    for (const read of listing.embedded?.(context) ?? []) {
      entries.push(bounded({ ...read, site: site.id, position: entries.length + 1 }));
      via = 'embedded';
    }
  }
  return { via, listing, entries, problems, ids: entries.map((entry) => entry.id) };
}

/** Every way to read a page, in the order in which they are trusted. */
export const waysOf = (site: Site, listing: Listing): Way[] => [
  ...ownWays(listing),
  ...rescue.ways(site, listing),
];

/**
 * Reads the page as its site file says; where that falls short of what the page seems to hold, by the other ways. Stops
 * after every item, so that the caller can let a page breathe.
 */
export function* readSteps(site: Site, listing: Listing, doc: Document, url: URL): Generator<void, Reading> {
  const [own, ...others] = waysOf(site, listing);
  let best = yield* readBy(own as Way, site, doc, url);
  const expected = listing.expected(doc);
  for (const way of others) {
    const short = best.ids.length === 0 ? (expected ?? 0) > 0 : fallsShort(best.ids.length, expected);
    if (!short) break;
    const other = yield* readBy(way, site, doc, url);
    if (isBetter(best, other, expected)) best = { ...other, problems: [...best.problems, ...other.problems] };
  }
  return {
    site,
    kind: listing.kind,
    ...(best.via === 'site' ? {} : { via: best.via }),
    entries: best.entries,
    problems: best.problems,
    ...(expected !== undefined ? { expected } : {}),
    recognised: recognised(best.entries.length, listing.root(doc), expected),
  };
}

/** The same in one go. */
export function readPage(site: Site, listing: Listing, doc: Document, url: URL): Reading {
  const steps = readSteps(site, listing, doc, url);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

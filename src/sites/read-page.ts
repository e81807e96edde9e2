/** Reads a whole page at once: for the command line and the contract tests. The content script reads the same in slices. */
import { type Entry, LIMITS } from '../core/paper.ts';
import { clip } from '../core/text.ts';
import type { Listing, Site } from './define-site.ts';
import { fallsShort, isBetter, type Via, type Way, waysOf } from './ladder.ts';

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

/** Texts of a page are cut here, for every site: a broken or hostile page must not fill messages and the database. */
function bounded(entry: Entry): Entry {
  const { title, abstract, authors } = entry;
  if (title.length > LIMITS.title) entry.title = clip(title, LIMITS.title);
  if (abstract && abstract.length > LIMITS.abstract) entry.abstract = clip(abstract, LIMITS.abstract);
  if (authors.length > LIMITS.authors) {
    entry.authors = authors.slice(0, LIMITS.authors);
    entry.authorsCut = true;
  }
  if (authors.some((name) => name.length > LIMITS.author)) {
    entry.authors = entry.authors.map((name) => clip(name, LIMITS.author));
  }
  return entry;
}

/** Reads one item; a broken one is reported, never thrown. */
export function readItem<C>(
  listing: Listing<C>,
  item: Element,
  context: C,
  site: string,
  position: number,
  problems: string[],
): Entry | undefined {
  try {
    const read = listing.read(item, context);
    return read ? bounded({ ...read, site, position }) : undefined;
  } catch (error) {
    problems.push(`An entry could not be read (${error instanceof Error ? error.message : String(error)}).`);
    return undefined;
  }
}

/** Whether a page without entries is empty by its own words rather than unknown markup. */
export function recognised(found: number, root: Element | null, expected: number | undefined): boolean {
  return found > 0 || (root !== null && (expected ?? 0) === 0);
}

interface Read extends Way {
  entries: Entry[];
  problems: string[];
  ids: string[];
}

function readBy(way: Way, site: Site, doc: Document, url: URL): Read {
  const problems: string[] = [];
  const { listing } = way;
  const context = listing.context(doc, url, problems);
  const entries: Entry[] = [];
  for (const item of listing.items(doc)) {
    const entry = readItem(listing, item, context, site.id, entries.length + 1, problems);
    if (entry) entries.push(entry);
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

/** Reads the page as its site file says; where that falls short of what the page seems to hold, by the other ways. */
export function readPage(site: Site, listing: Listing, doc: Document, url: URL): Reading {
  const [own, ...others] = waysOf(site, listing);
  let best = readBy(own as Way, site, doc, url);
  const expected = listing.expected(doc);
  for (const way of others) {
    const short = best.ids.length === 0 ? (expected ?? 0) > 0 : fallsShort(best.ids.length, expected);
    if (!short) break;
    const other = readBy(way, site, doc, url);
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

/** Reads single items, for whoever walks a page: at once (read-page.ts) or in slices (the content script). */
import { type Entry, LIMITS } from '../core/paper.ts';
import { clip } from '../core/text.ts';
import type { Listing } from './define-site.ts';

/** Texts of a page are cut here, for every site: a broken or hostile page must not fill messages and the database. */
export function bounded(entry: Entry): Entry {
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

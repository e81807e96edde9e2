/**
 * What is tried when a page does not hold what a site file expects. Sites change their markup without notice; a reader
 * who is told nothing believes that there was nothing. So every reading is held against evidence, and where it falls
 * short, other ways are tried: the data the page carries, its other known markups, the links alone.
 */
import type { Listing } from './define-site.ts';

/**
 * How a page was read: as its site file says; by another markup the site is known for; by the data the page carries for
 * its own scripts or for indexers; by links to papers alone.
 */
export type Via = 'site' | 'era' | 'embedded' | 'links';

export interface Way {
  via: Via;
  // biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
  listing: Listing<any>;
}

/** Fewer than this part of what a page seems to hold is a failure, not a page with a few odd entries. */
const ENOUGH = 0.95;
/** A way that finds this much more than the evidence speaks of has found something else. */
const TOO_MANY = 1.15;

/** Whether a reading of `read` entries falls short of what the page seems to hold. */
export const fallsShort = (read: number, expected: number | undefined): boolean =>
  expected !== undefined && expected > 0 && read < expected * ENOUGH;

/** The site's own way first, then its other known markups. Those that need no site file follow in rescue.ts. */
export const ownWays = (listing: Listing): Way[] => [
  { via: 'site', listing },
  ...(listing.eras ?? []).map((era) => ({ via: 'era' as const, listing: era })),
];

export interface Tried {
  /** Ids of the entries read. */
  ids: readonly string[];
}

/**
 * Whether `other` is to be preferred to `best`: it finds clearly more, finds again what was found, and no more than the
 * page seems to hold.
 */
export function isBetter(best: Tried, other: Tried, expected: number | undefined): boolean {
  if (other.ids.length <= best.ids.length) return false;
  if (best.ids.length === 0) return true;
  if (expected !== undefined && other.ids.length > expected * TOO_MANY) return false;
  const again = new Set(other.ids);
  const kept = best.ids.filter((id) => again.has(id)).length;
  return kept >= best.ids.length * ENOUGH;
}

/** The way a page is read now, and when another is taken: see sites/ladder.ts for which there are. */
import { say } from '../core/say.ts';
import type { Listing, Site } from '../sites/define-site.ts';
import { fallsShort, type Via, type Way } from '../sites/ladder.ts';
import { rescued } from './shelf.ts';

const HOW = { era: 'wayEra', embedded: 'wayEmbedded', links: 'wayLinks' } as const;
/** Where entries are missing all the same. */
const SHORT = { era: 'wayEraShort', embedded: 'wayEmbeddedShort', links: 'wayLinksShort' } as const;

/** What the reader is told when a page was not read as it should be. */
export function problemOf(via: Via, read: number, expected: number | undefined): string {
  const about = Math.max(expected ?? 0, read);
  const short = read === 0 || fallsShort(read, expected);
  return say(via === 'site' ? 'waySite' : (short ? SHORT : HOW)[via], read, about);
}

export class Ways {
  readonly #site: Site;
  readonly #own: Listing;
  now: Way;
  /** What the last climb was for: the same shortfall is not tried twice. */
  #tried = '';

  constructor(site: Site, listing: Listing) {
    this.#site = site;
    this.#own = listing;
    this.now = { via: 'site', listing };
  }

  expected(doc: Document): number | undefined {
    return this.#own.expected(doc);
  }

  /** Back to the site's own way once that finds what the page seems to hold. */
  comeBack(doc: Document): void {
    if (this.now.via === 'site') return;
    const items = this.#own.items(doc).length;
    if (items > 0 && !fallsShort(items, this.expected(doc))) this.now = { via: 'site', listing: this.#own };
  }

  /** Looks for a way that finds clearly more than `ids`; true when `now` is another one. */
  async climb(
    url: URL,
    ids: readonly string[],
    expected: number | undefined,
    signal: AbortSignal,
  ): Promise<boolean> {
    const missing = ids.length === 0 ? (expected ?? 0) > 0 : fallsShort(ids.length, expected);
    const shortfall = `${ids.length}/${expected}`;
    if (!missing || shortfall === this.#tried) return false;
    this.#tried = shortfall;
    const { now } = this;
    const climb = (await rescued())?.climb;
    if (climb) this.now = await climb(now, this.#site, this.#own, url, ids, expected, signal);
    return this.now !== now;
  }
}

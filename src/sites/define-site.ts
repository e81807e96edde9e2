/**
 * What a site file declares. A site only says how its listings are read: it never messages, stores, styles or waits.
 * The runner (content script, command line, contract tests) does everything else.
 */
import type { Entry } from '../core/paper.ts';

/** Where the mark of an entry is drawn. The host element goes into `parent` before `before`, outside the flow. */
export interface Slot {
  parent: Element;
  before: Node | null;
  /**
   * 'gutter': hand left of `beside` (usually the title), chips where the host stands, for text lists;
   * 'corner': hand and chips in the top left corner of `parent`, which the site itself positions, for cards;
   * 'flow': a small hand in the line of text itself, where the host stands: for pages of no known layout, where a
   * hand beside the text would cover something. The only style that takes room in the page.
   */
  style: 'gutter' | 'corner' | 'flow';
  beside?: Element | undefined;
  /** What stands to the right of the chips' line, where something does: chips end before it. */
  until?: Element | null;
}

/** One entry as a site file reads it; `position` and `site` are filled in by the runner. */
export type Read = Omit<Entry, 'position' | 'site'>;

/** How one page of a site is read. `C`: what is worked out once a scan, such as the page's embedded data. */
export interface Listing<C = unknown> {
  kind: 'listing' | 'paper';
  /** The list may change without a load: follow the changes under `root`. */
  live: boolean;
  /** The site's scripts take over server-rendered markup: draw nothing before they have. */
  hydrates?: boolean;
  /**
   * Its first entries may be read while the page is still coming: an entry is whole once the next one has begun, and what
   * stands behind it says nothing of it.
   */
  early?: boolean;
  /** The element that holds the entries; null: the markup is unknown. */
  root(doc: Document): Element | null;
  /** One element per entry, in document order. */
  items(doc: Document): Element[];
  /** Computed once before the items are read. Must not throw on broken embedded data: report it in `problems`. */
  context(doc: Document, url: URL, problems: string[]): C;
  /** The entry at `item`; undefined when it is no paper. */
  read(item: Element, context: C): Read | undefined;
  /**
   * Entries the page's embedded data alone tells, in its order: for whoever reads a page as a file and finds no item
   * in it. Nothing can be drawn at them, so the content script does not ask.
   */
  embedded?(context: C): Read[];
  slot(item: Element): Slot | undefined;
  /** Elements that belong to the entry, dimmed or left out together; default: the item alone. */
  extent?(item: Element): Element[];
  /** Where watch words may be highlighted: title, abstract. */
  texts(item: Element): Element[];
  /**
   * Entries the page claims or seems to hold, from evidence other than `items` (the page's own count, links that look
   * like papers: `linkedPapers` in evidence.ts); undefined: no evidence. Cheap: asked after every reading.
   */
  expected(doc: Document): number | undefined;
  /** Other markups the same page is or was served in, tried in this order when this one falls short of `expected`. */
  // biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
  eras?: readonly Listing<any>[];
}

export interface Site {
  /** As in the catalogue (core/catalog.ts), which has its name and addresses; also the folder of its fixtures. */
  id: string;
  /** A page of no known site, read by its links and metadata; `id` is its host. */
  any?: true;
  /** False: built from what is written about the site's markup; no page of it was at hand. The README says so. */
  verified: boolean;
  /** Addresses of its listings: examples for tests, and negatives for every other site. */
  examples: readonly string[];
  /**
   * A key of the paper that a link within the site leads to, for links that no id can be read from
   * (`/v97/abels19a.html`): the same for all links to one paper, undefined for every other link. Tells how many papers
   * a page seems to hold, and finds them where the markup is unknown.
   */
  paper?(url: URL): string | undefined;
  /** How the page at `url` is read; undefined when it lists no papers. Decided by the address alone, in well under 1 ms. */
  // biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
  listing(url: URL): Listing<any> | undefined;
}

/** Checks nothing, infers everything: gives a listing's context its type. */
export const defineListing = <C>(listing: Listing<C>): Listing<C> => listing;

export const defineSite = (site: Site): Site => site;

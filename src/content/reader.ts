/**
 * Turns the page into rows: everything once, in slices that let the page run, starting with what is in view; then,
 * on pages that change, only what changed. Running it again over an unchanged page does nothing.
 */
import type { Listing, Site } from '../sites/define-site.ts';
import { fallsShort } from '../sites/ladder.ts';
import { readItem, recognised } from '../sites/read-item.ts';
import { breathe, laidOut, painted, parsed, SLICE_MS } from './dom.ts';
import type { PageModel, Row } from './model.ts';
import { firstWhere } from './rows-in-view.ts';
import { problemOf, Ways } from './ways.ts';

/** Read before anything is known of the view: asking for it would lay out the whole page before its first paint. */
const FIRST = 32;

/** The first item at or below the top of the view: where the reader looks. Items stand in document order. */
function firstInView(items: Element[]): number {
  if (window.scrollY === 0) return 0;
  const first = firstWhere(items, (item) => item.getBoundingClientRect().bottom > 0);
  return first < items.length ? first : 0;
}

/** Whether an element stands behind another, or is it. */
const follows = (one: Element | undefined, other: Element | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one === other || (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);

export interface Found {
  added: Row[];
  removed: Row[];
}

export class PageReader {
  readonly problems: string[] = [];
  readonly #rows = new Map<Element, Row>();
  readonly #site: Site;
  readonly #ways: Ways;
  readonly #model: PageModel;
  readonly #url: URL;
  /** Read in the present run: not to be read again in it. */
  #fresh = new Set<Row>();

  constructor(site: Site, listing: Listing, model: PageModel, url: URL) {
    this.#site = site;
    this.#ways = new Ways(site, listing);
    this.#model = model;
    this.#url = url;
  }

  /** What holds the entries, as the page is read now. */
  get root(): Element {
    return this.#ways.now.listing.root(document) ?? document.body ?? document.documentElement;
  }

  /**
   * Reads the first entries of a page that is still coming, after each of its frames, so that what one sees first is
   * marked first: a long list is parsed for a second and more. Resolves when the whole page is there.
   */
  async readComing(signal: AbortSignal, onRows: (found: Found) => void): Promise<void> {
    const { listing } = this.#ways.now;
    const whole = parsed();
    while (document.readyState === 'loading' && this.#rows.size < FIRST) {
      // no frames come in a hidden tab
      await (document.visibilityState === 'hidden' ? whole : Promise.race([painted(), whole]));
      if (signal.aborted || document.readyState !== 'loading') return;
      if (!document.body) continue;
      // the last one may not be whole yet
      const items = listing.items(document).slice(0, -1);
      const context = listing.context(document, this.#url, []);
      const found: Found = { added: [], removed: [] };
      for (const [index, item] of items.slice(0, FIRST).entries())
        this.#readOne(listing, item, index + 1, context, found);
      this.#hand(items, found, onRows);
    }
    await whole;
  }

  /**
   * Reads the page as it is now. `onRows` is called after every slice with what is new or gone, so that marks appear
   * before the end of a long page is read.
   */
  async read(signal: AbortSignal, onRows: (found: Found) => void): Promise<void> {
    if (signal.aborted) return;
    this.#fresh.clear();
    // the site's own markup may be back, or only now be drawn
    this.#ways.comeBack(document);
    await this.#readBy(this.#ways.now.listing, signal, onRows);
    if (signal.aborted) return;
    const ids = [...this.#rows.values()].map((row) => row.entry.id);
    const expected = this.#ways.expected(document);
    if (await this.#ways.climb(this.#url, ids, expected, signal)) {
      await this.#readBy(this.#ways.now.listing, signal, onRows);
    }
    if (!signal.aborted) this.#judge(expected);
  }

  async #readBy(listing: Listing, signal: AbortSignal, onRows: (found: Found) => void): Promise<void> {
    const context = listing.context(document, this.#url, this.problems);
    const items = listing.items(document);
    const found: Found = { added: [], removed: this.#gone(items) };
    const fresh = this.#rows.size <= FIRST;
    const first = fresh ? Math.min(FIRST, items.length) : items.length;
    let deadline = performance.now() + SLICE_MS;
    const readSlices = async (from: number, count: number, start: number) => {
      for (let n = from; n < count; n++) {
        const index = (start + n) % items.length;
        const item = items[index];
        if (item) this.#readOne(listing, item, index + 1, context, found);
        if (performance.now() < deadline) continue;
        this.#hand(items, found, onRows);
        await breathe();
        if (signal.aborted) return;
        deadline = performance.now() + SLICE_MS;
      }
    };
    await readSlices(0, first, 0);
    if (first < items.length && !signal.aborted) {
      // asked before marks are drawn, whose places are written then: reading layout costs nothing
      const start = laidOut().then(() => firstInView(items));
      this.#hand(items, found, onRows);
      await painted();
      deadline = performance.now() + SLICE_MS;
      await readSlices(0, items.length, await start);
    }
    if (signal.aborted) return;
    this.#hand(items, found, onRows);
  }

  #readOne(listing: Listing, item: Element, position: number, context: unknown, found: Found): void {
    const known = this.#rows.get(item);
    if (known?.listing === listing && (!listing.live || this.#fresh.has(known))) return;
    const entry = readItem(listing, item, context, this.#site.id, position, this.problems);
    // the site may reuse an element for another paper
    const same = entry?.id === known?.entry.id && entry?.title === known?.entry.title;
    if (known?.listing === listing && entry && same) {
      known.entry = entry.abstract || !known.entry.abstract ? entry : known.entry;
      return;
    }
    if (known) {
      this.#rows.delete(item);
      found.removed.push(known);
    }
    if (!entry) return;
    const row: Row = { item, listing, entry, hidden: false };
    this.#rows.set(item, row);
    this.#fresh.add(row);
    found.added.push(row);
  }

  /** Rows whose element left the page. */
  #gone(items: Element[]): Row[] {
    if (this.#rows.size === 0) return [];
    const present = new Set(items);
    const gone: Row[] = [];
    for (const [item, row] of this.#rows) {
      if (present.has(item)) continue;
      this.#rows.delete(item);
      gone.push(row);
    }
    return gone;
  }

  #hand(items: Element[], found: Found, onRows: (found: Found) => void): void {
    if (found.added.length === 0 && found.removed.length === 0) return;
    for (const row of found.removed) this.#model.remove(row);
    for (const row of found.added) this.#model.add(row);
    this.#model.order(this.#inOrder(items, found));
    onRows({ added: found.added.splice(0), removed: found.removed.splice(0) });
  }

  /** All rows in document order. Read from the top, what is new stands at the end. */
  #inOrder(items: Element[], { added, removed }: Found): Row[] {
    const before = this.#model.inOrder;
    const ends = [before.at(-1), added[0], added.at(-1)].map((row) => row?.item);
    if (removed.length === 0 && ends.every((item, i) => i === 0 || follows(ends[i - 1], item)))
      return [...before, ...added];
    const rows: Row[] = [];
    for (const item of items) {
      const row = this.#rows.get(item);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Says whether the page was understood, and how. */
  #judge(expected: number | undefined): void {
    const model = this.#model;
    const read = this.#rows.size;
    const { listing, via } = this.#ways.now;
    model.expected = expected;
    model.via = read > 0 ? via : 'site';
    const known = recognised(read, listing.root(document), expected);
    model.status = known ? 'read' : 'layout-changed';
    const short = fallsShort(read, expected);
    model.problem =
      known && !short && model.via === 'site' ? undefined : problemOf(model.via, read, expected);
  }
}

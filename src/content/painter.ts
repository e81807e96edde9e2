/**
 * Draws the marks: a host for every entry in free moments, boxes only where the reader looks. Every box on the page makes each
 * later layout and paint a little slower, and each change of what is shown costs one layout of the list: so long pages
 * show a window of marks, moved in large steps. All layout is read before any of it is written.
 */
import type { Listing } from '../sites/define-site.ts';
import { breathe, idle, painted, SLICE_MS } from './dom.ts';
import type { WordHighlighter } from './highlight.ts';
import { type Action, MarkView } from './mark-view.ts';
import type { PageModel, Row } from './model.ts';
import { rowsInView } from './rows-in-view.ts';

/** Marks filled at once, before the browser has told what is in view: about two screens of a list. */
const FIRST = 24;
/** On pages up to this long every mark is shown for good; on longer ones those near the view are. */
const SHOW_ALL = 600;
/** Marks filled in one free moment. */
const CHUNK = 30;
/** The window reaches this many rows beyond the view, and moves when fewer than `EDGE` of them are left. */
const BEYOND = 80;
const EDGE = 20;

export class Painter {
  readonly #listing: Listing;
  readonly #model: PageModel;
  readonly #words: WordHighlighter;
  readonly #act: (row: Row, action: Action) => void;
  readonly #signal: AbortSignal;
  readonly #rows = new Set<Row>();
  readonly #shown = new Set<Row>();
  readonly #toMeasure = new Set<Row>();
  #measuring = false;
  #looking = false;
  #placing = false;
  #queue: Row[] = [];

  constructor(
    listing: Listing,
    model: PageModel,
    words: WordHighlighter,
    act: (row: Row, action: Action) => void,
    signal: AbortSignal,
  ) {
    this.#listing = listing;
    this.#model = model;
    this.#words = words;
    this.#act = act;
    this.#signal = signal;
    let width = window.innerWidth;
    const onResize = () => {
      if (window.innerWidth !== width) this.moved();
      width = window.innerWidth;
    };
    window.addEventListener('resize', onResize, { signal, passive: true });
    document.addEventListener('scroll', () => this.#lookSoon(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** New rows, in the order in which they matter. */
  add(rows: Row[]): void {
    const first = this.#rows.size === 0;
    for (const row of rows) {
      const slot = this.#listing.slot(row.item);
      if (!slot) continue;
      row.view = new MarkView(slot, row.entry.title, (action) => this.#act(row, action));
      if (row.state) row.view.show(row.state);
      this.#rows.add(row);
      this.#queue.push(row);
    }
    if (first) for (const row of rows.slice(0, FIRST)) this.#show(row);
    if (!this.#placing) void this.#placeAll();
  }

  /** Hosts of all rows, a slice at a time; then, on pages that are not too long, what is in them. */
  async #placeAll(): Promise<void> {
    this.#placing = true;
    try {
      await idle(200, this.#signal);
      let deadline = performance.now() + SLICE_MS;
      for (const row of this.#queue) {
        if (this.#rows.has(row)) row.view?.place();
        if (performance.now() < deadline) continue;
        await breathe();
        if (this.#signal.aborted) return;
        deadline = performance.now() + SLICE_MS;
      }
      this.#queue = [];
      this.#lookSoon();
      await this.#showAll();
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    } finally {
      this.#placing = false;
      if (this.#queue.length > 0 && !this.#signal.aborted) void this.#placeAll();
    }
  }

  async #showAll(): Promise<void> {
    while (this.#model.rows.length <= SHOW_ALL && this.#queue.length === 0) {
      const waiting = this.#model.rows.filter((row) => row.view && !this.#shown.has(row)).slice(0, CHUNK);
      if (waiting.length === 0) return;
      await idle(500, this.#signal);
      for (const row of waiting) if (this.#rows.has(row)) this.#show(row);
    }
  }

  #lookSoon(): void {
    if (this.#looking) return;
    this.#looking = true;
    void painted().then(() => {
      this.#looking = false;
      if (!this.#signal.aborted) this.#look();
    });
  }

  /** Moves the window when the view comes near its edge. */
  #look(): void {
    const rows = this.#model.rows.filter((row) => row.view && !row.hidden);
    const [from, to] = rowsInView(rows);
    const near = rows.slice(Math.max(0, from - EDGE), to + EDGE);
    if (near.every((row) => this.#shown.has(row))) return;
    const wanted = new Set(rows.slice(Math.max(0, from - BEYOND), to + BEYOND));
    for (const row of wanted) this.#show(row);
    if (this.#model.rows.length <= SHOW_ALL) return;
    for (const row of this.#shown) {
      if (wanted.has(row)) continue;
      row.view?.hide();
      this.#shown.delete(row);
    }
  }

  #show(row: Row): void {
    const { view } = row;
    if (!view || this.#shown.has(row)) return;
    this.#shown.add(row);
    view.place();
    const first = view.fill();
    if (first && this.#model.current === row) view.setCurrent(true);
    if (first && this.#words.active)
      for (const element of this.#listing.texts(row.item)) this.#words.add(element);
    this.#measureSoon(row);
  }

  /** After the next frame: it lays the new marks out, and reading layout then costs nothing. */
  #measureSoon(row: Row): void {
    this.#toMeasure.add(row);
    if (this.#measuring) return;
    this.#measuring = true;
    void painted().then(() => {
      this.#measuring = false;
      if (this.#signal.aborted) return;
      const writes = [...this.#toMeasure].map((one) => (one.hidden ? undefined : one.view?.measure()));
      this.#toMeasure.clear();
      for (const write of writes) write?.();
    });
  }

  /** Rows the worker has answered for. */
  show(rows: Row[]): void {
    for (const row of rows) if (row.state) row.view?.show(row.state);
  }

  remove(rows: Row[]): void {
    for (const row of rows) {
      row.view?.remove();
      this.#rows.delete(row);
      this.#shown.delete(row);
      this.#toMeasure.delete(row);
    }
  }

  /** Brings back marks the site's scripts removed, and takes away copies of hosts they cloned. */
  repair(root: ParentNode): void {
    const own = new Set<Element>();
    for (const row of this.#model.rows) {
      if (!row.view) continue;
      if (!row.view.placed) {
        row.view.place();
        if (this.#shown.has(row)) this.#measureSoon(row);
      }
      own.add(row.view.host);
    }
    for (const host of root.querySelectorAll('div[data-manicule]')) if (!own.has(host)) host.remove();
  }

  /** Measures again: entries were shown or left out, or the window's width changed. */
  moved(): void {
    for (const row of this.#shown) this.#measureSoon(row);
    this.#lookSoon();
  }

  /** Searches the shown entries for other words. */
  highlightAgain(): void {
    if (!this.#words.active) return;
    for (const row of this.#model.rows) {
      if (!row.view?.filled) continue;
      for (const element of this.#listing.texts(row.item)) this.#words.add(element);
    }
  }

  #stop(): void {
    for (const row of this.#rows) row.view?.remove();
    this.#rows.clear();
    this.#shown.clear();
    this.#queue = [];
  }
}

/**
 * Draws the marks: hosts for every entry in free moments, their content where the reader looks. All layout is read
 * before any of it is written.
 */
import type { Listing } from '../sites/define-site.ts';
import { breathe, idle, painted, SLICE_MS } from './dom.ts';
import type { WordHighlighter } from './highlight.ts';
import { type Action, MarkView } from './mark-view.ts';
import type { PageModel, Row } from './model.ts';

/** Marks filled at once, before the browser has told what is in view: about two screens of a list. */
const FIRST = 24;
/** On pages up to this long every mark is filled in free moments; on longer ones those near the view are. */
const FILL_ALL = 600;
/** How far beyond the view marks are filled ahead, in view heights. */
const AHEAD = '150% 0px';

export class Painter {
  readonly #listing: Listing;
  readonly #model: PageModel;
  readonly #words: WordHighlighter;
  readonly #act: (row: Row, action: Action) => void;
  readonly #signal: AbortSignal;
  readonly #near: IntersectionObserver;
  readonly #rowOf = new Map<Element, Row>();
  readonly #toFill = new Set<Row>();
  readonly #toMeasure = new Set<Row>();
  #scheduled = false;
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
    this.#near = new IntersectionObserver((seen) => this.#onNear(seen), { rootMargin: AHEAD });
    let width = window.innerWidth;
    window.addEventListener(
      'resize',
      () => {
        if (window.innerWidth === width) return;
        width = window.innerWidth;
        for (const row of this.#model.rows) if (row.view?.filled) this.#toMeasure.add(row);
        this.#schedule();
      },
      { signal, passive: true },
    );
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** New rows, in the order in which they matter. */
  add(rows: Row[]): void {
    for (const row of rows) {
      const slot = this.#listing.slot(row.item);
      if (!slot) continue;
      row.view = new MarkView(slot, row.entry.title, (action) => this.#act(row, action));
      if (row.state) row.view.show(row.state);
    }
    const first = this.#rowOf.size === 0 ? rows.slice(0, FIRST) : [];
    for (const row of first) {
      row.view?.place();
      this.#fill(row);
    }
    for (const row of rows) this.#rowOf.set(row.item, row);
    this.#queue.push(...rows);
    if (first.length > 0) this.#schedule();
    if (!this.#placing) void this.#placeAll();
  }

  /** Hosts of all rows, a slice at a time. */
  async #placeAll(): Promise<void> {
    this.#placing = true;
    try {
      await idle(200, this.#signal);
      let deadline = performance.now() + SLICE_MS;
      while (this.#queue.length > 0) {
        const row = this.#queue.shift();
        if (row?.view && this.#rowOf.has(row.item)) {
          row.view.place();
          if (!row.view.filled) this.#near.observe(row.item);
        }
        if (performance.now() < deadline) continue;
        await breathe();
        if (this.#signal.aborted) return;
        deadline = performance.now() + SLICE_MS;
      }
      if (this.#model.rows.length > FILL_ALL) return;
      for (const row of [...this.#model.rows]) {
        if (!row.view || row.view.filled) continue;
        await idle(500, this.#signal);
        this.#toFill.add(row);
        this.#schedule();
      }
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    } finally {
      this.#placing = false;
      if (this.#queue.length > 0 && !this.#signal.aborted) void this.#placeAll();
    }
  }

  #onNear(seen: IntersectionObserverEntry[]): void {
    for (const one of seen) {
      if (!one.isIntersecting) continue;
      this.#near.unobserve(one.target);
      const row = this.#rowOf.get(one.target);
      if (row && !row.view?.filled) this.#toFill.add(row);
    }
    if (this.#toFill.size > 0) this.#schedule();
  }

  #fill(row: Row): void {
    if (!row.view || row.view.filled) return;
    row.view.fill();
    if (this.#model.current === row) row.view.setCurrent(true);
    for (const element of this.#listing.texts(row.item)) this.#words.add(element);
    this.#toMeasure.add(row);
  }

  /** Fills before the next frame, so that it lays the new marks out, and places hands after it, when layout is clean. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    for (const row of this.#toFill) this.#fill(row);
    this.#toFill.clear();
    void painted().then(() => {
      this.#scheduled = false;
      if (this.#signal.aborted) return;
      this.#measure();
      if (this.#toFill.size > 0) this.#schedule();
    });
  }

  #measure(): void {
    const writes: (() => void)[] = [];
    for (const row of this.#toMeasure) {
      const write = row.hidden ? undefined : row.view?.measure();
      if (write) writes.push(write);
    }
    this.#toMeasure.clear();
    for (const write of writes) write();
  }

  /** Rows the worker has answered for. */
  show(rows: Row[]): void {
    for (const row of rows) if (row.state) row.view?.show(row.state);
  }

  remove(rows: Row[]): void {
    for (const row of rows) {
      row.view?.remove();
      this.#near.unobserve(row.item);
      if (this.#rowOf.get(row.item) === row) this.#rowOf.delete(row.item);
    }
  }

  /** Brings back marks the site's scripts removed, and takes away copies of hosts they cloned. */
  repair(root: ParentNode): void {
    const own = new Set<Element>();
    for (const row of this.#model.rows) {
      if (!row.view) continue;
      if (!row.view.placed) {
        row.view.place();
        if (row.view.filled) this.#toMeasure.add(row);
      }
      own.add(row.view.host);
    }
    for (const host of root.querySelectorAll('div[data-manicule]')) if (!own.has(host)) host.remove();
    if (this.#toMeasure.size > 0) this.#schedule();
  }

  /** Measures again: entries were shown or left out, so that everything below them moved. */
  moved(): void {
    for (const row of this.#model.rows) if (row.view?.filled && !row.hidden) this.#toMeasure.add(row);
    this.#schedule();
  }

  /** Searches the shown entries for other words. */
  highlightAgain(): void {
    for (const row of this.#model.rows) {
      if (!row.view?.filled) continue;
      for (const element of this.#listing.texts(row.item)) this.#words.add(element);
    }
  }

  #stop(): void {
    this.#near.disconnect();
    for (const row of this.#rowOf.values()) row.view?.remove();
    this.#rowOf.clear();
    this.#queue = [];
  }
}

/**
 * Draws the marks: a host for every entry in free moments, a box and what is in it where the reader looks. Giving boxes
 * makes the browser lay out and walk the whole list once, however few they are, so they come by the hundred and while
 * nothing moves; filling them costs each mark alone, so they are filled a few a frame. What was drawn stays.
 */
import { breathe, idle, laidOut, painted, SLICE_MS } from './dom.ts';
import type { WordHighlighter } from './highlight.ts';
import { type Action, MarkView } from './mark-view.ts';
import type { PageModel, Row } from './model.ts';
import { Pace } from './pace.ts';
import { pitchAt, rowsInView } from './rows-in-view.ts';

/** Marks filled at once, before the browser has told what is in view: about two screens of a list. */
const FIRST = 24;
/** On pages up to this long every mark is drawn in the end; on longer ones those the reader comes near. */
const DRAW_ALL = 600;
/** Boxes given at once. */
const BOXES = 120;
/** Rows beyond the view that should have a box once the reader scrolls, and that must have one even while the page moves. */
const BEYOND = 50;
const EDGE = 12;
/** Rows beyond the view that are filled, and how many a frame. */
const NEAR = 16;
const FILL = 8;
export class Painter {
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
  readonly #pace: Pace;

  constructor(
    model: PageModel,
    words: WordHighlighter,
    act: (row: Row, action: Action) => void,
    signal: AbortSignal,
  ) {
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
    this.#pace = new Pace(() => this.#lookSoon(), signal);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** New rows, in the order in which they matter. */
  add(rows: Row[]): void {
    for (const row of rows) {
      const slot = row.listing.slot(row.item);
      if (!slot) continue;
      row.view = new MarkView(slot, row.entry.title, (action) => this.#act(row, action));
      if (row.state) row.view.show(row.state);
      if (row.fit) row.view.showFit(row.fit);
      this.#rows.add(row);
      this.#queue.push(row);
    }
    const first = rows.slice(0, Math.max(0, FIRST - this.#shown.size));
    this.#fill(first);
    // those behind them too: a box that comes later makes the browser walk the whole page
    if (first.length > 0) this.#box(rows.slice(0, BEYOND));
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
    while (this.#model.rows.length <= DRAW_ALL && this.#queue.length === 0) {
      const waiting = this.#model.rows.filter((row) => row.view && !row.hidden && !this.#shown.has(row));
      if (waiting.length === 0) return;
      await idle(500, this.#signal);
      if (!this.#box(waiting.slice(0, BOXES))) this.#fill(waiting.slice(0, FILL));
      await painted();
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

  /** One frame's worth of what is missing around the view; comes again until nothing is. */
  #look(): void {
    const pace = this.#pace.now;
    // what is still being parsed would be laid out for every look
    if (pace === 'fast' || document.readyState === 'loading') return;
    this.#pace.looked();
    const rows = this.#model.rows.filter((row) => row.view && !row.hidden);
    const [from, to] = rowsInView(rows);
    const around = (more: number) => rows.slice(Math.max(0, from - more), to + more);
    if (around(pace === 'resting' ? BEYOND : EDGE).some((row) => !row.view?.boxed)) {
      // as many on either side as there are in one go
      this.#box(around(Math.max(BEYOND, (BOXES - to + from) >> 1)));
      this.#lookSoon();
      return;
    }
    const missing = (some: Row[]) => some.filter((row) => row.view?.boxed && !this.#shown.has(row));
    const next = [...missing(rows.slice(from, to)), ...missing(around(NEAR))].slice(0, FILL);
    if (next.length === 0) return;
    this.#fill(next);
    this.#lookSoon();
  }

  /** Gives rows their boxes; false when all had theirs. */
  #box(rows: Row[]): boolean {
    const bare = rows.filter((row) => row.view && !row.view.boxed);
    for (const { view } of bare) {
      view?.place();
      view?.box();
    }
    return bare.length > 0;
  }

  /** Draws marks: those that have their box already in their place at once, the others after the next frame. */
  #fill(rows: Row[]): void {
    const fresh = rows.filter((row) => row.view && !this.#shown.has(row));
    const places = fresh.map((row) => (row.view?.boxed ? this.#measure(row) : undefined));
    for (const [index, row] of fresh.entries()) {
      const { view } = row;
      if (!view) continue;
      this.#shown.add(row);
      view.place();
      const first = view.fill();
      if (first && this.#model.current === row) view.setCurrent(true);
      if (first && this.#words.active)
        for (const element of row.listing.texts(row.item)) this.#words.add(element);
      const place = places[index];
      if (place) place();
      else this.#measureSoon(row);
    }
  }

  #measure(row: Row): (() => void) | undefined {
    return row.view?.measure(pitchAt(this.#model.rows, row));
  }

  /** In the next frame, which lays the new marks out: before it is painted. */
  #measureSoon(row: Row): void {
    this.#toMeasure.add(row);
    if (this.#measuring) return;
    this.#measuring = true;
    void laidOut().then(() => {
      this.#measuring = false;
      if (this.#signal.aborted) return;
      const writes = [...this.#toMeasure].map((one) => (one.hidden ? undefined : this.#measure(one)));
      this.#toMeasure.clear();
      for (const write of writes) write?.();
    });
  }

  /** Rows the worker has answered for. */
  show(rows: Row[]): void {
    for (const row of rows) if (row.state) row.view?.show(row.state);
  }

  /** Rows whose fit became known. */
  showFits(rows: Row[]): void {
    for (const row of rows) if (row.fit) row.view?.showFit(row.fit);
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
      for (const element of row.listing.texts(row.item)) this.#words.add(element);
    }
  }

  #stop(): void {
    for (const row of this.#rows) row.view?.remove();
    this.#rows.clear();
    this.#shown.clear();
    this.#queue = [];
  }
}

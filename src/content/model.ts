/** What the content script knows of the page in front of the reader: its rows, their states, and the counts. */
import type { MarkChange } from '../core/mark.ts';
import type { EntryState, PageReport } from '../core/messages.ts';
import type { Entry, PaperId } from '../core/paper.ts';
import type { Fit, Relevance } from '../core/relevance.ts';
import type { Listing, Site } from '../sites/define-site.ts';
import type { Via } from '../sites/ladder.ts';
import { begin, type Decided, end, tell } from './decisions.ts';
import type { MarkView } from './mark-view.ts';

/** One entry of the page, where it stands, and what is known of its paper. */
export interface Row extends Decided {
  item: Element;
  /** How it was read, which also says where it is marked. */
  listing: Listing;
  entry: Entry;
  /** How well its paper fits what the reader saved, once that is known. */
  fit?: Fit;
  view?: MarkView;
  /** Left out of the page by a filter. */
  hidden: boolean;
}

export type Show = 'all' | 'new' | 'flagged' | 'saved';

export interface Filter {
  show: Show;
  hideDismissed: boolean;
  /** Topic ids, any of them; empty: no restriction. */
  topics: Set<string>;
  /** The least a paper must fit; 0: no restriction. */
  least: number;
  /** Only so many of the best; 0: all. */
  top: number;
}

export interface Counts {
  entries: number;
  fresh: number;
  flagged: number;
  saved: number;
  dismissed: number;
  /** Flagged and met for the first time: what the collapsed bar and the badge show. */
  freshFlagged: number;
}

export type Topic = { id: string; label: string; count: number };

/** Listeners are told no more often than this; while a long page is being stored, running counts help nobody. */
const PAUSE_MS = 250;
const STORING_MS = 1_000;
/** Entries of a long page. */
const LONG = 300;

/** The rows of one visit. Listeners draw; they never change rows. */
export class PageModel {
  /** As they are seen: in document order, unless the reader sorted them. */
  rows: Row[] = [];
  /** In document order. */
  inOrder: Row[] = [];
  words: string[] = [];
  current: Row | undefined;
  readonly filter: Filter = { show: 'all', hideDismissed: false, topics: new Set(), least: 0, top: 0 };
  /** What is known of fits; undefined before it was asked, and where that is off. */
  relevance: Pick<Relevance, 'enough' | 'saved' | 'needed'> | undefined;
  /** The best fitting first. */
  sorted = false;
  /** What sorts the page: there once the reader asked for it. */
  sorter: { readonly possible: boolean; apply(): void } | undefined;
  status: PageReport['state'] = 'reading';
  expected: number | undefined;
  problem: string | undefined;
  /** How the page was read; 'site': as it should be. */
  via: Via = 'site';
  /** Most papers stand on a page once: two thousand sets of one would be waste. */
  readonly #byId = new Map<PaperId, Row | Set<Row>>();
  readonly #listeners = new Set<() => void>();
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = -Infinity;

  add(row: Row): void {
    this.#index(row.entry.id, row);
  }

  /** Rows in document order. */
  order(rows: Row[]): void {
    this.inOrder = rows;
    this.rows = rows;
    if (this.sorted) this.sorter?.apply();
  }

  remove(row: Row): void {
    // a list of thousands may be drawn anew whole
    for (const id of [row.entry.id, row.told?.id ?? row.entry.id]) {
      const rows = this.#byId.get(id);
      if (rows === row) this.#byId.delete(id);
      else if (rows instanceof Set) rows.delete(row);
    }
    if (this.current === row) this.current = undefined;
  }

  #index(id: PaperId, row: Row): void {
    const rows = this.#byId.get(id);
    if (rows instanceof Set) rows.add(row);
    else if (!rows) this.#byId.set(id, row);
    else if (rows !== row) this.#byId.set(id, new Set([rows, row]));
  }

  /** Every row of a paper, by the id it was read with or its canonical id: a page may list one twice. */
  rowsOf(id: PaperId): Row[] {
    const rows = this.#byId.get(id);
    return rows instanceof Set ? [...rows] : rows ? [rows] : [];
  }

  /** To be called before the worker is asked for states: the turn in which they were asked for. */
  ask(): number {
    return ++this.#turn;
  }

  /** Takes over the worker's word on a paper, asked for in this turn; returns the rows it concerns. */
  put(id: PaperId, state: EntryState, asked = this.ask()): Row[] {
    const own = this.rowsOf(id);
    // nearly every paper is known by the id it was read with
    const rows = state.id === id ? own : [...new Set([...own, ...this.rowsOf(state.id)])];
    for (const row of rows) {
      tell(row, state, asked);
      if (state.id !== row.entry.id) this.#index(state.id, row);
    }
    return rows;
  }

  /** A decision is on its way to the worker, and shown from now on. Returns the rows it concerns. */
  decide(id: PaperId, change: MarkChange): Row[] {
    const rows = this.rowsOf(id);
    for (const row of rows) begin(row, change);
    return rows;
  }

  /** The worker answered a decision; without a state it was not stored. Returns the rows it concerns. */
  decided(id: PaperId, change: MarkChange, state?: EntryState): Row[] {
    const turn = this.ask();
    const rows = new Set([...this.rowsOf(id), ...(state ? this.put(id, state, turn) : [])]);
    for (const row of rows) end(row, change, state && turn);
    return [...rows];
  }

  /** Canonical ids in page order, each once. */
  ids(): PaperId[] {
    return [...new Set(this.rows.map((row) => row.state?.id ?? row.entry.id))];
  }

  counts(): Counts {
    const seen = new Set<PaperId>();
    const counts: Counts = {
      entries: this.rows.length,
      fresh: 0,
      flagged: 0,
      saved: 0,
      dismissed: 0,
      freshFlagged: 0,
    };
    for (const { state } of this.rows) {
      if (!state || seen.has(state.id)) continue;
      seen.add(state.id);
      if (state.isNew) counts.fresh++;
      if (state.saved) counts.saved++;
      if (state.dismissed) counts.dismissed++;
      if (state.flagged && !state.dismissed) {
        counts.flagged++;
        if (state.isNew) counts.freshFlagged++;
      }
    }
    return counts;
  }

  /** Topics of the page with the number of entries of each, most frequent first. */
  topics(): Topic[] {
    const byId = new Map<string, Topic>();
    for (const { state } of this.rows) {
      for (const { id, label } of state?.topics ?? []) {
        const topic = byId.get(id);
        if (topic) topic.count++;
        else byId.set(id, { id, label, count: 1 });
      }
    }
    return [...byId.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  }

  /** The rows that fit as well as was asked for; undefined: all may be shown. */
  fitting(): ReadonlySet<Row> | undefined {
    const { least, top } = this.filter;
    if (least === 0 && top === 0) return undefined;
    const fit = (row: Row) => row.fit?.score ?? -1;
    const rows = this.inOrder.filter((row) => fit(row) >= least);
    // equals in page order: "the best ten" are ten
    return new Set(top === 0 ? rows : rows.sort((x, y) => fit(y) - fit(x)).slice(0, top));
  }

  /** What the popup is told of the page. */
  report(site: Pick<Site, 'id' | 'any'>, url: string): PageReport {
    const { status: state, expected, problem, via } = this;
    return {
      site: site.id,
      url,
      state,
      read: this.rows.length,
      ...(expected !== undefined ? { expected } : {}),
      ids: this.ids(),
      ...(problem ? { problem } : {}),
      ...(via === 'site' ? {} : { via }),
      ...(site.any ? { anyPage: true as const } : {}),
    };
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** At once after a pause, else soon: while a long page is being stored, every answer would cost a frame. */
  changed(): void {
    if (this.#timer !== undefined) return;
    const storing = this.rows.length > LONG && this.rows.some((row) => !row.state);
    const wait = this.#told + (storing ? STORING_MS : PAUSE_MS) - performance.now();
    if (wait <= 0) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#told = performance.now();
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Whether a row is shown under a filter. Rows the worker has not answered for are only left out by a narrowing filter.
 * @param fitting of `PageModel.fitting`
 */
export function passes(row: Row, filter: Filter, fitting: ReadonlySet<Row> | undefined): boolean {
  const { state } = row;
  if (fitting && !fitting.has(row)) return false;
  if (filter.hideDismissed && state?.dismissed) return false;
  if (filter.topics.size > 0 && !state?.topics.some((topic) => filter.topics.has(topic.id))) return false;
  if (filter.show === 'new') return state?.isNew === true;
  if (filter.show === 'flagged') return state?.flagged === true && !state.dismissed;
  if (filter.show === 'saved') return state?.saved === true;
  return true;
}

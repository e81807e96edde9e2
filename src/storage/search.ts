/**
 * Search over the marked papers: their folded text is read once, held in memory, and scanned. It follows every change
 * announced in whatever part of the extension. For some ten thousand papers scanning beats any index in memory and in
 * what writing costs.
 */
import type { Status } from '../core/mark.ts';
import type { ChangesNotice } from '../core/messages.ts';
import type { PaperId } from '../core/paper.ts';
import { parseQuery } from '../core/query.ts';
import { fold } from '../core/text.ts';
import { onChanges } from './changes.ts';
import { breathe } from './db.ts';
import { type Facets, facetsOf } from './facets.ts';
import type { SearchRecord } from './schema.ts';
import { type Doc, docOf, scoreOf } from './search-match.ts';
import { readAllRecords, readRecords } from './search-read.ts';

/** The small fields of one marked paper. */
export interface Facts {
  topics: readonly string[];
  tags: readonly string[];
  status: Status | null;
  sites: readonly string[];
  /** 0: unknown. */
  year: number;
  views: ReadonlySet<'saved' | 'flagged' | 'dismissed'>;
}

export interface QueryOptions {
  /** Topic id → what the reader sees; `topic:` looks in both. */
  topicLabel?: (id: string) => string;
  /** Time for `is:new`, ms since 1970; by default the present. */
  now?: number;
}

/** Longest the page is kept from painting while the index is made, in ms. */
const SLICE_MS = 12;

export class SearchIndex {
  #docs = new Map<PaperId, Doc>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #sorted: Doc[] | undefined;
  #ids: readonly PaperId[] | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor() {
    this.#stop = onChanges((notice) => {
      this.#work = this.#work.then(() => this.#follow(notice));
    });
  }

  /** Number of papers that can be found. */
  get size(): number {
    return this.#docs.size;
  }

  /** Every paper in it, newest decision first. */
  get ids(): readonly PaperId[] {
    this.#ids ??= this.#newestFirst().map((doc) => doc.record.id);
    return this.#ids;
  }

  /** Reads everything anew; changes announced meanwhile are taken in after it. @throws ManiculeError */
  load(): Promise<void> {
    const turn = this.#work.then(() => this.#read());
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  async #read(): Promise<void> {
    const docs = new Map<PaperId, Doc>();
    for await (const records of readAllRecords()) {
      let begun = performance.now();
      for (const record of records) {
        docs.set(record.id, docOf(record));
        if (performance.now() - begun < SLICE_MS) continue;
        await breathe();
        begun = performance.now();
      }
    }
    this.#docs = docs;
    this.#forgetOrder();
  }

  /** Resolves when every change announced so far is in the index. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** Calls `listener` after the index took in a change. Returns how to stop. */
  onUpdate(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops following changes. */
  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  async #follow(notice: ChangesNotice): Promise<void> {
    if (notice.what === 'rules' || notice.what === 'keys' || notice.what === 'zotero') return;
    try {
      if (notice.ids.length === 0) await this.#read();
      else await this.#refresh(notice.ids);
      for (const listener of [...this.#listeners]) listener();
    } catch (error) {
      reportError(error); // the index stays as it was; the next change tries again
    }
  }

  async #refresh(ids: readonly PaperId[]): Promise<void> {
    const records = await readRecords(ids);
    ids.forEach((id, i) => {
      const record = records[i];
      if (record) this.#docs.set(id, docOf(record));
      else this.#docs.delete(id);
    });
    this.#forgetOrder();
  }

  #forgetOrder(): void {
    this.#sorted = undefined;
    this.#ids = undefined;
  }

  #newestFirst(): Doc[] {
    this.#sorted ??= [...this.#docs.values()].sort((a, b) =>
      a.record.at < b.record.at ? 1 : a.record.at > b.record.at ? -1 : a.record.id < b.record.id ? 1 : -1,
    );
    return this.#sorted;
  }

  /**
   * Ids of the papers that meet what was typed (see `core/query.ts`): title before authors before the rest, then newest
   * first. Papers that were only dismissed are found with `is:dismissed` only.
   */
  query(typed: string, options: QueryOptions = {}): PaperId[] {
    const query = parseQuery(typed);
    const withDismissed = query.clauses
      .flat()
      .some((term) => term.kind === 'is' && term.value === 'dismissed' && !term.not);
    const label = options.topicLabel;
    const names = new Map<string, string>();
    const topics = (id: string): string => {
      let name = names.get(id);
      if (name === undefined) {
        name = fold(label ? `${id} \n ${label(id)}` : id);
        names.set(id, name);
      }
      return name;
    };
    const now = options.now ?? Date.now();
    const hits: { id: PaperId; score: number }[] = [];
    for (const doc of this.#newestFirst()) {
      if (doc.record.dismissed && !withDismissed) continue;
      const score = scoreOf(doc, query, topics, now);
      if (score > 0) hits.push({ id: doc.record.id, score });
    }
    // sorting is stable: newest first among equals
    return hits.sort((a, b) => b.score - a.score).map((hit) => hit.id);
  }

  /** What filters look at; undefined when the paper is not marked. */
  facts(id: PaperId): Facts | undefined {
    const record = this.#docs.get(id)?.record;
    if (!record) return undefined;
    const views = new Set<'saved' | 'flagged' | 'dismissed'>();
    if (record.saved) views.add('saved');
    if (record.flagged && !record.dismissed) views.add('flagged');
    if (record.dismissed) views.add('dismissed');
    const { topics, labels: tags, status, sites, year } = record;
    return { topics, tags, status, sites, year, views };
  }

  /** Counts of topics, tags, status, sites and years over `ids`. */
  facets(ids: Iterable<PaperId>): Facets {
    const records: SearchRecord[] = [];
    for (const id of ids) {
      const doc = this.#docs.get(id);
      if (doc) records.push(doc.record);
    }
    return facetsOf(records);
  }
}

/** Reads the index; call `close` when done with it. @throws ManiculeError */
export async function loadIndex(): Promise<SearchIndex> {
  const index = new SearchIndex();
  try {
    await index.load();
  } catch (error) {
    index.close();
    throw error;
  }
  return index;
}

/**
 * Search over every stored paper: words, phrases and facts by the language of `core/query.ts`, in an inverted index of
 * parts that is stored as it is searched; a query reads the blocks of its own words and no more. It follows every change
 * announced in whatever part of the extension.
 *
 * Why no texts scanned in memory: on 72,000 real papers with abstracts and one busy machine a scan took 243–383 ms a common
 * word and held 108 MB, this index 1–70 ms and what a query reads. At 100,000 papers in one part the rows of a key's answer
 * are drawn after 8 ms (median; 95 of 100 keys within 18), the worker holds 43 MB, a paper takes 0.38 ms when it is taken in
 * and 0.09 ms when parts are put together. `npm run bench -- library`.
 */
import type { ChangesNotice } from '../core/messages.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { parseQuery } from '../core/query.ts';
import { onChanges } from './changes.ts';
import { CollectionNames } from './collection-names.ts';
import { type Alike, papersAlike, someOf } from './search-alike.ts';
import { mergeSegments } from './search-merge.ts';
import { type Found, foundOf, type SearchOptions, type Sought, seek } from './search-run.ts';
import { type BlockKind, Segment } from './search-segment.ts';
import { fewWaiting, PartGone, readParts } from './search-store.ts';
import { type Suggestion, suggestValues } from './search-suggest.ts';
import { SearchTable } from './search-table.ts';
import { Tidier } from './search-tidy.ts';
import { updateSearch } from './search-update.ts';
import { partOf, readWithWaiting } from './search-waiting.ts';

/** Changed papers that are taken in while the page waits, some 0.2 ms each; more go through the stored index. */
const AT_ONCE = 200;
/** After which it is asked again whether that is done, in ms. */
const AGAIN_MS = 3_000;
/** Parts held in memory before they become one. */
const IN_MEMORY = 24;

export interface IndexOptions {
  /** Most papers of a part that is made of several when there is time: 0.2 kB a paper are held in memory meanwhile. */
  mergeUpTo?: number;
}

/** Bytes of blocks wanted lately, after which those that were not since the last time are forgotten: papers drive out no words. */
const HELD_LATELY: readonly [kinds: readonly BlockKind[], bytes: number][] = [
  [['words'], 7_000_000],
  [['post', 'pos'], 10_000_000],
];

/** Small enough for the background's memory, and done before the browser puts it to sleep. */
const MERGE_UP_TO = 24_000;

export class SearchIndex {
  #table = new SearchTable();
  /** Parts that are held in memory only: what changed since the stored ones were read, nothing of it older than these. */
  #own: Segment[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #tidier: Tidier;
  readonly #stop: () => void;
  #work: Promise<void> = Promise.resolve();
  #running = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #names = new CollectionNames();

  /** @param options how much of the stored index may be put together at once when it is brought up to date. */
  constructor({ mergeUpTo = MERGE_UP_TO }: IndexOptions = {}) {
    const rebuild = async () => this.#rebuild((await readParts()).segments);
    this.#tidier = new Tidier(mergeUpTo, () =>
      this.#inTurn(() => rebuild().catch((error: unknown) => reportError(error))),
    );
    this.#stop = onChanges((notice) => this.#inTurn(() => this.#follow(notice)));
  }

  #inTurn(work: () => Promise<void>): void {
    this.#work = this.#work.then(work);
  }

  /** Number of papers that can be found. */
  get size(): number {
    return this.#table.live;
  }

  /** Bytes of words and places held in memory. */
  get held(): number {
    return this.#table.parts.reduce((sum, { segment }) => sum + segment.held, 0);
  }

  /** Reads the index; what waits to be taken into it follows while it can be searched. @throws ManiculeError */
  load(): Promise<void> {
    const turn = this.#work.then(() => this.#read());
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  async #read(): Promise<void> {
    const [{ segments, waiting }] = await Promise.all([readParts(), this.#names.read()]);
    this.#rebuild(segments);
    const ids = fewWaiting(waiting, AT_ONCE);
    if (ids) await this.#takeIn(ids);
    else this.#inTurn(() => this.#catchUp());
    this.#tidier.later();
  }

  #rebuild(segments: readonly Segment[]): void {
    this.#table = SearchTable.of([...segments, ...this.#own]);
  }

  /** Brings the stored index up to date, each part of it searched as soon as it is there. */
  async #catchUp(): Promise<void> {
    try {
      const onPart = (segment: Segment) => {
        this.#table.add(segment);
        this.#tell();
      };
      if (await updateSearch({ onPart })) this.#tidier.later();
      // too many still wait: another context brings the index up to date
      if (!(await this.#holdWaiting())) this.#again();
      this.#tell();
    } catch (error) {
      reportError(error); // what waits goes on waiting; the next change tries again
      // parts that were stored before it failed are newer than what was held
      const held = this.#holdWaiting().then(() => this.#tell());
      await held.catch(() => undefined); // the first error told it
    }
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#inTurn(() => this.#catchUp()), AGAIN_MS);
  }

  /** Lays what waits over the stored parts; whether all of it. Until it is read, a search finds what it found. */
  async #holdWaiting(): Promise<boolean> {
    const { segments, held, all } = await readWithWaiting(this.#own);
    this.#own = held;
    this.#rebuild(segments);
    return all;
  }

  async #takeIn(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    const segment = await partOf(ids);
    this.#own.push(segment);
    this.#table.add(segment);
    if (this.#own.length <= IN_MEMORY) return;
    const merged = Segment.inMemory(await mergeSegments(this.#own, true));
    const stored = this.#table.parts.map((part) => part.segment).filter((one) => one.key !== undefined);
    this.#own = [merged];
    this.#rebuild(stored);
  }

  /** Resolves when every change announced so far is in the index. */
  async settled(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
  }

  /** Calls `listener` after the index took in a change. Returns how to stop. */
  onUpdate(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Stops following changes. */
  close(): void {
    this.#stop();
    this.#tidier.close();
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  async #follow(notice: ChangesNotice): Promise<void> {
    if (notice.what === 'rules' || notice.what === 'keys' || notice.what === 'zotero') return;
    try {
      if (notice.what === 'collections' || notice.what === 'all') await this.#names.read();
      if (notice.ids.length === 0 && notice.what !== 'collections') return await this.#catchUp();
      await this.#takeIn(notice.ids);
      this.#tell();
    } catch (error) {
      reportError(error); // the index stays as it was; the next change tries again
    }
  }

  /** What meets a query. @throws ManiculeError where the database cannot be read. */
  async search(typed: string, options?: SearchOptions): Promise<Found> {
    return foundOf(await this.seek(typed, options));
  }

  /** What meets a query, its choices counted when they are asked for. @throws ManiculeError */
  seek(typed: string, options?: SearchOptions): Promise<Sought> {
    const asked = { ...this.#names.labels, ...options };
    return this.#reading((table) => seek(table, parseQuery(typed), asked));
  }

  /** At most `most` papers of the library and of all that share most with `paper`. @throws ManiculeError */
  alike(paper: Pick<Paper, 'id' | 'title' | 'abstract' | 'authors'>, most: number): Promise<Alike> {
    return this.#reading((table) => papersAlike(table, paper, most));
  }

  /** At most `most` papers from all over the index. */
  some(most: number): PaperId[] {
    return someOf(this.#table, most);
  }

  async #reading<T>(read: (table: SearchTable) => Promise<T>): Promise<T> {
    this.#running++;
    this.#tidier.asked();
    try {
      return await read(this.#table);
    } catch (error) {
      if (!(error instanceof PartGone)) throw error;
      this.#rebuild((await readParts()).segments);
      return await read(this.#table);
    } finally {
      this.#running--;
      this.#tidier.asked();
      this.#ageBlocks();
    }
  }

  /** Forgets blocks that were not wanted lately once they are many. Not while a query counts on them. */
  #ageBlocks(): void {
    if (this.#running > 0) return;
    const segments = this.#table.parts.map(({ segment }) => segment);
    for (const [kinds, most] of HELD_LATELY) {
      const bytes = segments.flatMap((segment) => kinds.map((kind) => segment.heldLately(kind)));
      if (bytes.reduce((sum, one) => sum + one, 0) <= most) continue;
      for (const segment of segments) for (const kind of kinds) segment.age(kind);
    }
  }

  /** Up to twelve values of a field of which a word begins with what was typed, the most frequent first. @throws ManiculeError */
  suggest(field: string, typed: string, options: SearchOptions = {}): Promise<Suggestion[]> {
    const asked = { ...this.#names.labels, ...options };
    return this.#reading((table) => suggestValues(table, field, typed, asked));
  }
}

/** Reads the index; call `close` when done with it. @throws ManiculeError */
export async function loadIndex(options?: IndexOptions): Promise<SearchIndex> {
  const index = new SearchIndex(options);
  try {
    await index.load();
  } catch (error) {
    index.close();
    throw error;
  }
  return index;
}

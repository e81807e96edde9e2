/**
 * Lists the reader orders by hand: the reading list, and the collection that is chosen. They are held whole, as ids; a
 * move is shown at once and stored in turn, as a step like any other.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { MarkChange } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { parseQuery } from '../../core/query.ts';
import { PRIORITIES, READING } from '../../core/reading.ts';
import type { LibraryView } from '../../core/saved-searches.ts';
import { say } from '../../core/say.ts';
import { listByHand, listReading, planMove } from '../shared/data.ts';
import { type Filter, isFiltering } from '../shared/filters.ts';
import type { Papers } from '../shared/papers.ts';
import type { Steps } from '../shared/steps.ts';
import { paperWords } from './paper-words.ts';

type Ids = readonly PaperId[];

export interface Shown {
  view: ReadonlySignal<LibraryView>;
  filter: ReadonlySignal<Filter>;
  query: ReadonlySignal<string>;
  papers: Papers;
  steps: Steps;
  /** A table sorted by one of its columns shows no list's own order. */
  table?: { order: ReadonlySignal<unknown> };
}

/** Where moved papers go: before or after one that stays. */
export interface Target {
  at: PaperId;
  after: boolean;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

export class HandOrder {
  /** Whether a collection is shown in its own order. */
  readonly byHand = signal(true);
  readonly #shown: Shown;
  /** One list for each priority. */
  readonly #groups = signal<readonly Ids[] | undefined>(undefined);
  readonly #collection = signal<{ of: readonly string[]; ids: Ids } | undefined>(undefined);
  #work: Promise<unknown> = Promise.resolve();
  /** Moves that are shown and not stored yet. */
  #pending = 0;

  /** The whole reading list; undefined until known. */
  readonly reading = computed<Ids | undefined>(() => this.#groups.value?.flat());

  /** What is in the chosen collections, one after the other; undefined: none is chosen, or not known yet. */
  readonly inCollection = computed<Ids | undefined>(() => {
    const held = this.#collection.value;
    return held && same(held.of, this.#shown.filter.value.collections) ? held.ids : undefined;
  });

  /** Whether the list is a collection's own, in its order, without anything else to narrow it. */
  readonly alone = computed<boolean>(() => {
    const { view, filter, query } = this.#shown;
    const { collections } = filter.value;
    const more = view.value !== 'all' || query.value.trim() !== '' || !this.byHand.value;
    return collections.length > 0 && !more && !isFiltering({ ...filter.value, collections: [] });
  });

  /** The list whose order is shown: READING or a collection's id; undefined: some other order, or several lists. */
  readonly list = computed<string | undefined>(() => {
    const { view, filter, query } = this.#shown;
    if (parseQuery(query.value).sort || this.#shown.table?.order.value) return undefined;
    if (view.value === 'reading') return READING;
    const { collections } = filter.value;
    return collections.length === 1 && this.byHand.value ? collections[0] : undefined;
  });

  constructor(shown: Shown) {
    this.#shown = shown;
    effect(() => {
      const { collections } = shown.filter.value;
      if (collections.length > 0) this.#readCollection(collections).catch(shown.steps.fail);
    });
  }

  async #readCollection(of: readonly string[]): Promise<void> {
    const lists = await Promise.all(of.map(listByHand));
    if (!same(of, this.#shown.filter.peek().collections)) return; // left meanwhile: its answer may be the later one
    // what was moved meanwhile is not in what was read
    if (this.#pending > 0 && same(of, this.#collection.peek()?.of ?? [])) return;
    this.#collection.value = { of, ids: [...new Set(lists.flat())] };
  }

  /** Reads the lists again. @throws ManiculeError */
  async read(): Promise<void> {
    if (this.#pending > 0) return;
    const { collections } = this.#shown.filter.peek();
    const [groups] = await Promise.all([
      listReading(),
      collections.length > 0 ? this.#readCollection(collections) : undefined,
    ]);
    if (this.#pending === 0) this.#groups.value = groups;
  }

  /** What was found, in the order of the list that is shown; as it is where there is none. */
  arrange(found: Ids): Ids {
    const { view, filter, query } = this.#shown;
    const chosen = filter.value.collections.length > 0 && this.byHand.value;
    if (parseQuery(query.value).sort) return found;
    const order =
      view.value === 'reading' ? this.reading.value : chosen ? this.inCollection.value : undefined;
    if (!order) return found;
    const wanted = new Set(found);
    const out = order.filter((id) => wanted.delete(id));
    return wanted.size > 0 ? [...out, ...wanted] : out;
  }

  /** Moves papers of the list that is shown; nothing where it has no order of its own. */
  move(moved: Ids, target: Target): void {
    const list = this.list.peek();
    if (list === undefined || moved.length === 0 || moved.includes(target.at)) return;
    if (list === READING) this.#moveReading(moved, target);
    else this.#moveIn(list, moved, target);
  }

  #moveIn(list: string, moved: Ids, { at, after }: Target): void {
    const ids = this.inCollection.peek();
    const all = this.#collection.peek();
    if (!ids || !all) return;
    const goes = new Set(moved);
    const others = ids.filter((id) => !goes.has(id));
    if (!others.includes(at)) return; // out of the list meanwhile
    const place = others.indexOf(at) + Number(after);
    const now = [...others.slice(0, place), ...moved, ...others.slice(place)];
    this.#collection.value = { of: all.of, ids: now };
    this.#store({ list, others, moved, at: place }, now);
  }

  /** A paper keeps its priority as long as it stands beside one of the same; else it takes that of its neighbour. */
  #moveReading(moved: Ids, { at, after }: Target): void {
    const groups = this.#groups.peek();
    const first = moved[0];
    if (!groups || first === undefined) return;
    const goes = new Set(moved);
    const ranks = new Map(groups.flatMap((ids, rank) => ids.map((id) => [id, rank] as const)));
    const rankOf = (id: PaperId | undefined) => ranks.get(id ?? '') ?? -1;
    const flat = groups.flat().filter((id) => !goes.has(id));
    if (!flat.includes(at)) return; // out of the list meanwhile
    const place = flat.indexOf(at) + Number(after);
    const beside = [rankOf(flat[place - 1]), rankOf(flat[place])];
    const rank = beside.includes(rankOf(first)) ? rankOf(first) : rankOf(at);
    const without = groups.map((ids) => ids.filter((id) => !goes.has(id)));
    const before = without.slice(0, rank).reduce((sum, ids) => sum + ids.length, 0);
    const others = without[rank] ?? [];
    const within = Math.max(0, Math.min(others.length, place - before));
    const now = without.map((ids, n) =>
      n === rank ? [...ids.slice(0, within), ...moved, ...ids.slice(within)] : ids,
    );
    const priority = PRIORITIES[rank];
    const changed = moved.filter((id) => rankOf(id) !== rank);
    this.#groups.value = now;
    const more = new Map(changed.map((id) => [id, priority ? { priority } : {}]));
    this.#store({ list: READING, others, moved, at: within }, now.flat(), more);
  }

  #store(move: Parameters<typeof planMove>[0], now: Ids, more = new Map<PaperId, MarkChange>()): void {
    const { papers, steps } = this.#shown;
    const first = move.moved[0] as PaperId;
    const said = say(
      'libraryHandDidMove',
      paperWords(papers, move.moved),
      now.indexOf(first) + 1,
      now.length,
    );
    this.#pending++;
    const planned = this.#work.then(async () => {
      const changes = await planMove(move);
      return changes.map(({ id, change }) => ({ id, change: { ...change, ...more.get(id) } }));
    });
    this.#work = steps.take(planned, said).then(() => {
      this.#pending--;
      if (this.#pending === 0) this.read().catch(steps.fail);
    });
  }
}

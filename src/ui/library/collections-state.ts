/** The collections as the library shows them, and what the reader does with them. Every step can be undone. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Collection, CollectionChange, CollectionNode } from '../../core/collections.ts';
import type { Choices } from '../../core/filter.ts';
import { collectionsOf, type Mark } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { changeCollections, listByHand, listCollections, placesAtEnd } from '../shared/data.ts';
import type { Filter } from '../shared/filters.ts';
import type { Papers } from '../shared/papers.ts';
import type { TakeBack } from '../shared/step-stack.ts';
import type { Steps } from '../shared/steps.ts';
import { paperWords } from './paper-words.ts';

/** What the reader is asked to choose a collection for. */
export type Asking =
  | { what: 'add' | 'remove'; ids: readonly PaperId[] }
  | { what: 'move'; collection: string };

interface World {
  filter: Signal<Filter>;
  choices: ReadonlySignal<Choices | undefined>;
  papers: Papers;
  steps: Steps;
}

/** What is known of trees, loaded with the first of them. */
const trees = () => import('../../core/collections.ts');
type Trees = Awaited<ReturnType<typeof trees>>;

export class Collections {
  readonly #known = signal<{ trees: Trees; all: readonly Collection[] } | undefined>(undefined);
  readonly tree = computed<CollectionNode[]>(() => {
    const known = this.#known.value;
    return known ? known.trees.collectionTree(known.all) : [];
  });
  readonly flat = computed(() => this.#known.value?.trees.flatTree(this.tree.value) ?? []);
  readonly #byId = computed(() => new Map(this.flat.value.map((node) => [node.id, node])));
  /** Those that do not show what is in them. */
  readonly closed = signal<ReadonlySet<string>>(new Set());
  readonly asking = signal<Asking | undefined>(undefined);
  readonly #world: World;

  /** The one that is chosen. */
  readonly chosen = computed<CollectionNode | undefined>(() =>
    this.node(this.#world.filter.value.collections[0]),
  );
  /** Whether what is inside it is shown too. */
  readonly whole = computed(() => this.#world.filter.value.collections.length > 1);

  /** Papers in each collection that the view, the search and the other facets leave; undefined until known. */
  readonly counts = computed(() => {
    const choices = this.#world.choices.value?.collections;
    return choices && new Map(choices.map(({ value, count }) => [value, count]));
  });

  constructor(world: World) {
    this.#world = world;
    // what was deleted is not chosen any more, and what has come into a whole one is
    effect(() => {
      if (!this.#known.value) return;
      const { collections } = world.filter.value;
      const there = collections.filter((id) => this.#byId.value.has(id));
      const [node] = there.length > 1 ? [this.node(there[0])] : [];
      const now = node ? this.#within(node).map(({ id }) => id) : there;
      if (now.join() !== collections.join()) world.filter.value = { ...world.filter.value, collections: now };
    });
  }

  node(id: string | undefined): CollectionNode | undefined {
    return id === undefined ? undefined : this.#byId.value.get(id);
  }

  /** The collections of a paper, in the order of the tree. */
  of(mark: Mark | undefined): CollectionNode[] {
    const ids = new Set(collectionsOf(mark));
    return ids.size === 0 ? [] : this.flat.value.filter(({ id }) => ids.has(id));
  }

  /** @throws ManiculeError */
  async read(): Promise<void> {
    const [loaded, all] = await Promise.all([trees(), listCollections()]);
    this.#known.value = { trees: loaded, all };
  }

  /** Read first where that was not done yet; undefined where it cannot be, which is told. */
  async #trees(): Promise<Trees | undefined> {
    try {
      if (!this.#known.peek()) await this.read();
    } catch (error) {
      this.#world.steps.fail(error);
    }
    return this.#known.peek()?.trees;
  }

  /** A collection and what is inside it. */
  #within(node: CollectionNode): CollectionNode[] {
    return this.#known.peek()?.trees.flatTree([node]) ?? [node];
  }

  /** Narrows the list to a collection; undefined: to none. */
  choose(id: string | undefined, whole = false): void {
    const node = this.node(id);
    const { filter } = this.#world;
    const collections = node ? (whole ? this.#within(node).map((one) => one.id) : [node.id]) : [];
    filter.value = { ...filter.peek(), collections };
  }

  toggle(id: string, open?: boolean): void {
    const closed = new Set(this.closed.peek());
    if (open ?? closed.has(id)) closed.delete(id);
    else closed.add(id);
    this.closed.value = closed;
  }

  /** Stores changes; returns what takes them back, which can be taken back in turn. */
  async #store(known: Trees, changes: ReadonlyMap<string, CollectionChange>): Promise<TakeBack> {
    const done = await changeCollections(changes, new Date().toISOString());
    await this.read();
    const back = new Map(
      done.map(({ id, before }) => [id, known.undoOfCollection(before, changes.get(id) ?? {})] as const),
    );
    return async () => ({ ids: [], again: await this.#store(known, back) });
  }

  /** Stores changes as one step. */
  async #take(changes: ReadonlyMap<string, CollectionChange>, said: string): Promise<void> {
    const known = await this.#trees();
    if (changes.size === 0 || !known) return;
    const { steps } = this.#world;
    try {
      steps.did(said, await this.#store(known, changes));
    } catch (error) {
      steps.fail(error);
    }
  }

  /** Makes a collection behind its siblings and returns its id; undefined where the name is none. */
  async make(typed: string, parent: string | null = null): Promise<string | undefined> {
    const known = await this.#trees();
    const name = known?.collectionName(typed) ?? '';
    if (!known || name === '') return undefined;
    const siblings = this.node(parent ?? undefined)?.children ?? (parent === null ? this.tree.peek() : []);
    const last = siblings.reduce((most, { place }) => (place > most ? place : most), '');
    const id = known.newCollectionId();
    const change = { name, parent, place: known.keyBetween(last, '') };
    await this.#take(new Map([[id, change]]), say('libraryCollectionDidMake', name));
    if (parent !== null) this.toggle(parent, true);
    return id;
  }

  async rename(id: string, typed: string): Promise<void> {
    const name = (await this.#trees())?.collectionName(typed) ?? '';
    const before = this.node(id)?.name ?? '';
    if (name === '' || name === before) return;
    await this.#take(new Map([[id, { name }]]), say('libraryCollectionDidRename', before, name));
  }

  /** Into another, before one of its children or at the end. */
  async move(id: string, parent: string | null, before: string | null = null): Promise<void> {
    const node = this.node(id);
    if (!node) return;
    const known = await this.#trees();
    const changes = known?.moveCollection(this.tree.peek(), id, parent, before) ?? new Map();
    await this.#take(changes, say('libraryCollectionDidMove', node.name));
    if (parent !== null) this.toggle(parent, true);
  }

  /** The collections beside it, itself included. */
  siblings(id: string): CollectionNode[] {
    const node = this.node(id);
    return node?.parent == null ? [...this.tree.peek()] : (this.node(node.parent)?.children ?? []);
  }

  /** One place up or down among its siblings. */
  async shift(id: string, by: 1 | -1): Promise<void> {
    const all = this.siblings(id);
    const at = all.findIndex((one) => one.id === id);
    if (at < 0 || at + by < 0 || at + by >= all.length) return;
    await this.move(id, all[at]?.parent ?? null, all[by < 0 ? at - 1 : at + 2]?.id ?? null);
  }

  /** Into the one before it, or out of the one it is in. */
  async nest(id: string, deeper: boolean): Promise<void> {
    const all = this.siblings(id);
    const at = all.findIndex((one) => one.id === id);
    const into = all[at - 1];
    if (deeper && into) await this.move(id, into.id);
    const parent = this.node(this.node(id)?.parent ?? undefined);
    if (deeper || !parent) return;
    const beside = this.siblings(parent.id);
    const next = beside[beside.findIndex((one) => one.id === parent.id) + 1];
    await this.move(id, parent.parent, next?.id ?? null);
  }

  /** With what is inside it; the papers stay. */
  async delete(id: string): Promise<void> {
    const node = this.node(id);
    if (!node) return;
    const all = this.#within(node);
    const inside = all.length - 1;
    const said =
      inside > 0
        ? sayMany('libraryCollectionDidDeleteMore', inside, node.name)
        : say('libraryCollectionDidDelete', node.name);
    await this.#take(new Map(all.map((one) => [one.id, { deleted: true }])), said);
  }

  /** Puts papers into a collection, behind what is there, or takes them out. */
  async put(ids: readonly PaperId[], collection: string, on: boolean): Promise<void> {
    const { steps, papers } = this.#world;
    const name = this.node(collection)?.name ?? '';
    try {
      const there = new Set(await listByHand(collection));
      // a dismissed paper is in no list, and may be taken out all the same
      const wanted = ids.filter((id) => there.has(id) !== on || (!on && ids.length === 1));
      if (wanted.length === 0) {
        steps.say(say(on ? 'libraryCollectionInAlready' : 'libraryCollectionNotIn', name));
        return;
      }
      const keys = on ? await placesAtEnd(collection, wanted.length) : [];
      const changes = wanted.map((id, n) => ({
        id,
        change: {
          collections: { [collection]: on },
          ...(on ? { places: { [collection]: keys[n] as string } } : {}),
        },
      }));
      const words = paperWords(papers, wanted);
      await steps.take(
        changes,
        say(on ? 'libraryCollectionDidAdd' : 'libraryCollectionDidRemove', words, name),
      );
    } catch (error) {
      steps.fail(error);
    }
  }

  /** Asks for a collection. */
  ask(asking: Asking): void {
    if (asking.what === 'move' || asking.ids.length > 0) this.asking.value = asking;
  }
}

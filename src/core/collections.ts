/**
 * Collections: named, one inside another, ordered by hand; a paper may be in several.
 *
 * A collection is its id and four fields, each with the time it was last changed: its name, the collection it is in, its
 * place among its siblings (an order key, see order-keys.ts), and whether it was deleted. Copies merge field by field, as
 * marks do, so backups of several machines in whatever order end in the same collections. A deleted one stays as a
 * tombstone: an older backup does not bring it back.
 *
 * What is in it is not said here but by the marks of the papers (`collections`: in or taken out; `places`: where, by
 * hand; both per collection, each with its time). So membership follows a paper that becomes known under another id, it
 * is restored field by field, and a collection deleted and brought back has all its papers still.
 *
 * Merging can say what no machine said: A in B and B in A. `collectionTree` is total: of every such circle the last move
 * is not followed (its collection stands at the top), what is in a deleted or unknown collection stands in the nearest one
 * that is there. Nothing is written for it, so every machine sees the same, whatever it met first.
 */
import { later, type Timed } from './mark.ts';
import { isOrderKey, keysForMove, type Placed } from './order-keys.ts';
import { oneLine } from './text.ts';

export interface Collection {
  id: string;
  name: Timed<string>;
  /** Id of the collection it is in; null: in none. */
  parent: Timed<string | null>;
  /** Order key among its siblings. */
  place: Timed<string>;
  deleted?: Timed<boolean>;
}

/** A change the reader makes in one step. A missing key leaves that field alone. */
export interface CollectionChange {
  name?: string;
  parent?: string | null;
  place?: string;
  deleted?: boolean;
}

/** Longest name, in UTF-16 units. */
export const MAX_COLLECTION_NAME = 100;

/** A new collection's id. None is the name of another list of `places`. */
export const newCollectionId = (): string => `c-${crypto.randomUUID()}`;
export const isCollectionId = (id: unknown): id is string =>
  typeof id === 'string' && /^c-[\w-]{1,60}$/.test(id);

/** A name as it is kept; '' where nothing is left of it. */
export const collectionName = (typed: string): string => oneLine(typed).slice(0, MAX_COLLECTION_NAME).trim();

const isTimed = (value: unknown, holds: (inner: unknown) => boolean): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Timed<unknown>).at === 'string' &&
  !Number.isNaN(Date.parse((value as Timed<unknown>).at)) &&
  holds((value as Timed<unknown>).value);

/** Whether a stored or restored value can be used as a collection. */
export function isCollection(value: unknown): value is Collection {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, parent, place, deleted } = value as Record<string, unknown>;
  return (
    isCollectionId(id) &&
    isTimed(name, (one) => typeof one === 'string') &&
    isTimed(parent, (one) => one === null || typeof one === 'string') &&
    isTimed(place, (one) => typeof one === 'string' && (one === '' || isOrderKey(one))) &&
    (deleted === undefined || isTimed(deleted, (one) => typeof one === 'boolean'))
  );
}

/** Two copies of one collection, merged: idempotent, commutative, associative. */
export function mergeCollections(a: Collection, b: Collection): Collection {
  const deleted = later(a.deleted, b.deleted);
  return {
    id: a.id,
    name: later(a.name, b.name),
    parent: later(a.parent, b.parent),
    place: later(a.place, b.place),
    ...(deleted ? { deleted } : {}),
  };
}

/** Later than every time in it, even when the clock went backwards. */
function changeTime(collection: Collection | undefined, now: string): string {
  if (!collection) return now;
  const { name, parent, place, deleted } = collection;
  const latest = [name.at, parent.at, place.at, deleted?.at ?? ''].reduce((a, b) => (a > b ? a : b));
  return now > latest ? now : new Date(Date.parse(latest) + 1).toISOString();
}

/** Applies one step of the reader; without a collection it is made. */
export function changeCollection(
  collection: Collection | undefined,
  id: string,
  change: CollectionChange,
  now: string,
): Collection {
  const at = changeTime(collection, now);
  const out: Collection = collection
    ? { ...collection }
    : { id, name: { value: '', at }, parent: { value: null, at }, place: { value: '', at } };
  if (change.name !== undefined) out.name = { value: collectionName(change.name), at };
  if (change.parent !== undefined) out.parent = { value: change.parent, at };
  if (change.place !== undefined) out.place = { value: change.place, at };
  if (change.deleted !== undefined) out.deleted = { value: change.deleted, at };
  return out;
}

/** The change that takes a collection back to what it was before; one that was made is deleted. */
export function undoOfCollection(before: Collection | undefined, change: CollectionChange): CollectionChange {
  if (!before) return { deleted: true };
  const undo: CollectionChange = {};
  if (change.name !== undefined) undo.name = before.name.value;
  if (change.parent !== undefined) undo.parent = before.parent.value;
  if (change.place !== undefined) undo.place = before.place.value;
  if (change.deleted !== undefined) undo.deleted = before.deleted?.value ?? false;
  return undo;
}

export const isLiving = (collection: Collection): boolean => collection.deleted?.value !== true;

/** A collection where it stands. */
export interface CollectionNode {
  id: string;
  name: string;
  place: string;
  parent: string | null;
  /** 0 at the top. */
  depth: number;
  /** Its name and those it is in, from the top. */
  path: string[];
  children: CollectionNode[];
}

/** Where each collection stands, deleted ones too, circles cut open at the move made last (of two at once, the greater id). */
function parents(all: ReadonlyMap<string, Collection>): Map<string, string | null> {
  const out = new Map<string, string | null>();
  for (const { id, parent } of all.values()) {
    const { value } = parent;
    out.set(id, value !== null && all.has(value) ? value : null);
  }
  const done = new Set<string>();
  for (const start of all.keys()) {
    const walked = new Set<string>();
    let at: string | null = start;
    while (at !== null && !done.has(at) && !walked.has(at)) {
      walked.add(at);
      at = out.get(at) ?? null;
    }
    if (at !== null && walked.has(at)) {
      const order = [...walked];
      const circle = order.slice(order.indexOf(at));
      const rank = (id: string) => `${all.get(id)?.parent.at} ${id}`;
      out.set(
        circle.reduce((a, b) => (rank(a) > rank(b) ? a : b)),
        null,
      );
    }
    for (const id of walked) done.add(id);
  }
  return out;
}

/** Those without a key stand behind: "~" is greater than any. */
const byPlace = (a: CollectionNode, b: CollectionNode): number => {
  const [x, y] = [a.place || '~', b.place || '~'];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
};

/** The collections that are there, each in the one it stands in, siblings in their order. */
export function collectionTree(collections: Iterable<Collection>): CollectionNode[] {
  const all = new Map([...collections].map((one) => [one.id, one]));
  const parentOf = parents(all);
  const nodes = new Map<string, CollectionNode>();
  for (const one of all.values()) {
    if (!isLiving(one)) continue;
    let parent = parentOf.get(one.id) ?? null;
    for (let above = all.get(parent ?? ''); above && !isLiving(above); above = all.get(parent ?? ''))
      parent = parentOf.get(above.id) ?? null;
    const { id, name, place } = one;
    nodes.set(id, { id, name: name.value, place: place.value, parent, depth: 0, path: [], children: [] });
  }
  const top: CollectionNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.parent ?? '')?.children ?? top).push(node);
  // no recursion: a file may nest as deep as it likes
  const waiting = [...top];
  top.sort(byPlace);
  for (const node of top) node.path = [node.name];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    node.children.sort(byPlace);
    for (const child of node.children) {
      child.depth = node.depth + 1;
      child.path = [...node.path.slice(-MAX_PATH + 1), child.name];
    }
    waiting.push(...node.children);
  }
  return top;
}

/** Names of a path that are kept: nobody reads more. */
const MAX_PATH = 20;

/** Every collection of a tree, each before what is in it. */
export function flatTree(tree: readonly CollectionNode[]): CollectionNode[] {
  const out: CollectionNode[] = [];
  const waiting = [...tree].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    out.push(node);
    waiting.push(...[...node.children].reverse());
  }
  return out;
}

export { pathWords } from './collection-words.ts';
export { keyBetween } from './order-keys.ts';

/**
 * The changes that put collection `id` into `parent`, before its child `before` (null: at the end). None where it would
 * come to stand in itself.
 */
export function moveCollection(
  tree: readonly CollectionNode[],
  id: string,
  parent: string | null,
  before: string | null = null,
): Map<string, CollectionChange> {
  const flat = flatTree(tree);
  const node = flat.find((one) => one.id === id);
  const into = flat.find((one) => one.id === parent);
  if (!node || (parent !== null && !into) || flatTree([node]).some((one) => one.id === parent))
    return new Map();
  const siblings = (into?.children ?? (parent === null ? tree : [])).filter((one) => one.id !== id);
  const at = siblings.findIndex((one) => one.id === before);
  const place = at < 0 ? siblings.length : at;
  const placed = siblings.map((one): Placed => ({ id: one.id, key: one.place }));
  const keys = keysForMove(placed.slice(0, place), [id], placed.slice(place)) ?? new Map();
  const changes = new Map<string, CollectionChange>();
  for (const [one, key] of keys) changes.set(one, { place: key });
  changes.set(id, { ...changes.get(id), parent });
  return changes;
}

/** What lists and counters show: read through indexes and kept counts, without loading papers. */
import type { PaperId } from '../core/paper.ts';
import { inTransaction, type Tx } from './db.ts';
import { NO_COUNTS } from './reads.ts';
import type { Counts, StoredMark } from './schema.ts';
import { fromEnd, INDEX, type View } from './view-keys.ts';

export type { View } from './view-keys.ts';

/** Marks in one answer: ten thousand at once would keep a page waiting. */
const MARKS = 1_000;
/** Marks for each paper asked for, up to which reading all of them is quicker than finding those with a cite key. */
const WORTH_ALL = 4;

/** Hands on every mark with a cite key once, some hundreds at a time. */
async function eachKeyed(tx: Tx, onMarks: (marks: readonly StoredMark[]) => void): Promise<void> {
  const index = tx.objectStore('marks').index('citeKey');
  // the marks themselves: a cursor over the keys would wait ten thousand times
  let marks = await index.getAll(undefined, MARKS);
  while (marks.length > 0) {
    onMarks(marks);
    if (marks.length < MARKS) return;
    const last = marks.at(-1)?.citeKey?.value ?? '';
    const [same, next] = await Promise.all([
      index.getAll(IDBKeyRange.only(last)),
      index.getAll(IDBKeyRange.lowerBound(last, true), MARKS),
    ]);
    // papers may share a key, of which an answer holds the first ones alone
    onMarks(same.slice(marks.filter(({ citeKey }) => citeKey?.value === last).length));
    marks = next;
  }
}

/** Hands on every mark: all are asked for at once, cut where every thousandth of `ids` lies, so that no answer is waited for. */
async function eachMark(
  tx: Tx,
  ids: readonly PaperId[],
  onMarks: (marks: readonly StoredMark[]) => void,
): Promise<void> {
  const store = tx.objectStore('marks');
  const cuts = [...ids].sort().filter((id, n, all) => n > 0 && n % MARKS === 0 && id !== all[n - MARKS]);
  const ranges = cuts.map((to, n) => {
    const from = cuts[n - 1];
    return from === undefined ? IDBKeyRange.upperBound(to, true) : IDBKeyRange.bound(from, to, false, true);
  });
  const last = cuts.at(-1);
  const all = [...ranges, last === undefined ? undefined : IDBKeyRange.lowerBound(last)];
  await Promise.all(all.map(async (range) => onMarks(await store.getAll(range))));
}

/**
 * Whose each cite key is. Two machines may have given one key to two papers, and a backup of one was restored on the other:
 * then it stays that of the paper that had it first, or for which the reader asked for it, since documents cite it so.
 */
class KeyOwners {
  readonly ids = new Map<string, PaperId>();
  readonly #contested = new Set<string>();

  take(key: string, id: PaperId): void {
    const owner = this.ids.get(key);
    if (owner !== undefined && owner !== id) this.#contested.add(key);
    this.ids.set(key, id);
  }

  /** To be called in the end: decides about keys that several papers have. */
  async settle(tx: Tx): Promise<Map<string, PaperId>> {
    for (const key of this.#contested) {
      const marks = await tx.objectStore('marks').index('citeKey').getAll(IDBKeyRange.only(key));
      const rank = ({ citeKey, id }: StoredMark) => `${citeKey?.asked ? 0 : 1} ${citeKey?.at} ${id}`;
      const [owner] = marks.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      if (owner) this.ids.set(key, owner.id);
    }
    return this.ids;
  }
}

/** Every cite key given so far → its paper. @throws ManiculeError */
export const citeKeys = (): Promise<Map<string, PaperId>> =>
  inTransaction(['marks'], 'readonly', async (tx) => {
    const owners = new KeyOwners();
    await eachKeyed(tx as unknown as Tx, (marks) => {
      for (const { citeKey, id } of marks) if (citeKey) owners.take(citeKey.value, id);
    });
    return owners.settle(tx as unknown as Tx);
  });

/** The same with the marks that hold them, which `getRows` need not read again. */
export interface Keyed {
  keys: Map<string, PaperId>;
  /** As they are stored. */
  marks: Map<PaperId, unknown>;
  /** There is no other mark. */
  whole: boolean;
}

/**
 * Hands on every mark, or those that have a cite key.
 * @returns whose each key is, and whether it was every mark. @throws ManiculeError
 */
const eachWithKey = (
  ids: readonly PaperId[],
  onMark: (mark: StoredMark) => void = () => undefined,
): Promise<Pick<Keyed, 'keys' | 'whole'>> =>
  inTransaction(['marks'], 'readonly', async (tx) => {
    const owners = new KeyOwners();
    const take = (marks: readonly StoredMark[]): void => {
      for (const mark of marks) {
        const key: unknown = mark.citeKey?.value; // shapes are still to be checked
        if (typeof key === 'string') owners.take(key, mark.id);
        onMark(mark);
      }
    };
    const few = (await tx.objectStore('marks').count()) <= ids.length * WORTH_ALL;
    await (few ? eachMark(tx as unknown as Tx, ids, take) : eachKeyed(tx as unknown as Tx, take));
    return { keys: await owners.settle(tx as unknown as Tx), whole: few };
  });

/** @param ids the papers asked for, in any order. @throws ManiculeError */
export async function keyedMarks(ids: readonly PaperId[]): Promise<Keyed> {
  const marks = new Map<PaperId, unknown>();
  const found = await eachWithKey(ids, (mark) => marks.set(mark.id, mark));
  return { ...found, marks };
}

/** The keys of these alone: marks of very many papers are not held in memory. @throws ManiculeError */
export async function keysBeside(ids: readonly PaperId[]): Promise<Map<string, PaperId>> {
  return (await eachWithKey(ids)).keys;
}

interface Keys {
  openKeyCursor(
    range: null,
    direction: 'prev',
  ): Promise<{ primaryKey: PaperId; continue(): Promise<unknown> } | null>;
  getAllKeys(options?: { direction: 'prev'; count: number }): Promise<PaperId[]>;
}

/** The first `limit` keys of an index from its end. */
async function newest(index: Keys, limit: number): Promise<PaperId[]> {
  if (limit === Number.POSITIVE_INFINITY) return (await index.getAllKeys()).reverse();
  if (fromEnd()) return index.getAllKeys({ direction: 'prev', count: limit });
  const ids: PaperId[] = [];
  let cursor = await index.openKeyCursor(null, 'prev');
  while (cursor && ids.length < limit) {
    ids.push(cursor.primaryKey);
    cursor = (await cursor.continue()) as typeof cursor;
  }
  return ids;
}

/** Ids of a view, newest first, within a transaction over its store. */
export function idsOfView(tx: Tx, view: View, limit: number): Promise<PaperId[]> {
  const index =
    view === 'all' ? tx.objectStore('papers').index('lastSeen') : tx.objectStore('marks').index(INDEX[view]);
  return newest(index as unknown as Keys, limit);
}

/**
 * Ids of a view, newest first: by time of the save, flag (dismissed ones left out) or dismissal; 'marked': all with any
 * decision but a dismissal; 'all': everything stored, by last meeting. What lies in the trash is in none of them.
 * @throws ManiculeError
 */
export function listIds(view: View, options: { limit?: number } = {}): Promise<PaperId[]> {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  if (view !== 'all')
    return inTransaction(['marks'], 'readonly', (tx) => idsOfView(tx as unknown as Tx, view, limit));
  return inTransaction(['papers', 'marks'], 'readonly', async (tx) => {
    const trashed = new Set(await tx.objectStore('marks').index('trashedAt').getAllKeys());
    const ids = await idsOfView(tx as unknown as Tx, view, limit + trashed.size);
    return trashed.size === 0 ? ids : ids.filter((id) => !trashed.has(id)).slice(0, limit);
  });
}

/** How many papers are stored, saved, flagged (and not dismissed). @throws ManiculeError */
export function counts(): Promise<Counts> {
  return inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('counts')) as Counts | undefined) ?? NO_COUNTS,
  );
}

/** Counts within a transaction over papers, marks and meta, and keeps the result. */
export async function recountIn(tx: Tx): Promise<Counts> {
  const marks = tx.objectStore('marks');
  const [papers, saved, flagged] = await Promise.all([
    tx.objectStore('papers').count(),
    marks.index('savedAt').count(),
    marks.index('flaggedAt').count(),
  ]);
  const value = { papers, saved, flagged };
  await tx.objectStore('meta').put(value, 'counts');
  return value;
}

/** Counts anew, which repairs the kept counts. Takes up to half a second at 50,000 papers. @throws ManiculeError */
export const recount = (): Promise<Counts> =>
  inTransaction(['papers', 'marks', 'meta'], 'readwrite', (tx) => recountIn(tx));

/** Papers under one of the reader's labels. @throws ManiculeError */
export const idsTagged = (tag: string): Promise<PaperId[]> =>
  inTransaction(['marks'], 'readonly', (tx) =>
    tx.objectStore('marks').index('labels').getAllKeys(IDBKeyRange.only(tag)),
  );

export interface TagCount {
  tag: string;
  count: number;
}

/** The reader's labels in use, the most used first, then by name. @throws ManiculeError */
export function allTags(): Promise<TagCount[]> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const index = tx.objectStore('marks').index('labels');
    const tags: string[] = [];
    let cursor = await index.openKeyCursor(null, 'nextunique');
    for (; cursor; cursor = await cursor.continue()) tags.push(cursor.key);
    const numbers = await Promise.all(tags.map((tag) => index.count(tag)));
    return tags
      .map((tag, at) => ({ tag, count: numbers[at] ?? 0 }))
      .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
  });
}

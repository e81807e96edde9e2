/** Reads issued together: one request after the other would wait for each answer. */
import type { PaperId, Sighting } from '../core/paper.ts';
import type { Tx } from './db.ts';
import type { AliasRecord, Counts } from './schema.ts';

type Keyed = 'papers' | 'aliases' | 'marks';

/** From here on one range of keys is cheaper than asking for each. */
const WORTH_A_RANGE = 16;

/**
 * Which of `keys` the store may hold. Ids of one listing lie close together (arXiv numbers of one day), so most that
 * are new are told from one read of the keys between the first and the last; where too much lies between, all are returned.
 */
async function maybePresent(tx: Tx, store: Keyed, keys: PaperId[]): Promise<PaperId[]> {
  if (keys.length < WORTH_A_RANGE) return keys;
  const sorted = [...keys].sort();
  const limit = keys.length * 4;
  const between = await tx.objectStore(store).getAllKeys(IDBKeyRange.bound(sorted[0], sorted.at(-1)), limit);
  if (between.length >= limit) return keys;
  const present = new Set(between);
  return keys.filter((key) => present.has(key));
}

/** The records of `store` under `keys`, as they are stored: shapes are still to be checked. */
export async function readMany(
  tx: Tx,
  store: Keyed,
  keys: Iterable<PaperId>,
): Promise<Map<PaperId, unknown>> {
  const groups = new Map<string, PaperId[]>();
  for (const key of new Set(keys)) {
    const kind = key.slice(0, key.indexOf(':'));
    const group = groups.get(kind);
    if (group) group.push(key);
    else groups.set(kind, [key]);
  }
  const found = new Map<PaperId, unknown>();
  await Promise.all(
    [...groups].map(async ([kind, group]) => {
      const wanted = kind === 'title' ? group : await maybePresent(tx, store, group);
      await Promise.all(
        wanted.map(async (key) => {
          const value: unknown = await tx.objectStore(store).get(key);
          if (value !== undefined) found.set(key, value);
        }),
      );
    }),
  );
  return found;
}

/** The same for keys nearly all of which are there: each is asked for. */
export async function readEach(
  tx: Tx,
  store: Keyed,
  keys: Iterable<PaperId>,
): Promise<Map<PaperId, unknown>> {
  const found = new Map<PaperId, unknown>();
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const value: unknown = await tx.objectStore(store).get(key);
      if (value !== undefined) found.set(key, value);
    }),
  );
  return found;
}

/** Keys that are read as one range where they lie close together. */
const RUN = 250;
/** Runs read key by key after one that was not worth it. */
const PATIENCE = 4;

/** The records of `wanted` (sorted) that come first in their range, and what is left to be asked for. */
async function readRange(
  tx: Tx,
  store: Exclude<Keyed, 'aliases'>,
  wanted: readonly PaperId[],
  found: Map<PaperId, unknown>,
): Promise<PaperId[]> {
  const limit = wanted.length * 2;
  const range = IDBKeyRange.bound(wanted[0], wanted.at(-1));
  const values = await tx.objectStore(store).getAll(range, limit);
  const asked = new Set(wanted);
  for (const value of values) if (asked.has(value.id)) found.set(value.id, value);
  const last = values.at(-1)?.id;
  return last === undefined || values.length < limit ? [] : wanted.filter((id) => id > last);
}

/**
 * The same for many keys, most of which are there, such as all saved papers: neighbours come in one answer, and keys
 * with too much between them one by one.
 */
export async function readNearly(
  tx: Tx,
  store: Exclude<Keyed, 'aliases'>,
  keys: Iterable<PaperId>,
): Promise<Map<PaperId, unknown>> {
  const sorted = [...new Set(keys)].sort();
  const found = new Map<PaperId, unknown>();
  let wait = 0;
  for (let at = 0; at < sorted.length; at += RUN) {
    const run = sorted.slice(at, at + RUN);
    const rest = wait > 0 ? run : await readRange(tx, store, run, found);
    wait = wait > 0 ? wait - 1 : rest.length > run.length / 2 ? PATIENCE : 0;
    await Promise.all(
      rest.map(async (key) => {
        const value: unknown = await tx.objectStore(store).get(key);
        if (value !== undefined) found.set(key, value);
      }),
    );
  }
  return found;
}

/** Which of `keys` the store holds: no record is read. */
export async function heldAmong(
  tx: Tx,
  store: Exclude<Keyed, 'aliases'>,
  keys: Iterable<PaperId>,
): Promise<Set<PaperId>> {
  const sorted = [...new Set(keys)].sort();
  const asked = new Set(sorted);
  if (asked.size === 0) return asked;
  const limit = asked.size * 4;
  const at = tx.objectStore(store);
  const between = await at.getAllKeys(IDBKeyRange.bound(sorted[0], sorted.at(-1)), limit);
  const found = new Set(between.filter((key) => asked.has(key)));
  const last = between.at(-1);
  const rest = between.length < limit || last === undefined ? [] : sorted.filter((key) => key > last);
  await Promise.all(
    rest.map(async (key) => {
      if ((await at.getKey(key)) !== undefined) found.add(key);
    }),
  );
  return found;
}

/** id asked for → the one under which the paper or its mark stands: where that is none, itself. No paper is read. */
export async function standingIds(tx: Tx, ids: readonly PaperId[]): Promise<Map<PaperId, PaperId>> {
  const own = await heldAmong(tx, 'papers', ids);
  const aliases = await readMany(
    tx,
    'aliases',
    ids.filter((id) => !own.has(id)),
  );
  const targets = [...aliases.values()].map((record) => (record as AliasRecord).id);
  const held = await Promise.all([heldAmong(tx, 'papers', targets), heldAmong(tx, 'marks', targets)]);
  const standing = (id: PaperId) => {
    const target = (aliases.get(id) as AliasRecord | undefined)?.id;
    return target !== undefined && held.some((all) => all.has(target)) ? target : id;
  };
  return new Map(ids.map((id) => [id, standing(id)]));
}

/** Every sighting of one paper, by its key's beginning. */
export const sightingRange = (id: PaperId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

export const readSightings = (tx: Tx, id: PaperId): Promise<Sighting[]> =>
  tx.objectStore('sightings').getAll(sightingRange(id));

export const NO_COUNTS: Counts = { papers: 0, saved: 0, flagged: 0 };

/** Adds to the kept counts, in the transaction of the change itself. */
export async function addToCounts(tx: Tx, change: Counts): Promise<void> {
  if (change.papers === 0 && change.saved === 0 && change.flagged === 0) return;
  const meta = tx.objectStore('meta');
  const known = ((await meta.get('counts')) as Counts | undefined) ?? NO_COUNTS;
  await meta.put(
    {
      papers: Math.max(0, known.papers + change.papers),
      saved: Math.max(0, known.saved + change.saved),
      flagged: Math.max(0, known.flagged + change.flagged),
    },
    'counts',
  );
}

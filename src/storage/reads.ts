/** Reads issued together: one request after the other would wait for each answer. */
import type { PaperId, Sighting } from '../core/paper.ts';
import type { Tx } from './db.ts';
import type { Counts } from './schema.ts';

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

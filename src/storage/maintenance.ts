/** Sweeps papers that were met long ago and never decided about. Whatever the reader decided about stays for ever. */
import type { PaperId } from '../core/paper.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { addToCounts, readSightings } from './reads.ts';
import { isDecided, isMark, isPaper } from './records.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Papers per transaction: a sweep must not make a page wait. */
const CHUNK = 100;

/** What deletes one paper with everything that only belongs to it; nothing where the reader decided about it. */
async function writesOf(tx: Tx, id: PaperId): Promise<Write[]> {
  const [mark, paper] = await Promise.all([
    tx.objectStore('marks').get(id) as Promise<unknown>,
    tx.objectStore('papers').get(id) as Promise<unknown>,
  ]);
  if (mark !== undefined && (!isMark(mark) || isDecided(mark))) return [];
  const aliases = isPaper(paper) ? [...paper.aliases, id] : [id];
  const [records, sightings] = await Promise.all([
    Promise.all(aliases.map((alias) => tx.objectStore('aliases').get(alias))),
    readSightings(tx, id),
  ]);
  return [
    { store: 'papers', key: id },
    // that it once was deleted stays known
    ...(isMark(mark) && mark.trashed ? [] : [{ store: 'marks', key: id } as const]),
    ...records.flatMap((record): Write[] =>
      record?.id === id ? [{ store: 'aliases', key: record.alias }] : [],
    ),
    ...sightings.map((one): Write => ({ store: 'sightings', key: [one.id, one.site, one.at] })),
  ];
}

interface Place {
  at: string;
  id: PaperId;
}

/** One chunk of the sweep, from `from` on; where it ended, and how many it took. */
function sweepChunk(
  cutoff: string,
  from: Place | undefined,
): Promise<{ next: Place | undefined; swept: number }> {
  const stores = ['papers', 'aliases', 'marks', 'sightings', 'stale', 'meta'] as const;
  return inTransaction([...stores], 'readwrite', async (tx) => {
    const index = tx.objectStore('papers').index('lastSeen');
    const range = from
      ? IDBKeyRange.bound(from.at, cutoff, false, true)
      : IDBKeyRange.upperBound(cutoff, true);
    const found: Place[] = [];
    let cursor = await index.openKeyCursor(range);
    if (cursor && from && cursor.key === from.at && cursor.primaryKey <= from.id) {
      // past what the last chunk looked at: it may have been kept, so it still is here
      if (cursor.primaryKey < from.id) cursor = await cursor.continuePrimaryKey(from.at, from.id);
      if (cursor?.primaryKey === from.id) cursor = await cursor.continue();
    }
    for (; cursor && found.length < CHUNK; cursor = await cursor.continue()) {
      found.push({ at: cursor.key, id: cursor.primaryKey });
    }
    const writes = await Promise.all(found.map(({ id }) => writesOf(tx, id)));
    // together: what waits for the search index is one entry then, and not one for each paper
    await applyWrites(tx, writes.flat());
    const swept = writes.filter((one) => one.length > 0).length;
    await addToCounts(tx, { papers: -swept, saved: 0, flagged: 0 });
    return { next: found.length === CHUNK ? found.at(-1) : undefined, swept };
  });
}

/**
 * Deletes papers last met more than `retentionDays` ago (0: never) that hold no decision of the reader, with their
 * aliases and sightings. Works in chunks; stopped half-way, the next sweep goes on.
 * @param now ISO time.
 * @returns how many were deleted.
 * @throws ManiculeError
 */
export async function sweep(retentionDays: number, now: string): Promise<number> {
  if (retentionDays <= 0) return 0;
  const cutoff = new Date(Date.parse(now) - retentionDays * DAY_MS).toISOString();
  let total = 0;
  let place: Place | undefined;
  do {
    const { next, swept } = await sweepChunk(cutoff, place);
    total += swept;
    place = next;
    await breathe();
  } while (place);
  if (total > 0) announce({ ids: [], what: 'papers' });
  return total;
}

/** Sweeps unless that was done within the last day. Returns how many were deleted. @throws ManiculeError */
export async function sweepIfDue(retentionDays: number, now: string): Promise<number> {
  if (retentionDays <= 0) return 0;
  const due = await inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const last = (await meta.get('lastSweep')) as string | undefined;
    if (last && Date.parse(now) - Date.parse(last) < DAY_MS) return false;
    await meta.put(now, 'lastSweep'); // first, so that two contexts do not sweep at once
    return true;
  });
  return due ? sweep(retentionDays, now) : 0;
}

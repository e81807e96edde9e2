/** Sweeps papers that were met long ago and never decided about. Whatever the reader decided about stays for ever. */
import type { Paper, PaperId } from '../core/paper.ts';
import type { Job } from './backup-types.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { isUnderWay } from './job-state.ts';
import { addToCounts, readMany, readNearly, sightingRange } from './reads.ts';
import { isDecided, isMark, isPaper } from './records.ts';
import type { AliasRecord } from './schema.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Papers deleted in one transaction: a sweep must not make a page wait. */
const CHUNK = 100;
/** Papers looked at in one: most are kept where the reader decides about much. */
const LOOKED_AT = 500;

/** Whether papers of a restore or import may be there without their marks, which come after them: nobody can tell then what is decided. */
async function isRestoring(tx: Pick<Tx, 'objectStore'>): Promise<boolean> {
  return isUnderWay((await tx.objectStore('meta').get('job')) as Job | undefined);
}

/**
 * One chunk of the sweep. @param old ids of papers last met before `cutoff`, when that was asked
 * @returns how many of them are dealt with, and how many were deleted.
 */
function sweepChunk(cutoff: string, old: readonly PaperId[]): Promise<{ done: number; swept: number }> {
  const stores = ['papers', 'aliases', 'marks', 'sightings', 'stale', 'meta'] as const;
  return inTransaction([...stores], 'readwrite', async (tx) => {
    if (await isRestoring(tx)) return { done: old.length, swept: 0 };
    const marks = await readNearly(tx, 'marks', old);
    const isLoose = (mark: unknown) => mark === undefined || (isMark(mark) && !isDecided(mark));
    const loose = old.filter((id) => isLoose(marks.get(id)));
    const asked = loose.slice(0, CHUNK);
    const papers = await readNearly(tx, 'papers', asked);
    // met or moved since
    const going = asked.filter((id) => {
      const paper = papers.get(id) as Partial<Paper> | undefined;
      return (paper?.seen?.last.at ?? cutoff) < cutoff;
    });
    await deleteAll(tx, going, papers, marks);
    await addToCounts(tx, { papers: -going.length, saved: 0, flagged: 0 });
    const done = asked.length < loose.length ? old.indexOf(asked.at(-1) as PaperId) + 1 : old.length;
    return { done, swept: going.length };
  });
}

/** Deletes papers with everything that only belongs to them. */
async function deleteAll(
  tx: Tx,
  ids: readonly PaperId[],
  papers: ReadonlyMap<PaperId, unknown>,
  marks: ReadonlyMap<PaperId, unknown>,
): Promise<void> {
  const others = (id: PaperId) => {
    const paper = papers.get(id);
    return isPaper(paper) ? [...paper.aliases, id] : [id];
  };
  const aliases = await readMany(tx, 'aliases', ids.flatMap(others));
  const writes = ids.flatMap((id): Write[] => {
    const mark = marks.get(id);
    return [
      { store: 'papers', key: id },
      // that it once was deleted stays known
      ...(isMark(mark) && !mark.trashed ? [{ store: 'marks', key: id } as const] : []),
      ...others(id).flatMap((alias): Write[] =>
        (aliases.get(alias) as AliasRecord | undefined)?.id === id ? [{ store: 'aliases', key: alias }] : [],
      ),
    ];
  });
  const sightings = tx.objectStore('sightings');
  // a failed write aborts the transaction, which tells
  for (const id of ids) void sightings.delete(sightingRange(id)).catch(() => undefined);
  // together: what waits for the search index is one entry then, and not one for each paper
  await applyWrites(tx, writes);
}

/**
 * Deletes papers last met more than `retentionDays` ago (0: never) that hold no decision of the reader, with their
 * aliases and sightings. Works in chunks; stopped half-way, the next sweep goes on. While a restore or import is half
 * merged nothing is deleted.
 * @param now ISO time.
 * @returns how many were deleted.
 * @throws ManiculeError
 */
export async function sweep(retentionDays: number, now: string): Promise<number> {
  if (retentionDays <= 0) return 0;
  const cutoff = new Date(Date.parse(now) - retentionDays * DAY_MS).toISOString();
  const old = await inTransaction(['papers'], 'readonly', (tx) =>
    tx.objectStore('papers').index('lastSeen').getAllKeys(IDBKeyRange.upperBound(cutoff, true)),
  );
  let total = 0;
  for (let at = 0; at < old.length; ) {
    const { done, swept } = await sweepChunk(cutoff, old.slice(at, at + LOOKED_AT));
    total += swept;
    at += done;
    await breathe();
  }
  if (total > 0) announce({ ids: [], what: 'papers' });
  return total;
}

/** Sweeps unless that was done within the last day; after a clock was set back, the distance counts. Returns how many were deleted. @throws ManiculeError */
export async function sweepIfDue(retentionDays: number, now: string): Promise<number> {
  if (retentionDays <= 0) return 0;
  const due = await inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const last = (await meta.get('lastSweep')) as string | undefined;
    if (await isRestoring(tx as unknown as Tx)) return false;
    if (last && Math.abs(Date.parse(now) - Date.parse(last)) < DAY_MS) return false;
    await meta.put(now, 'lastSweep'); // first, so that two contexts do not sweep at once
    return true;
  });
  return due ? sweep(retentionDays, now) : 0;
}

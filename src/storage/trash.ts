/** What lies in the trash (see core/trash.ts), and deleting it for good: by hand, or after thirty days. */
import type { PaperId } from '../core/paper.ts';
import { goneMark, isTrashed, TRASH_DAYS } from '../core/trash.ts';
import { announce, noticeOf } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { addToCounts, readSightings } from './reads.ts';
import { isMark, isPaper, plainMark, storedMark } from './records.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** After a restore the reader has this long to take from the trash what the backup put there. */
const RESTORED_MS = 7 * DAY_MS;

/** Papers per transaction: no page waits for it. */
const CHUNK = 100;
const STORES = ['papers', 'aliases', 'marks', 'sightings', 'stale', 'meta'] as const;

export interface TrashedPaper {
  id: PaperId;
  /** ISO time of the deletion. */
  at: string;
}

/** Everything in the trash, the last deleted first. @throws ManiculeError */
export function listTrash(): Promise<TrashedPaper[]> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const marks = await tx.objectStore('marks').index('trashedAt').getAll();
    return marks.map(({ id, trashedAt = '' }) => ({ id, at: trashedAt })).reverse();
  });
}

/** How many papers lie in the trash. @throws ManiculeError */
export const countTrash = (): Promise<number> =>
  inTransaction(['marks'], 'readonly', (tx) => tx.objectStore('marks').index('trashedAt').count());

/** The writes that leave nothing of a paper but its deletion; undefined where it does not lie in the trash (any more). */
async function purgeWrites(tx: Tx, id: PaperId): Promise<Write[] | undefined> {
  const [mark, paper] = await Promise.all([
    tx.objectStore('marks').get(id) as Promise<unknown>,
    tx.objectStore('papers').get(id) as Promise<unknown>,
  ]);
  if (!isMark(mark)) return undefined;
  const plain = plainMark(mark);
  if (!isTrashed(plain)) return undefined;
  const aliases = isPaper(paper) ? [...paper.aliases, id] : [id];
  const [records, sightings] = await Promise.all([
    Promise.all(aliases.map((alias) => tx.objectStore('aliases').get(alias))),
    readSightings(tx, id),
  ]);
  return [
    ...(paper === undefined ? [] : [{ store: 'papers', key: id } as const]),
    { store: 'marks', key: id, value: storedMark(goneMark(plain)) },
    ...records.flatMap((record): Write[] =>
      record?.id === id ? [{ store: 'aliases', key: record.alias }] : [],
    ),
    ...sightings.map((one): Write => ({ store: 'sightings', key: [one.id, one.site, one.at] })),
  ];
}

async function purgeIn(tx: Tx, ids: readonly PaperId[]): Promise<PaperId[]> {
  const found = await Promise.all(ids.map(async (id) => ({ id, writes: await purgeWrites(tx, id) })));
  const gone = found.filter(({ writes }) => writes !== undefined);
  const writes = gone.flatMap((one) => one.writes ?? []);
  await applyWrites(tx, writes);
  const papers = writes.filter(({ store }) => store === 'papers').length;
  await addToCounts(tx, { papers: -papers, saved: 0, flagged: 0 });
  return gone.map(({ id }) => id);
}

/**
 * Deletes papers of the trash for good, a hundred in one transaction; those that do not lie there stay. Not undoable.
 * @param onStored called with the ids of each part.
 * @returns how many were deleted. @throws ManiculeError
 */
export async function purge(
  ids: readonly PaperId[],
  onStored: (part: readonly PaperId[]) => void = () => undefined,
): Promise<number> {
  const all: PaperId[] = [];
  try {
    for (let at = 0; at < ids.length; at += CHUNK) {
      if (at > 0) await breathe();
      const part = await inTransaction([...STORES], 'readwrite', (tx) =>
        purgeIn(tx, ids.slice(at, at + CHUNK)),
      );
      all.push(...part);
      onStored(part);
    }
  } finally {
    const notice = noticeOf(all, 'marks');
    if (notice) announce(notice);
  }
  return all.length;
}

/** The first papers of the trash that were deleted before `cutoff`. */
const overdue = (cutoff: string): Promise<PaperId[]> =>
  inTransaction(['marks'], 'readonly', (tx) =>
    tx.objectStore('marks').index('trashedAt').getAllKeys(IDBKeyRange.upperBound(cutoff, true), CHUNK),
  );

/**
 * Deletes for good what has lain in the trash for thirty days. Works in chunks; stopped half-way, the next sweep goes on.
 * @param now ISO time.
 * @returns how many were deleted. @throws ManiculeError
 */
export async function sweepTrash(now: string): Promise<number> {
  const cutoff = new Date(Date.parse(now) - TRASH_DAYS * DAY_MS).toISOString();
  let total = 0;
  for (;;) {
    const ids = await overdue(cutoff);
    const gone = ids.length === 0 ? 0 : await purge(ids);
    total += gone;
    if (gone === 0 || ids.length < CHUNK) return total; // none of a whole chunk could go: no use in asking again
    await breathe();
  }
}

/**
 * Sweeps the trash unless that was done within the last day, or a backup was restored within the last week: it may have
 * put there what was deleted long ago, and the reader may have restored it for that. Returns how many papers went.
 * @throws ManiculeError
 */
export async function sweepTrashIfDue(now: string): Promise<number> {
  const due = await inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const [last, restored] = (await Promise.all([meta.get('lastTrashSweep'), meta.get('restoredAt')])) as (
      | string
      | undefined
    )[];
    // the distance counts: a clock that was set back must not stop this for years
    const within = (at: string | undefined, ms: number) =>
      at !== undefined && Math.abs(Date.parse(now) - Date.parse(at)) < ms;
    if (within(last, DAY_MS) || within(restored, RESTORED_MS)) return false;
    await meta.put(now, 'lastTrashSweep'); // first, so that two contexts do not sweep at once
    return true;
  });
  return due ? sweepTrash(now) : 0;
}

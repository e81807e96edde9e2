/**
 * One restore or import at a time, in three steps that each survive their page: records are laid down as they are read,
 * looked at, and merged chunk by chunk. A chunk is merged and taken off the pile in one transaction, so that a job
 * stopped anywhere goes on exactly where it stopped.
 */
import { pairsApart } from '../core/distinct.ts';
import { ManiculeError } from '../core/errors.ts';
import type { PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import {
  type Job,
  type JobSource,
  MAX_TOLD,
  noRestoreCounts,
  type RestoreCounts,
  type RestoreItem,
} from './backup-types.ts';
import { announce } from './changes.ts';
import { KeyHolders } from './contested-keys.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { currentJob, isUnderWay, refuseDropped } from './job-state.ts';
import { exclusively } from './lock.ts';
import { DATA_STORES } from './papers.ts';
import { isMark } from './records.ts';
import { restoreChunk } from './restore-chunks.ts';
import type { Tagger } from './restore-papers.ts';
import type { StagedChunk } from './schema.ts';

/** Records that are merged, and later taken back, together. */
const CHUNK = 50;
/** Chunks in one transaction: each has to be written to the disk; few enough that what others read need not wait long. */
const TOGETHER = 4;

/** Papers first: marks and sightings find them, whatever order a file has. */
const ORDER: readonly RestoreItem['kind'][] = ['paper', 'mark', 'sighting', 'rule', 'collection'];

export interface JobOptions {
  /** ISO time; by default the present. */
  now?: string;
  /** Records done so far, of how many (0: not known yet). */
  onProgress?: (done: number, total: number) => void;
  /** Stops after the chunk that is being worked on. */
  signal?: AbortSignal | undefined;
}

/** `id`: of the job to be, for who may want to drop it before it is laid down. */
type LayDownOptions = JobOptions & { id?: string | undefined };

/** Which job is meant. */
export interface MergeOptions extends JobOptions {
  /** Its id: refused where another file was laid down since. Missing: whichever there is. */
  id?: string | undefined;
  /** Assigns topics to papers whose text is new. */
  tagger?: Tagger;
}

function refuseSecond(job: Job | undefined): void {
  if (!job || !isUnderWay(job)) return;
  throw new ManiculeError('bad-file', say('jobUnfinished', job.name));
}

/**
 * Lays down the records of a file, in whatever order they come, for `previewJob` and `mergeJob`: this is the door for
 * every restore and every import. Hand over batches as they are read (an array of all will do for small files); each is
 * written before the next is asked for, so that nothing piles up in memory. Nothing of the library changes. A job that
 * was laid down before and not merged is dropped.
 *
 * A paper needs `aliases`, `topics` (may be empty, with `topicsVersion` 0) and `seen` (`count` 0 and `site` '' where it
 * was never met); `storedForm` of exchange/to/backup-items.ts makes both paper and mark of an `Exportable`.
 * @throws ManiculeError 'bad-file' while another job is half merged, or once this one was dropped; a storage failure;
 * what reading throws
 */
export const layDown = (
  source: JobSource,
  batches: AsyncIterable<readonly RestoreItem[]> | Iterable<readonly RestoreItem[]>,
  options: LayDownOptions = {},
): Promise<Job> => exclusively(() => layDownAll(source, batches, options));

async function layDownAll(
  source: JobSource,
  batches: AsyncIterable<readonly RestoreItem[]> | Iterable<readonly RestoreItem[]>,
  { now = new Date().toISOString(), onProgress, signal, id = crypto.randomUUID() }: LayDownOptions,
): Promise<Job> {
  const job: Job = {
    id,
    name: source.name,
    kind: source.kind,
    exported: source.exported ?? '',
    state: 'reading',
    at: now,
    total: 0,
    done: 0,
    counts: noRestoreCounts(),
  };
  await inTransaction(['meta', 'staged'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    refuseSecond((await meta.get('job')) as Job | undefined);
    await tx.objectStore('staged').clear();
    await meta.put(job, 'job');
  });
  const waiting = ORDER.map((): RestoreItem[] => []);
  const apart: [PaperId, PaperId][] = [];
  let number = 0;
  const write = (least: number) =>
    inTransaction(['meta', 'staged'], 'readwrite', async (tx) => {
      await refuseDropped(tx as unknown as Tx, id);
      for (const [order, items] of waiting.entries()) {
        while (items.length >= least) {
          const chunk: StagedChunk = { key: [order, number++], items: items.splice(0, CHUNK) };
          await tx.objectStore('staged').put(chunk);
        }
      }
    });
  for await (const batch of batches) {
    signal?.throwIfAborted();
    for (const item of batch) {
      waiting[ORDER.indexOf(item.kind)]?.push(item);
      if (item.kind === 'mark' && isMark(item.value)) apart.push(...pairsApart(item.value));
    }
    job.total += batch.length;
    if (waiting.some((items) => items.length >= CHUNK)) await write(CHUNK);
    onProgress?.(job.total, 0);
    await breathe();
  }
  await write(1);
  if (apart.length > 0) job.apart = apart;
  job.state = 'ready';
  await inTransaction(['meta'], 'readwrite', async (tx) => {
    await refuseDropped(tx as unknown as Tx, id);
    await tx.objectStore('meta').put(job, 'job');
  });
  return job;
}

/** Keeps something with the job that its undo needs. JSON. @throws ManiculeError */
export const keepWithJob = (extra: unknown): Promise<void> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const job = (await meta.get('job')) as Job | undefined;
    if (job) await meta.put({ ...job, extra }, 'job');
  });

/**
 * What `mergeJob` would change, without changing anything. Papers that only join through other records of the file, or
 * stand in it twice, are counted as new each time.
 * @throws ManiculeError
 */
export async function previewJob({ now, onProgress, signal }: JobOptions = {}): Promise<RestoreCounts> {
  const counts = noRestoreCounts();
  const job = await currentJob();
  if (!job) return counts;
  const holders = new KeyHolders();
  let after: [number, number] | undefined;
  for (let done = 0; ; ) {
    signal?.throwIfAborted();
    const range = after && IDBKeyRange.lowerBound(after, true);
    const chunk = await inTransaction([...DATA_STORES, 'staged'], 'readonly', async (tx) => {
      const [found] = await tx.objectStore('staged').getAll(range as never, 1);
      const options = { kind: job.kind, now: now ?? job.at, apply: false, holders, apart: job.apart };
      if (found) await restoreChunk(tx as unknown as Tx, found.items, counts, options);
      return found;
    });
    if (!chunk) return counts;
    after = chunk.key;
    done += chunk.items.length;
    onProgress?.(done, job.total);
    await breathe();
  }
}

/** Takes the job up: from here on it is merged to the end or taken back. */
const begin = (now: string, id: string | undefined): Promise<Job | undefined> =>
  inTransaction(['meta', 'undo'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const job = (await meta.get('job')) as Job | undefined;
    if (id !== undefined && job?.id !== id) return undefined;
    if (job?.state !== 'ready') return job;
    await tx.objectStore('undo').clear();
    await meta.put(now, 'restoredAt');
    const begun: Job = { ...job, state: 'merging', at: now };
    await meta.put(begun, 'job');
    await meta.put(begun, 'merged');
    return begun;
  });

/** Merges the next chunks; returns the job as it stands then, finished when nothing is left. */
const step = (tagger: Tagger | undefined): Promise<Job> =>
  inTransaction([...DATA_STORES, 'staged'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const job = (await meta.get('job')) as Job;
    const staged = tx.objectStore('staged');
    const chunks = await staged.getAll(job.after && IDBKeyRange.lowerBound(job.after, true), TOGETHER);
    const counts = structuredClone(job.counts);
    const options = { kind: job.kind, now: job.at, apply: true, tagger, apart: job.apart };
    for (const { items, key } of chunks) {
      await restoreChunk(tx as unknown as Tx, items, counts, options);
      await staged.delete(key);
    }
    const last = chunks.at(-1);
    counts.conflicts.length = Math.min(counts.conflicts.length, MAX_TOLD);
    const next: Job = {
      ...job,
      counts,
      state: last ? 'merging' : 'done',
      done: chunks.reduce((done, { items }) => done + items.length, job.done),
      ...(last ? { after: last.key } : {}),
    };
    await meta.put(next, 'job');
    return next;
  });

/**
 * Merges what was laid down into the library, field by field, and goes on with a job that its page left half-way. What
 * it replaces is kept for `undoRestore`, until the next job is merged. Papers are found and joined as when they are met on a page.
 * @throws ManiculeError 'bad-file' when there is no job or another page is at it; what was merged before stays
 */
export async function mergeJob(options: MergeOptions = {}): Promise<RestoreCounts> {
  return exclusively(async () => {
    let job = await begin(options.now ?? new Date().toISOString(), options.id);
    if (job?.state !== 'merging') throw new ManiculeError('bad-file', say('jobNone'));
    try {
      while (job.state === 'merging') {
        options.signal?.throwIfAborted();
        job = await step(options.tagger);
        options.onProgress?.(job.done, job.total);
        await breathe();
      }
    } finally {
      announce({ ids: [], what: 'all' });
    }
    return job.counts;
  });
}

/**
 * Forgets what was laid down and not merged; of a job half merged, the rest: what was merged stays and can be undone.
 * @param id of the job that is meant: another one stays as it is. Missing: whichever there is.
 * @throws ManiculeError
 */
export const dropJob = (id?: string): Promise<void> =>
  inTransaction(['meta', 'staged'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const job = (await meta.get('job')) as Job | undefined;
    if (id !== undefined && job?.id !== id) return;
    await tx.objectStore('staged').clear();
    if (job?.state === 'merging') await meta.put({ ...job, state: 'done' }, 'job');
    else if (job?.state === 'reading' || job?.state === 'ready') await meta.delete('job');
  });

/** Backup and restore. A restore merges: it can be seen before, done twice, done in any order, and taken back. */

import type { BackupRecord, RestoreCounts, RestoreParts } from './backup-types.ts';
import { noRestoreCounts } from './backup-types.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { flush } from './flush.ts';
import { DATA_STORES } from './papers.ts';
import { isMark, isPaper, isSighting, plainMark } from './records.ts';
import { restoreMarks, restorePapers, restoreRules, restoreSightings } from './restore-chunks.ts';
import { isRule } from './rule-record.ts';
import { WorkingSet } from './working-set.ts';

export type { BackupRecord, RestoreCounts, RestoreParts } from './backup-types.ts';
export { undoableRestore, undoRestore } from './undo.ts';

const READ_CHUNK = 500;
const WRITE_CHUNK = 200;

async function* readStore(store: 'papers' | 'marks' | 'rules' | 'sightings'): AsyncGenerator<unknown> {
  let range: IDBKeyRange | undefined;
  for (;;) {
    const from = range;
    const [values, keys] = await inTransaction([store], 'readonly', (tx) => {
      const records = tx.objectStore(store);
      return Promise.all([
        records.getAll(from as never, READ_CHUNK) as Promise<unknown[]>,
        records.getAllKeys(from as never, READ_CHUNK) as Promise<IDBValidKey[]>,
      ]);
    });
    yield* values;
    const last = keys.at(-1);
    if (keys.length < READ_CHUNK || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

/**
 * Everything a backup holds but the settings, read in chunks: papers, marks, rules (tombstones too), sightings.
 * Records that cannot be read are left out.
 * @throws ManiculeError
 */
export async function* readAll(): AsyncGenerator<BackupRecord> {
  for await (const value of readStore('papers')) if (isPaper(value)) yield { kind: 'paper', value };
  for await (const value of readStore('marks'))
    if (isMark(value)) yield { kind: 'mark', value: plainMark(value) };
  for await (const value of readStore('rules')) if (isRule(value)) yield { kind: 'rule', value };
  for await (const value of readStore('sightings')) if (isSighting(value)) yield { kind: 'sighting', value };
}

function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += WRITE_CHUNK) yield all.slice(i, i + WRITE_CHUNK);
}

export interface RestoreOptions {
  /** ISO time; by default the present. */
  now?: string;
  /** Records done so far, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** Goes through `parts` chunk by chunk; without `apply` everything is worked out and nothing written. */
async function goThrough(
  parts: RestoreParts,
  apply: boolean,
  options: RestoreOptions,
): Promise<RestoreCounts> {
  const counts = noRestoreCounts();
  const total = parts.papers.length + parts.marks.length + parts.rules.length + parts.sightings.length;
  let done = 0;
  const chunk = async <T>(
    items: readonly T[],
    step: (set: WorkingSet, items: readonly T[]) => Promise<void>,
  ) => {
    for (const some of chunksOf(items)) {
      await inTransaction([...DATA_STORES], apply ? 'readwrite' : 'readonly', async (tx) => {
        const set = new WorkingSet(tx as unknown as Tx);
        await step(set, some);
        counts.problems.push(...set.corrupt);
        if (apply) await flush(set, true);
      });
      done += some.length;
      options.onProgress?.(done, total);
      await breathe();
    }
  };
  await chunk(parts.papers, (set, papers) => restorePapers(set, papers, counts));
  await chunk(parts.marks, (set, marks) => restoreMarks(set, marks, counts));
  await chunk(parts.sightings, (set, sightings) => restoreSightings(set, sightings, counts));
  await chunk(parts.rules, (set, rules) => restoreRules(set.tx, rules, counts, apply));
  counts.problems = [...new Set(counts.problems)];
  return counts;
}

/**
 * What `restore` would change, without changing anything. Papers that only join through the backup's own other records
 * are counted as new.
 * @throws ManiculeError
 */
export const previewRestore = (parts: RestoreParts): Promise<RestoreCounts> => goThrough(parts, false, {});

/**
 * Merges a backup into the library, field by field: the later decision wins, papers are found and joined as when they
 * are met on a page, sightings are united. In chunks, so that stopped half-way what is done stays and doing it again
 * finishes. What it replaces is kept for `undoRestore`, until the next restore.
 * @throws ManiculeError
 */
export async function restore(parts: RestoreParts, options: RestoreOptions = {}): Promise<RestoreCounts> {
  await inTransaction(['undo', 'meta'], 'readwrite', async (tx) => {
    await tx.objectStore('undo').clear();
    await tx.objectStore('meta').put(options.now ?? new Date().toISOString(), 'restoredAt');
  });
  try {
    return await goThrough(parts, true, options);
  } finally {
    announce({ ids: [], what: 'all' });
  }
}

/** ISO time of the last backup; undefined: never. @throws ManiculeError */
export const lastBackup = (): Promise<string | undefined> =>
  inTransaction(
    ['meta'],
    'readonly',
    (tx) => tx.objectStore('meta').get('lastBackup') as Promise<string | undefined>,
  );

/** Notes that a backup was written. @throws ManiculeError */
export async function noteBackup(now: string): Promise<void> {
  await inTransaction(['meta'], 'readwrite', (tx) => tx.objectStore('meta').put(now, 'lastBackup'));
}

/** What is known of the last restore or import: read by pages that may never begin one. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import type { Job } from './backup-types.ts';
import { inTransaction, type Tx } from './db.ts';

/** The job under way, or the last one where no other was laid down since; undefined: none. @throws ManiculeError */
export const currentJob = (): Promise<Job | undefined> =>
  inTransaction(
    ['meta'],
    'readonly',
    async (tx) => (await tx.objectStore('meta').get('job')) as Job | undefined,
  );

/** ISO time of the restore that can be taken back; undefined: there is none. @throws ManiculeError */
export const undoableRestore = (): Promise<string | undefined> =>
  inTransaction(
    ['meta'],
    'readonly',
    (tx) => tx.objectStore('meta').get('restoredAt') as Promise<string | undefined>,
  );

/** The restore or import that can be taken back, with what its undo needs; undefined: there is none. @throws ManiculeError */
export const undoableJob = (): Promise<Job | undefined> =>
  inTransaction(['meta'], 'readonly', async (tx) => {
    const meta = tx.objectStore('meta');
    const [at, merged, job] = (await Promise.all([
      meta.get('restoredAt'),
      meta.get('merged'),
      meta.get('job'),
    ])) as [string | undefined, Job | undefined, Job | undefined];
    if (at === undefined) return undefined;
    // versions before this one kept no other record of it
    return merged ?? (job && job.state !== 'reading' && job.state !== 'ready' ? job : undefined);
  });

/** Whether a job is half merged or half taken back. */
export const isUnderWay = (job: Job | undefined): boolean =>
  job?.state === 'merging' || job?.state === 'undoing';

/** @throws ManiculeError 'bad-file' where the job was dropped, or another one is in its place */
export async function refuseDropped(tx: Pick<Tx, 'objectStore'>, id: string): Promise<void> {
  const job = (await tx.objectStore('meta').get('job')) as Job | undefined;
  if (job?.id !== id) throw new ManiculeError('bad-file', say('jobNone'));
}

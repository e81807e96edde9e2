/** What is known of the last restore or import: read by pages that may never begin one. */
import type { Job } from './backup-types.ts';
import { inTransaction } from './db.ts';

/** The job under way or the last one that can be undone; undefined: none. @throws ManiculeError */
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

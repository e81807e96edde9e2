/** Where automatic backups go and how they went: the folder's handle and the key live here, the schedule in the settings. */
import type { BackupPlace } from './backup-types.ts';
import { inTransaction } from './db.ts';

const NONE: BackupPlace = { written: [] };

/** What is known of automatic backups. @throws ManiculeError */
export const readBackupPlace = (): Promise<BackupPlace> =>
  inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('backupPlace')) as BackupPlace | undefined) ?? NONE,
  );

/** Changes it in one step. @throws ManiculeError */
export const changeBackupPlace = (change: (place: BackupPlace) => BackupPlace): Promise<BackupPlace> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const place = change(((await meta.get('backupPlace')) as BackupPlace | undefined) ?? NONE);
    await meta.put(place, 'backupPlace');
    return place;
  });

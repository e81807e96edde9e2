/** Where automatic backups go and how they went. Kept here and not in the settings: a folder's handle and a key are no JSON. */
import { type BackupPlace, NO_PLACE } from '../core/backup-plan.ts';
import { inTransaction } from './db.ts';

/** The plan of automatic backups. @throws ManiculeError */
export const readBackupPlace = (): Promise<BackupPlace> =>
  inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('backupPlace')) as BackupPlace | undefined) ?? NO_PLACE,
  );

/** Changes it in one step; returns it as it is then. @throws ManiculeError */
export const changeBackupPlace = (change: (place: BackupPlace) => BackupPlace): Promise<BackupPlace> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const place = change(((await meta.get('backupPlace')) as BackupPlace | undefined) ?? NO_PLACE);
    await meta.put(place, 'backupPlace');
    return place;
  });

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

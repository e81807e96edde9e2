/** Automatic backups as the extension's pages write them: whatever the worker could not, the next open page does. */
import { autoBackup, type BackupWorld, type Outcome } from '../../core/auto-backup.ts';
import { settingRecord } from '../../core/setting-times.ts';
import { checkBackup } from '../../exchange/check-backup.ts';
import { backupFile, withRecord } from '../../exchange/to/backup-file.ts';
import { downloadShelf, folderShelf } from '../../platform/shelves.ts';
import { loadTimedSettings } from '../../platform/timed-settings.ts';
import { changeBackupPlace, exclusively, noteBackup, readAll, readBackupPlace } from '../../storage/index.ts';

const world = (onProgress: (done: number) => void): BackupWorld => ({
  place: readBackupPlace,
  change: changeBackupPlace,
  shelf: (place) => (place.folder ? folderShelf(place.folder) : downloadShelf()),
  makeFile: async (place, now) => {
    const setting = { kind: 'setting', value: settingRecord(await loadTimedSettings()) } as const;
    return backupFile(withRecord(readAll(), setting), now.toISOString(), onProgress, place.secret);
  },
  check: (blob, place) => checkBackup(blob, place.secret?.key),
  noteBackup,
});

/**
 * Writes a backup if one is due, or `always`.
 * @param onProgress records written so far
 * @throws ManiculeError when another page is at it, or the plan cannot be read
 */
export const runAutoBackup = (
  always = false,
  onProgress: (done: number) => void = () => undefined,
): Promise<Outcome> =>
  exclusively(() => autoBackup(world(onProgress), new Date(), always), 'manicule-backup');

/** How long an opened page has for itself before a due backup is written, in ms. */
const LATER = 3_000;

/** Writes a due backup once the page stands. Another page may be at it: then that one does. */
export function backUpWhenIdle(after: (outcome: Outcome) => void = () => undefined): void {
  setTimeout(() => {
    runAutoBackup().then(after, () => undefined);
  }, LATER);
}

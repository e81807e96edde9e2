/** Automatic backups as the extension's pages write them: whatever the worker could not, the next open page does. */
import { autoBackup, type BackupWorld, type Outcome } from '../../core/auto-backup.ts';
import { downloadShelf, folderShelf } from '../../platform/shelves.ts';
import { changeBackupPlace, exclusively, noteBackup, readBackupPlace } from '../../storage/index.ts';
import { backupBeside, checkedBeside } from './backups.ts';

const world = (onProgress: (done: number) => void): BackupWorld => ({
  place: readBackupPlace,
  change: changeBackupPlace,
  shelf: (place) => (place.folder ? folderShelf(place.folder) : downloadShelf()),
  makeFile: (place, now) => backupBeside(now, { key: place.secret, onProgress }),
  check: (blob, place) => checkedBeside(blob, place.secret?.key),
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

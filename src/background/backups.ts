/**
 * Automatic backups while no page of the extension is open: into the picked folder as long as the browser lets the worker
 * write there, and among the downloads where the worker can hand files over (Firefox). Else the next page does it.
 */
import { autoBackup, type BackupWorld } from '../core/auto-backup.ts';
import type { BackupPlace } from '../core/backup-plan.ts';
import { settingRecord } from '../core/setting-times.ts';
import { checkBackup } from '../exchange/check-backup.ts';
import { backupFile, withRecord } from '../exchange/to/backup-file.ts';
import { BACKUP_ALARM, onWake, wakeIn } from '../platform/alarms.ts';
import { canDownload } from '../platform/downloads.ts';
import { stayAwake } from '../platform/lifetime.ts';
import { downloadShelf, folderShelf } from '../platform/shelves.ts';
import { loadTimedSettings } from '../platform/timed-settings.ts';
import { changeBackupPlace, exclusively, noteBackup, readAll, readBackupPlace } from '../storage/index.ts';
import { logUnexpected } from './failed.ts';

const HOUR = 3_600_000;

function shelfFor(place: BackupPlace) {
  if (place.folder) return folderShelf(place.folder);
  return canDownload() ? downloadShelf() : undefined;
}

const world: BackupWorld = {
  place: readBackupPlace,
  change: changeBackupPlace,
  shelf: shelfFor,
  makeFile: async (place, now) => {
    const setting = { kind: 'setting', value: settingRecord(await loadTimedSettings()) } as const;
    return backupFile(withRecord(readAll(), setting), now.toISOString(), stayAwake, place.secret);
  },
  check: (blob, place) => checkBackup(blob, place.secret?.key, stayAwake),
  noteBackup,
};

async function run(): Promise<void> {
  try {
    await exclusively(() => autoBackup(world, new Date()), 'manicule-backup');
  } catch (error) {
    await logUnexpected('background/backups', error); // another page at it is expected, and not logged
  }
}

/** Sets the alarm anew, which updates and restarts may have taken away. */
export async function keepBackups(): Promise<void> {
  try {
    if ((await readBackupPlace()).every !== 'never') await wakeIn(BACKUP_ALARM, 60_000, HOUR);
  } catch (error) {
    await logUnexpected('background/backups', error);
  }
}

/** Registers at once. */
export const startBackups = (): void => onWake(BACKUP_ALARM, () => void run());

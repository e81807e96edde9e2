/** The plan of automatic backups, as this page shows and changes it. */
import { signal } from '@preact/signals';
import { type BackupPlace, type Every, KEEP, NO_PLACE } from '../../core/backup-plan.ts';
import { say } from '../../core/say.ts';
import { BACKUP_ALARM, dontWake, wakeIn } from '../../platform/alarms.ts';
import { askToDownload } from '../../platform/downloads.ts';
import { askToWrite, pickFolder } from '../../platform/folders.ts';
import { changeBackupPlace, readBackupPlace } from '../../storage/index.ts';
import { lastBackup } from './data.ts';
import { sayFailure, tell } from './notice.tsx';

export const place = signal<BackupPlace>(NO_PLACE);
/** Records written so far, while a backup is being written. */
export const writing = signal<number | undefined>(undefined);

const SOON = 60_000;
const HOUR = 3_600_000;

async function change(by: (known: BackupPlace) => BackupPlace): Promise<void> {
  place.value = await changeBackupPlace(by);
}

/** Reads the plan, and writes a backup where one is due that the worker could not write. */
export async function startAuto(): Promise<void> {
  try {
    place.value = await readBackupPlace();
    // another page that is at it already tells of it itself
    if (place.value.every !== 'never') await write(false).catch(() => undefined);
  } catch (error) {
    sayFailure(error);
  }
}

async function write(always: boolean): Promise<void> {
  try {
    if (always) writing.value = 0;
    const { runAutoBackup } = await import('../shared/auto-backup.ts');
    const outcome = await runAutoBackup(always, (done) => {
      writing.value = done;
    });
    place.value = await readBackupPlace();
    const { written, failure } = place.value;
    if (outcome === 'written' && written) {
      lastBackup.value = written.at;
      tell(say('optionsAutoWritten', written.name));
    } else if (failure && always) tell(failure.sentence);
  } finally {
    writing.value = undefined;
  }
}

export const writeNow = (): Promise<void> => write(true).catch(sayFailure);

/** Sets how often; must be called from a click, since it may ask for leave. */
export async function setEvery(every: Every): Promise<void> {
  try {
    // nothing may be awaited before the browser is asked
    const allowed = every === 'never' || place.value.folder ? true : await askToDownload();
    if (!allowed) {
      tell(say('optionsAutoNoLeave'));
      return;
    }
    await change((known) => ({ ...known, every }));
    if (every === 'never') await dontWake(BACKUP_ALARM);
    else {
      await wakeIn(BACKUP_ALARM, SOON, HOUR);
      await write(false);
    }
  } catch (error) {
    sayFailure(error);
  }
}

/** Keeps `typed` files; what is no such number changes nothing. */
export async function setKeep(typed: string): Promise<void> {
  const keep = Number(typed);
  if (!Number.isInteger(keep) || keep < KEEP.least || keep > KEEP.most) return;
  await change((known) => ({ ...known, keep })).catch(sayFailure);
}

/** Lets the reader pick a folder; the first backup is written into it at once. From a click. */
export async function chooseFolder(): Promise<void> {
  try {
    const folder = await pickFolder();
    if (!folder) return;
    await change(({ failure: _, ...known }) => ({
      ...known,
      folder,
      every: known.every === 'never' ? 'day' : known.every,
    }));
    await wakeIn(BACKUP_ALARM, SOON, HOUR);
    await write(true);
  } catch (error) {
    sayFailure(error);
  }
}

/** Back to the downloads folder. From a click. */
export async function forgetFolder(): Promise<void> {
  try {
    const allowed = await askToDownload();
    await change(({ folder: _, failure: __, ...known }) => ({
      ...known,
      every: allowed ? known.every : 'never',
    }));
  } catch (error) {
    sayFailure(error);
  }
}

/** Asks again for what the browser withdrew. From a click. */
export async function allowAgain(): Promise<void> {
  try {
    const { folder } = place.value;
    const allowed = folder ? await askToWrite(folder) : await askToDownload();
    if (allowed) await write(true);
    else tell(say('optionsAutoStillNot'));
  } catch (error) {
    sayFailure(error);
  }
}

/** Encrypts every later backup; '' stops that. */
export async function setPassphrase(passphrase: string): Promise<void> {
  try {
    if (passphrase === '') {
      await change(({ secret: _, ...known }) => known);
      tell(say('optionsAutoPlain'));
      return;
    }
    const { newKey } = await import('../../exchange/seal.ts');
    const secret = await newKey(passphrase);
    await change((known) => ({ ...known, secret }));
    tell(say('optionsAutoEncrypted'));
  } catch (error) {
    sayFailure(error);
  }
}

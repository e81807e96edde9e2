/** Backups, written and read back beside the page: a hundred thousand papers would keep it waiting, and so would a cipher. */
import { language } from '../../core/say.ts';
import { settingRecord } from '../../core/setting-times.ts';
import type { SealKey } from '../../exchange/seal.ts';
import type { BackupFile } from '../../exchange/to/backup-file.ts';
import { loadTimedSettings } from '../../platform/timed-settings.ts';
import { noteBackup, readBackupPlace } from './data.ts';
import type { Checked } from './export-messages.ts';
import { beside } from './exporter.ts';

export interface BackupOptions {
  /** Encrypts the file. */
  key?: SealKey | undefined;
  /** Records written so far. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal | undefined;
}

/** Everything that is stored, the settings last. @throws ManiculeError; `signal.reason` */
export async function backupBeside(now: Date, options: BackupOptions = {}): Promise<BackupFile> {
  const { key, onProgress, signal } = options;
  const setting = { kind: 'setting', value: settingRecord(await loadTimedSettings()) } as const;
  return beside(
    { do: 'backup', last: [setting], exported: now.toISOString(), key, language: language() },
    { onProgress: ({ done }) => onProgress?.(done), ...(signal ? { signal } : {}) },
  );
}

/** A backup that the reader asked for: encrypted where a passphrase was set, and counted as the last one. @throws as `backupBeside` */
export async function backupByHand(
  now: Date,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<BackupFile> {
  const { secret } = await readBackupPlace();
  const file = await backupBeside(now, { key: secret, onProgress, signal });
  await noteBackup(now.toISOString());
  return file;
}

/** How many records stand in a backup, and what is wrong with it. @throws ManiculeError */
export const checkedBeside = (blob: Blob, secret?: CryptoKey): Promise<Checked> =>
  beside({ do: 'check', blob, secret, language: language() });

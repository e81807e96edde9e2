/** The backup a reader asks for: its records, the settings behind them, and a name by the reader's calendar. */
import { settingRecord, type TimedSettings } from '../../core/setting-times.ts';
import type { SealKey } from '../../exchange/seal.ts';
import { type BackupItem, backupFile as fileOf, withRecord } from '../../exchange/to/backup-file.ts';
import { dayOf } from './format.ts';

export type { BackupItem } from '../../exchange/to/backup-file.ts';

export interface BackupFile {
  filename: string;
  blob: Blob;
  /** Records in it. */
  records: number;
}

/** @param onProgress records written so far. @param key encrypts the file. */
export async function backupFile(
  records: AsyncIterable<BackupItem> | Iterable<BackupItem>,
  settings: TimedSettings,
  now: Date,
  onProgress: (done: number) => void,
  key?: SealKey,
): Promise<BackupFile> {
  const all = withRecord(records, { kind: 'setting', value: settingRecord(settings) });
  const file = await fileOf(all, now.toISOString(), onProgress, key);
  return { filename: `manicule-${dayOf(now)}.jsonl`, ...file };
}

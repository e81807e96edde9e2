/** The backup of some records with the reader's settings behind them. */
import { settingRecord, type TimedSettings } from '../../src/core/setting-times.ts';
import type { SealKey } from '../../src/exchange/seal.ts';
import {
  type BackupFile,
  type BackupItem,
  backupFile as fileOf,
  withRecord,
} from '../../src/exchange/to/backup-file.ts';

export const backupFile = (
  records: Iterable<BackupItem>,
  settings: TimedSettings,
  now: Date,
  onProgress?: (done: number) => void,
  key?: SealKey,
): Promise<BackupFile> =>
  fileOf(
    withRecord(records, { kind: 'setting', value: settingRecord(settings) }),
    now.toISOString(),
    onProgress,
    key,
  );

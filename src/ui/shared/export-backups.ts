/** In the export worker: everything that is stored as one file, and the check of such a file. */
import { checkBackup } from '../../exchange/check-backup.ts';
import { type BackupFile, type BackupItem, backupFile } from '../../exchange/to/backup-file.ts';
import { readAll } from '../../storage/index.ts';
import type { BackupJob, Checked, CheckJob } from './export-messages.ts';
import type { Progress } from './export-run.ts';

async function* recordsOf({ last }: BackupJob): AsyncGenerator<BackupItem> {
  yield* readAll();
  yield* last;
}

/** @param onProgress told the records written so far. @throws ManiculeError */
export const writeBackup = (job: BackupJob, onProgress: (progress: Progress) => void): Promise<BackupFile> =>
  backupFile(recordsOf(job), job.exported, (done) => onProgress({ done, total: 0 }), job.key);

export const checkBeside = ({ blob, secret }: CheckJob): Promise<Checked> => checkBackup(blob, secret);

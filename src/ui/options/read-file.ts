/** What a chosen file holds, batch by batch, as records to lay down. A format that is read elsewhere gets its branch in `openFile`. */
import type { Job, RestoreItem } from '../../storage/index.ts';
import type { FileProblem } from './restore-session.ts';

/** Some records of a file, and what was wrong near them. */
export interface FileBatch {
  items: RestoreItem[];
  /** Records of settings, which the library does not hold. */
  settings: unknown[];
  problems: FileProblem[];
  /** Bytes read so far. */
  bytes: number;
}

export interface OpenFile {
  /** A backup brings decisions with their times; any other file is an import, and overrides nothing. */
  kind: Job['kind'];
  /** ISO time it was written; '' where it does not say. */
  exported: string;
  batches: AsyncIterable<FileBatch>;
}

/**
 * Opens a file by what is in it, whatever it is called.
 * @throws ManiculeError 'bad-file' where nothing here reads it; 'locked-file' where it is encrypted and the passphrase is missing or wrong
 */
export async function openFile(
  file: File,
  passphrase: string | undefined,
  signal: AbortSignal,
): Promise<OpenFile> {
  const { backupHead, readBackupFile } = await import('../../exchange/from/backup-stream.ts');
  const { exported } = await backupHead(file);
  async function* batches(): AsyncGenerator<FileBatch> {
    for await (const { items, problems, bytes } of readBackupFile(file, { secret: passphrase, signal })) {
      const records = items.flatMap((item) => (item.kind === 'setting' ? [] : [item as RestoreItem]));
      const settings = items.flatMap((item) => (item.kind === 'setting' ? [item.value] : []));
      yield { items: records, settings, problems, bytes };
    }
  }
  return { kind: 'restore', exported, batches: batches() };
}

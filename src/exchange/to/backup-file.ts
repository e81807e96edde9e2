/** Everything the reader has as one file, plain or under a passphrase. Its form: `backup.ts` beside this, and `../BACKUP.md`. */
import { type SealKey, sealerOf } from '../seal.ts';
import { BACKUP_KINDS, type BackupKind, backupHeader, backupLine, noBackupCounts } from './backup.ts';

/** One record to write. */
export interface BackupItem {
  kind: BackupKind;
  value: unknown;
}

export interface BackupFile {
  blob: Blob;
  /** Records in it, and how many of them are papers. */
  records: number;
  papers: number;
}

/** Characters joined into one part of a plain file (few parts, none of them huge), and into one sealed chunk. */
const PART = 250_000;
const SEALED_PART = 60_000;

/**
 * Collects `records` into a file. The header counts what follows, so it is written last and put first; text is handed
 * to the Blob in parts, which keeps it out of the heap where the browser can. In a sealed file the counts are a chunk of
 * their own, number 0: the header tells nothing of what is inside.
 * @param exported ISO time
 * @param onProgress records written so far, called at every part
 */
export async function backupFile(
  records: AsyncIterable<BackupItem> | Iterable<BackupItem>,
  exported: string,
  onProgress: (done: number) => void = () => undefined,
  key?: SealKey,
): Promise<BackupFile> {
  const sealer = key && (await sealerOf(key));
  const counts = noBackupCounts();
  const parts: Blob[] = [];
  let text = '';
  let done = 0;
  const sealed = async (content: string, place: number) =>
    `${JSON.stringify({ kind: 'sealed', value: { n: place, ...(await sealer?.seal(content, place)) } })}\n`;
  const close = async () => {
    parts.push(new Blob([sealer ? await sealed(text, parts.length + 1) : text]));
    text = '';
    onProgress(done);
  };
  for await (const { kind, value } of records) {
    counts[BACKUP_KINDS[kind]]++;
    done++;
    text += backupLine(kind, value);
    if (text.length >= (sealer ? SEALED_PART : PART)) await close();
  }
  if (text !== '' || parts.length === 0) await close();
  const head = sealer
    ? backupHeader({ sealed: sealer.header, chunks: parts.length }, exported) +
      (await sealed(JSON.stringify(counts), 0))
    : backupHeader(counts, exported);
  return {
    blob: new Blob([head, ...parts], { type: 'application/x-ndjson' }),
    records: done,
    papers: counts.papers,
  };
}

/** `records`, and `last` after them. */
export async function* withRecord(
  records: AsyncIterable<BackupItem> | Iterable<BackupItem>,
  last: BackupItem,
): AsyncGenerator<BackupItem> {
  yield* records;
  yield last;
}

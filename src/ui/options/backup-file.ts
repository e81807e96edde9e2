/** Writes everything the reader has into one backup file. Its form: exchange/to/backup.ts. */
import { portable, type Settings } from '../../core/settings.ts';
import {
  BACKUP_KINDS,
  type BackupCounts,
  type BackupKind,
  backupHeader,
  backupLine,
} from '../../exchange/to/backup.ts';
import { dayOf } from './format.ts';

/** One record to write. */
export interface BackupItem {
  kind: BackupKind;
  value: unknown;
}

export interface BackupFile {
  filename: string;
  blob: Blob;
  /** Records in it. */
  records: number;
}

/** Characters joined into one part of the file: few parts, none of them huge. */
const PART = 1_000_000;

/**
 * Collects `records` into a file. The header counts what follows, so it is written last and put first; text is handed
 * to the Blob in parts, which keeps it out of the page's heap where the browser can.
 * @param onProgress records written so far, called at every part.
 */
export async function backupFile(
  records: AsyncIterable<BackupItem> | Iterable<BackupItem>,
  settings: Settings,
  now: Date,
  onProgress: (done: number) => void,
): Promise<BackupFile> {
  const counts: BackupCounts = { papers: 0, marks: 0, rules: 0, settings: 0, sightings: 0 };
  const parts: Blob[] = [];
  let text = '';
  let done = 0;
  const close = () => {
    parts.push(new Blob([text]));
    text = '';
    onProgress(done);
  };
  const write = ({ kind, value }: BackupItem) => {
    counts[BACKUP_KINDS[kind]]++;
    done++;
    text += backupLine(kind, value);
    if (text.length >= PART) close();
  };
  for await (const record of records) write(record);
  write({ kind: 'setting', value: portable(settings) });
  close();
  const blob = new Blob([backupHeader(counts, now.toISOString()), ...parts], {
    type: 'application/x-ndjson',
  });
  return { filename: `manicule-${dayOf(now)}.jsonl`, blob, records: done };
}

/**
 * Copies put aside before every restore and import: in the extension's own folder, out of the database that is about to
 * change. Plain backup files, the last three.
 */
import { listFiles, ownFolder, readFile, removeFile, writeFile } from '../../platform/folders.ts';
import { backupBeside, checkedBeside } from '../shared/backups.ts';
import { download } from './download.ts';

const FOLDER = 'recovery';
const KEEP = 3;
const NAME = /^manicule-before-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})\.jsonl$/;

export interface Copy {
  name: string;
  /** ISO time, to the second. */
  at: string;
  bytes: number;
}

const nameOf = (now: Date): string =>
  `manicule-before-${now.toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`;

/** The copies there are, the newest first; none where the browser has no such folder. */
export async function listCopies(): Promise<Copy[]> {
  const files = await ownFolder(FOLDER)
    .then(listFiles)
    .catch(() => []); // no folder, no copies
  return files
    .flatMap(({ name, bytes }) => {
      const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
      return day ? [{ name, bytes, at: `${day}T${hours}:${minutes}:${seconds}.000Z` }] : [];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/**
 * Puts a copy of everything aside and reads it back. Where the extension has no folder of its own (some private windows),
 * the copy is downloaded instead.
 * @param onProgress records written so far
 * @throws ManiculeError where neither works: then nothing may be restored
 */
export async function putCopyAside(onProgress: (done: number) => void): Promise<void> {
  const now = new Date();
  const { blob, records } = await backupBeside(now, { onProgress });
  const name = nameOf(now);
  const folder = await ownFolder(FOLDER).catch(() => undefined);
  if (!folder) {
    download(blob, name);
    return;
  }
  await writeFile(folder, name, blob);
  const found = await checkedBeside(await readFile(folder, name));
  if (found.records !== records) {
    download(blob, name); // what lies there is not what was written: hand it to the reader
    return;
  }
  for (const old of (await listCopies()).slice(KEEP)) await removeFile(folder, old.name);
}

/** Hands a copy to the reader as a file. @throws ManiculeError */
export async function saveCopy(name: string): Promise<void> {
  const folder = await ownFolder(FOLDER);
  download(await readFile(folder, name), name);
}

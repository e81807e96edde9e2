/** The places that automatic backups go to. */
import type { Shelf } from '../core/auto-backup.ts';
import { AUTO_NAME } from '../core/backup-plan.ts';
import { say } from '../core/say.ts';
import { listDownloads, mayDownload, removeDownload, saveDownload } from './downloads.ts';
import { listFiles, mayWrite, readFile, removeFile, writeFile } from './folders.ts';

export const folderShelf = (folder: FileSystemDirectoryHandle): Shelf => ({
  way: 'folder',
  name: folder.name,
  allowed: () => mayWrite(folder),
  write: (name, blob) => writeFile(folder, name, blob),
  readBack: (name) => readFile(folder, name),
  list: () => listFiles(folder),
  remove: (name) => removeFile(folder, name),
});

/** Folder among the downloads. */
const OWN = 'Manicule';

/** No extension may read what it downloaded: the browser's word on its length is all there is. */
export const downloadShelf = (): Shelf => ({
  way: 'download',
  name: say('shelfDownloads'),
  allowed: mayDownload,
  write: (name, blob) => saveDownload(`${OWN}/${name}`, blob),
  readBack: async () => undefined, // `saveDownload` compared the lengths
  list: () => listDownloads(AUTO_NAME),
  remove: async (name) => {
    for (const one of await listDownloads(AUTO_NAME)) if (one.name === name) await removeDownload(one.id);
  },
});

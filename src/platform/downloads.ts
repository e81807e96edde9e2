/** Files among the reader's downloads, written and cleared away without a click: behind an optional permission. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import { browser } from './browser.ts';

const WANTED = { permissions: ['downloads' as const] };

/** Whether files may be put among the downloads without asking. */
export const mayDownload = (): Promise<boolean> => browser.permissions.contains(WANTED);

/** Asks for that; must be called from a click. */
export const askToDownload = (): Promise<boolean> => browser.permissions.request(WANTED);

/** Whether this part of the extension can hand files over: a service worker has no addresses for them. */
export const canDownload = (): boolean => typeof URL.createObjectURL === 'function';

/** Longest a download may take, in ms, and how often it is looked at. */
const LONGEST = 120_000;
const LOOK = 100;

/**
 * Puts `blob` among the downloads under `path` (folders with `/`), in place of a file of that name; resolves when it is
 * there, in full length.
 * @throws ManiculeError 'storage-failed' with the browser's reason
 */
export async function saveDownload(path: string, blob: Blob): Promise<void> {
  const url = URL.createObjectURL(blob);
  const fail = (why: string) => new ManiculeError('storage-failed', say('downloadFailed', path, why));
  try {
    const id = await browser.downloads.download({
      url,
      filename: path,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    for (let waited = 0; waited < LONGEST; waited += LOOK) {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'complete') {
        if (item.fileSize !== blob.size && item.bytesReceived !== blob.size)
          throw fail(say('downloadShort', item.fileSize, blob.size));
        return;
      }
      if (!item || item.state === 'interrupted') throw fail(item?.error ?? say('downloadGone'));
      await new Promise((tick) => setTimeout(tick, LOOK));
    }
    throw fail(say('downloadEndless'));
  } catch (error) {
    throw error instanceof ManiculeError
      ? error
      : fail(error instanceof Error ? error.message : String(error));
  } finally {
    URL.revokeObjectURL(url);
  }
}

const lastPart = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Files of ours that are still there, by the pattern of their names. */
export async function listDownloads(name: RegExp): Promise<{ id: number; name: string; bytes: number }[]> {
  const query = `${name.source.replace(/^\^/, '')}`;
  const found = await browser.downloads.search({ filenameRegex: query, exists: true, state: 'complete' });
  return found
    .map(({ id, filename, fileSize }) => ({ id, name: lastPart(filename), bytes: fileSize }))
    .filter((one) => name.test(one.name));
}

/** Deletes a downloaded file, and forgets it. */
export async function removeDownload(id: number): Promise<void> {
  await browser.downloads.removeFile(id);
  await browser.downloads.erase({ id });
}

/**
 * Folders that files are written into: one the reader picks (File System Access, Chromium only) and the extension's own
 * (origin private file system, everywhere). https://wicg.github.io/file-system-access/ and https://fs.spec.whatwg.org/.
 */
import { ManiculeError } from '../core/errors.ts';
import { type MessageKey, say } from '../core/say.ts';

type Mode = { mode: 'readwrite' };
type State = 'granted' | 'denied' | 'prompt';
/** What TypeScript's library does not have, since not every browser does. */
interface Asking {
  queryPermission?(mode: Mode): Promise<State>;
  requestPermission?(mode: Mode): Promise<State>;
}
interface Picking {
  showDirectoryPicker?(options: Mode & { id?: string; startIn?: string }): Promise<FileSystemDirectoryHandle>;
}

const READ_WRITE: Mode = { mode: 'readwrite' };

/** Whether this browser lets the reader pick a folder. */
export const canPickFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/** Asks for a folder; must be called from a click. undefined: the reader thought better of it. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as Picking).showDirectoryPicker?.({
      ...READ_WRITE,
      id: 'manicule',
      startIn: 'documents',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether files may be written there now, without asking. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as Asking).queryPermission?.(READ_WRITE);
  return state === undefined || state === 'granted';
}

/** Asks for leave to write there; must be called from a click. */
export async function askToWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as Asking).requestPermission?.(READ_WRITE);
  return state === undefined || state === 'granted';
}

/** A folder of the extension's own, where no other program looks; made where it is missing. @throws where the browser has none */
export async function ownFolder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

/** @throws ManiculeError 'storage-full' | 'storage-failed' with a sentence */
export async function writeFile(folder: FileSystemDirectoryHandle, name: string, blob: Blob): Promise<void> {
  try {
    const file = await folder.getFileHandle(name, { create: true });
    // what is there stays until close() has everything on disk
    const stream = await file.createWritable();
    try {
      await stream.write(blob);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined); // it may be closed already
      throw error;
    }
  } catch (cause) {
    throw failed(WRITTEN, name, folder, cause);
  }
}

interface Failing {
  full: MessageKey;
  gone: MessageKey;
  other: MessageKey;
}
const WRITTEN: Failing = {
  full: 'folderNotWrittenFull',
  gone: 'folderNotWrittenGone',
  other: 'folderNotWritten',
};
const READ: Failing = { full: 'folderNotReadFull', gone: 'folderNotReadGone', other: 'folderNotRead' };

function failed(
  what: Failing,
  file: string,
  folder: FileSystemDirectoryHandle,
  cause: unknown,
): ManiculeError {
  const name = cause instanceof DOMException ? cause.name : '';
  const words = cause instanceof Error ? cause.message : String(cause);
  if (name === 'QuotaExceededError')
    return new ManiculeError('storage-full', say(what.full, file, folder.name), { cause });
  if (name === 'NotFoundError')
    return new ManiculeError('not-found', say(what.gone, file, folder.name), { cause });
  return new ManiculeError('storage-failed', say(what.other, file, folder.name, words), { cause });
}

/** @throws ManiculeError 'not-found' | 'storage-failed' */
export async function readFile(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (cause) {
    throw failed(READ, name, folder, cause);
  }
}

export interface Listed {
  name: string;
  bytes: number;
}

/** The files of a folder, not of those in it. */
export async function listFiles(folder: FileSystemDirectoryHandle): Promise<Listed[]> {
  const files: Listed[] = [];
  const all = folder as unknown as { values(): AsyncIterable<FileSystemHandle> };
  for await (const entry of all.values()) {
    if (entry.kind !== 'file') continue;
    const { size } = await (entry as FileSystemFileHandle).getFile();
    files.push({ name: entry.name, bytes: size });
  }
  return files;
}

export const removeFile = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  folder.removeEntry(name);

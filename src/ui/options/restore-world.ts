/** What a restore reads and writes: the work itself is done in a worker, by either panel in one of its own. */
import { loadTimedSettings, saveTimedSettings } from '../../platform/timed-settings.ts';
import { currentJob, exclusively, undoableJob } from '../../storage/index.ts';
import { copies } from './copies.ts';
import { readCopies } from './data.ts';
import { FileBeside } from './file-beside.ts';
import type { Source } from './file-work.ts';
import type { RestoreWorld } from './restore-session.ts';

/** Loaded with the first file: most visits to this page restore nothing. */
const restoring = () => import('../../storage/restoring.ts');

/** The same for every kind of file. @param sourceOf how it is read */
export function worldOf(
  beside: FileBeside,
  sourceOf: (passphrase: string | undefined) => Source | Promise<Source>,
): RestoreWorld {
  /** The job that was laid down here: another panel or page may lay down another. */
  let mine: string | undefined;
  /** Does the last thing there is to do with a file; what was written before a failure can be undone too. */
  const last = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      beside.end();
      await readCopies();
    }
  };
  return {
    async read(file, passphrase, onProgress, signal) {
      const source = await sourceOf(passphrase);
      signal.throwIfAborted();
      const job = crypto.randomUUID();
      mine = job; // at once: it may be dropped while it is read
      const { id: _, ...read } = await beside.ask('read', { id: job, file, source }, { onProgress, signal });
      return read;
    },
    preview: (onProgress, signal) => beside.ask('preview', {}, { onProgress, signal }),
    async drop(left) {
      beside.end();
      const { dropJob } = await restoring();
      if (mine !== undefined) await dropJob(mine);
      mine = undefined;
      // another page may have taken it up again
      if (left !== undefined) await exclusively(() => dropJob(left));
    },
    async copy(onProgress) {
      const { listCopies, putCopyAside } = await import('./recovery.ts');
      await putCopyAside((done) => onProgress(done, 0));
      copies.value = await listCopies();
    },
    async merge(onProgress) {
      const { topicChoices } = (await loadTimedSettings()).settings;
      return last(beside.ask('merge', { id: mine, topicChoices }, { onProgress }));
    },
    keep: async (extra) => (await restoring()).keepWithJob(extra),
    current: currentJob,
    undoable: undoableJob,
    async undo(onProgress) {
      await last(beside.ask('undo', {}, { onProgress }));
    },
    settings: loadTimedSettings,
    saveSettings: saveTimedSettings,
  };
}

/** Backups. */
export const restoreWorld = worldOf(new FileBeside(), (passphrase) => ({ passphrase }));

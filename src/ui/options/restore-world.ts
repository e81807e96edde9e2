/** What a restore reads and writes. */
import { sayMany } from '../../core/say.ts';
import { loadTimedSettings, saveTimedSettings } from '../../platform/timed-settings.ts';
import { currentJob, readKeptAdjustments } from '../../storage/index.ts';
import type { Tagger } from '../../storage/restoring.ts';
import { copies } from './copies.ts';
import { readCopies } from './data.ts';
import { type OpenFile, openFile } from './read-file.ts';
import type { FileProblem, RestoreWorld } from './restore-session.ts';

/** Problems kept of one file; the rest is counted. */
const MAX_PROBLEMS = 1_000;

/** Loaded with the first file: most visits to this page restore nothing. */
const restoring = () => import('../../storage/restoring.ts');

/**
 * What papers are tagged with until the worker does it: by phrases, and by words of the reader's own topics. The worker has
 * the model and what was learned besides: what it found stays, and what is found here it finds again.
 */
async function tagger(): Promise<Tagger> {
  const [{ tag, PHRASES_VERSION, TOPICS_VERSION }, { ownTagger, topicsVersion }, { settings }, kept] =
    await Promise.all([
      import('../../topics/index.ts'),
      import('../../core/own-topics.ts'),
      loadTimedSettings(),
      readKeptAdjustments(),
    ]);
  const { stamp } = (kept ?? {}) as { stamp?: unknown };
  const own = ownTagger(settings.topicChoices);
  return {
    tag: own ? (paper) => [...own(paper), ...tag(paper)] : tag,
    topicsVersion: topicsVersion(PHRASES_VERSION, settings.topicChoices),
    better: topicsVersion(TOPICS_VERSION, settings.topicChoices, typeof stamp === 'string' ? stamp : ''),
  };
}

export type Opener = (file: File, passphrase: string | undefined, signal: AbortSignal) => Promise<OpenFile>;

/** The same for every kind of file. @param open how it is read */
export function worldOf(open: Opener): RestoreWorld {
  /** The job that was laid down here: another panel or page may lay down another. */
  let mine: string | undefined;
  return {
    async read(file, passphrase, onProgress, signal) {
      const { kind, exported, batches } = await open(file, passphrase, signal);
      const settings: unknown[] = [];
      const problems: FileProblem[] = [];
      let more = 0;
      async function* items() {
        for await (const batch of batches) {
          settings.push(...batch.settings);
          const room = MAX_PROBLEMS - problems.length;
          problems.push(...batch.problems.slice(0, room));
          more += Math.max(0, batch.problems.length - room);
          onProgress(batch.bytes, file.size);
          yield batch.items;
        }
      }
      const { layDown } = await restoring();
      mine = (await layDown({ name: file.name, kind, exported }, items(), { signal })).id;
      if (more > 0) problems.push({ why: sayMany('optionsProblemsMore', more) });
      return { kind, exported, settings, problems };
    },
    preview: async (onProgress, signal) => (await restoring()).previewJob({ onProgress, signal }),
    drop: async () => (await restoring()).dropJob(),
    async copy(onProgress) {
      const { listCopies, putCopyAside } = await import('./recovery.ts');
      await putCopyAside((done) => onProgress(done, 0));
      copies.value = await listCopies();
    },
    async merge(onProgress) {
      try {
        const { mergeJob } = await restoring();
        return await mergeJob({ id: mine, onProgress, tagger: await tagger() });
      } finally {
        await readCopies(); // what was written before a failure can be undone too
      }
    },
    keep: async (extra) => (await restoring()).keepWithJob(extra),
    current: currentJob,
    async undo(onProgress) {
      await (await restoring()).undoRestore(onProgress);
      await readCopies();
    },
    settings: loadTimedSettings,
    saveSettings: saveTimedSettings,
  };
}

export const restoreWorld = worldOf(openFile);

/**
 * The work of a restore or an import: reading, preview, merging and taking back. Done in a worker (file-worker.ts), since
 * a hundred thousand records are minutes of it; every step survives its end (storage/jobs.ts, storage/undo.ts).
 */
import { sayMany } from '../../core/say.ts';
import type { TopicChoices } from '../../core/topics.ts';
import { readKeptAdjustments } from '../../storage/index.ts';
import { layDown, mergeJob, previewJob, type Tagger, undoRestore } from '../../storage/restoring.ts';
import { type Recognised, TextReader, type Wanted } from './import-reader.ts';
import { type OpenFile, openFile } from './read-file.ts';
import type { FileProblem, Progress, ReadFile } from './restore-session.ts';

export type { Recognised, Wanted };

/** How a file is read: as a backup, or as the reader of another program's file wants it. */
export type Source = { passphrase: string | undefined } | { wanted: Wanted };

/** A file whose records wait to be merged. */
export interface LaidDown extends ReadFile {
  /** Of its job. */
  id: string;
}

/** Problems kept of one file; the rest is counted. */
const MAX_PROBLEMS = 1_000;

/**
 * What papers are tagged with until the worker of the extension does it: by phrases, and by words of the reader's own
 * topics. That worker has the model and what was learned besides: what it found stays, and what is found here it finds again.
 */
async function tagger(choices: TopicChoices): Promise<Tagger> {
  const [{ tag, PHRASES_VERSION, TOPICS_VERSION }, { ownTagger, topicsVersion }, kept] = await Promise.all([
    import('../../topics/index.ts'),
    import('../../core/own-topics.ts'),
    readKeptAdjustments(),
  ]);
  const { stamp } = (kept ?? {}) as { stamp?: unknown };
  const own = ownTagger(choices);
  return {
    tag: own ? (paper) => [...own(paper), ...tag(paper)] : tag,
    topicsVersion: topicsVersion(PHRASES_VERSION, choices),
    better: topicsVersion(TOPICS_VERSION, choices, typeof stamp === 'string' ? stamp : ''),
  };
}

/** Does what is asked of one file after the other. Every method throws ManiculeError, or the reason it was stopped for. */
export class FileWork {
  /** Keeps the text of the file that was looked at last. */
  readonly #reader = new TextReader();
  #looked = false;

  /** Says what a file of another program is. */
  look(file: File): Promise<Recognised> {
    this.#looked = true;
    return this.#reader.look(file);
  }

  async #open(file: File, source: Source, signal: AbortSignal): Promise<OpenFile> {
    if (!('wanted' in source)) return openFile(file, source.passphrase, signal);
    if (!this.#looked) await this.look(file); // whoever had its text is gone
    return this.#reader.open(source.wanted);
  }

  /** Lays the records of a file down, as the job `wanted`; nothing of the library changes. */
  async read(
    file: File,
    source: Source,
    onProgress: Progress,
    signal: AbortSignal,
    wanted?: string,
  ): Promise<LaidDown> {
    const { kind, exported, batches } = await this.#open(file, source, signal);
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
    const { id } = await layDown({ name: file.name, kind, exported }, items(), { signal, id: wanted });
    if (more > 0) problems.push({ why: sayMany('optionsProblemsMore', more) });
    return { id, kind, exported, settings, problems };
  }

  /** What merging would change. */
  preview(onProgress: Progress, signal: AbortSignal) {
    return previewJob({ onProgress, signal });
  }

  /** Merges what was laid down. */
  async merge(id: string | undefined, choices: TopicChoices, onProgress: Progress) {
    return mergeJob({ id, onProgress, tagger: await tagger(choices) });
  }

  /** Takes the last restore or import back. */
  undo(onProgress: Progress) {
    return undoRestore(onProgress);
  }
}

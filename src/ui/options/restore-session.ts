/**
 * One restore or import, step by step: read, look, copy, write, and the way back. Nothing is written before the reader
 * says so, and not before a copy of what is here is put aside. What a closed page left half-way is gone on with.
 */
import { signal } from '@preact/signals';
import { canonical } from '../../core/canonical.ts';
import { ManiculeError, sentenceOf } from '../../core/errors.ts';
import { say } from '../../core/say.ts';
import type { TimedSettings } from '../../core/setting-times.ts';
import type { Job, RestoreCounts } from '../../storage/index.ts';
import { type SettingChanges, settingChanges, settingsBack } from './setting-changes.ts';

export interface FileProblem {
  line?: number;
  why: string;
}

/** A file of which every record is laid down. */
export interface ReadFile {
  kind: Job['kind'];
  exported: string;
  settings: readonly unknown[];
  problems: FileProblem[];
}

export type Doing = 'reading' | 'looking' | 'copying' | 'writing' | 'undoing';

export type RestoreStep =
  | { step: 'idle' }
  | { step: 'locked'; name: string; sentence: string }
  | { step: 'failed'; name: string; sentence: string }
  | {
      step: 'look';
      name: string;
      kind: Job['kind'];
      exported: string;
      counts: RestoreCounts;
      settings: SettingChanges | undefined;
      problems: FileProblem[];
    }
  | { step: 'busy'; doing: Doing; name: string; done: number; total: number }
  | { step: 'done'; name: string; counts: RestoreCounts };

export type Progress = (done: number, total: number) => void;

/** What the session needs of the world. */
export interface RestoreWorld {
  /** Lays the records of a file down. @throws ManiculeError 'locked-file' where a passphrase is missing or wrong */
  read(
    file: File,
    passphrase: string | undefined,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<ReadFile>;
  preview(onProgress: Progress, signal: AbortSignal): Promise<RestoreCounts>;
  /** Forgets what was laid down here, and the job `left` by another page; @throws ManiculeError while a page works on that */
  drop(left?: string): Promise<void>;
  /** Puts a copy of the library aside; where it went. */
  copy(onProgress: Progress): Promise<void>;
  merge(onProgress: Progress): Promise<RestoreCounts>;
  /** Keeps with the job what its undo needs. */
  keep(extra: unknown): Promise<void>;
  current(): Promise<Job | undefined>;
  /** The one that can be taken back, whatever was looked at since. */
  undoable(): Promise<Job | undefined>;
  undo(onProgress: Progress): Promise<void>;
  settings(): Promise<TimedSettings>;
  saveSettings(settings: TimedSettings): Promise<void>;
}

interface Kept {
  before: TimedSettings;
  after: TimedSettings;
}

/** What is kept with a job. */
interface Extra {
  settings?: Kept;
}

const settingsOf = (job: { extra?: unknown } | undefined): Kept | undefined =>
  (job?.extra as Extra | undefined)?.settings;

/** A file that was looked at this long ago, in ms, and not restored: its page is gone, and so may be what it laid down. */
const STALE = 3_600_000;

export class RestoreSession {
  readonly state = signal<RestoreStep>({ step: 'idle' });
  readonly #world: RestoreWorld;
  #file: File | undefined;
  #settings: SettingChanges | undefined;
  #run = new AbortController();
  #looking: Promise<void> = Promise.resolve();
  /** The job of another page that was gone on with here. */
  #left: string | undefined;

  constructor(world: RestoreWorld) {
    this.#world = world;
  }

  #progress(doing: Doing, name: string): Progress {
    this.state.value = { step: 'busy', doing, name, done: 0, total: 0 };
    return (done, total) => {
      this.state.value = { step: 'busy', doing, name, done, total };
    };
  }

  #failed(name: string, error: unknown): void {
    this.state.value = { step: 'failed', name, sentence: sentenceOf(error) };
  }

  /** Reads a file and works out what it would change. Writes nothing into the library. */
  look(file: File, passphrase?: string): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    this.#file = file;
    // the one before may still be laying its last records down
    this.#looking = this.#looking.then(() => this.#look(run, file, passphrase));
    return this.#looking;
  }

  async #look(run: AbortController, file: File, passphrase: string | undefined): Promise<void> {
    if (run.signal.aborted) return;
    const { name } = file;
    try {
      const { signal } = run;
      const known = await this.#world.settings();
      const read = await this.#world.read(file, passphrase, this.#only(run, 'reading', name), signal);
      if (signal.aborted) return;
      const counts = await this.#world.preview(this.#only(run, 'looking', name), signal);
      if (signal.aborted) return; // another file was chosen meanwhile
      const settings = settingChanges(read.settings, known);
      this.#settings = settings;
      const problems = [...read.problems, ...counts.problems.map((why) => ({ why }))];
      const { kind, exported } = read;
      this.state.value = { step: 'look', name, kind, exported, counts, settings, problems };
    } catch (error) {
      if (run.signal.aborted) return;
      const locked = error instanceof ManiculeError && error.code === 'locked-file';
      if (locked) this.state.value = { step: 'locked', name, sentence: sentenceOf(error) };
      else this.#failed(name, error);
    }
  }

  /** Progress of `run`, as long as no other file was chosen. */
  #only(run: AbortController, doing: Doing, name: string): Progress {
    const tell = this.#progress(doing, name);
    return (done, total) => void (run.signal.aborted || tell(done, total));
  }

  /** Tries the passphrase on the file that asked for one. */
  async unlock(passphrase: string): Promise<void> {
    if (this.state.peek().step === 'locked' && this.#file) await this.look(this.#file, passphrase);
  }

  /** Forgets the file. */
  async cancel(): Promise<void> {
    this.#run.abort();
    this.#file = undefined;
    this.state.value = { step: 'idle' };
    const left = this.#left;
    this.#left = undefined;
    await this.#world.drop(left);
  }

  /** Puts a copy aside, then merges the file into what is stored. */
  async restore(withSettings: boolean): Promise<void> {
    const now = this.state.peek();
    if (now.step !== 'look') return;
    const { name } = now;
    const settings = withSettings ? this.#settings : undefined;
    try {
      await this.#world.copy(this.#progress('copying', name));
      if (settings) {
        const { before, after } = settings;
        await this.#world.keep({ settings: { before, after } } satisfies Extra);
      }
      await this.#merge(name);
    } catch (error) {
      this.#failed(name, error);
    }
  }

  async #merge(name: string): Promise<void> {
    const kept = settingsOf(await this.#world.current());
    // first, so that a page closed before the end has no second thing to remember
    if (kept) await this.#exchange({ before: kept.after, after: kept.before });
    const counts = await this.#world.merge(this.#progress('writing', name));
    this.state.value = { step: 'done', name, counts };
  }

  /** Puts `before` in the place of `after`, as far as nobody changed the settings since; again changes nothing. */
  async #exchange(kept: Kept): Promise<void> {
    const now = await this.#world.settings();
    const then = settingsBack(kept, now);
    if (canonical(then) !== canonical(now)) await this.#world.saveSettings(then);
  }

  /** Goes on with what a closed page left half-way; does nothing where there is nothing of the kind. */
  async goOn(kind: Job['kind'] = 'restore'): Promise<void> {
    let name = say('optionsRestoreLast');
    try {
      const job = await this.#world.current();
      if (job?.kind !== kind || this.state.peek().step !== 'idle') return;
      name = job.name;
      const waited = Date.now() - Date.parse(job.at);
      if ((job.state === 'reading' || job.state === 'ready') && waited > STALE)
        await this.#world.drop(job.id);
      if (job.state === 'merging') {
        this.#left = job.id;
        await this.#merge(name);
      } else if (job.state === 'undoing') await this.undo();
    } catch (error) {
      this.#failed(name, error);
    }
  }

  /** Takes the last restore back, also one made before this page was opened. @throws ManiculeError */
  async undo(): Promise<void> {
    const job = await this.#world.undoable();
    const name = job?.name ?? say('optionsRestoreLast');
    try {
      const onProgress = this.#progress('undoing', name);
      // first here too: with its last chunk the job is forgotten
      const kept = settingsOf(job);
      if (kept) await this.#exchange(kept);
      await this.#world.undo(onProgress);
      this.state.value = { step: 'idle' };
    } catch (error) {
      this.#failed(name, error);
      throw error;
    }
  }
}

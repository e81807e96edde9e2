/** One restore, step by step: read, look, write, and the way back. Nothing is written before the reader says so. */
import { signal } from '@preact/signals';
import { ManiculeError, sentenceOf } from '../../core/errors.ts';
import type { Settings } from '../../core/settings.ts';
import type { Backup } from '../../exchange/from/backup.ts';
import type { RestoreCounts } from '../../storage/index.ts';
import { type SettingChanges, settingChanges } from './setting-changes.ts';

export interface FileProblem {
  line?: number;
  why: string;
}

export type RestoreStep =
  | { step: 'idle' }
  | { step: 'reading'; name: string }
  | { step: 'failed'; name: string; sentence: string }
  | {
      step: 'look';
      name: string;
      exported: string;
      counts: RestoreCounts;
      settings: SettingChanges | undefined;
      problems: FileProblem[];
    }
  | { step: 'writing'; name: string; done: number; total: number }
  | { step: 'done'; name: string; counts: RestoreCounts };

/** What the session needs of the world. */
export interface RestoreWorld {
  read(text: string): Backup;
  preview(backup: Backup): Promise<RestoreCounts>;
  restore(backup: Backup, onProgress: (done: number, total: number) => void): Promise<RestoreCounts>;
  undo(): Promise<void>;
  settings(): Promise<Settings>;
  saveSettings(settings: Partial<Settings>): Promise<unknown>;
}

export class RestoreSession {
  readonly state = signal<RestoreStep>({ step: 'idle' });
  readonly #world: RestoreWorld;
  #backup: Backup | undefined;
  #settings: SettingChanges | undefined;
  /** The settings before the restore that `undo` takes back. */
  #before: Settings | undefined;
  #run = 0;

  constructor(world: RestoreWorld) {
    this.#world = world;
  }

  /** Reads a file and works out what it would change. Writes nothing. */
  async look(file: Pick<File, 'name' | 'text'>): Promise<void> {
    const run = ++this.#run;
    const { name } = file;
    this.state.value = { step: 'reading', name };
    try {
      const text = await file.text().catch((cause: unknown) => {
        throw new ManiculeError('bad-file', 'The file could not be read. Nothing was changed.', { cause });
      });
      const backup = this.#world.read(text);
      const counts = await this.#world.preview(backup);
      const settings = settingChanges(backup.settings, await this.#world.settings());
      if (run !== this.#run) return; // another file was chosen meanwhile
      this.#backup = backup;
      this.#settings = settings;
      const problems = [...backup.problems, ...counts.problems.map((why) => ({ why }))];
      this.state.value = { step: 'look', name, exported: backup.exported, counts, settings, problems };
    } catch (error) {
      if (run === this.#run) this.state.value = { step: 'failed', name, sentence: sentenceOf(error) };
    }
  }

  /** Forgets the file. */
  cancel(): void {
    this.#run++;
    this.#backup = undefined;
    this.state.value = { step: 'idle' };
  }

  /** Merges the file into what is stored. */
  async restore(withSettings: boolean): Promise<void> {
    const now = this.state.value;
    const backup = this.#backup;
    if (now.step !== 'look' || !backup) return;
    const { name } = now;
    this.state.value = { step: 'writing', name, done: 0, total: 0 };
    try {
      const counts = await this.#world.restore(backup, (done, total) => {
        this.state.value = { step: 'writing', name, done, total };
      });
      this.#before = undefined;
      if (withSettings && this.#settings) {
        this.#before = await this.#world.settings();
        await this.#world.saveSettings(this.#settings.settings);
      }
      this.#backup = undefined;
      this.state.value = { step: 'done', name, counts };
    } catch (error) {
      this.state.value = { step: 'failed', name, sentence: sentenceOf(error) };
    }
  }

  /** Takes the last restore back, also one made before this page was opened. @throws ManiculeError */
  async undo(): Promise<void> {
    await this.#world.undo();
    if (this.#before) await this.#world.saveSettings(this.#before);
    this.#before = undefined;
    this.state.value = { step: 'idle' };
  }
}

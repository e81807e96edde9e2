/** One import, up to the point where it goes on like a restore: a file or pasted text, what it is, and how it is to be read. */
import { signal } from '@preact/signals';
import { ManiculeError, sentenceOf } from '../../core/errors.ts';
import type { SavedPage } from '../../core/saved-page.ts';
import { say } from '../../core/say.ts';
import type { CsvField, CsvPlan } from '../../exchange/from/csv.ts';
import type { ImportId } from '../../exchange/imports.ts';
import type { Recognised, Wanted } from './import-reader.ts';

export interface Told {
  step: 'told';
  name: string;
  format: ImportId;
  /** "a BibTeX or BibLaTeX library" */
  label: string;
  /** Whether every paper is saved, and the tags for all of them as typed. */
  save: boolean;
  tags: string;
  /** Of a table: how it is read, and what a column may hold in the reader's words. */
  csv?: CsvPlan;
  fields?: readonly (readonly [CsvField, string])[];
  /** Where a saved page was saved from. */
  page?: string;
}

export type ImportStep =
  | { step: 'none' }
  | { step: 'opening'; name: string }
  | { step: 'unknown'; name: string; sentence: string }
  | Told;

/** Says what a file is, and remembers it. */
export interface Looker {
  /** @throws ManiculeError with a sentence where it is nothing that can be imported */
  look(file: File): Promise<Recognised>;
  /** What the reader of its site makes of a saved page; undefined: nobody can tell. */
  read(file: File, page: string): Promise<SavedPage | undefined>;
  /** Forgets the file. */
  drop(): void;
}

export class ImportSession {
  readonly state = signal<ImportStep>({ step: 'none' });
  /** What was taken last. */
  file: File | undefined;
  readonly #looker: Looker;
  #run = 0;

  constructor(looker: Looker) {
    this.#looker = looker;
  }

  /** Looks what a file or a pasted text is. */
  async take(file: File): Promise<void> {
    const run = ++this.#run;
    const { name } = file;
    this.file = file;
    this.state.value = { step: 'opening', name };
    try {
      const next = await this.#look(file);
      if (run === this.#run) this.state.value = next;
    } catch (error) {
      if (run === this.#run) this.state.value = { step: 'unknown', name, sentence: sentenceOf(error) };
    }
  }

  async #look(file: File): Promise<Told> {
    const { library, ...found } = await this.#looker.look(file);
    return { step: 'told', name: file.name, ...found, save: library, tags: '' };
  }

  /** Changes how it is to be read. */
  choose(change: Partial<Pick<Told, 'save' | 'tags' | 'csv'>>): void {
    const now = this.state.peek();
    if (now.step === 'told') this.state.value = { ...now, ...change };
  }

  /** Says what a column of a table holds; undefined: it is left out. */
  column(place: number, field: CsvField | undefined): void {
    const now = this.state.peek();
    if (now.step !== 'told' || !now.csv) return;
    const columns = now.csv.columns.map((one, i) => (i === place ? field : one));
    this.choose({ csv: { ...now.csv, columns } });
  }

  /** How its records are to be read, as chosen. @param now ISO time. @throws ManiculeError where nothing was taken */
  async wanted(now: string): Promise<Wanted> {
    const told = this.state.peek();
    const { file } = this;
    if (told.step !== 'told' || !file) throw new ManiculeError('bad-file', say('optionsImportNothing'));
    const { format, csv, save, page } = told;
    const tags = told.tags.split(',').map((tag) => tag.trim());
    const saved = page && (await this.#looker.read(file, page));
    return {
      format,
      ...(csv ? { csv } : {}),
      ...(saved ? { saved: { ...saved, from: page } } : {}),
      choices: { save, tags, now },
    };
  }

  /** Forgets the file. */
  drop(): void {
    this.#run++;
    this.#looker.drop();
    this.file = undefined;
    this.state.value = { step: 'none' };
  }
}

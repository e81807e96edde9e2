/** One import, up to the point where it goes on like a restore: a file or pasted text, what it is, and how it is to be read. */
import { signal } from '@preact/signals';
import { ManiculeError, sentenceOf } from '../../core/errors.ts';
import { say } from '../../core/say.ts';
import type { CsvField, CsvPlan } from '../../exchange/from/csv.ts';
import type { ImportId } from '../../exchange/imports.ts';
import { type ImportReader, TextReader } from './import-reader.ts';
import type { OpenFile } from './read-file.ts';

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
}

export type ImportStep =
  | { step: 'none' }
  | { step: 'opening'; name: string }
  | { step: 'unknown'; name: string; sentence: string }
  | Told;

export class ImportSession {
  readonly state = signal<ImportStep>({ step: 'none' });
  /** What was taken last. */
  file: File | undefined;
  readonly #reader: ImportReader;
  #run = 0;

  constructor(reader: ImportReader = new TextReader()) {
    this.#reader = reader;
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
    const { library, ...found } = await this.#reader.look(file);
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

  /** Its records as chosen. @throws ManiculeError where nothing was taken */
  open(now: string): Promise<OpenFile> {
    const told = this.state.peek();
    if (told.step !== 'told') throw new ManiculeError('bad-file', say('optionsImportNothing'));
    const { format, csv, save } = told;
    const tags = told.tags.split(',').map((tag) => tag.trim());
    return this.#reader.open({ format, ...(csv ? { csv } : {}), choices: { save, tags, now } });
  }

  /** Forgets the file. */
  drop(): void {
    this.#run++;
    this.#reader.drop();
    this.file = undefined;
    this.state.value = { step: 'none' };
  }
}

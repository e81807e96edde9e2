/** Papers read for an export, each with its cite key. */
import type { ExportChoices } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { CiteKeyBook, exportablesOf } from '../../exchange/from-row.ts';
import type { Exportable, Skipped } from '../../exchange/index.ts';
import type { NoteOptions } from '../../exchange/notes.ts';
import type { Rows } from '../../storage/read.ts';

interface ReadJob {
  ids: readonly PaperId[];
  choices: ExportChoices;
  /** New cite keys for all of `ids`. */
  renew?: boolean;
}

export class ExportReader {
  /** Of every paper read so far. */
  readonly keys = new Map<PaperId, string>();
  /** Those given now for the first time: to be stored, so that they stay. */
  readonly fresh = new Map<PaperId, string>();
  /** Papers whose records cannot be read. */
  readonly corrupt: Skipped[] = [];
  #book: CiteKeyBook | undefined;
  readonly #job: ReadJob;
  readonly #topicLabel: (id: string) => string;

  constructor(job: ReadJob, topicLabel: (id: string) => string) {
    this.#job = job;
    this.#topicLabel = topicLabel;
  }

  /** Takes every cite key given so far → its paper: before the first rows, which may be on their way. */
  begin(given: ReadonlyMap<string, PaperId>): void {
    const { ids, choices, renew } = this.#job;
    const own = new Set(renew ? ids : []);
    const others = own.size > 0 ? new Map([...given].filter(([, id]) => !own.has(id))) : given;
    this.#book = new CiteKeyBook(others, { pattern: choices.citePattern, fold: choices.citeFold });
  }

  /** What is written of some rows. */
  items({ rows, corrupt }: Rows): Exportable[] {
    for (const id of corrupt) this.corrupt.push({ id, title: '', why: say('sharedExportUnreadable') });
    const items = exportablesOf(rows, this.#topicLabel);
    if (this.#job.renew) for (const item of items) delete item.citeKey;
    if (!this.#book) throw new Error('No key is known yet.');
    const { keys, fresh } = this.#book.give(items);
    for (const [id, key] of keys) this.keys.set(id, key);
    for (const [id, key] of fresh) this.fresh.set(id, key);
    return items;
  }
}

/** What the writers are told. */
export const writerOptions = (choices: ExportChoices, keys: ReadonlyMap<PaperId, string>): NoteOptions => ({
  keys,
  unicode: choices.unicode,
  fields: choices.fields,
  template: choices.noteTemplate,
  noteName: choices.noteName,
});

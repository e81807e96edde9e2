/** Papers as Obsidian notes: one file each, in a ZIP or for a folder. Loaded only where it is asked for. */
import { strToU8 } from 'fflate';
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import { newNote, noteTemplate } from './note.ts';
import { NoteNames, noteNameOf } from './note-name.ts';
import type { Template } from './template.ts';
import { written } from './works.ts';
import { ZipParts } from './zip.ts';

export type { Exportable, Skipped } from './exportable.ts';
export { DEFAULT_NOTE, NOTE_NAMES, newNote, noteTemplate, paperOfNote, updatedNote } from './note.ts';
export { NoteNames, noteNameOf } from './note-name.ts';
export type { Work } from './work.ts';
export { written } from './works.ts';

export interface NoteOptions extends ExportOptions {
  /** '': the built-in one. */
  template?: string;
  /** What notes are called; by default their cite key. */
  noteName?: 'key' | 'title';
}

/** @throws ManiculeError 'bad-file' with what is wrong with the template. */
export function templateOf(options: NoteOptions): Template {
  const found = noteTemplate(options.template ?? '');
  if ('why' in found) throw new ManiculeError('bad-file', say('templateBroken', found.why));
  return found.template;
}

/** Folder within the ZIP. */
const FOLDER = 'Papers';

/** Notes into a ZIP, in the order in which they come. */
export class NoteZip {
  readonly #names = new NoteNames();
  readonly #zip: ZipParts;

  /** @param now the day of the export: ZIP keeps local times without a zone */
  constructor(now: string | undefined) {
    this.#zip = new ZipParts(new Date(now ?? Date.now()));
  }

  /** @param name see `noteNameOf`. Returns what of the ZIP is ready. */
  add(name: string, text: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
    return this.#zip.add(`${FOLDER}/${this.#names.give(name)}.md`, text);
  }

  end(): Uint8Array<ArrayBuffer>[] {
    return this.#zip.end();
  }
}

/**
 * A ZIP of notes, piece by piece, so that the caller can let the page breathe, show progress or stop. Returns what was
 * left out or simplified, and why.
 * @throws ManiculeError 'bad-file' for a broken template
 */
export function* zipChunks(
  items: readonly Exportable[],
  options: NoteOptions = {},
): Generator<Uint8Array<ArrayBuffer>, Report> {
  const template = templateOf(options);
  const skipped: Skipped[] = [];
  const zip = new NoteZip(options.now);
  let count = 0;
  const notes = written(items, options, skipped, (work) => ({
    name: noteNameOf(work, options.noteName ?? 'key'),
    text: newNote(work, template),
  }));
  for (const { name, text } of notes) {
    count++;
    yield* zip.add(name, strToU8(text) as Uint8Array<ArrayBuffer>);
  }
  yield* zip.end();
  return { written: count, skipped };
}

/** Papers as Obsidian notes: one file each, in a ZIP or for a folder. Loaded only where it is asked for. */
import { deflateSync, strToU8, Zip, ZipPassThrough } from 'fflate';
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import { newNote, noteTemplate } from './note.ts';
import { NoteNames } from './note-name.ts';
import type { Template } from './template.ts';
import { written } from './works.ts';

export type { Exportable, Skipped } from './exportable.ts';
export { DEFAULT_NOTE, NOTE_NAMES, newNote, noteTemplate, paperOfNote, updatedNote } from './note.ts';
export { NoteNames } from './note-name.ts';
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

/** A file that comes in one piece: a stream that waits for more takes half as long again, and a hundred kilobytes each. */
class DeflatedFile extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, deflateSync(chunk, { level: 6 }), final);
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
  const names = new NoteNames();
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  // ZIP keeps local times without a zone; the day of the export is what matters
  const mtime = new Date(options.now ?? Date.now());
  let count = 0;
  const notes = written(items, options, skipped, (work) => ({
    name: names.give(work, options.noteName ?? 'key'),
    text: newNote(work, template),
  }));
  for (const { name, text } of notes) {
    const file = new DeflatedFile(`${FOLDER}/${name}.md`);
    file.mtime = mtime;
    zip.add(file);
    file.push(strToU8(text), true);
    count++;
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
  return { written: count, skipped };
}

/** Papers as Obsidian notes: one file each, in a ZIP or for a folder. Loaded only where it is asked for. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import type { ExportOptions } from './exportable.ts';
import { noteTemplate } from './note.ts';
import type { Template } from './template.ts';

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

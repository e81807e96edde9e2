/** Obsidian notes in a folder: new ones written, ours found again wherever the reader moved them, and brought up to date. */
import { sentenceOf } from '../../core/errors.ts';
import type { PaperId } from '../../core/paper.ts';
import {
  type Exportable,
  NoteNames,
  type NoteOptions,
  newNote,
  noteNameOf,
  paperOfNote,
  type Skipped,
  templateOf,
  updatedNote,
  type Work,
  written,
} from '../../exchange/notes.ts';
import type { Progress } from './export-run.ts';

export interface Note {
  /** Without ".md". */
  name: string;
  /** The first bytes, enough for the properties. */
  head(): Promise<string>;
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

export interface NoteFolder {
  /** Notes in it and in folders within it. */
  notes(): AsyncIterable<Note>;
  /** Writes a note that is not there yet. @param name without ".md" */
  create(name: string, text: string): Promise<void>;
}

export interface Done {
  created: number;
  updated: number;
  /** Had nothing new to say. */
  same: number;
  skipped: Skipped[];
}

/** Finds the note of a paper, under an id that it had before as well, but for ids that are those of other papers here. */
function noteFinder(
  items: readonly Exportable[],
  known: ReadonlyMap<PaperId, Note>,
): (id: PaperId) => Note | undefined {
  const own = new Set(items.map((item) => item?.paper?.id));
  const before = new Map(
    items.map((item) => [item?.paper?.id, (item?.paper as { aliases?: PaperId[] })?.aliases ?? []]),
  );
  return (id) =>
    known.get(id) ??
    before
      .get(id)
      ?.filter((alias) => !own.has(alias))
      .map((alias) => known.get(alias))
      .find((note) => note !== undefined);
}

/**
 * Writes a note for every item. A note that cannot be read or written is named in the report and stops nothing.
 * @throws ManiculeError 'bad-file' for a broken template; what the folder throws while it is looked through;
 * `signal.reason` when stopped by the reader: what was written until then stays.
 */
export async function writeNotes(
  items: readonly Exportable[],
  folder: NoteFolder,
  options: NoteOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Done> {
  const template = templateOf(options);
  const known = new Map<string, Note>();
  const taken: string[] = [];
  for await (const note of folder.notes()) {
    signal?.throwIfAborted();
    taken.push(note.name);
    const id = paperOfNote(await note.head());
    if (id !== undefined && !known.has(id)) known.set(id, note);
  }
  const names = new NoteNames(taken);
  const noteOf = noteFinder(items, known);
  const done: Done = { created: 0, updated: 0, same: 0, skipped: [] };
  const one = async (work: Work): Promise<void> => {
    const note = noteOf(work.id);
    if (!note) {
      await folder.create(names.give(noteNameOf(work, options.noteName ?? 'key')), newNote(work, template));
      done.created++;
      return;
    }
    const before = await note.read();
    const { text, why } = updatedNote(before, work, template);
    if (why) done.skipped.push({ id: work.id, title: work.title, why });
    if (text === before) {
      if (!why) done.same++;
    } else {
      await note.write(text);
      done.updated++;
    }
  };
  let count = 0;
  for (const work of written(items, options, done.skipped, (made) => made)) {
    signal?.throwIfAborted();
    try {
      await one(work);
    } catch (error) {
      done.skipped.push({ id: work.id, title: work.title, why: sentenceOf(error) });
    }
    onProgress({ done: ++count, total: items.length });
  }
  return done;
}

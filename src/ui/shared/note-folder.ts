/** Obsidian notes in a folder: new ones written, ours found again wherever the reader moved them, and brought up to date. */
import { sentenceOf } from '../../core/errors.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
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
import { ahead, slices } from './ahead.ts';
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

/** The papers that get notes, read some at a time: all of them would be most of what is in memory. */
export interface NotePapers {
  ids: readonly PaperId[];
  /** Those of some of `ids`, as many of them as can be read. Of a few it is asked twice. */
  read(some: readonly PaperId[]): Promise<readonly Exportable[]>;
}

/** Notes that are read or written at the same time: most of what one takes is waiting. */
const AT_ONCE = 8;
/** Papers read at once. */
const READ = 1_000;

interface Found {
  /** Paper → its note. */
  notes: Map<PaperId, Note>;
  names: NoteNames;
}

/** Notes that papers have. */
async function lookThrough(folder: NoteFolder, signal: AbortSignal | undefined): Promise<Found> {
  const notes = new Map<PaperId, Note>();
  const names = new NoteNames();
  const head = async (note: Note) => ({ note, id: paperOfNote(await note.head()) });
  for await (const { note, id } of ahead(folder.notes(), AT_ONCE, head)) {
    signal?.throwIfAborted();
    names.take(note.name);
    if (id !== undefined && !notes.has(id)) notes.set(id, note);
  }
  return { notes, names };
}

const aliasesOf = ({ paper }: Exportable): readonly PaperId[] =>
  (paper as { aliases?: readonly PaperId[] }).aliases ?? [];

/**
 * Writes a note for every paper. A note that cannot be read or written is named in the report and stops nothing. A paper
 * whose note is called by an id that it had before comes last: by then the notes of all the others are known, and one of
 * theirs is never taken for its own.
 * @throws ManiculeError 'bad-file' for a broken template; what the folder throws while it is looked through, and what
 * reading papers throws; `signal.reason` when stopped by the reader: what was written until then stays.
 */
export async function writeNotes(
  papers: NotePapers,
  folder: NoteFolder,
  options: NoteOptions,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Done> {
  const template = templateOf(options);
  const { notes, names } = await lookThrough(folder, signal);
  const done: Done = { created: 0, updated: 0, same: 0, skipped: [] };
  let count = 0;
  const put = async (work: Work, note: Note | undefined): Promise<void> => {
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
  /** Takes the note from those that are left: no other paper has it. */
  const takeNote = (ids: readonly PaperId[]): Note | undefined => {
    const id = ids.find((one) => notes.has(one));
    const note = id === undefined ? undefined : notes.get(id);
    if (id !== undefined) notes.delete(id);
    return note;
  };
  const putAll = async (items: readonly Exportable[]): Promise<void> => {
    const aliases = new Map(items.map((item) => [item.paper.id, aliasesOf(item)]));
    const one = async (work: Work): Promise<void> => {
      try {
        await put(work, takeNote([work.id, ...(aliases.get(work.id) ?? [])]));
      } catch (error) {
        done.skipped.push({ id: work.id, title: work.title, why: sentenceOf(error) });
      }
    };
    for await (const _ of ahead(
      written(items, options, done.skipped, (made) => made),
      AT_ONCE,
      one,
    )) {
      onProgress({ done: ++count, total: papers.ids.length });
      signal?.throwIfAborted();
    }
  };
  const met = new Set<PaperId>();
  const last: PaperId[] = [];
  for (const some of slices(papers.ids, READ)) {
    signal?.throwIfAborted();
    const items: Exportable[] = [];
    for (const item of await papers.read(some)) {
      const { id, title } = item.paper;
      if (met.has(id)) done.skipped.push({ id, title, why: say('exportTwice') });
      else if (!notes.has(id) && aliasesOf(item).some((alias) => notes.has(alias))) last.push(id);
      else items.push(item);
      met.add(id);
    }
    await putAll(items);
  }
  for (const some of slices(last, READ)) await putAll(await papers.read(some));
  return done;
}

/** A folder the reader picked, as notes are read from it and written into it. */
import { readFile, writeFile } from '../../platform/folders.ts';
import type { Note, NoteFolder } from './note-folder.ts';

/** Enough for the properties of nearly every note. */
const HEAD = 16_384;
const OPENS = /^\ufeff?---[ \t]*\r?\n/;
const CLOSES = /\n---[ \t]*(?:\r?\n|$)/;

/** The beginning of a note; the whole of it where its properties go on: a collaboration has thousands of authors. */
async function headOf(file: File): Promise<string> {
  const head = await file.slice(0, HEAD).text();
  return file.size > HEAD && OPENS.test(head) && !CLOSES.test(head) ? file.text() : head;
}
/** Folders within folders that are looked into. */
const DEPTH = 12;

/** Nothing but the name is kept: handles of a hundred thousand files would fill the browser. */
class HandleNote implements Note {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #file: string;

  constructor(folder: FileSystemDirectoryHandle, file: string) {
    this.#folder = folder;
    this.#file = file;
  }

  get name(): string {
    return this.#file.slice(0, -'.md'.length);
  }

  async head(): Promise<string> {
    return headOf(await readFile(this.#folder, this.#file));
  }

  async read(): Promise<string> {
    const file = await readFile(this.#folder, this.#file);
    // as bytes: File.text() would drop a byte order mark, which is the reader's
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
  }

  write(text: string): Promise<void> {
    return writeFile(this.#folder, this.#file, new Blob([text]));
  }
}

type Entries = { values(): AsyncIterable<FileSystemDirectoryHandle | FileSystemFileHandle> };

async function* notesIn(folder: FileSystemDirectoryHandle, depth: number): AsyncGenerator<Note, void> {
  for await (const entry of (folder as unknown as Entries).values()) {
    // ".obsidian" and ".trash" are the program's own
    if (entry.name.startsWith('.')) continue;
    if (entry.kind === 'directory') {
      if (depth < DEPTH) yield* notesIn(entry, depth + 1);
    } else if (/\.md$/i.test(entry.name)) {
      yield new HandleNote(folder, entry.name);
    }
  }
}

export const handleFolder = (folder: FileSystemDirectoryHandle): NoteFolder => ({
  notes: () => notesIn(folder, 0),
  create: (name, text) => writeFile(folder, `${name}.md`, new Blob([text])),
});

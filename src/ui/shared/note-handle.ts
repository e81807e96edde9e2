/** A folder the reader picked, as notes are read from it and written into it. */
import { writeFile } from '../../platform/folders.ts';
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

type Entries = { values(): AsyncIterable<FileSystemDirectoryHandle | FileSystemFileHandle> };

async function* notesIn(folder: FileSystemDirectoryHandle, depth: number): AsyncGenerator<Note, void> {
  for await (const entry of (folder as unknown as Entries).values()) {
    // ".obsidian" and ".trash" are the program's own
    if (entry.name.startsWith('.')) continue;
    if (entry.kind === 'directory') {
      if (depth < DEPTH) yield* notesIn(entry, depth + 1);
    } else if (/\.md$/i.test(entry.name)) {
      yield {
        name: entry.name.slice(0, -'.md'.length),
        head: async () => headOf(await entry.getFile()),
        // as bytes: File.text() would drop a byte order mark, which is the reader's
        read: async () =>
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await entry.getFile()).arrayBuffer()),
        write: (text) => writeFile(folder, entry.name, new Blob([text])),
      };
    }
  }
}

export const handleFolder = (folder: FileSystemDirectoryHandle): NoteFolder => ({
  notes: () => notesIn(folder, 0),
  create: (name, text) => writeFile(folder, `${name}.md`, new Blob([text])),
});

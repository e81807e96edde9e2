/** Notes in a folder as the browser hands it over. */
import { expect, test } from 'vitest';
import { paperOfNote } from '../../src/exchange/notes.ts';
import { handleFolder } from '../../src/ui/shared/note-handle.ts';

/** The handle of a folder with these files. */
const folder = (files: Record<string, string>): FileSystemDirectoryHandle =>
  ({
    async *values() {
      for (const [name, text] of Object.entries(files))
        yield { kind: 'file', name, getFile: async () => new File([text], name) };
    },
    async getFileHandle(name: string) {
      return { getFile: async () => new File([files[name] as string], name) };
    },
  }) as unknown as FileSystemDirectoryHandle;

async function heads(files: Record<string, string>): Promise<string[]> {
  const read: string[] = [];
  for await (const note of handleFolder(folder(files)).notes()) read.push(await note.head());
  return read;
}

test('a note of three thousand authors is known by its properties, wherever among them its id stands', async () => {
  const authors = Array.from({ length: 3_000 }, (_, n) => `  - "Author ${n}"`).join('\n');
  const [first, last] = await heads({
    'a.md': `---\nmanicule: "arxiv:2401.00001"\nauthors:\n${authors}\n---\ntext\n`,
    'b.md': `\ufeff---\r\nauthors:\r\n${authors.replaceAll('\n', '\r\n')}\r\nmanicule: arxiv:2401.00002\r\n---\r\ntext\r\n`,
  });
  expect(paperOfNote(first ?? '')).toBe('arxiv:2401.00001');
  expect(paperOfNote(last ?? '')).toBe('arxiv:2401.00002');
});

test('of the reader’s other notes no more than the beginning is read', async () => {
  const long = 'words '.repeat(10_000);
  for (const text of [long, `---\nmood: x\n---\n${long}`, `---\n---\n${long}`])
    expect(await heads({ 'a.md': text })).toEqual([text.slice(0, 16_384)]);
});

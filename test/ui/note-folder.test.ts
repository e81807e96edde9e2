import { expect, test } from 'vitest';
import type { Exportable } from '../../src/exchange/index.ts';
import { type Note, type NoteFolder, writeNotes } from '../../src/ui/shared/note-folder.ts';

const item = (n: number, fields: Partial<Exportable['paper']> = {}): Exportable => ({
  paper: {
    id: `arxiv:2401.0000${n}`,
    title: `Lamps of kind ${n}`,
    authors: ['Ada Lovelace'],
    published: '2024-01-15',
    categories: [],
    ...fields,
    links: { page: `https://arxiv.org/abs/2401.0000${n}`, code: [], project: [] },
  },
});

/** A folder in memory: path → text; the last part of a path is the name. */
function folder(files: Map<string, string>): NoteFolder & { writes: string[] } {
  const writes: string[] = [];
  return {
    writes,
    async *notes() {
      for (const path of [...files.keys()]) {
        const note: Note = {
          name: path.replace(/^.*\//, ''),
          head: async () => files.get(path) ?? '',
          read: async () => {
            if (path.includes('locked')) throw new Error('no leave');
            return files.get(path) ?? '';
          },
          write: async (text) => {
            writes.push(path);
            files.set(path, text);
          },
        };
        yield note;
      }
    },
    async create(name, text) {
      if (files.has(name)) throw new Error('it is there');
      writes.push(name);
      files.set(name, text);
    },
  };
}

test('new notes are written, ours found again wherever they are, the reader’s never touched', async () => {
  const files = new Map([['lovelace2024lamps', '# A note of my own\n']]);
  const first = folder(files);
  const keys = new Map([
    ['arxiv:2401.00001', 'lovelace2024lamps'],
    ['arxiv:2401.00002', 'lovelace2024lampsa'],
  ]);
  expect(await writeNotes([item(1), item(2)], first, { keys })).toEqual({
    created: 2,
    updated: 0,
    same: 0,
    skipped: [],
  });
  expect([...files.keys()]).toEqual(['lovelace2024lamps', 'lovelace2024lamps 2', 'lovelace2024lampsa']);
  expect(files.get('lovelace2024lamps')).toBe('# A note of my own\n');

  // moved, renamed and written in by the reader
  const mine = `${files.get('lovelace2024lamps 2')}My thoughts.\n`;
  files.delete('lovelace2024lamps 2');
  files.set('Archive/Favourite', mine);
  const again = folder(files);
  expect(await writeNotes([item(1, { abstract: 'New.' }), item(2)], again, { keys })).toEqual({
    created: 0,
    updated: 1,
    same: 1,
    skipped: [],
  });
  expect(again.writes).toEqual(['Archive/Favourite']);
  expect(files.get('Archive/Favourite')).toBe(
    mine.replace('\n%% manicule:end', '\n\n> [!abstract]\n> New.\n%% manicule:end'),
  );
});

test('a note that cannot be read stops nothing and is named', async () => {
  const files = new Map<string, string>();
  await writeNotes([item(1)], folder(files), {});
  const [text = ''] = files.values();
  files.clear();
  files.set('locked', text);
  const { created, skipped } = await writeNotes([item(1), item(2)], folder(files), {});
  expect(created).toBe(1);
  expect(skipped).toEqual([
    {
      id: 'arxiv:2401.00001',
      title: 'Lamps of kind 1',
      why: 'Something unexpected happened (no leave). Nothing you saved was changed.',
    },
  ]);
});

test('it can be stopped; a broken template writes nothing', async () => {
  const files = new Map<string, string>();
  const control = new AbortController();
  const stopped = writeNotes(
    [item(1), item(2)],
    folder(files),
    {},
    () => control.abort(new Error('stop')),
    control.signal,
  );
  await expect(stopped).rejects.toThrow('stop');
  expect(files.size).toBe(1);
  const broken = writeNotes([item(3)], folder(files), { template: '{{x}}' });
  await expect(broken).rejects.toThrow('The template of notes is broken.');
  expect(files.size).toBe(1);
});

test('the note of a paper that got a stronger id is found under the one it had, and the strongest counts', async () => {
  const files = new Map<string, string>();
  const old = item(1);
  old.paper.id = 'title:lamps of kind 1|lovelace';
  await writeNotes([old], folder(files), {});
  const [name = ''] = files.keys();
  files.set(name, `${files.get(name)}My thoughts.\n`);
  const known = { ...item(1), paper: { ...item(1).paper, aliases: ['doi:10.1234/x', old.paper.id] } };
  const { created, updated } = await writeNotes([known], folder(files), {});
  expect({ created, updated, names: [...files.keys()] }).toEqual({ created: 0, updated: 1, names: [name] });
  expect(files.get(name)).toMatch(/^---\nmanicule: "arxiv:2401.00001"\n[\s\S]*\nMy thoughts\.\n$/);
  // another paper's note is never taken for it
  const other = { ...item(2), paper: { ...item(2).paper, aliases: ['arxiv:2401.00001'] } };
  expect(await writeNotes([known, other], folder(files), {})).toMatchObject({ created: 1, same: 1 });
});

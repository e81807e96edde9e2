import { expect, test } from 'vitest';
import type { Exportable } from '../../src/exchange/index.ts';
import { type Note, type NoteFolder, type NotePapers, writeNotes } from '../../src/ui/shared/note-folder.ts';

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

/** Papers that are all there, read in the order asked for. */
const papers = (...items: Exportable[]): NotePapers & { asked: number[] } => {
  const asked: number[] = [];
  return {
    asked,
    ids: items.map(({ paper }) => paper.id),
    async read(some) {
      asked.push(some.length);
      return some.flatMap((id) => items.find(({ paper }) => paper.id === id) ?? []);
    },
  };
};

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
  expect(await writeNotes(papers(item(1), item(2)), first, { keys })).toEqual({
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
  expect(await writeNotes(papers(item(1, { abstract: 'New.' }), item(2)), again, { keys })).toEqual({
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
  await writeNotes(papers(item(1)), folder(files), {});
  const [text = ''] = files.values();
  files.clear();
  files.set('locked', text);
  const { created, skipped } = await writeNotes(papers(item(1), item(2)), folder(files), {});
  expect(created).toBe(1);
  expect(skipped).toEqual([
    {
      id: 'arxiv:2401.00001',
      title: 'Lamps of kind 1',
      why: 'Something unexpected happened (no leave). Nothing you saved was changed.',
    },
  ]);
});

test('it can be stopped: the notes that are being written are ended; a broken template writes nothing', async () => {
  const files = new Map<string, string>();
  const control = new AbortController();
  const many = Array.from({ length: 9 }, (_, n) => item(n));
  const stopped = writeNotes(
    papers(...many, ...many.map((one) => ({ paper: { ...one.paper, id: `${one.paper.id}9` } }))),
    folder(files),
    {},
    () => control.abort(new Error('stop')),
    control.signal,
  );
  await expect(stopped).rejects.toThrow('stop');
  expect(files.size).toBe(8);
  const broken = writeNotes(papers(item(3)), folder(files), { template: '{{x}}' });
  await expect(broken).rejects.toThrow('The template of notes is broken.');
  expect(files.size).toBe(8);
});

test('the note of a paper that got a stronger id is found under the one it had, and the strongest counts', async () => {
  const files = new Map<string, string>();
  const old = item(1);
  old.paper.id = 'title:lamps of kind 1|lovelace';
  await writeNotes(papers(old), folder(files), {});
  const [name = ''] = files.keys();
  files.set(name, `${files.get(name)}My thoughts.\n`);
  const known = { ...item(1), paper: { ...item(1).paper, aliases: ['doi:10.1234/x', old.paper.id] } };
  const { created, updated } = await writeNotes(papers(known), folder(files), {});
  expect({ created, updated, names: [...files.keys()] }).toEqual({ created: 0, updated: 1, names: [name] });
  expect(files.get(name)).toMatch(/^---\nmanicule: "arxiv:2401.00001"\n[\s\S]*\nMy thoughts\.\n$/);
  // another paper's note is never taken for it
  const other = { ...item(2), paper: { ...item(2).paper, aliases: ['arxiv:2401.00001'] } };
  expect(await writeNotes(papers(known, other), folder(files), {})).toMatchObject({ created: 1, same: 1 });
});

test('papers are read a thousand at a time, and the note of an older id is found whichever comes first', async () => {
  const id = (n: number): string => `arxiv:2402.${String(n).padStart(5, '0')}`;
  const many = Array.from({ length: 2_300 }, (_, n) => ({
    paper: { ...item(1).paper, id: id(n), title: `T ${n}` },
  }));
  const files = new Map<string, string>();
  const keys = new Map(many.map(({ paper }, n) => [paper.id, `k${n}`]));
  const first = papers(...many);
  expect(await writeNotes(first, folder(files), { keys })).toMatchObject({ created: 2_300, skipped: [] });
  expect(first.asked).toEqual([1_000, 1_000, 300]);
  // the first says it was once called like the last, and one that was called like another that is no longer asked for
  const [one, two, ...rest] = many;
  const renamed = (paper: Exportable['paper'] | undefined, to: string, aliases: string[]): Exportable => ({
    paper: Object.assign({ ...(paper ?? item(1).paper), id: to }, { aliases }),
  });
  const aliased = [
    renamed(one?.paper, 'arxiv:2401.1', [id(2_299)]),
    renamed(two?.paper, 'arxiv:2401.2', ['doi:10.1/none', id(1)]),
  ];
  const second = papers(...aliased, ...rest);
  keys.set('arxiv:2401.1', 'new').set('arxiv:2401.2', 'k1');
  expect(await writeNotes(second, folder(files), { keys })).toEqual({
    created: 1,
    updated: 1,
    same: 2_298,
    skipped: [],
  });
  expect(second.asked).toEqual([1_000, 1_000, 300, 2]);
  expect(files.size).toBe(2_301);
  expect(files.get('new')).toContain('manicule: "arxiv:2401.1"');
  expect(files.get('k1')).toContain('manicule: "arxiv:2401.2"');
  expect(files.get('k2299')).toContain(`manicule: "${id(2_299)}"`);
});

test('a paper that is asked for under two of its names gets one note, and the second time is named', async () => {
  const files = new Map<string, string>();
  const twice = papers(item(1));
  const both: NotePapers = { ids: [...twice.ids, 'doi:10.1/x'], read: async () => [item(1), item(1)] };
  expect(await writeNotes(both, folder(files), {})).toEqual({
    created: 1,
    updated: 0,
    same: 0,
    skipped: [
      {
        id: 'arxiv:2401.00001',
        title: 'Lamps of kind 1',
        why: 'It is in the list twice and was written once.',
      },
    ],
  });
});

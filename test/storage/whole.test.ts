import { beforeEach, expect, it } from 'vitest';
import { Tally } from '../../src/core/stats.ts';
import { changeMarks, loadIndex, openDb, syncEntries } from '../../src/storage/index.ts';
import { type Held, readWhole } from '../../src/storage/whole.ts';
import { days, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

async function all(): Promise<{ held: Held[]; chunks: number[] }> {
  const held: Held[] = [];
  const chunks: number[] = [];
  await readWhole((some) => {
    held.push(...some);
    chunks.push(some.length);
  });
  return { held, chunks };
}

it('hands over nothing where nothing is stored', async () => {
  expect((await all()).held).toEqual([]);
});

it('hands over every paper once, in chunks, each with its own mark', async () => {
  const id = (n: number) => `arxiv:2403.${String(n).padStart(5, '0')}`;
  const entries = Array.from({ length: 1_100 }, (_, n) => entry({ id: id(n) }));
  for (let at = 0; at < entries.length; at += 100)
    await syncEntries(entries.slice(at, at + 100), visitAt(), plainTools, NOW);
  await changeMarks(
    [
      { id: id(3), change: { saved: true } },
      { id: id(1_099), change: { note: 'last' } },
    ],
    later(1),
  );
  const { held, chunks } = await all();
  expect(held.map(([paper]) => paper.id)).toEqual(entries.map((one) => one.id));
  expect(chunks).toEqual([500, 500, 100]);
  const marked = held
    .filter(([, mark]) => mark)
    .map(([paper, mark]) => [paper.id, mark?.saved?.value, mark?.note?.value]);
  expect(marked).toEqual([
    [id(3), true, undefined],
    [id(1_099), undefined, 'last'],
  ]);
});

it('leaves out what cannot be read, of papers and of marks', async () => {
  await syncEntries([entry({ id: 'arxiv:1' }), entry({ id: 'arxiv:2' })], visitAt(), plainTools, NOW);
  const db = await openDb();
  await db.put('papers', { id: 'arxiv:1', title: 7 } as never);
  await db.put('marks', { id: 'arxiv:2', saved: 'yes' } as never);
  expect((await all()).held.map(([paper, mark]) => [paper.id, mark])).toEqual([['arxiv:2', undefined]]);
});

it('is counted as search finds it, day by day', async () => {
  const some = [1, 2, 3].map((n) => entry({ id: `arxiv:${n}` }));
  await syncEntries(some, visitAt(days(-9)), plainTools, days(-9));
  await syncEntries(some.slice(1), visitAt(), plainTools, NOW);
  await changeMarks([{ id: 'arxiv:1', change: { saved: true } }], days(-4));
  await changeMarks([{ id: 'arxiv:2', change: { dismissed: true } }], NOW);
  const tally = new Tally();
  await readWhole((held) => {
    for (const one of held) tally.add(...one);
  });
  const index = await loadIndex();
  const found = async (typed: string) => (await index.search(typed, { view: 'met' })).ids.length;
  const counted = [...tally.stats().days];
  expect(counted.map(([, { added, saved, any }]) => [added, saved, any])).toEqual([
    [3, 0, 3],
    [0, 1, 1],
    [0, 0, 2],
  ]);
  for (const [day, { added, saved, any }] of counted) {
    expect(await found(`added:${day}`)).toBe(added);
    expect(await found(`saved:${day}`)).toBe(saved);
    expect(await found(`added:${day} or saved:${day} or seen:${day}`)).toBe(any);
    expect(await found(`added:${day}..${day}`)).toBe(added);
  }
  index.close();
});

it('leaves out what lies in the trash', async () => {
  await syncEntries([entry({ id: 'arxiv:1' }), entry({ id: 'arxiv:2' })], visitAt(), plainTools, NOW);
  await changeMarks([{ id: 'arxiv:1', change: { trashed: true } }], later(1));
  expect((await all()).held.map(([paper]) => paper.id)).toEqual(['arxiv:2']);
});

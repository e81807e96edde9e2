import { beforeEach, describe, expect, it } from 'vitest';
import { distinctChanges } from '../../src/core/distinct.ts';
import { changeMarks, loadIndex, type SearchIndex, syncEntries } from '../../src/storage/index.ts';
import { allDuplicates } from '../../src/ui/shared/duplicates-work.ts';
import { aroundPaper } from '../../src/ui/shared/related-work.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from '../storage/setup.ts';

beforeEach(freshDatabase);

const id = (n: number) => `arxiv:2403.000${10 + n}`;
const of = (n: number, title: string, authors = ['Jane Austen']) =>
  entry({ id: id(n), title, authors, abstract: `Of kettle ${n}.` });
const papers = [
  of(0, 'Kettles that whistle in two keys'),
  of(1, 'Kettles that whistle in two keys'),
  of(2, 'Kettles that whistle in two keys', ['Mary Shelley']),
  of(3, 'Paints that keep worms away from wooden hulls in cold harbours'),
  of(4, 'Paints that keep worms away from a wooden hull in a cold harbour'),
  ...[5, 6, 7, 8].map((n) => of(n, `Notes on the number ${'abcdefghij'[n]}${n}`, [])),
];
const store = () => syncEntries(papers, visitAt(), plainTools, NOW);

describe('every pair that may be one', () => {
  it('is found with its reason, those of the library first; other authors make another paper', async () => {
    await store();
    await changeMarks([{ id: id(4), change: { saved: true } }], later(1));
    const told: number[] = [];
    const found = await allDuplicates((done) => told.push(done));
    expect(found.map(({ a, b, why, mine }) => [a, b, why, mine])).toEqual([
      [id(3), id(4), 'nearly the same title', true],
      [id(0), id(1), 'same title', false],
    ]);
    expect(told).toEqual([papers.length]);
  });

  it('is left out where the reader said so, or one of them lies in the trash', async () => {
    await store();
    await changeMarks(distinctChanges(id(0), id(1)), later(1));
    await changeMarks([{ id: id(3), change: { trashed: true } }], later(2));
    expect(await allDuplicates()).toEqual([]);
    await changeMarks(distinctChanges(id(0), id(1), false), later(3));
    expect(await allDuplicates()).toHaveLength(1);
  });

  it('of nothing there is none; whoever lost interest is not answered', async () => {
    expect(await allDuplicates()).toEqual([]);
    await store();
    await expect(allDuplicates(undefined, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

describe('around one paper', () => {
  it('are what may be the same one, and what is related among the library or all', async () => {
    await store();
    await changeMarks([{ id: id(2), change: { saved: true } }], later(1));
    const index: SearchIndex = await loadIndex();
    await index.settled();
    const found = await aroundPaper(index, id(0), 'library');
    expect(found.same).toEqual([{ id: id(1), likeness: 1, why: 'same title' }]);
    expect(found.related.map((one) => one.id)).toEqual([id(2)]);
    expect((await aroundPaper(index, id(0), 'met')).related.map((one) => one.id)).toContain(id(1));
    expect(await aroundPaper(index, 'arxiv:9999.00001', 'met')).toEqual({ related: [], same: [] });
    await changeMarks(distinctChanges(id(1), id(0)), later(2));
    expect((await aroundPaper(index, id(0), 'library')).same).toEqual([]);
    index.close();
  });
});

/** Collections and lists in the reader's own order, stored, backed up, merged and taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { collectionTree, flatTree } from '../../src/core/collections.ts';
import { NO_FILTER } from '../../src/core/filter.ts';
import type { MarkChange } from '../../src/core/mark.ts';
import { READING } from '../../src/core/reading.ts';
import {
  changeCollections,
  changeMarks,
  getRows,
  listByHand,
  listCollections,
  listIds,
  loadIndex,
  onChanges,
  openDb,
  placesAtEnd,
  planMove,
  type RestoreParts,
  readAll,
  syncEntries,
} from '../../src/storage/index.ts';
import { previewRestore, restore, undoRestore } from '../../src/storage/restoring.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const id = (n: number) => `arxiv:2403.0000${n}`;
const meet = (ids: readonly string[]) =>
  syncEntries(
    ids.map((one) => entry({ id: one })),
    visitAt(),
    plainTools,
    NOW,
  );
const make = (name: string, parent: string | null = null, minute = 0) =>
  changeCollections(new Map([[`c-${name}`, { name, parent, place: 'a' }]]), later(minute));
const change = (paper: string, what: MarkChange, minute = 1) =>
  changeMarks([{ id: paper, change: what }], later(minute));

async function add(collection: string, papers: readonly string[], minute = 1): Promise<void> {
  const keys = await placesAtEnd(collection, papers.length);
  const changes = papers.map((paper, n) => ({
    id: paper,
    change: { collections: { [collection]: true }, places: { [collection]: keys[n] as string } },
  }));
  await changeMarks(changes, later(minute));
}

async function move(list: string, paper: string, at: number, minute = 5): Promise<number> {
  const others = (await listByHand(list)).filter((one) => one !== paper);
  const changes = await planMove({ list, others, moved: [paper], at });
  await changeMarks(changes, later(minute));
  return changes.length;
}

async function backup(): Promise<RestoreParts> {
  const parts = { papers: [], marks: [], rules: [], collections: [], sightings: [] } as Record<
    string,
    unknown[]
  >;
  for await (const { kind, value } of readAll()) parts[`${kind}s`]?.push(value);
  return parts as unknown as RestoreParts;
}

const names = async () => flatTree(collectionTree(await listCollections())).map(({ path }) => path.join('/'));

describe('a collection', () => {
  it('holds papers in the order they were put into it, then as they are moved', async () => {
    await meet([1, 2, 3, 4].map(id));
    await make('a');
    await add('c-a', [id(3), id(1)]);
    await add('c-a', [id(2), id(4)], 2);
    expect(await listByHand('c-a')).toEqual([3, 1, 2, 4].map(id));
    expect(await move('c-a', id(4), 0)).toBe(1);
    expect(await listByHand('c-a')).toEqual([4, 3, 1, 2].map(id));
    expect(await move('c-a', id(4), 2)).toBe(1);
    expect(await listByHand('c-a')).toEqual([3, 1, 4, 2].map(id));
    expect(await listByHand('c-b')).toEqual([]);
  });

  it('moves between papers that two machines put to the same place, or to none', async () => {
    await meet([1, 2, 3, 4].map(id));
    for (const n of [1, 2, 3]) await change(id(n), { collections: { 'c-a': true }, places: { 'c-a': 'a' } });
    await change(id(4), { collections: { 'c-a': true } });
    expect(await listByHand('c-a')).toEqual([1, 2, 3, 4].map(id));
    await move('c-a', id(3), 1);
    expect(await listByHand('c-a')).toEqual([1, 3, 2, 4].map(id));
    await move('c-a', id(1), 3);
    expect(await listByHand('c-a')).toEqual([3, 2, 4, 1].map(id));
  });

  it('does not show dismissed papers, and shows them again when that is taken back', async () => {
    await meet([id(1), id(2)]);
    await add('c-a', [id(1), id(2)]);
    await change(id(1), { dismissed: true }, 2);
    expect(await listByHand('c-a')).toEqual([id(2)]);
    await change(id(1), { dismissed: false }, 3);
    expect(await listByHand('c-a')).toEqual([id(1), id(2)]);
  });

  it('makes a paper one the reader decided about, and gives back a mark without what indexes need', async () => {
    await meet([id(1)]);
    await add('c-a', [id(1)]);
    expect(await listIds('marked')).toEqual([id(1)]);
    const [row] = (await getRows([id(1)])).rows;
    expect(Object.keys(row?.mark ?? {}).sort()).toEqual(['collections', 'id', 'places']);
  });

  it('follows a paper that becomes known under another id', async () => {
    await syncEntries([entry({ id: 'doi:10.1145/9' })], visitAt(), plainTools, NOW);
    await add('c-a', ['doi:10.1145/9']);
    const known = entry({ id: 'doi:10.1145/9', aliases: ['arxiv:2403.00009'] });
    await syncEntries([known], visitAt(), plainTools, later(1));
    expect(await listByHand('c-a')).toEqual(['arxiv:2403.00009']);
  });

  it('is announced when it changes, and left out when it cannot be read', async () => {
    const told: string[] = [];
    const stop = onChanges(({ what }) => told.push(what));
    await make('a');
    await (await openDb()).put('collections', { id: 'c-b', name: 7 } as never);
    stop();
    expect(told).toEqual(['collections']);
    expect(await names()).toEqual(['a']);
  });
});

describe('the reading list', () => {
  it('goes by priority, then by hand, then the last saved first', async () => {
    await meet([1, 2, 3, 4, 5].map(id));
    for (const n of [1, 2, 3, 4]) await change(id(n), { saved: true, status: 'to-read' }, n);
    await change(id(5), { status: 'read' });
    expect(await listByHand(READING)).toEqual([4, 3, 2, 1].map(id));
    await change(id(1), { priority: 'high' }, 6);
    expect(await listByHand(READING)).toEqual([1, 4, 3, 2].map(id));
    // what stands before the moved one gets its place too
    const changes = await planMove({ list: READING, others: [id(4), id(3)], moved: [id(2)], at: 1 });
    expect(changes.map((one) => one.id)).toEqual([id(4), id(2)]);
    await changeMarks(changes, later(7));
    expect(await listByHand(READING)).toEqual([1, 4, 2, 3].map(id));
    await change(id(4), { status: 'read' }, 8);
    expect(await listByHand(READING)).toEqual([1, 2, 3].map(id));
  });
});

describe('search', () => {
  it('finds papers by the names of their collections and of those these are in, and counts them', async () => {
    await meet([1, 2, 3, 4].map(id));
    await make('Thesis');
    await changeCollections(new Map([['c-Related', { name: 'Related work', parent: 'c-Thesis' }]]), NOW);
    await add('c-Thesis', [id(1), id(2)]);
    await changeMarks([{ id: id(3), change: { collections: { 'c-Related': true, 'c-gone': true } } }], NOW);
    const index = await loadIndex();
    await index.settled();
    const found = async (typed: string) => (await index.search(typed)).ids.sort();
    expect(await found('collection:thesis')).toEqual([1, 2, 3].map(id));
    expect(await found('collection:"related work"')).toEqual([id(3)]);
    expect(await found('-collection:related')).toEqual([1, 2].map(id));
    expect(await found('collection:gone')).toEqual([]);
    expect((await index.search('')).choices.collections).toMatchObject([
      { value: 'c-Thesis', count: 2 },
      { value: 'c-gone', count: 1 },
      { value: 'c-Related', count: 1 },
    ]);
    // several chosen are one with what is in it; the counts of the others stay
    const filter = { ...NO_FILTER, collections: ['c-Thesis', 'c-Related'] };
    const both = await index.search('', { filter });
    expect(both.ids.sort()).toEqual([1, 2, 3].map(id));
    const one = await index.search('', { filter: { ...filter, collections: ['c-Thesis'] } });
    expect(one.ids.sort()).toEqual([1, 2].map(id));
    expect(one.choices.collections.find(({ value }) => value === 'c-Related')?.count).toBe(1);
    expect((await index.suggest('collection', 'the')).map(({ value }) => value)).toEqual([
      'Thesis',
      'Thesis / Related work',
    ]);
    await changeCollections(new Map([['c-Thesis', { name: 'Book' }]]), later(9));
    await index.settled();
    expect(await found('collection:book')).toEqual([1, 2, 3].map(id));
    index.close();
  });

  it('goes over the reading list', async () => {
    await meet([1, 2, 3].map(id));
    await change(id(1), { status: 'to-read' });
    await change(id(2), { status: 'reading', dismissed: true });
    await change(id(3), { status: 'read' });
    const index = await loadIndex();
    await index.settled();
    const found = await index.search('', { view: 'reading' });
    expect([found.ids, found.views.reading]).toEqual([[id(1)], 1]);
    index.close();
  });
});

describe('a backup', () => {
  it('brings collections, order and membership back into an empty library', async () => {
    await meet([1, 2, 3].map(id));
    await make('a');
    await make('b', 'c-a');
    await changeCollections(new Map([['c-x', { name: 'gone', place: 'b', deleted: true }]]), NOW);
    await add('c-a', [id(2), id(1)]);
    await add('c-b', [id(1), id(3)]);
    await change(id(1), { collections: { 'c-b': false } }, 2);
    for (const n of [1, 2]) await change(id(n), { status: 'to-read', priority: n === 2 ? 'high' : null }, 3);
    const file = await backup();
    const before = [await listByHand('c-a'), await listByHand('c-b'), await listByHand(READING)];
    await freshDatabase();
    expect(await previewRestore(file)).toMatchObject({
      newCollections: 3,
      changedCollections: 0,
      newMarks: 3,
    });
    await restore(file);
    expect(await names()).toEqual(['a', 'a/b']);
    expect([await listByHand('c-a'), await listByHand('c-b'), await listByHand(READING)]).toEqual(before);
    expect(before).toEqual([[id(2), id(1)], [id(3)], [id(2), id(1)]]);
    expect(await previewRestore(file)).toMatchObject({
      newCollections: 0,
      changedCollections: 0,
      changedMarks: 0,
    });
  });

  it('of before does not bring back what was deleted or taken out', async () => {
    await meet([id(1)]);
    await make('a');
    await add('c-a', [id(1)]);
    const file = await backup();
    await changeCollections(new Map([['c-a', { deleted: true }]]), later(3));
    await change(id(1), { collections: { 'c-a': false } }, 3);
    await restore(file);
    expect(await names()).toEqual([]);
    expect(await listByHand('c-a')).toEqual([]);
  });

  it('is taken back, and what was changed since stays', async () => {
    await make('a');
    await make('b');
    const file = await backup();
    await freshDatabase();
    await make('a', null, -5);
    await changeCollections(new Map([['c-a', { name: 'mine' }]]), later(-4));
    await restore({ ...file, rules: [] });
    expect(await names()).toEqual(['a', 'b']);
    await changeCollections(new Map([['c-a', { parent: 'c-b' }]]), later(9));
    await undoRestore();
    // its name is what it was; moved since, it stays where it was moved to; what that was in is gone with the restore
    expect(await names()).toEqual(['mine']);
    expect((await listCollections()).map((one) => [one.id, one.parent.value])).toEqual([['c-a', 'c-b']]);
  });

  it('with broken collections restores the others and says so', async () => {
    const counts = await restore({
      papers: [],
      marks: [],
      rules: [],
      sightings: [],
      collections: [
        {
          id: 'c-a',
          name: { value: 'a', at: NOW },
          parent: { value: null, at: NOW },
          place: { value: '', at: NOW },
        },
        { id: 'c-b' },
        'x',
      ],
    });
    expect(counts.newCollections).toBe(1);
    expect(counts.problems).toEqual(['A collection could not be read and was left out.']);
    expect(await names()).toEqual(['a']);
  });
});

/** Everything found, in the order of a column of the library's table. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COLUMNS, isSortable, type SortColumn } from '../../src/core/table-layout.ts';
import {
  changeMarks,
  loadIndex,
  type SearchIndex,
  syncEntries,
  updateSearch,
} from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

const [A, B, C] = ['arxiv:2403.00001', 'arxiv:2403.00002', 'arxiv:2403.00003'] as const;
let index: SearchIndex;

beforeEach(async () => {
  await freshDatabase();
  const meet = (change: Parameters<typeof entry>[0], at: string) =>
    syncEntries([entry(change)], visitAt(at), { ...plainTools, tag: () => [] }, at);
  await meet({ id: A, title: 'Éclair', authors: ['Zoe Adams'], venue: 'ICML', published: '2024-03-11' }, NOW);
  await meet({ id: B, title: 'alpha', authors: ['Ada Lovelace'], published: '2024-03' }, later(1));
  await meet({ id: C, title: 'Beta', authors: [], venue: 'ACL', published: '2021' }, later(2));
  await meet({ id: A, title: 'Éclair', authors: ['Zoe Adams'] }, later(60 * 24 * 3));
  await changeMarks(
    [
      { id: A, change: { status: 'read', rating: 2 } },
      { id: B, change: { status: 'to-read', tags: { zeta: true, beta: true } } },
      { id: C, change: { rating: 5, note: 'why', tags: { gamma: true } } },
    ],
    later(5_000),
  );
  await changeMarks([{ id: A, change: { topics: { vision: true } } }], later(5_001));
  await changeMarks([{ id: B, change: { topics: { audio: true } } }], later(5_002));
  index = await loadIndex();
});
afterEach(() => index.close());

const sorted = async (by: SortColumn, down: boolean, options = {}) =>
  (await index.search('', { view: 'met', order: { by, down }, ...options })).ids;

const EXPECTED: readonly [SortColumn, up: string[], down: string[]][] = [
  ['title', [B, C, A], [A, C, B]],
  ['authors', [A, B, C], [B, A, C]], // none known comes last both ways
  ['venue', [C, A, B], [A, C, B]],
  ['year', [C, A, B], [A, B, C]],
  ['published', [C, B, A], [A, B, C]],
  ['added', [A, B, C], [C, B, A]],
  ['seen', [B, C, A], [A, C, B]],
  ['times', [C, B, A], [A, C, B]],
  ['topics', [B, A, C], [A, B, C]],
  ['tags', [B, C, A], [C, B, A]],
  ['status', [A, B, C], [B, A, C]],
  ['rating', [A, C, B], [C, A, B]],
  ['note', [C, A, B], [C, A, B]],
];

it('knows every column that can be sorted', () => {
  expect(EXPECTED.map(([by]) => by).sort()).toEqual(COLUMNS.filter(isSortable).sort());
});

it.each(EXPECTED)('by %s', async (by, up, down) => {
  expect([await sorted(by, false), await sorted(by, true)]).toEqual([up, down]);
});

it('by what topics are called, those hidden left out', async () => {
  const topic = (id: string) => (id === 'audio' ? 'Zebra' : 'Ape');
  expect(await sorted('topics', false, { topic })).toEqual([A, B, C]);
  expect(await sorted('topics', false, { topic, showTopic: () => undefined })).toEqual([A, C, B]);
});

it('of what a query and a filter leave, whatever order the query asks for', async () => {
  const order = { by: 'title', down: true } as const;
  expect((await index.search('year:2024 sort:seen', { view: 'met', order })).ids).toEqual([A, B]);
});

it('from the stored index as from memory', async () => {
  const before = await Promise.all(EXPECTED.map(([by]) => sorted(by, true)));
  await updateSearch();
  index.close();
  index = await loadIndex();
  expect(await Promise.all(EXPECTED.map(([by]) => sorted(by, true)))).toEqual(before);
});

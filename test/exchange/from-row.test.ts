import { expect, test } from 'vitest';
import { CiteKeyBook, citeKeysFor, exportablesOf } from '../../src/exchange/from-row.ts';
import { assignCiteKeys } from '../../src/exchange/index.ts';

const row = (number: number, author: string, citeKey?: string) => ({
  paper: {
    id: `arxiv:2403.0000${number}`,
    title: 'Visualizing data',
    authors: [author],
    published: '2024-03-11',
    categories: [],
    links: { page: 'https://arxiv.org/', code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 1,
    seen: { count: 1, first: { at: '', site: '' }, last: { at: '', site: '' }, bySite: {} },
  },
  ...(citeKey
    ? {
        mark: { id: `arxiv:2403.0000${number}`, citeKey: { value: citeKey, at: '2024-03-11T00:00:00.000Z' } },
      }
    : {}),
});
const items = (...rows: ReturnType<typeof row>[]) => exportablesOf(rows, (topic) => topic);

test('slices get the keys that one call gives, none twice, whatever their case', () => {
  const all = items(
    row(1, 'Ada Lovelace'),
    row(2, 'Ada Lovelace'),
    row(3, 'Grace Hopper'),
    row(4, 'Ada Lovelace'),
  );
  const book = new CiteKeyBook(new Map([['LOVELACE2024visualizing', 'arxiv:2403.09999']]));
  const slices = [book.give(all.slice(0, 2)), book.give(all.slice(2))];
  expect(slices.map(({ fresh }) => [...fresh.values()])).toEqual([
    ['lovelace2024visualizinga', 'lovelace2024visualizingb'],
    ['hopper2024visualizing', 'lovelace2024visualizingc'].sort(),
  ]);
  const once = assignCiteKeys(all, new Set(['LOVELACE2024visualizing']));
  expect(new Map(slices.flatMap(({ keys }) => [...keys]))).toEqual(once);
});

test('a key once given stays, also when the row does not know it yet', () => {
  const given = new Map([
    ['lovelace2024visualizing', 'arxiv:2403.00001'],
    ['lovelace2024visualizinga', 'arxiv:2403.00002'],
  ]);
  const known = citeKeysFor(items(row(2, 'Ada Lovelace', 'lovelace2024visualizinga')), given);
  expect([...known.keys, ...known.fresh]).toEqual([['arxiv:2403.00002', 'lovelace2024visualizinga']]);
  expect([...citeKeysFor(items(row(2, 'Ada Lovelace')), given).keys.values()]).toEqual([
    'lovelace2024visualizinga',
  ]);
});

test('a paper that comes again in a later slice keeps the key it got, and it is told once', () => {
  const book = new CiteKeyBook(new Map());
  const [first] = items(row(1, 'Ada Lovelace'));
  const slices = [book.give([first as never]), book.give([first as never])];
  expect(slices.map(({ keys, fresh }) => [[...keys.values()], fresh.size])).toEqual([
    [['lovelace2024visualizing'], 1],
    [['lovelace2024visualizing'], 0],
  ]);
});

test('of two papers whose keys differ by case alone one has it, whatever order keys were read in', () => {
  const given = [
    ['Smith1', 'arxiv:2403.00002'],
    ['smith1', 'arxiv:2403.00001'],
  ] as const;
  for (const order of [given, [...given].reverse()]) {
    const rows = items(row(1, 'Ada Lovelace', 'smith1'), row(2, 'Ada Lovelace', 'Smith1'));
    expect([...citeKeysFor(rows, new Map(order)).keys].sort()).toEqual([
      ['arxiv:2403.00001', 'smith1'],
      ['arxiv:2403.00002', 'Smith1a'],
    ]);
  }
});

import { expect, test } from 'vitest';
import type { Exportable } from '../../src/exchange/index.ts';
import { inOrder } from '../../src/exchange/order.ts';

const item = (
  id: string,
  title: string,
  author: string,
  published: string,
  savedAt?: string,
): Exportable => ({
  paper: {
    id,
    title,
    authors: author ? [author] : [],
    published,
    categories: [],
    links: { page: '', code: [], project: [] },
  },
  ...(savedAt ? { savedAt } : {}),
});
const ITEMS = [
  item('title:1', 'The gamma of 10 lamps', 'Ludwig van Beethoven', '2024-03', '2026-01-02T00:00:00.000Z'),
  item('title:2', 'the alpha', 'Ángel Álvarez', '2024-03-11'),
  item('title:3', 'The gamma of 9 lamps', '', '', '2026-01-03T00:00:00.000Z'),
  item('title:4', '“Zebras”', 'Ada Lovelace', '1999'),
  null as unknown as Exportable,
];
const order = (...given: Parameters<typeof inOrder> extends [unknown, ...infer Rest] ? Rest : never) =>
  inOrder(ITEMS, ...given).map((one) => one?.paper.id.slice(-1));

test('lists are put in order, broken records last', () => {
  expect(order('listed')).toEqual(['1', '2', '3', '4', undefined]);
  expect(order('newest')).toEqual(['2', '1', '4', '3', undefined]);
  expect(order('oldest')).toEqual(['4', '1', '2', '3', undefined]);
  expect(order('saved')).toEqual(['3', '1', '2', '4', undefined]);
  expect(order('title')).toEqual(['2', '3', '1', '4', undefined]);
  expect(order('author')).toEqual(['2', '1', '4', '3', undefined]);
  expect(
    order(
      'key',
      new Map([
        ['title:3', 'a'],
        ['title:1', 'B'],
        ['title:4', 'c'],
        ['title:2', 'd'],
      ]),
    ),
  ).toEqual(['3', '1', '4', '2', undefined]);
});

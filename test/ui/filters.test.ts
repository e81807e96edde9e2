import { expect, test } from 'vitest';
import { choices, choose, type Facts, isFiltering, meets, NO_FILTER } from '../../src/ui/shared/filters.ts';

const facts = (change: Partial<Facts>): Facts => ({
  topics: [],
  tags: [],
  status: null,
  sites: [],
  year: 0,
  ...change,
});
const library = new Map<string, Facts>([
  ['a', facts({ topics: ['rl', 'llm'], tags: ['thesis'], status: 'read', sites: ['arxiv'], year: 2025 })],
  ['b', facts({ topics: ['rl'], status: 'to-read', sites: ['arxiv', 'huggingface'], year: 2024 })],
  ['c', facts({ topics: ['llm'], sites: ['huggingface'], year: 2024 })],
]);
const ids = [...library.keys()];
const factsOf = (id: string) => library.get(id);
const left = (filter: Parameters<typeof meets>[1]) =>
  ids.filter((id) => meets(library.get(id) as Facts, filter));

test('topics narrow, statuses and years widen', () => {
  expect(left(NO_FILTER)).toEqual(['a', 'b', 'c']);
  expect(left({ ...NO_FILTER, topics: ['rl'] })).toEqual(['a', 'b']);
  expect(left({ ...NO_FILTER, topics: ['rl', 'llm'] })).toEqual(['a']);
  expect(left({ ...NO_FILTER, status: ['read', 'none'] })).toEqual(['a', 'c']);
  expect(left({ ...NO_FILTER, year: ['2024'], sites: ['arxiv'] })).toEqual(['b']);
});

test('a choice is taken in and out', () => {
  const one = choose(NO_FILTER, 'tags', 'thesis');
  expect(one.tags).toEqual(['thesis']);
  expect(isFiltering(one)).toBe(true);
  expect(isFiltering(choose(one, 'tags', 'thesis'))).toBe(false);
});

test('counts tell what each choice would leave', () => {
  const none = choices(ids, factsOf, NO_FILTER);
  expect(none.topics).toEqual([
    { value: 'llm', count: 2, chosen: false },
    { value: 'rl', count: 2, chosen: false },
  ]);
  expect(none.year.map(({ value }) => value)).toEqual(['2025', '2024']);
  expect(none.status).toEqual([
    { value: 'none', count: 1, chosen: false },
    { value: 'read', count: 1, chosen: false },
    { value: 'to-read', count: 1, chosen: false },
  ]);
  const rl = choices(ids, factsOf, { ...NO_FILTER, topics: ['rl'] });
  expect(rl.topics).toEqual([
    { value: 'rl', count: 2, chosen: true },
    { value: 'llm', count: 1, chosen: false },
  ]);
  // years widen: the other year stays on offer with what it would add
  const year = choices(ids, factsOf, { ...NO_FILTER, year: ['2025'] });
  expect(year.year).toEqual([
    { value: '2025', count: 1, chosen: true },
    { value: '2024', count: 2, chosen: false },
  ]);
});

test('a chosen value that nothing has any more is still listed', () => {
  expect(choices([], factsOf, { ...NO_FILTER, tags: ['gone'] }).tags).toEqual([
    { value: 'gone', count: 0, chosen: true },
  ]);
});

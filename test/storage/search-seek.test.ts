/** Numbers of papers, as whoever searches again and again holds them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  changeMarks,
  loadIndex,
  type SearchIndex,
  type Sought,
  syncEntries,
} from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

const [A, B] = ['arxiv:2403.00001', 'arxiv:2403.00002'] as const;
let index: SearchIndex;

beforeEach(async () => {
  await freshDatabase();
  const two = [entry({ id: A, title: 'First agents' }), entry({ id: B, title: 'Second agents' })];
  await syncEntries(two, visitAt(), plainTools, NOW);
  index = await loadIndex();
});
afterEach(() => index.close());

const numbers = ({ papers, idOf }: Sought) =>
  Object.fromEntries(Array.from(papers, (paper) => [idOf(paper), paper]));

it('a paper keeps its number however often more is said of it', async () => {
  const before = await index.seek('', { view: 'met' });
  expect(Object.keys(numbers(before)).sort()).toEqual([A, B]);
  for (const [at, tag] of ['one', 'two'].entries()) {
    await changeMarks([{ id: A, change: { saved: true, tags: { [tag]: true } } }], later(at + 1));
    await index.settled();
  }
  const after = await index.seek('tag:one tag:two', { view: 'met' });
  expect(after.among).toBe(before.among);
  expect(numbers(after)).toEqual({ [A]: numbers(before)[A] });
  expect(numbers(await index.seek('', { view: 'met' }))).toEqual(numbers(before));
});

it('what it can be narrowed by is what a whole search tells', async () => {
  await changeMarks([{ id: B, change: { saved: true, tags: { one: true } } }], later(1));
  await index.settled();
  const sought = await index.seek('agents', { view: 'met' });
  const found = await index.search('agents', { view: 'met' });
  expect(Array.from(sought.papers, sought.idOf)).toEqual(found.ids);
  expect(sought.choices()).toEqual(found.choices);
  expect(found.choices.tags).toEqual([{ value: 'one', count: 1, chosen: false }]);
});

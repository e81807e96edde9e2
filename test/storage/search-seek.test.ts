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

it('some papers alone: found, counted and narrowed by as if there were no others', async () => {
  const third = [entry({ id: 'arxiv:2403.00003', title: 'Third agents' })];
  await syncEntries(third, visitAt(), plainTools, NOW);
  await changeMarks(
    [A, B].map((id) => ({ id, change: { tags: { one: true } } })),
    later(1),
  );
  await changeMarks([{ id: A, change: { saved: true } }], later(1));
  await index.settled();
  const only = ['arxiv:2403.00003', A, 'arxiv:2403.99999'];
  const all = await index.search('agents', { view: 'met', only });
  expect(all.ids.toSorted()).toEqual([A, 'arxiv:2403.00003']);
  expect(all.views).toMatchObject({ met: 2, saved: 1 });
  expect(all.choices.tags).toEqual([{ value: 'one', count: 1, chosen: false }]);
  expect((await index.search('tag:one', { view: 'met', only })).ids).toEqual([A]);
  expect((await index.search('-is:saved', { view: 'met', only })).ids).toEqual(['arxiv:2403.00003']);
  expect((await index.search('', { view: 'met', only: [] })).ids).toEqual([]);
});

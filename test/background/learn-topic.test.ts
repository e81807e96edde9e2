/** A topic learned from papers the reader chose, until it is found in papers met later. */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { topicFrom } from '../../src/background/learn-topic.ts';
import { relatedTo } from '../../src/background/related.ts';
import { currentTools } from '../../src/background/tools.ts';
import { changeMarks, getRows, idsTagged, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, visitAt } from '../storage/setup.ts';
import { smallFile } from '../topics/support/small-model.ts';
import { stored } from './setup.ts';

vi.stubGlobal('fetch', async () => new Response(smallFile()));
afterAll(() => vi.unstubAllGlobals());
beforeEach(async () => {
  await freshDatabase();
  Object.assign(stored, { settings: {} });
});

const id = (n: number) => `arxiv:2403.000${10 + n}`;
/** The model knows "lantern" and "harbour" alone. */
const lantern = (n: number) => entry({ id: id(n), title: `Lantern ${n}`, abstract: '' });
const harbour = (n: number) => entry({ id: id(n), title: `Harbour ${n}`, abstract: '' });
const meet = async (...entries: ReturnType<typeof entry>[]) =>
  void (await syncEntries(entries, visitAt(), await currentTools(), NOW));
const topicsOf = async (n: number) => (await getRows([id(n)])).rows[0]?.paper.topics.map((topic) => topic.id);

describe('a topic learned from papers', () => {
  it('has the words they share, and is found in papers met later', async () => {
    await meet(...[0, 1, 2, 3, 4].map(lantern), ...[10, 11, 12, 13].map(harbour));
    const topic = await topicFrom([0, 1, 2, 3, 4].map(id));
    expect(topic.names).toEqual(['lantern']);
    Object.assign(stored, { settings: { topicChoices: { 'own:lamps': { name: 'Lamps', learned: topic } } } });
    await meet(lantern(5), harbour(14));
    expect(await topicsOf(5)).toContain('own:lamps');
    expect(await topicsOf(14)).not.toContain('own:lamps');
  });

  it('found by its words too it is given once', async () => {
    await meet(...[0, 1, 2, 3, 4].map(lantern));
    const learned = await topicFrom([0, 1, 2, 3, 4].map(id));
    const choice = { name: 'Lamps', words: ['lantern'], learned };
    Object.assign(stored, { settings: { topicChoices: { 'own:lamps': choice } } });
    await meet(lantern(5));
    expect((await topicsOf(5))?.filter((topic) => topic === 'own:lamps')).toHaveLength(1);
  });

  it('takes five papers that are stored, with something in common', async () => {
    await meet(...[0, 1, 2, 3].map(lantern), ...[5, 6, 7, 8, 9].map((n) => entry({ id: id(n), title: '…' })));
    await expect(topicFrom([0, 1, 2, 3, 99].map(id))).rejects.toThrow('at least 5 papers');
    await expect(topicFrom([0, 0, 0, 0, 0, 1].map(id))).rejects.toThrow('at least 5 papers');
    await expect(topicFrom([5, 6, 7, 8, 9].map(id))).rejects.toThrow('too little in common');
  });
});

it('papers under a tag are found by it, as long as they have it', async () => {
  await meet(lantern(0), lantern(1));
  await changeMarks(
    [0, 1].map((n) => ({ id: id(n), change: { tags: { lamps: true } } })),
    later(1),
  );
  await changeMarks([{ id: id(1), change: { tags: { lamps: false } } }], later(2));
  expect(await idsTagged('lamps')).toEqual([id(0)]);
});

describe('related papers for a page', () => {
  it('are those of the library alone, with their reasons', async () => {
    const of = (n: number, title: string, authors: string[]) =>
      entry({ id: id(n), title, authors, abstract: '' });
    await meet(
      of(0, 'Tar against worms on hulls', ['Ada Lovelace']),
      of(1, 'Lime against worms on hulls', ['Ada Lovelace']),
      of(2, 'Worms on hulls of ships', ['Mary Shelley']),
      ...[3, 4, 5, 6, 7, 8, 9].map((n) => of(n, `Kettle ${n}`, [])),
    );
    await changeMarks([{ id: id(1), change: { saved: true } }], later(1));
    const found = await relatedTo(id(0));
    expect(found.map((one) => one.id)).toEqual([id(1)]);
    expect(found[0]).toMatchObject({ title: 'Lime against worms on hulls', authors: ['Ada Lovelace'] });
    expect(found[0]?.words.join(' ')).toContain('worms');
    expect(await relatedTo('arxiv:9999.00001')).toEqual([]);
  });
});

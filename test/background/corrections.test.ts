/** Corrections of topics, from the reader's marks to the topics of papers met and stored. */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnFromCorrections, taught } from '../../src/background/corrections.ts';
import { currentTools } from '../../src/background/tools.ts';
import { changeMarks, getRows, retag, syncEntries } from '../../src/storage/index.ts';
import { TOPICS, TOPICS_VERSION } from '../../src/topics/index.ts';
import { entry, freshDatabase, later, NOW, visitAt } from '../storage/setup.ts';
import { smallFile } from '../topics/support/small-model.ts';
import { stored } from './setup.ts';

vi.stubGlobal('fetch', async () => new Response(smallFile()));
afterAll(() => vi.unstubAllGlobals());
beforeEach(async () => {
  await freshDatabase();
  Object.assign(stored, { settings: {} });
});

/** The topic that the model finds wherever a lantern or a harbour is spoken of. */
const TOPIC = TOPICS[0]!.id;
const id = (n: number) => `arxiv:2403.0000${n}`;
const lantern = (n: number) => entry({ id: id(n), title: `Lantern ${n}`, abstract: 'Unknown.' });
const topicsOf = async (n: number) => (await getRows([id(n)])).rows[0]?.paper.topics.map((topic) => topic.id);
const meet = async (...ns: number[]) => syncEntries(ns.map(lantern), visitAt(), await currentTools(), NOW);
const correct = (ns: number[], value: boolean | null, minute = 1) =>
  changeMarks(
    ns.map((n) => ({ id: id(n), change: { topics: { [TOPIC]: value } } })),
    later(minute),
  );

describe('corrections', () => {
  it('of three papers are followed by those that are stored and those met later', async () => {
    await meet(1, 2, 3, 4);
    expect(await topicsOf(4)).toEqual([TOPIC]);
    await correct([1, 2], false);
    await learnFromCorrections();
    expect((await currentTools()).topicsVersion).toBe(TOPICS_VERSION * 2 ** 20);
    await correct([3], false, 2);
    await learnFromCorrections();
    const tools = await currentTools();
    expect(tools.topicsVersion).not.toBe(TOPICS_VERSION * 2 ** 20);
    expect(await retag(tools)).toBe(4);
    expect(await topicsOf(4)).toEqual([]);
    await meet(5);
    expect(await topicsOf(5)).toEqual([]);
  });

  it('taken back are forgotten, and papers get their topics again', async () => {
    await meet(1, 2, 3, 4);
    await correct([1, 2, 3], false);
    await learnFromCorrections();
    await retag(await currentTools());
    await correct([2], null, 2);
    await learnFromCorrections();
    expect(await taught()).toEqual({ stamp: '', adjustments: {} });
    await retag(await currentTools());
    expect(await topicsOf(4)).toEqual([TOPIC]);
  });

  it('made soon after others wait for some hours, since every paper is tagged again then', async () => {
    await meet(1, 2, 3, 4, 5);
    await correct([1, 2, 3], false);
    const now = Date.parse(NOW);
    await learnFromCorrections(now);
    const first = (await taught()).stamp;
    await correct([4], false, 2);
    await learnFromCorrections(now + 5 * 60 * 60 * 1000);
    expect((await taught()).stamp).toBe(first);
    await learnFromCorrections(now + 7 * 60 * 60 * 1000);
    const second = (await taught()).stamp;
    expect(second).not.toBe(first);
    await correct([5], false, 3);
    await learnFromCorrections(now - 900 * 24 * 60 * 60 * 1000); // a clock that was ahead keeps nothing waiting
    expect((await taught()).stamp).not.toBe(second);
  });

  it('that teach nothing new leave everything as it is', async () => {
    await meet(1, 2, 3, 4);
    await correct([1, 2, 3], false);
    await learnFromCorrections();
    const before = await taught();
    await learnFromCorrections();
    await changeMarks([{ id: id(4), change: { saved: true } }], later(3));
    await learnFromCorrections();
    expect(await taught()).toBe(before);
  });
});

/** Relevance as pages are told of it: learned from what is stored, kept, and learned anew when a decision changes it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { relevanceOf } from '../../src/background/relevance.ts';
import type { MarkChange } from '../../src/core/mark.ts';
import { readCorrections } from '../../src/core/relevance.ts';
import { blankRule } from '../../src/core/rules.ts';
import { termsOf } from '../../src/core/terms.ts';
import { changeMarks, listIds, putRule, readModel, syncEntries, termsFor } from '../../src/storage/index.ts';
import { packTerms, termsKept } from '../../src/storage/learned.ts';
import { everything, paper, type Shelved, shelf } from '../ranking/support/shelf.ts';
import { entry, freshDatabase, later, NOW } from '../storage/setup.ts';
import { stored } from './setup.ts';

beforeEach(freshDatabase);

const tools = { tag: () => [], topicsVersion: 1, match: () => [] };
const idOf = (at: number) => `arxiv:2601.${String(10_000 + at)}`;

/** Stores papers; the ids are `idOf(from…)`. */
async function store(papers: readonly Shelved[], from: number): Promise<string[]> {
  const entries = papers.map(({ title, abstract }, at) =>
    entry({ id: idOf(from + at), title: `${title} ${from + at}`, abstract }),
  );
  const visit = { site: 'arxiv', url: 'https://arxiv.org/list/cs.CL/new', at: NOW };
  for (let at = 0; at < entries.length; at += 100)
    await syncEntries(entries.slice(at, at + 100), visit, tools, NOW);
  return entries.map(({ id }) => id);
}
const save = async (ids: readonly string[]) => {
  for (const id of ids) await changeMarks([{ id, change: { saved: true } }], NOW);
};

describe('relevance', () => {
  it('says how many saved papers it takes', async () => {
    const ids = await store(everything(3), 0);
    await save(ids.slice(0, 2));
    expect(await relevanceOf(ids)).toEqual({ enough: false, saved: 2, needed: 3, fits: {} });
  });

  it('fits stored papers only, in whole numbers, what is like the saved ones best, with reasons', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 4), 200));
    const [bell, ship] = await store([...shelf('bells', 1, 9), ...shelf('ships', 1, 9)], 300);
    const { enough, fits } = await relevanceOf([bell!, ship!, 'arxiv:9999.00001']);
    expect(enough).toBe(true);
    expect(Object.keys(fits).sort()).toEqual([bell, ship]);
    expect(fits[bell!]?.score).toBeGreaterThan(fits[ship!]?.score as number);
    expect(Number.isInteger(fits[bell!]?.score)).toBe(true);
    expect(fits[bell!]?.why.length).toBeGreaterThan(0);
  });

  it('a word watched by its beginning raises the papers that have any word that begins so', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 4), 200));
    const ids = await store([paper('Bellows of organs'), paper('Harmoniums of churches')], 300);
    const before = await relevanceOf(ids);
    await putRule({ ...blankRule(NOW, 'r1'), words: ['harmoni*'], changedAt: NOW });
    const after = await relevanceOf(ids);
    expect(after.fits[ids[0] as string]?.score).toBeLessThan(after.fits[ids[1] as string]?.score as number);
    expect(before.fits[ids[1] as string]?.score).toBeLessThan(after.fits[ids[1] as string]?.score as number);
    expect(before.fits[ids[1] as string]?.why).not.toContain('harmoniums');
    expect(after.fits[ids[1] as string]?.why).toContain('harmoniums');
  });

  it('a new decision is learned from; without one the kept model answers', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 4), 200));
    const ids = await store([...shelf('bells', 1, 9), ...shelf('wells', 1, 9)], 300);
    const before = await relevanceOf(ids);
    const kept = await readModel();
    expect(await relevanceOf(ids)).toEqual(before);
    expect(await readModel()).toEqual(kept);
    await save(await store(shelf('wells', 6), 400));
    const after = await relevanceOf(ids);
    expect(after.fits[ids[1]!]?.score).toBeGreaterThan(before.fits[ids[1]!]?.score as number);
    expect(await readModel()).not.toEqual(kept);
  });

  it('"less like this" is learned from as a dismissal is, and hides nothing; taken back it is not', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 5), 200));
    const ids = await store([...shelf('wells', 3, 9), ...shelf('bells', 2, 9)], 300);
    const scores = async () => (await relevanceOf(ids)).fits;
    const change = async (what: MarkChange) =>
      void (await changeMarks(
        ids.slice(0, 2).map((id) => ({ id, change: what })),
        NOW,
      ));
    const before = await scores();
    await change({ less: true });
    const less = await scores();
    expect(less).not.toEqual(before);
    expect(await listIds('dismissed')).toEqual([]);
    await change({ less: false });
    expect(await scores()).toEqual(before);
    await change({ dismissed: true });
    expect(await scores()).toEqual(less);
  });

  it.each<[string, MarkChange]>([
    ['rated badly', { rating: 1 }],
    ['rated well', { rating: 5 }],
    ['read', { status: 'read' }],
  ])('a paper saved before others and %s since is learned from anew, and back again', async (_, change) => {
    await store(everything(12), 0);
    const [first = '', ...others] = await store(shelf('bells', 6), 200);
    await changeMarks([{ id: first, change: { saved: true } }], NOW);
    for (const id of others) await changeMarks([{ id, change: { saved: true } }], later(1));
    const ids = await store([...shelf('bells', 2, 9), ...shelf('wells', 1, 9)], 300);
    const before = await relevanceOf(ids);
    const kept = await readModel();
    await changeMarks([{ id: first, change }], later(2));
    await relevanceOf(ids);
    const after = await readModel();
    expect(after).not.toEqual(kept);
    expect((after as { result: object }).result).not.toEqual((kept as { result: object }).result);
    await changeMarks([{ id: first, change: { rating: null, status: null } }], later(3));
    expect((await relevanceOf(ids)).fits).toEqual(before.fits);
  });

  it('a dismissal taken back is forgotten although another was made since; tags teach nothing', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 6), 200));
    const ids = await store([...shelf('wells', 3, 9), ...shelf('bells', 2, 9)], 300);
    const [first = '', second = ''] = ids;
    await changeMarks([{ id: second, change: { dismissed: true } }], later(2));
    const one = (await relevanceOf(ids)).fits;
    await changeMarks([{ id: first, change: { dismissed: true } }], later(1));
    expect((await relevanceOf(ids)).fits).not.toEqual(one);
    await changeMarks([{ id: first, change: { dismissed: false } }], later(3));
    expect((await relevanceOf(ids)).fits).toEqual(one);
    const kept = await readModel();
    await changeMarks([{ id: second, change: { tags: { towers: true } } }], later(4));
    await relevanceOf(ids);
    expect(await readModel()).toEqual(kept);
  });

  it('questions asked at once are answered alike', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 4), 200));
    const ids = await store(shelf('bells', 3, 9), 300);
    const [first, ...others] = await Promise.all([relevanceOf(ids), relevanceOf(ids), relevanceOf(ids)]);
    expect(first?.enough).toBe(true);
    for (const other of others) expect(other).toEqual(first);
  });

  it('what the reader says about it counts at once, and broken records of that are left out', async () => {
    await store(everything(12), 0);
    await save(await store(shelf('bells', 5), 200));
    const ids = await store(shelf('bells', 1, 9), 300);
    const before = (await relevanceOf(ids)).fits[ids[0]!]?.score as number;
    const say = (corrections: unknown) => Object.assign(stored, { settings: { corrections } });
    say({ words: [{ text: 'bell', weight: -1 }], since: '' });
    expect((await relevanceOf(ids)).fits[ids[0]!]?.score).toBeLessThan(before);
    say({ words: [], since: '2100-01-01T00:00:00.000Z' });
    expect((await relevanceOf(ids)).enough).toBe(false);
    const broken = { words: [{ text: 'bell', weight: 9 }, null], since: 7 };
    say(broken);
    expect(readCorrections(broken)).toEqual({ words: [], since: '' });
    expect(readCorrections('x')).toEqual({ words: [], since: '' });
    expect((await relevanceOf(ids)).fits[ids[0]!]?.score).toBe(before);
  });
});

describe('kept terms', () => {
  const papers = shelf('looms', 3).map(({ title, abstract }, at) => ({ id: idOf(at), title, abstract }));

  it('come back as they were computed, in the order asked for', async () => {
    const expected = papers.map(({ title, abstract }) => termsOf(title, abstract));
    expect(await termsFor(papers)).toEqual(expected);
    expect(await termsFor([...papers].reverse())).toEqual([...expected].reverse());
  });

  it('are left out where the text or the version is another, or the record is none', () => {
    const kept = packTerms(papers, new Map());
    const longer = papers.map((paper, at) =>
      at === 1 ? { ...paper, abstract: `${paper.abstract} More.` } : paper,
    );
    expect([...termsKept(kept, longer).keys()]).toEqual([idOf(0), idOf(2)]);
    expect(termsKept({ ...kept, version: 0 }, papers).size).toBe(0);
    for (const broken of [undefined, null, 7, {}, { ...kept, ids: [] }])
      expect(termsKept(broken, papers).size).toBe(0);
  });
});

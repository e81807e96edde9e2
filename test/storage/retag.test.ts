import { beforeEach, describe, expect, it } from 'vitest';
import { openDb, retag, retagProgress, syncEntries } from '../../src/storage/index.ts';
import { layDown } from '../../src/storage/jobs.ts';
import { entry, freshDatabase, NOW, plainTools, visitAt } from './setup.ts';

const COUNT = 230;
const idAt = (at: number): string => `arxiv:2601.${String(at).padStart(5, '0')}`;
const tagger = (topicsVersion: number) => ({
  topicsVersion,
  tag: () => [{ id: 'survey', score: topicsVersion / 10 }],
});

const papers = async () => (await openDb()).getAll('papers');
const versions = async (): Promise<Record<number, number>> => {
  const out: Record<number, number> = {};
  for (const { topicsVersion } of await papers()) out[topicsVersion] = (out[topicsVersion] ?? 0) + 1;
  return out;
};

beforeEach(async () => {
  await freshDatabase();
  const entries = Array.from({ length: COUNT }, (_, at) => entry({ id: idAt(at), position: at + 1 }));
  await syncEntries(entries, visitAt(), plainTools, NOW);
});

describe('papers tagged by another version', () => {
  it('are all tagged again, the rest of each record as it was, and put up for search', async () => {
    const before = await papers();
    const told: [number, number][] = [];
    const db = await openDb();
    await db.clear('stale');
    expect(await retag(tagger(2), { onProgress: (done, total) => told.push([done, total]) })).toBe(COUNT);
    expect(await papers()).toEqual(
      before.map((paper) => ({ ...paper, topics: [{ id: 'survey', score: 0.2 }], topicsVersion: 2 })),
    );
    expect(told.map(([done]) => done)).toEqual([100, 200, 230]);
    const stale = (await db.getAll('stale')).flatMap((record) => ('ids' in record ? record.ids : []));
    expect(stale.sort()).toEqual(before.map(({ id }) => id));
    expect(await retagProgress()).toEqual({ version: 2, done: COUNT, total: COUNT });
  });

  it('are left alone once that is done, and those of this version always', async () => {
    expect(await retag(tagger(1))).toBe(0);
    expect(await retag(tagger(1))).toBe(0);
    expect((await papers())[0]?.topics).toEqual([{ id: 'reasoning', score: 0.9 }]);
    expect(await retagProgress()).toEqual({ version: 1, done: COUNT, total: COUNT });
  });

  it('are gone on with where it was stopped', async () => {
    const stop = new AbortController();
    const first = retag(tagger(2), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(first).rejects.toThrow('enough');
    expect(await versions()).toEqual({ 1: COUNT - 100, 2: 100 });
    expect(await retagProgress()).toEqual({ version: 2, after: idAt(99), done: 100, total: COUNT });
    expect(await retag(tagger(2))).toBe(COUNT - 100);
    expect(await versions()).toEqual({ 2: COUNT });
  });

  it('begin anew where the version has changed again meanwhile', async () => {
    const stop = new AbortController();
    await retag(tagger(2), { signal: stop.signal, onProgress: () => stop.abort() }).catch(() => undefined);
    expect(await retag(tagger(3))).toBe(COUNT);
    expect(await versions()).toEqual({ 3: COUNT });
  });

  it('are looked for again after a restore', async () => {
    await retag(tagger(2));
    const db = await openDb();
    const paper = (await db.get('papers', idAt(7)))!;
    await db.put('papers', { ...paper, topicsVersion: 1 });
    expect(await retag(tagger(2))).toBe(0);
    await layDown({ name: 'a.jsonl', kind: 'restore' }, []);
    expect(await retag(tagger(2))).toBe(1);
    expect(await versions()).toEqual({ 2: COUNT });
  });

  it('keep what was stored while they were being tagged', async () => {
    const db = await openDb();
    const paper = (await db.get('papers', idAt(0)))!;
    let once = true;
    const racing = {
      topicsVersion: 2,
      tag: () => {
        if (once) void db.put('papers', { ...paper, title: 'Another title', topicsVersion: 0 });
        once = false;
        return [];
      },
    };
    expect(await retag(racing)).toBe(COUNT - 1);
    expect(await db.get('papers', idAt(0))).toMatchObject({ title: 'Another title', topicsVersion: 0 });
  });
});

it('unreadable records stop nothing', async () => {
  const db = await openDb();
  await db.put('papers', { id: idAt(5), title: 7 } as never);
  expect(await retag(tagger(2))).toBe(COUNT - 1);
  expect(await db.get('papers', idAt(5))).toEqual({ id: idAt(5), title: 7 });
});

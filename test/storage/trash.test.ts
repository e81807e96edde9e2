/** The trash: what lies there is in no list, comes back whole, and goes for good after thirty days. */
import { beforeEach, describe, expect, it } from 'vitest';
import { isGone, isTrashed } from '../../src/core/trash.ts';
import {
  allTags,
  changeMarks,
  citeKeys,
  counts,
  countTrash,
  getRows,
  listIds,
  listTrash,
  loadIndex,
  openDb,
  purge,
  type RestoreParts,
  readAll,
  scanPapers,
  setCiteKeys,
  setRuleFlags,
  sightingsOf,
  sweep,
  sweepTrash,
  sweepTrashIfDue,
  syncEntries,
} from '../../src/storage/index.ts';
import { readQueue } from '../../src/storage/queue.ts';
import { restore, undoRestore } from '../../src/storage/restoring.ts';
import { days, dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const A = 'arxiv:2403.00001';
const B = 'arxiv:2403.00002';
const meet = (id: string, at = NOW, tools = plainTools) =>
  syncEntries([entry({ id, doi: `10.1145/${id.slice(-1)}` })], visitAt(at), tools, at);
const change = (id: string, what: object, at: string) => changeMarks([{ id, change: what }], at);

/** Two saved papers, the first deleted a minute later. */
async function twoPapers(): Promise<void> {
  await meet(A);
  await meet(B);
  await change(A, { saved: true, note: 'why', tags: { hand: true } }, NOW);
  await change(B, { saved: true }, NOW);
  await change(A, { trashed: true }, later(1));
}

async function backup(): Promise<RestoreParts> {
  const parts = { papers: [], marks: [], rules: [], sightings: [] } as Record<string, unknown[]>;
  for await (const record of readAll()) parts[`${record.kind}s`]?.push(record.value);
  return parts as unknown as RestoreParts;
}

describe('what lies in the trash', () => {
  it('is in no list, count, tag, search or review', async () => {
    await twoPapers();
    expect(await listTrash()).toEqual([{ id: A, at: later(1) }]);
    expect(await countTrash()).toBe(1);
    for (const view of ['saved', 'marked', 'all'] as const) expect(await listIds(view)).toEqual([B]);
    expect(await listIds('all', { limit: 1 })).toEqual([B]);
    expect(await counts()).toEqual({ papers: 2, saved: 1, flagged: 0 });
    expect(await allTags()).toEqual([]);
    const index = await loadIndex();
    expect((await index.search('study', { view: 'met' })).ids).toEqual([B]);
    expect((await index.search('tag:hand', { view: 'met' })).ids).toEqual([]);
    index.close();
    const scanned: string[] = [];
    await scanPapers((papers) => void scanned.push(...papers.map(({ id }) => id)));
    expect(scanned).toEqual([B]);
    await meet('arxiv:2403.00003');
    await change('arxiv:2403.00003', { trashed: true }, later(2));
    expect(await readQueue({ since: later(-60) }, later(3))).toEqual({ flagged: [], fresh: [], older: [] });
    expect(await readQueue({ ids: ['arxiv:2403.00003'] }, later(3))).toMatchObject({ fresh: [] });
  });

  it('is told to pages as a paper without a mark that was seen before', async () => {
    await twoPapers();
    const { rows } = await getRows([A]);
    expect(rows).toMatchObject([{ paper: { id: A }, trashed: true }]);
    expect(rows[0]).not.toHaveProperty('mark');
    const flags = { ...plainTools, match: () => [{ rule: 'r', effect: 'flag' as const, reasons: ['w'] }] };
    const met = await meet(A, days(1), flags as never);
    expect(met.rows.get(A)).not.toHaveProperty('mark');
    expect(met.rows.get(A)?.paper.seen.count).toBe(2);
    expect(await setRuleFlags(new Map([[A, [{ by: 'rule', text: 'w' }]]]), days(1))).toEqual([]);
    expect(await listTrash()).toEqual([{ id: A, at: later(1) }]);
  });

  it('comes back with note and tags when it is saved again, and as it was when it is restored', async () => {
    await twoPapers();
    const before = await dump();
    await change(A, { trashed: false }, later(3));
    expect(await listIds('saved')).toContain(A);
    expect((await getRows([A])).rows[0]?.mark).toMatchObject({ note: { value: 'why', at: NOW } });
    await change(A, { trashed: true }, later(4));
    await change(A, { saved: true }, later(5));
    expect(await listIds('saved')).toEqual([A, B]);
    expect(await allTags()).toEqual([{ tag: 'hand', count: 1 }]);
    expect((await counts()).saved).toBe(2);
    expect(await listTrash()).toEqual([]);
    expect(before['papers']).toEqual((await dump())['papers']);
    const index = await loadIndex();
    expect((await index.search('tag:hand')).ids).toEqual([A]);
    index.close();
  });

  it('keeps its cite key from others and is not swept as undecided', async () => {
    await twoPapers();
    await setCiteKeys(new Map([[A, 'ada24']]), later(2));
    expect(await citeKeys()).toEqual(new Map([['ada24', A]]));
    expect(await sweep(1, days(3))).toBe(0);
  });

  it('is in backups, and a restored one brings the deletion', async () => {
    await meet(A);
    await change(A, { saved: true }, NOW);
    const old = await backup();
    await change(A, { trashed: true }, later(1));
    const parts = await backup();
    for (const order of [
      [old, parts],
      [parts, old],
    ]) {
      await freshDatabase();
      for (const one of order) await restore(one);
      expect(await listTrash()).toEqual([{ id: A, at: later(1) }]);
      expect(await listIds('saved')).toEqual([]);
      expect((await counts()).saved).toBe(0);
    }
    await undoRestore();
    expect(await listTrash()).toEqual([{ id: A, at: later(1) }]); // the last of the two added nothing
  });
});

describe('deleting for good', () => {
  it('leaves the deletion alone, of the trash only', async () => {
    await twoPapers();
    expect(await purge([A, B, 'arxiv:9999.00001'])).toBe(1);
    const db = await openDb();
    expect(await db.getAll('papers')).toMatchObject([{ id: B }]);
    expect(await db.get('marks', A)).toEqual({ id: A, trashed: { value: true, at: later(1), gone: true } });
    expect((await db.getAll('aliases')).filter(({ id }) => id === A)).toEqual([]);
    expect(await sightingsOf(A)).toEqual([]);
    expect(await sightingsOf(B)).toHaveLength(1);
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
    expect(await listTrash()).toEqual([]);
  });

  it('keeps an older backup from bringing the paper back, and what it says lies in the trash', async () => {
    await meet(A);
    await change(A, { saved: true, note: 'why' }, NOW);
    const old = await backup();
    await change(A, { trashed: true }, later(1));
    await purge([A]);
    await restore(old);
    expect(await listIds('saved')).toEqual([]);
    expect(await listTrash()).toEqual([{ id: A, at: later(1) }]);
    await change(A, { trashed: false }, later(5));
    expect((await getRows([A])).rows[0]?.mark).toMatchObject({
      note: { value: 'why' },
      saved: { value: true },
    });
  });

  it('makes a paper that is met again a new one, which is swept as such', async () => {
    await twoPapers();
    await purge([A]);
    const met = await meet(A, days(50));
    expect(met.rows.get(A)?.paper.seen.count).toBe(1);
    expect(isGone(met.rows.get(A)?.mark)).toBe(true);
    expect(await listTrash()).toEqual([]);
    expect(await listIds('all')).toContain(A);
    expect(await sweep(1, days(60))).toBe(1);
    expect(await (await openDb()).get('marks', A)).toMatchObject({ trashed: { gone: true } });
  });

  it('happens by itself after thirty days, in chunks, once a day', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => `arxiv:2403.${String(n + 1).padStart(5, '0')}`);
    await syncEntries(
      ids.map((id) => entry({ id })),
      visitAt(),
      plainTools,
      NOW,
    );
    await changeMarks(
      ids.map((id) => ({ id, change: { trashed: true } })),
      NOW,
    );
    await change(A, { trashed: false }, later(1));
    await change(A, { trashed: true }, days(2));
    expect(await sweepTrashIfDue(days(29))).toBe(0);
    expect(await sweepTrashIfDue(days(29.5))).toBe(0);
    expect(await sweepTrashIfDue(days(30.5))).toBe(229);
    expect(await listTrash()).toEqual([{ id: A, at: days(2) }]);
    expect((await counts()).papers).toBe(1);
  });

  it('waits for a week after a restore', async () => {
    await twoPapers();
    await (await openDb()).put('meta', days(30), 'restoredAt');
    expect(await sweepTrashIfDue(days(36))).toBe(0);
    expect(await sweepTrashIfDue(days(38))).toBe(1);
  });

  it('goes on after a clock was years ahead', async () => {
    await twoPapers();
    const db = await openDb();
    await db.put('meta', days(2_000), 'lastTrashSweep');
    await db.put('meta', days(2_000), 'restoredAt');
    expect(await sweepTrashIfDue(days(38))).toBe(1);
  });

  it('passes over marks it cannot read', async () => {
    await twoPapers();
    await (await openDb()).put('marks', { id: B, saved: 'broken', trashedAt: NOW } as never);
    expect(await sweepTrash(days(40))).toBe(1);
    expect(await (await openDb()).get('marks', B)).toMatchObject({ saved: 'broken' });
  });

  it('is no deletion of what was restored meanwhile', async () => {
    await twoPapers();
    await change(A, { trashed: false }, later(2));
    expect(await purge([A])).toBe(0);
    expect(isTrashed((await getRows([A])).rows[0]?.mark)).toBe(false);
  });
});

describe('a deleted duplicate', () => {
  const saved = 'openreview:abcdefgh';
  /** A saved paper, and another record of it under the title it had before, deleted later. */
  const apart = async () => {
    await syncEntries([entry({ id: saved, title: 'The title it has now' })], visitAt(NOW), plainTools, NOW);
    await syncEntries([entry({ id: A, title: 'The title it had before' })], visitAt(NOW), plainTools, NOW);
    await change(saved, { saved: true, note: 'mine' }, NOW);
    await change(A, { trashed: true }, later(1));
  };
  const turnOutToBeOne = (at: string) =>
    syncEntries(
      [entry({ id: A, title: 'The title it has now', aliases: [saved] } as never)],
      visitAt(at),
      plainTools,
      at,
    );

  it.each([
    ['still lies in the trash', 2],
    ['is gone for good', 31],
  ])('that %s takes nothing with it when it turns out to be the same paper', async (_, after) => {
    await apart();
    await sweepTrash(days(after));
    await turnOutToBeOne(days(after + 1));
    expect(await listTrash()).toEqual([]);
    const [id = ''] = await listIds('saved');
    expect((await getRows([id])).rows[0]?.mark).toMatchObject({
      saved: { value: true, at: NOW },
      note: { value: 'mine' },
    });
    expect(await sweepTrash(days(100))).toBe(0);
    expect(await listIds('saved')).toEqual([id]);
  });

  it('takes nothing with it when a backup from then is restored', async () => {
    await apart();
    const before = await backup();
    await turnOutToBeOne(days(1));
    await restore(before);
    expect(await listTrash()).toEqual([]);
    expect(await listIds('saved')).toHaveLength(1);
  });
});

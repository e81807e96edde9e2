import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import type { Paper, Sighting } from '../../src/core/paper.ts';
import type { WatchRule } from '../../src/core/rules.ts';
import {
  type BackupRecord,
  changeMarks,
  counts,
  currentJob,
  getRows,
  lastBackup,
  loadIndex,
  noteBackup,
  openDb,
  putRule,
  type RestoreParts,
  readAll,
  sightingsOf,
  syncEntries,
  undoableRestore,
} from '../../src/storage/index.ts';
import { mergeJob, previewRestore, restore, undoRestore } from '../../src/storage/restoring.ts';
import { days, dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

interface Parts extends RestoreParts {
  papers: Paper[];
  marks: Mark[];
  rules: WatchRule[];
  sightings: Sighting[];
}

async function backup(): Promise<Parts> {
  const parts: Parts = { papers: [], marks: [], rules: [], sightings: [] };
  for await (const record of readAll()) add(parts, record);
  return parts;
}

function add(parts: Parts, record: BackupRecord): void {
  if (record.kind === 'paper') parts.papers.push(record.value);
  else if (record.kind === 'mark') parts.marks.push(record.value);
  else if (record.kind === 'rule') parts.rules.push(record.value);
  else if (record.kind === 'sighting') parts.sightings.push(record.value);
}

const rule = (id: string, changedAt: string, words = ['agents']): WatchRule => ({
  id,
  words,
  authors: [],
  categories: [],
  topics: [],
  effect: 'flag',
  enabled: true,
  changedAt,
});

const sync = (ids: string[], at = NOW, site = 'arxiv') =>
  syncEntries(
    ids.map((id) => entry({ id, site })),
    visitAt(at, site),
    plainTools,
    at,
  );

/** Two libraries that share one paper, as two machines of one reader would. */
async function machineA(): Promise<Parts> {
  await freshDatabase();
  await sync(['arxiv:2403.00001', 'arxiv:2403.00002']);
  await changeMarks([{ id: 'arxiv:2403.00001', change: { saved: true, note: 'from A' } }], later(1));
  await putRule(rule('shared', later(5), ['from A']));
  return backup();
}

async function machineB(): Promise<Parts> {
  await freshDatabase();
  await sync(['arxiv:2403.00001', 'arxiv:2403.00003'], days(1), 'huggingface');
  await changeMarks([{ id: 'arxiv:2403.00001', change: { flagged: true, note: 'from B' } }], days(2));
  await changeMarks([{ id: 'arxiv:2403.00003', change: { dismissed: true } }], days(2));
  await putRule(rule('shared', later(1), ['from B']));
  await putRule(rule('only-b', later(1)));
  return backup();
}

describe('readAll', () => {
  it('gives everything but what cannot be read, marks without index fields', async () => {
    await sync(Array.from({ length: 501 }, (_, i) => `arxiv:2404.${String(10_000 + i)}`));
    await changeMarks([{ id: 'arxiv:2404.10000', change: { saved: true } }], later(1));
    await putRule(rule('r', NOW));
    const db = await openDb();
    await db.put('papers', { id: 'arxiv:2404.99999', title: 3 } as never);
    const parts = await backup();
    expect([parts.papers, parts.marks, parts.rules, parts.sightings].map((all) => all.length)).toEqual([
      501, 1, 1, 501,
    ]);
    expect(parts.marks).toEqual([{ id: 'arxiv:2404.10000', saved: { value: true, at: later(1) } }]);
  });
});

describe('restore', () => {
  it('brings an empty database back to what it was', async () => {
    const parts = await machineA();
    const before = await dump();
    await freshDatabase();
    expect(await restore(parts)).toEqual({
      newPapers: 2,
      changedPapers: 0,
      newMarks: 1,
      changedMarks: 0,
      newRules: 1,
      changedRules: 0,
      newCollections: 0,
      changedCollections: 0,
      newSightings: 2,
      contestedKeys: 0,
      unchanged: 0,
      conflicting: 0,
      conflicts: [],
      problems: [],
    });
    expect(await dump()).toEqual(before);
  });

  it('shows what it would do, then does it, and a second time does nothing', async () => {
    const b = await machineB();
    await machineA();
    const before = await dump();
    const expected = {
      newPapers: 1,
      changedPapers: 1,
      newMarks: 1,
      changedMarks: 1,
      newRules: 1,
      changedRules: 0,
      newCollections: 0,
      changedCollections: 0,
      newSightings: 2,
      contestedKeys: 0,
      unchanged: 1,
      conflicting: 1,
      conflicts: [
        { id: 'arxiv:2403.00001', field: 'note', yours: 'from A', theirs: 'from B', kept: 'theirs' as const },
      ],
      problems: [],
    };
    expect(await previewRestore(b)).toEqual({ ...expected, newSightings: 2 });
    expect(await dump()).toEqual(before);
    expect(await restore(b)).toEqual(expected);
    const after = await dump();
    expect(await restore(b)).toMatchObject({
      newPapers: 0,
      changedPapers: 0,
      newMarks: 0,
      changedMarks: 0,
      newSightings: 0,
    });
    expect(await dump()).toEqual(after);
    const { rows } = await getRows(['arxiv:2403.00001']);
    expect(rows[0]?.paper.seen).toMatchObject({ count: 2, first: { at: NOW }, last: { at: days(1) } });
    expect(rows[0]?.mark).toMatchObject({
      saved: { value: true },
      flagged: { value: { on: true } },
      note: { value: 'from B' },
    });
    expect(after['rules']).toMatchObject([{ id: 'only-b' }, { id: 'shared', words: ['from A'] }]);
    expect(await counts()).toEqual({ papers: 3, saved: 1, flagged: 1 });
    expect((await sightingsOf('arxiv:2403.00001')).map(({ site }) => site)).toEqual(['arxiv', 'huggingface']);
    const index = await loadIndex();
    expect((await index.search('note:"from b"')).ids).toEqual(['arxiv:2403.00001']);
    index.close();
  });

  it('ends the same whichever backup comes first', async () => {
    const [a, b] = [await machineA(), await machineB()];
    await freshDatabase();
    await restore(a);
    await restore(b);
    const first = await dump();
    await freshDatabase();
    await restore(b);
    await restore(a);
    const second = await dump();
    for (const store of ['marks', 'rules', 'sightings', 'counts'])
      expect(second[store]).toEqual(first[store]);
    expect(second['papers']?.map((one) => (one as Paper).seen)).toEqual(
      first['papers']?.map((one) => (one as Paper).seen),
    );
  });

  it('finds papers by their aliases and joins local ones that the backup knows to be one', async () => {
    await sync(['doi:10.1145/1']);
    await sync(['arxiv:2403.00001'], later(1));
    const parts: Parts = await backup();
    const preprint = parts.papers.find((paper) => paper.id === 'arxiv:2403.00001');
    if (!preprint) throw new Error('not stored');
    await changeMarks([{ id: 'doi:10.1145/1', change: { saved: true } }], later(2));
    const before = await dump();
    await restore({ papers: [{ ...preprint, doi: '10.1145/1' }], marks: [], rules: [], sightings: [] });
    expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
    expect((await getRows(['doi:10.1145/1'])).rows[0]).toMatchObject({
      paper: { id: 'arxiv:2403.00001', seen: { count: 2 } },
      mark: { saved: { value: true } },
    });
    expect(await undoRestore()).toBe(true);
    expect(await dump()).toEqual(before);
  });

  it('reports what it cannot read and restores the rest', async () => {
    const parts = await machineA();
    await freshDatabase();
    const done = await restore({
      ...parts,
      papers: [...parts.papers, { id: 'arxiv:1' } as never],
      rules: [{ id: 'half' }, ...parts.rules],
      marks: [{ id: 'arxiv:2403.00002', saved: true } as never, ...parts.marks],
    });
    expect(done).toMatchObject({ newPapers: 2, newMarks: 1, newRules: 1 });
    expect(done.problems).toHaveLength(3);
  });

  it('stopped half-way keeps what is done; doing it again finishes', async () => {
    const ids = Array.from({ length: 450 }, (_, i) => `arxiv:2404.${String(10_000 + i)}`);
    await sync(ids);
    const parts = await backup();
    const whole = await dump();
    await freshDatabase();
    await openDb();
    let puts = 0;
    const real = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      puts += 1;
      if (puts === 850) this.transaction.abort();
      return real.apply(this, args);
    });
    await expect(restore(parts)).rejects.toMatchObject({ code: 'storage-failed' });
    put.mockRestore();
    const left = (await counts()).papers;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(450);
    expect(await currentJob()).toMatchObject({ state: 'merging', done: left, total: 900 });
    await expect(restore(parts)).rejects.toThrow('“backup” is not finished yet');
    expect(await mergeJob()).toMatchObject({ newPapers: 450, newSightings: 450, unchanged: 0 });
    expect(await dump()).toEqual(whole);
  });
});

describe('undoRestore', () => {
  it('puts back exactly what was there', async () => {
    const b = await machineB();
    await machineA();
    const before = await dump();
    expect(await undoRestore()).toBe(false);
    await restore(b, { now: days(3) });
    expect(await undoableRestore()).toBe(days(3));
    expect(await dump()).not.toEqual(before);
    expect(await undoRestore()).toBe(true);
    expect(await dump()).toEqual(before);
    expect(await undoableRestore()).toBeUndefined();
  });

  it('keeps what the reader decided and met since', async () => {
    const b = await machineB();
    await machineA();
    await restore(b, { now: days(3) });
    await changeMarks([{ id: 'arxiv:2403.00001', change: { tags: { since: true } } }], days(4));
    await sync(['arxiv:2403.00003'], days(4));
    await undoRestore();
    const { rows } = await getRows(['arxiv:2403.00001', 'arxiv:2403.00003']);
    expect(rows[0]?.mark).toEqual({
      id: 'arxiv:2403.00001',
      saved: { value: true, at: later(1) },
      note: { value: 'from A', at: later(1) },
      tags: { since: { value: true, at: days(4) } },
    });
    expect(rows[1]?.paper.seen.last.at).toBe(days(4));
    expect(rows[1]?.mark).toBeUndefined();
    expect(await counts()).toEqual({ papers: 3, saved: 1, flagged: 0 });
  });

  it('notes backups', async () => {
    expect(await lastBackup()).toBeUndefined();
    await noteBackup(NOW);
    expect(await lastBackup()).toBe(NOW);
  });
});

const time = fc.integer({ min: 0, max: 5 }).map((minutes) => later(minutes));
const timed = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
const markOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      saved: timed(fc.boolean()),
      dismissed: timed(fc.boolean()),
      note: timed(fc.constantFrom('', 'a', 'b')),
      tags: fc.dictionary(fc.constantFrom('x', 'y'), timed(fc.boolean())),
    },
    { requiredKeys: ['id'] },
  ) as fc.Arbitrary<Mark>;

it('restoring marks is idempotent, commutative and monotone', async () => {
  const parts = (marks: Mark[]): RestoreParts => ({ papers: [], marks, rules: [], sightings: [] });
  const stored = async () => (await backup()).marks;
  await fc.assert(
    fc.asyncProperty(fc.tuple(markOf('arxiv:1'), markOf('arxiv:1'), markOf('arxiv:2')), async ([a, b, c]) => {
      await freshDatabase();
      await restore(parts([a, c]));
      await restore(parts([b]));
      const first = await stored();
      await restore(parts([b, a]));
      expect(await stored()).toEqual(first);
      await freshDatabase();
      await restore(parts([b]));
      await restore(parts([c, a]));
      expect(await stored()).toEqual(first);
      // monotone: what is stored already contains both
      for (const one of [a, b]) expect(mergeMarks(first[0] ?? one, one)).toEqual(first[0]);
    }),
    { numRuns: 30 },
  );
});

describe('a paper that gets a stronger id while a backup is read', () => {
  const title = 'Moving Papers: Promotion to a Stronger Identifier While Others Read';
  const authors = ['Grace Hopper'];
  const weak = 'title:moving-papers-promotion-to-a-stronger-identifier-while-others-read|hopper';
  const strong = 'arxiv:2601.00001';

  it.each(['paper', 'mark'] as const)('is in it with its mark, moved at the first %s', async (kind) => {
    const ids = Array.from({ length: 120 }, (_, n) => `doi:10.5555/filling.${1000 + n}`);
    for (const some of [ids.slice(0, 60), ids.slice(60)])
      await syncEntries(
        some.map((id) => entry({ id, title: `Filling ${id} of the shelf` })),
        visitAt(),
        plainTools,
        NOW,
      );
    await syncEntries([entry({ id: weak, title, authors })], visitAt(), plainTools, NOW);
    await changeMarks(
      [...ids, weak].map((id) => ({ id, change: { saved: true } })),
      NOW,
    );
    const parts: Parts = { papers: [], marks: [], rules: [], sightings: [] };
    let moved = false;
    for await (const record of readAll()) {
      add(parts, record);
      if (moved || record.kind !== kind) continue;
      moved = true;
      await syncEntries([entry({ id: strong, title, authors })], visitAt(days(1)), plainTools, days(1));
    }
    await freshDatabase();
    await restore(parts);
    const { rows } = await getRows([strong]);
    expect(rows.map(({ paper, mark }) => [paper.id, paper.title, mark?.saved?.value])).toEqual([
      [strong, title, true],
    ]);
    expect(await counts()).toEqual({ papers: 121, saved: 121, flagged: 0 });
  });
});

/** Restores and imports as jobs: laid down, looked at, merged, stopped, gone on with, dropped, undone. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper } from '../../src/core/paper.ts';
import {
  changeMarks,
  counts,
  currentJob,
  exclusively,
  getRows,
  listRules,
  openDb,
  type RestoreItem,
  recount,
  setCiteKeys,
  syncEntries,
  undoableJob,
  undoableRestore,
} from '../../src/storage/index.ts';
import {
  dropJob,
  keepWithJob,
  layDown,
  mergeJob,
  previewJob,
  undoRestore,
} from '../../src/storage/restoring.ts';
import { days, dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const idOf = (number: number) => `arxiv:2404.${String(10_000 + number)}`;

function paper(number: number, over: Partial<Paper> = {}): RestoreItem {
  const id = idOf(number);
  const never = { at: NOW, site: '' };
  return {
    kind: 'paper',
    value: {
      id,
      title: `Imported paper number ${number} about hands`,
      authors: ['Ada Lovelace'],
      categories: [],
      links: { page: `https://arxiv.org/abs/${id.slice(6)}`, code: [], project: [] },
      aliases: [],
      topics: [],
      topicsVersion: 0,
      seen: { count: 0, first: never, last: never, bySite: {} },
      ...over,
    },
  };
}
const mark = (number: number, over: Partial<Mark> = {}): RestoreItem => ({
  kind: 'mark',
  value: { id: idOf(number), saved: { value: true, at: NOW }, ...over },
});
/** Papers and marks mixed as an import's reader hands them over. */
const mixed = (count: number): RestoreItem[] =>
  Array.from({ length: count }, (_, number) => [mark(number), paper(number)]).flat();

const FILE = { name: 'library.bib', kind: 'import' as const };
const stored = async () => {
  const { counts: _, ...rest } = await dump();
  return rest;
};
const records = async () => Object.values(await stored()).flat().length;

describe('a job', () => {
  it('is laid down batch by batch and changes nothing until it is merged', async () => {
    async function* batches() {
      for (let at = 0; at < 120; at += 30) yield mixed(120).slice(at * 2, at * 2 + 60);
    }
    const progress: number[] = [];
    const job = await layDown(FILE, batches(), { now: NOW, onProgress: (done) => progress.push(done) });
    expect(job).toMatchObject({ ...FILE, exported: '', state: 'ready', total: 240, done: 0, at: NOW });
    expect(progress).toEqual([60, 120, 180, 240]);
    expect(await records()).toBe(0);
    expect(await previewJob()).toMatchObject({ newPapers: 120, newMarks: 120, unchanged: 0, problems: [] });
    expect(await records()).toBe(0);
    const done: number[] = [];
    const made = await mergeJob({ id: job.id, onProgress: (now) => done.push(now) });
    expect(made).toMatchObject({ newPapers: 120, newMarks: 120, unchanged: 0, problems: [] });
    expect(done.at(-1)).toBe(240);
    expect(await counts()).toEqual({ papers: 120, saved: 120, flagged: 0 });
    expect(await currentJob()).toMatchObject({ state: 'done', done: 240 });
  });

  it('assigns topics to papers whose text is new, and leaves the others theirs', async () => {
    await syncEntries([entry({ id: idOf(1) })], visitAt(), plainTools, NOW);
    await layDown(FILE, [[paper(1, { title: 'A study' }), paper(2)]]);
    const tag = vi.fn(() => [{ id: 'theory', score: 1 }]);
    await mergeJob({ tagger: { tag, topicsVersion: 1 } });
    expect(tag).toHaveBeenCalledTimes(1);
    const { rows } = await getRows([idOf(1), idOf(2)]);
    expect(rows.map((row) => row.paper.topics[0]?.id)).toEqual(['reasoning', 'theory']);
  });

  it('leaves topics that a better tagger found, and says by whom the others were', async () => {
    const topics = [{ id: 'survey', score: 1 }];
    await layDown(FILE, [
      [paper(1, { topics, topicsVersion: 9 }), paper(2, { topics, topicsVersion: 8 }), paper(3)],
    ]);
    const tag = () => [{ id: 'theory', score: 1 }];
    await mergeJob({ tagger: { tag, topicsVersion: 1, better: 9 } });
    const { rows } = await getRows([1, 2, 3].map(idOf));
    expect(rows.map((row) => [row.paper.topics[0]?.id, row.paper.topicsVersion])).toEqual([
      ['survey', 9],
      ['theory', 1],
      ['theory', 1],
    ]);
  });

  it('stopped anywhere goes on where it stopped', async () => {
    await layDown(FILE, [mixed(300)], { now: NOW });
    await mergeJob();
    const whole = await stored();
    for (const at of [1, 2]) {
      await freshDatabase();
      await layDown(FILE, [mixed(300)], { now: NOW });
      const stop = new AbortController();
      let steps = 0;
      const merging = mergeJob({ signal: stop.signal, onProgress: () => ++steps === at && stop.abort() });
      await expect(merging).rejects.toThrow();
      expect(await currentJob()).toMatchObject({ state: 'merging', done: at * 200, total: 600 });
      // meanwhile nothing else may begin
      await expect(layDown({ ...FILE, name: 'other.bib' }, [])).rejects.toThrow(
        '“library.bib” is not finished',
      );
      expect(await mergeJob()).toMatchObject({ newPapers: 300, newMarks: 300, unchanged: 0 });
      expect(await stored()).toEqual(whole);
    }
  });

  it('can be dropped before and half-way; what was merged can be undone', async () => {
    await layDown(FILE, [mixed(250)]);
    await dropJob();
    expect(await currentJob()).toBeUndefined();
    await expect(mergeJob()).rejects.toThrow('There is nothing to restore.');
    await layDown(FILE, [mixed(250)]);
    const stop = new AbortController();
    await expect(mergeJob({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    await dropJob();
    expect(await currentJob()).toMatchObject({ state: 'done', done: 200, total: 500 });
    expect((await counts()).papers).toBe(200);
    expect(await undoRestore()).toBe(true);
    expect(await records()).toBe(0);
  });

  it('is not merged in place of the one that was looked at', async () => {
    const first = await layDown(FILE, [mixed(1)]);
    await layDown({ ...FILE, name: 'other.bib' }, [mixed(2)]); // in another page
    await expect(mergeJob({ id: first.id })).rejects.toThrow('There is nothing to restore.');
    expect(await records()).toBe(0);
  });

  it('is dropped only by who means it, half merged too', async () => {
    const first = await layDown(FILE, [mixed(1)]);
    await layDown({ ...FILE, name: 'other.bib' }, [mixed(250)]); // in another page
    await dropJob(first.id);
    const stop = new AbortController();
    await expect(mergeJob({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    await dropJob(first.id);
    expect(await currentJob()).toMatchObject({ name: 'other.bib', state: 'merging' });
    expect(await mergeJob()).toMatchObject({ newPapers: 250, newMarks: 250 });
  });

  it('dropped while it is read is not laid down, in part or whole', async () => {
    for (const rest of [1, 60]) {
      async function* dropped() {
        yield mixed(60);
        await dropJob('this one');
        yield mixed(rest);
      }
      await expect(layDown(FILE, dropped(), { id: 'this one' })).rejects.toThrow(
        'There is nothing to restore.',
      );
      expect(await currentJob()).toBeUndefined();
      expect(await (await openDb()).count('staged')).toBe(0);
    }
  });

  it('keeps what its undo needs', async () => {
    await layDown(FILE, [mixed(1)]);
    await keepWithJob({ settings: 1 });
    await mergeJob();
    expect((await currentJob())?.extra).toEqual({ settings: 1 });
  });

  it('a reader that fails leaves nothing that could be merged', async () => {
    async function* broken() {
      yield mixed(60);
      throw new Error('The file is gone.');
    }
    await expect(layDown(FILE, broken())).rejects.toThrow('The file is gone.');
    await expect(mergeJob()).rejects.toThrow('There is nothing to restore.');
    await layDown(FILE, [mixed(1)]);
    expect(await mergeJob()).toMatchObject({ newPapers: 1, newMarks: 1 });
  });
});

describe('an import', () => {
  it('joins papers by id and by title, and fills in what is missing', async () => {
    await syncEntries(
      [
        entry({ id: idOf(1) }),
        entry({ id: 'openreview:abcdef', title: 'Imported paper number 2 about hands' }),
      ],
      visitAt(),
      plainTools,
      NOW,
    );
    await layDown(FILE, [
      [paper(1, { title: `A study of ${idOf(1)} and its uses`, venue: 'ACL' }), paper(2), mark(2)],
    ]);
    expect(await mergeJob()).toMatchObject({ newPapers: 0, changedPapers: 2, newMarks: 1 });
    const { rows } = await getRows([idOf(1), 'openreview:abcdef']);
    expect(rows.map((row) => [row.paper.id, row.paper.venue, row.mark?.saved?.value])).toEqual([
      [idOf(1), 'ACL', undefined],
      [idOf(2), undefined, true],
    ]);
  });

  it('overrides no decision, and names every difference before it is merged', async () => {
    await layDown(FILE, [[paper(1)]]);
    await mergeJob();
    await changeMarks(
      [{ id: idOf(1), change: { dismissed: true, note: 'mine', status: 'read', tags: { hands: false } } }],
      later(1),
    );
    const theirs = mark(1, {
      saved: { value: true, at: days(9) },
      note: { value: 'theirs', at: days(9) },
      status: { value: 'to-read', at: days(9) },
      tags: { hands: { value: true, at: days(9) }, new: { value: true, at: days(9) } },
    });
    await layDown(FILE, [[theirs]], { now: days(1) });
    const told = await previewJob();
    expect(told).toMatchObject({ changedMarks: 1, conflicting: 4 });
    expect(
      told.conflicts.map(({ field, yours, theirs: other, kept }) => [field, yours, other, kept]),
    ).toEqual([
      ['dismissed', 'true', 'false', 'theirs'],
      ['status', 'read', 'to-read', 'yours'],
      ['note', 'mine', 'theirs', 'both'],
      ['tag hands', 'false', 'true', 'yours'],
    ]);
    expect(await mergeJob()).toMatchObject({ changedMarks: 1, conflicting: 4 });
    const after = (await getRows([idOf(1)])).rows[0]?.mark;
    expect(after).toMatchObject({
      saved: { value: true },
      dismissed: { value: false },
      note: { value: 'mine\n\ntheirs' },
      status: { value: 'read' },
      tags: { hands: { value: false }, new: { value: true } },
    });
    await layDown(FILE, [[theirs]], { now: days(2) });
    expect(await mergeJob()).toMatchObject({ changedMarks: 0, unchanged: 1 });
    expect((await getRows([idOf(1)])).rows[0]?.mark).toEqual(after);
  });

  it('gives no paper a cite key that is another’s', async () => {
    await layDown(FILE, [[paper(1)]]);
    await mergeJob();
    await setCiteKeys(new Map([[idOf(1), 'ada2024']]), NOW);
    const key = { citeKey: { value: 'ada2024', at: NOW } };
    const other = { citeKey: { value: 'ada2025', at: NOW } };
    await layDown(FILE, [[paper(2), mark(2, key), paper(3), mark(3, other), paper(4), mark(4, other)]]);
    const { problems } = await mergeJob();
    expect(problems).toEqual([
      `The cite key “ada2024” is another paper’s already; ${idOf(2)} gets its own on export.`,
      `The cite key “ada2025” is another paper’s already; ${idOf(4)} gets its own on export.`,
    ]);
    const { rows } = await getRows([idOf(1), idOf(2), idOf(3), idOf(4)]);
    expect(rows.map((row) => row.mark?.citeKey?.value)).toEqual(['ada2024', undefined, 'ada2025', undefined]);
  });

  it('leaves out what is no record and says so', async () => {
    await layDown(FILE, [
      [
        { kind: 'paper', value: { id: 'arxiv:1' } as never },
        paper(1),
        { kind: 'mark', value: { id: idOf(1), saved: true } as never },
        { kind: 'sighting', value: { id: idOf(1) } as never },
        { kind: 'rule', value: { id: 'r', changedAt: 'yesterday' } },
      ],
    ]);
    const done = await mergeJob();
    expect(done).toMatchObject({ newPapers: 1, newMarks: 0, newRules: 0 });
    expect(done.problems).toHaveLength(4);
    expect(await listRules()).toEqual([]);
  });
});

describe('undoing', () => {
  it('goes on after it was stopped, and keeps what was decided meanwhile', async () => {
    await syncEntries([entry({ id: idOf(3) })], visitAt(), plainTools, NOW);
    await changeMarks([{ id: idOf(3), change: { note: 'mine' } }], NOW);
    const before = await stored();
    await layDown(FILE, [mixed(200)], { now: later(5) });
    await mergeJob({ now: later(5) });
    await changeMarks([{ id: idOf(150), change: { tags: { kept: true } } }], days(1));
    const db = await openDb();
    const all = await db.count('undo');
    expect(all).toBe(8);
    const stop = new Error('the page was closed');
    const closed = undoRestore((done) => {
      if (done === 4) throw stop;
    });
    await expect(closed).rejects.toThrow();
    expect(await db.count('undo')).toBe(all - 4);
    expect(await currentJob()).toMatchObject({ state: 'undoing' });
    expect(await undoableRestore()).toBe(later(5));
    await expect(layDown(FILE, [])).rejects.toThrow('is not finished yet');
    await expect(mergeJob()).rejects.toThrow('There is nothing to restore.');
    expect(await undoRestore()).toBe(true);
    expect(await currentJob()).toBeUndefined();
    expect(await counts()).toEqual({ papers: 2, saved: 0, flagged: 0 });
    const { rows } = await getRows([idOf(150), idOf(3)]);
    expect(rows[0]?.mark).toEqual({ id: idOf(150), tags: { kept: { value: true, at: days(1) } } });
    expect(rows[1]?.mark).toEqual({ id: idOf(3), note: { value: 'mine', at: NOW } });
    const left = await stored();
    const without = (of: Record<string, unknown[]>) =>
      JSON.stringify(of['papers']?.filter((one) => (one as Paper).id !== idOf(150)));
    expect(without(left)).toBe(without(before));
  });

  it('is known, with what it needs, after another file was looked at and left', async () => {
    await layDown(FILE, [mixed(3)], { now: later(5) });
    await keepWithJob({ settings: 'as they were' });
    await mergeJob({ now: later(5) });
    expect(await undoableJob()).toMatchObject({ ...FILE, extra: { settings: 'as they were' } });
    await layDown({ name: 'other.jsonl', kind: 'restore' }, [mixed(1)]);
    expect(await currentJob()).toMatchObject({ name: 'other.jsonl', state: 'ready' });
    expect(await undoableJob()).toMatchObject({ ...FILE, extra: { settings: 'as they were' } });
    await dropJob();
    expect(await currentJob()).toBeUndefined();
    expect(await undoableJob()).toMatchObject({ ...FILE, extra: { settings: 'as they were' } });
    await undoRestore();
    expect(await undoableJob()).toBeUndefined();
    expect(await counts()).toEqual({ papers: 0, saved: 0, flagged: 0 });
    // merged before this was kept
    await layDown(FILE, [mixed(3)], { now: later(5) });
    await mergeJob({ now: later(5) });
    const db = await openDb();
    await db.delete('meta', 'merged');
    expect(await undoableJob()).toMatchObject(FILE);
  });

  it('keeps a tag given since, and no tag that the import gave', async () => {
    const tags = { theirs: { value: true, at: NOW } };
    await layDown(FILE, [[paper(1), mark(1, { tags, topics: tags })]]);
    await mergeJob({ now: later(5) });
    await changeMarks([{ id: idOf(1), change: { tags: { mine: true }, topics: { nlp: false } } }], days(1));
    await undoRestore();
    const left = (await getRows([idOf(1)])).rows[0]?.mark;
    expect(left?.tags).toEqual({ mine: { value: true, at: days(1) } });
    expect(left?.topics).toEqual({ nlp: { value: false, at: days(1) } });
  });

  it('brings back exactly what was there, whatever was imported', async () => {
    const item = fc.oneof(
      fc
        .record({
          number: fc.nat({ max: 3 }),
          doi: fc.constantFrom(undefined, '10.1145/1', '10.1145/2'),
          venue: fc.constantFrom('ACL', 'a journal'),
        })
        .map(({ number, doi, venue }) =>
          paper(number, { venue, ...(doi ? { doi, aliases: [`doi:${doi}`] } : {}) }),
        ),
      fc
        .record({ number: fc.nat({ max: 3 }), note: fc.constantFrom('a', 'b'), saved: fc.boolean() })
        .map(({ number, note, saved }) =>
          mark(number, { note: { value: note, at: later(2) }, saved: { value: saved, at: later(3) } }),
        ),
    );
    const items = fc.array(item, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        items,
        items,
        fc.constantFrom('import' as const, 'restore' as const),
        async (mine, theirs, kind) => {
          await freshDatabase();
          await layDown(FILE, [mine]);
          await mergeJob();
          await recount(); // nothing counted yet and zero are the same
          const before = await dump();
          await layDown({ ...FILE, kind }, [theirs]);
          await mergeJob();
          await undoRestore();
          expect(await dump()).toEqual(before);
        },
      ),
      { numRuns: 80 },
    );
  });
});

it('long jobs run in one page at a time', async () => {
  const held = new Set<string>();
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, _: unknown, run: (lock: object | null) => Promise<void>) => {
        if (held.has(name)) return run(null);
        held.add(name);
        await run({}).finally(() => held.delete(name));
      },
    },
  });
  try {
    let end = () => undefined as unknown;
    const first = exclusively(() => new Promise<number>((resolve) => (end = () => resolve(1))));
    await expect(exclusively(async () => 2)).rejects.toThrow('Another page of Manicule is at this already.');
    expect(await exclusively(async () => 3, 'something else')).toBe(3);
    end();
    expect(await first).toBe(1);
    expect(await exclusively(async () => 4)).toBe(4);
    await expect(exclusively(() => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
  } finally {
    vi.unstubAllGlobals();
  }
});

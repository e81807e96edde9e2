import { beforeEach, describe, expect, it, vi } from 'vitest';
import { undoOf } from '../../src/core/undo-change.ts';
import {
  addLog,
  allTags,
  changeMarks,
  citeKeys,
  clearLog,
  counts,
  deleteRule,
  firstOfView,
  getRows,
  listIds,
  listRules,
  MAX_LOG,
  onChanges,
  openDb,
  putRule,
  readLog,
  recount,
  scanPapers,
  setCiteKeys,
  sweep,
  sweepIfDue,
  syncEntries,
} from '../../src/storage/index.ts';
import { days, dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const ids = ['arxiv:2403.00001', 'arxiv:2403.00002', 'arxiv:2403.00003'];
const [a = '', b = '', c = ''] = ids;
const store = (which = ids, at = NOW) =>
  syncEntries(
    which.map((id) => entry({ id, doi: `10.1145/${id.slice(-5)}` })),
    visitAt(at),
    plainTools,
    at,
  );

describe('changeMarks', () => {
  it('answers before and after, aliases followed', async () => {
    await store();
    expect(await changeMarks([{ id: 'doi:10.1145/00001', change: { saved: true } }], later(1))).toEqual([
      { id: a, after: { id: a, saved: { value: true, at: later(1) } } },
    ]);
    expect(await changeMarks([{ id: a, change: { note: 'n' } }], later(2))).toEqual([
      {
        id: a,
        before: { id: a, saved: { value: true, at: later(1) } },
        after: { id: a, saved: { value: true, at: later(1) }, note: { value: 'n', at: later(2) } },
      },
    ]);
  });

  it('undone, leaves lists in their order and every paper saved since when it was', async () => {
    await store();
    for (const [n, id] of ids.entries()) await changeMarks([{ id, change: { saved: true } }], later(n));
    for (const change of [{ dismissed: true }, { saved: false }]) {
      const done = await changeMarks(
        ids.map((id) => ({ id, change })),
        days(9),
      );
      await changeMarks(
        done.map(({ id, before }) => ({ id, change: undoOf(before, change) })),
        days(10),
      );
      expect(await listIds('saved')).toEqual([c, b, a]);
      expect(await listIds('marked')).toEqual([c, b, a]);
    }
    const saves = (await getRows(ids)).rows.map(({ mark }) => mark?.saved);
    expect(saves.map((saved) => saved?.since)).toEqual([later(0), later(1), later(2)]);
    expect(saves.every((saved) => (saved?.at ?? '') > days(9))).toBe(true);
  });

  it('applies several steps on one paper in order', async () => {
    await store();
    await changeMarks(
      [
        { id: a, change: { saved: true } },
        { id: 'doi:10.1145/00001', change: { saved: false, tags: { x: true } } },
      ],
      later(1),
    );
    const { rows } = await getRows([a]);
    expect(rows[0]?.mark?.saved?.value).toBe(false);
    expect(rows[0]?.mark?.tags?.['x']?.value).toBe(true);
    expect(await counts()).toEqual({ papers: 3, saved: 0, flagged: 0 });
  });

  it('keeps the decision on a paper that is not stored', async () => {
    await changeMarks([{ id: 'arxiv:2403.09999', change: { saved: true } }], NOW);
    expect(await counts()).toEqual({ papers: 0, saved: 1, flagged: 0 });
    expect(await getRows(['arxiv:2403.09999'])).toEqual({ rows: [], corrupt: [] });
    await store(['arxiv:2403.09999']);
    expect((await getRows(['arxiv:2403.09999'])).rows[0]?.mark?.saved?.value).toBe(true);
  });

  describe('of many papers', () => {
    const many = Array.from({ length: 600 }, (_, n) => `arxiv:2405.${String(n).padStart(5, '0')}`);
    const flags = many.map((id) => ({ id, change: { flagged: true } }));

    it('works in parts, tells each, and is announced once', async () => {
      await store(many);
      const heard = vi.fn();
      const stop = onChanges(heard);
      const parts: number[] = [];
      const done = await changeMarks(flags, later(1), (part) => parts.push(part.length));
      stop();
      expect(parts).toEqual([250, 250, 100]);
      expect(done.map(({ id }) => id)).toEqual(many);
      expect(heard.mock.calls).toEqual([[{ ids: many, what: 'marks' }]]);
      expect(await counts()).toEqual({ papers: 600, saved: 0, flagged: 600 });
    });

    it('keeps, tells and announces the parts stored before a failure, and nothing of the failed one', async () => {
      await store(many);
      const original = IDBObjectStore.prototype.put;
      let puts = 0;
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...given
      ) {
        if (this.name === 'marks' && ++puts > 300) throw new DOMException('full', 'QuotaExceededError');
        return original.apply(this, given);
      });
      const heard = vi.fn();
      const stop = onChanges(heard);
      const parts: number[] = [];
      const failing = changeMarks(flags, later(1), (part) => parts.push(part.length));
      await expect(failing).rejects.toMatchObject({ code: 'storage-full' });
      put.mockRestore();
      stop();
      expect(parts).toEqual([250]);
      expect(heard.mock.calls).toEqual([[{ ids: many.slice(0, 250), what: 'marks' }]]);
      expect(await counts()).toEqual({ papers: 600, saved: 0, flagged: 250 });
      expect((await listIds('flagged')).sort()).toEqual(many.slice(0, 250));
    });
  });

  it('never gives index fields away', async () => {
    await store();
    await changeMarks([{ id: a, change: { saved: true, flagged: true, tags: { x: true } } }], later(1));
    const { rows } = await getRows([a]);
    expect(Object.keys(rows[0]?.mark ?? {}).sort()).toEqual(['flagged', 'id', 'saved', 'tags']);
  });
});

describe('views and counts', () => {
  it('lists newest first; dismissed papers are not among the flagged', async () => {
    await store();
    await changeMarks([{ id: b, change: { saved: true, flagged: true } }], later(1));
    await changeMarks([{ id: a, change: { saved: true, flagged: true } }], later(2));
    await changeMarks([{ id: c, change: { flagged: true } }], later(3));
    expect(await listIds('saved')).toEqual([a, b]);
    expect(await listIds('flagged')).toEqual([c, a, b]);
    expect(await listIds('flagged', { limit: 2 })).toEqual([c, a]);
    expect(await listIds('marked')).toEqual([c, a, b]);
    await changeMarks([{ id: a, change: { dismissed: true } }], later(4));
    expect(await listIds('marked')).toEqual([c, b]);
    expect(await listIds('saved')).toEqual([b]);
    expect(await listIds('flagged')).toEqual([c, b]);
    expect(await listIds('dismissed')).toEqual([a]);
    expect(await counts()).toEqual({ papers: 3, saved: 1, flagged: 2 });
    await changeMarks([{ id: a, change: { dismissed: false } }], later(5));
    expect(await listIds('flagged')).toEqual([c, a, b]);
  });

  it('lists as marked what only has a note, a tag or a status, and nothing whose decisions are taken back', async () => {
    await store();
    await changeMarks([{ id: a, change: { note: 'read again' } }], later(1));
    await changeMarks([{ id: b, change: { status: 'reading' } }], later(2));
    await changeMarks([{ id: c, change: { tags: { x: true } } }], later(3));
    expect(await listIds('marked')).toEqual([c, b, a]);
    await changeMarks([{ id: b, change: { status: null } }], later(4));
    await setCiteKeys(new Map([[b, 'key']]), later(5));
    expect(await listIds('marked')).toEqual([c, a]);
  });

  it('reads the beginning of a view with its first rows', async () => {
    await store();
    await changeMarks([{ id: b, change: { saved: true } }], later(1));
    await changeMarks([{ id: a, change: { saved: true } }], later(2));
    await changeMarks([{ id: c, change: { saved: true } }], later(3));
    const { ids, asked, rows } = await firstOfView({ view: 'marked', limit: 2, from: 0, filled: 1 });
    expect([ids, asked]).toEqual([[c, a], [c]]);
    expect(rows.rows.map(({ paper, mark }) => [paper.id, mark?.saved?.value])).toEqual([[c, true]]);
  });

  it('recount repairs the kept counts', async () => {
    await store();
    await changeMarks([{ id: a, change: { saved: true } }], later(1));
    const db = await openDb();
    await db.put('meta', { papers: 99, saved: 0, flagged: 7 }, 'counts');
    expect(await recount()).toEqual({ papers: 3, saved: 1, flagged: 0 });
    expect(await counts()).toEqual({ papers: 3, saved: 1, flagged: 0 });
  });

  it('counts tags that are on', async () => {
    await store();
    await changeMarks(
      [
        { id: a, change: { tags: { beta: true, alpha: true } } },
        { id: b, change: { tags: { beta: true, gone: true } } },
      ],
      later(1),
    );
    await changeMarks([{ id: b, change: { tags: { gone: false } } }], later(2));
    expect(await allTags()).toEqual([
      { tag: 'beta', count: 2 },
      { tag: 'alpha', count: 1 },
    ]);
  });

  it('cite keys stay once given', async () => {
    await store();
    await setCiteKeys(new Map([[a, 'ada2024']]), later(1));
    await setCiteKeys(
      new Map([
        [a, 'other'],
        ['doi:10.1145/00002', 'bob2024'],
      ]),
      later(2),
    );
    expect(await citeKeys()).toEqual(
      new Map([
        ['ada2024', a],
        ['bob2024', b],
      ]),
    );
    expect(await counts()).toEqual({ papers: 3, saved: 0, flagged: 0 });
  });

  it('cite keys leave a decision, what search knows of it and unreadable marks alone, and are told as such', async () => {
    await store();
    await changeMarks([{ id: a, change: { saved: true } }], later(1));
    const db = await openDb();
    await db.put('marks', { id: c, saved: 'broken' } as never);
    const before = await db.getAll('stale');
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    const heard = vi.fn();
    const stop = onChanges(heard);
    await setCiteKeys(new Map([a, b, c].map((id, n) => [id, `key${n}`])), later(2));
    stop();
    expect(puts.mock.contexts.map((at) => (at as IDBObjectStore).name)).toEqual(['marks', 'marks']);
    puts.mockRestore();
    expect(heard.mock.calls).toEqual([[{ ids: [a, b], what: 'keys' }]]);
    expect(await db.getAll('stale')).toEqual(before);
    expect((await getRows([a])).rows[0]?.mark).toEqual({
      id: a,
      saved: { value: true, at: later(1) },
      citeKey: { value: 'key0', at: later(2) },
    });
    expect(await db.get('marks', c)).toEqual({ id: c, saved: 'broken' });
    expect(await listIds('saved')).toEqual([a]);
  });

  it('keeps the order asked for and skips what is unknown', async () => {
    await store();
    const { rows } = await getRows([c, 'arxiv:2403.00404', 'doi:10.1145/00001']);
    expect(rows.map((row) => row.paper.id)).toEqual([c, a]);
  });
});

describe('rules', () => {
  const rule = {
    id: 'r',
    words: ['agents'],
    authors: [],
    categories: [],
    topics: [],
    effect: 'dim' as const,
    enabled: true,
    changedAt: NOW,
  };

  it('are stored, refused with a reason, and leave a tombstone', async () => {
    await putRule(rule);
    expect(await listRules()).toEqual([rule]);
    await expect(putRule({ ...rule, words: ['!!'] })).rejects.toMatchObject({ code: 'bad-rule' });
    await deleteRule('r', later(1));
    expect(await listRules()).toEqual([]);
    expect(await listRules({ deleted: true })).toEqual([{ ...rule, deleted: true, changedAt: later(1) }]);
  });

  it('deleted stay so, though a clock that was ahead changed them last', async () => {
    await putRule({ ...rule, changedAt: later(60) });
    await deleteRule('r', later(1));
    const [gone] = await listRules({ deleted: true });
    expect(gone?.changedAt).toBe(new Date(Date.parse(later(60)) + 1).toISOString());
  });

  it('scans every paper in chunks and stops when told', async () => {
    for (let from = 0; from < 1_200; from += 300) {
      await store(Array.from({ length: 300 }, (_, i) => `arxiv:2404.${String(10_000 + from + i)}`));
    }
    const sizes: number[] = [];
    await scanPapers((papers) => void sizes.push(papers.length));
    expect(sizes).toEqual([500, 500, 200]);
    const stop = new AbortController();
    let calls = 0;
    await scanPapers(() => {
      calls += 1;
      stop.abort();
    }, stop.signal);
    expect(calls).toBe(1);
  });
});

describe('sweep', () => {
  it('deletes old undecided papers with aliases and sightings, never what the reader decided about', async () => {
    const old = Array.from({ length: 250 }, (_, i) => `arxiv:2404.${String(10_000 + i)}`);
    await store(old);
    await store([a], days(300));
    const decided: [string, Parameters<typeof changeMarks>[0][number]['change']][] = [
      ['arxiv:2404.10000', { saved: true }],
      ['arxiv:2404.10050', { dismissed: true }],
      ['arxiv:2404.10100', { note: 'mine' }],
      ['arxiv:2404.10150', { tags: { x: true } }],
      ['arxiv:2404.10249', { status: 'read' }],
    ];
    for (const [id, change] of decided) await changeMarks([{ id, change }], later(1));
    await setCiteKeys(new Map([['arxiv:2404.10003', 'key']]), later(1));
    expect(await sweep(365, days(364))).toBe(0);
    expect(await sweep(0, days(9_000))).toBe(0);
    expect(await sweep(365, days(366))).toBe(245);
    expect((await listIds('all')).sort()).toEqual([a, ...decided.map(([id]) => id)].sort());
    const { aliases, sightings, marks } = await dump();
    expect(new Set(aliases?.map((one) => (one as { id: string }).id)).size).toBe(6);
    expect(sightings).toHaveLength(6);
    expect(marks).toHaveLength(5);
    expect(await counts()).toEqual({ papers: 6, saved: 1, flagged: 0 });
    expect(await sweep(365, days(366))).toBe(0);
  });

  it('goes past however many are kept', async () => {
    const old = Array.from({ length: 800 }, (_, i) => `arxiv:2404.${String(10_000 + i)}`);
    await store(old);
    const kept = old.filter((_, i) => i < 520 || i % 5 === 0);
    await changeMarks(
      kept.map((id) => ({ id, change: { saved: true } })),
      later(1),
    );
    expect(await sweep(365, days(366))).toBe(224);
    expect((await listIds('all')).sort()).toEqual(kept);
    expect(await counts()).toEqual({ papers: 576, saved: 576, flagged: 0 });
  });

  it('runs at most once a day', async () => {
    await store(['arxiv:2404.10000']);
    expect(await sweepIfDue(10, days(5))).toBe(0);
    await store(['arxiv:2404.10001']);
    expect(await sweepIfDue(1, days(5.5))).toBe(0);
    expect(await sweepIfDue(1, days(6.1))).toBe(2);
  });

  it('runs again after a clock was years ahead', async () => {
    await (await openDb()).put('meta', days(2_000), 'lastSweep');
    await store(['arxiv:2404.10000']);
    expect(await sweepIfDue(1, days(2))).toBe(1);
  });
});

describe('log', () => {
  it('keeps the last lines only', async () => {
    const line = (n: number) => ({ at: NOW, where: 'test', message: String(n) });
    await addLog(...Array.from({ length: 150 }, (_, i) => line(i)));
    await addLog(...Array.from({ length: 100 }, (_, i) => line(150 + i)));
    const lines = await readLog();
    expect(lines).toHaveLength(MAX_LOG);
    expect([lines[0]?.message, lines.at(-1)?.message]).toEqual(['50', '249']);
    await clearLog();
    expect(await readLog()).toEqual([]);
  });

  it('takes the same words at the same place once', async () => {
    const line = (at: string, message: string) => ({ at, where: 'ui/papers', message });
    await addLog(line('2026-01-01T00:00:00.000Z', 'a'), line('2026-01-01T00:00:01.000Z', 'a'));
    await addLog(line('2026-01-02T00:00:00.000Z', 'a'), line('2026-01-02T00:00:00.000Z', 'b'));
    expect(await readLog()).toEqual([
      line('2026-01-01T00:00:00.000Z', 'a'),
      line('2026-01-02T00:00:00.000Z', 'b'),
    ]);
  });
});

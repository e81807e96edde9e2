/** The stored search index: the same answers however its parts came about, wherever it was stopped, whoever else is at it. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseQuery } from '../../src/core/query.ts';
import {
  changeMarks,
  loadIndex,
  openDb,
  type SearchIndex,
  sweep,
  syncEntries,
  updateSearch,
} from '../../src/storage/index.ts';
import type { SearchParts } from '../../src/storage/schema.ts';
import { buildSegment, type Source } from '../../src/storage/search-build.ts';
import { mergeSegments } from '../../src/storage/search-merge.ts';
import { slips } from '../../src/storage/search-near.ts';
import { runQuery } from '../../src/storage/search-run.ts';
import { Segment } from '../../src/storage/search-segment.ts';
import { SearchTable } from '../../src/storage/search-table.ts';
import { crowded, mergeable, tidySearch } from '../../src/storage/search-update.ts';
import { PartWriter } from '../../src/storage/search-write.ts';
import { days, entry, freshDatabase, later, NOW, otherContext, plainTools, visitAt } from './setup.ts';

let open: SearchIndex[] = [];
beforeEach(freshDatabase);
afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

const load = async (): Promise<SearchIndex> => {
  const index = await loadIndex();
  open.push(index);
  await index.settled();
  return index;
};

/** None is near another: how many papers have a word decides whether near ones count, and hidden ones still count there. */
const WORDS = ['lantern', 'lanternfish', 'sea', 'rope', 'kite', 'grobner', 'of', 'the', '評価'];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const source = fc
  .record({
    n: fc.integer({ min: 0, max: 12 }),
    title: text,
    abstract: text,
    year: fc.integer({ min: 2019, max: 2026 }),
    saved: fc.boolean(),
    gone: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
  })
  .map(({ n, title, abstract, year, saved, gone }): Source => {
    const id = `arxiv:2403.${String(10_000 + n)}`;
    if (gone) return { id };
    const { links, categories } = entry({ id });
    const met = { at: days(n), site: 'arxiv' };
    const paper = {
      id,
      title,
      authors: ['Ada Lovelace'],
      abstract,
      published: String(year),
      categories,
      links,
      aliases: [],
      topics: [{ id: `t${n % 3}`, score: 1 }],
      topicsVersion: 1,
      seen: { count: 1 + (n % 3), first: met, last: met, bySite: { arxiv: met.at } },
    };
    return saved ? { id, paper, mark: { id, saved: { value: true, at: days(n) } } } : { id, paper };
  });

const QUERIES = [
  'lantern',
  'lanternfish sea',
  '"sea of the"',
  'sea or kite',
  '-rope',
  'is:saved',
  'l',
  'title:kite',
];
const MORE = ['評価', 'year:2020..2023', 'sort:title', 'seen:>1 the', 'grobner', ''];

async function answers(parts: readonly Segment[]): Promise<unknown[]> {
  const table = new SearchTable();
  for (const part of parts) table.add(part);
  const now = Date.parse(days(20));
  const found = await Promise.all(
    [...QUERIES, ...MORE].map((query) => runQuery(table, parseQuery(query), { view: 'met', now })),
  );
  // equal in everything that decides their order: any order of those is right
  return found.map(({ ids, ...rest }) => ({ ...rest, ids: [...ids].sort() }));
}

describe('parts', () => {
  it('give the same answers as one of the latest of each paper, merged or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(source, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (writes) => {
          // within one part a paper stands once
          const once = writes.map((some) => [...new Map(some.map((one) => [one.id, one])).values()]);
          const latest = [...new Map(once.flat().map((one) => [one.id, one])).values()];
          const part = (some: readonly Source[]) => Segment.inMemory(buildSegment(some));
          const wanted = await answers([part(latest.filter(({ paper }) => paper))]);
          const parts = once.map(part);
          expect(await answers(parts)).toEqual(wanted);
          expect(await answers([Segment.inMemory(await mergeSegments(parts, false))])).toEqual(wanted);
          const half = Math.ceil(parts.length / 2);
          const newer = parts.slice(half);
          const merged = newer.length > 0 ? [Segment.inMemory(await mergeSegments(newer, true))] : [];
          expect(await answers([...parts.slice(0, half), ...merged])).toEqual(wanted);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('become one while more are added when six as they are first made stand together', () => {
    expect(mergeable([])).toBeUndefined();
    expect(mergeable([10, 10, 10, 10, 10])).toBeUndefined();
    expect(mergeable([90_000, 10, 900, 2_000, 30, 5, 7])).toEqual([1, 7]);
    expect(mergeable([90_000, 9_000, 8_000, 9_000, 9_000, 9_000, 5])).toBeUndefined();
    expect(mergeable(Array.from({ length: 50 }, () => 2_000))).toEqual([0, 6]);
    expect(mergeable([12_000, ...Array.from({ length: 44 }, () => 2_000)])).toEqual([1, 7]);
  });

  it('become few when nothing waits: each has three times the papers of all after it', () => {
    const none = Number.POSITIVE_INFINITY;
    expect(crowded([], none)).toBeUndefined();
    expect(crowded([100_000], none)).toBeUndefined();
    expect(crowded([100_000, 25_000, 6_000], none)).toBeUndefined();
    expect(crowded([100_000, 25_000, 6_000, 400, 300], none)).toEqual([3, 5]);
    expect(crowded([200_000, 30_000, 6_000, 2_500], none)).toEqual([2, 4]);
    expect(crowded([200_000, 30_000, 6_000, 2_500], 8_000)).toBeUndefined();
    expect(crowded([100_000, 34_000], none)).toEqual([0, 2]);
    expect(crowded([...Array.from({ length: 8 }, () => 12_000), 2_000, 2_000], none)).toEqual([0, 10]);
    expect(crowded([...Array.from({ length: 8 }, () => 12_000), 2_000, 2_000], 30_000)).toEqual([6, 10]);
    // small ones are copied whatever their sizes
    expect(crowded([90_000, 1_500, 10], none)).toEqual([1, 3]);
  });
});

describe('slips', () => {
  /** The definition, word for word. */
  function distance(a: string, b: string): number {
    const at = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      return best;
    };
    return at(a.length, b.length);
  }
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  it('are the distance of whole words, and of the nearest beginning', () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
        expect(slips(a, b, most, true)).toBe(Math.min(distance(a, b), most + 1));
        const starts = Array.from({ length: b.length + 1 }, (_, n) => distance(a, b.slice(0, n)));
        expect(slips(a, b, most, false)).toBe(Math.min(...starts, most + 1));
      }),
    );
  });
});

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) =>
    entry({ id: `arxiv:2404.${String(10_000 + from + n)}`, title: `Kite number ${from + n}` }),
  );

async function store(count: number, from = 0): Promise<void> {
  for (let at = 0; at < count; at += 250)
    await syncEntries(many(Math.min(250, count - at), from + at), visitAt(), plainTools, NOW);
}

const found = async (index: SearchIndex, query = 'kite') =>
  (await index.search(query, { view: 'met' })).ids.length;
const waits = async () => (await openDb()).getAll('stale');

describe('the stored index', () => {
  it('takes in what waits when it is opened, and stores it', async () => {
    await store(1_000);
    expect((await waits()).length).toBe(4);
    const index = await load();
    expect(await found(index)).toBe(1_000);
    expect(await waits()).toEqual([]);
    expect(await found(await load())).toBe(1_000);
  });

  it('stopped half-way, goes on where it was', async () => {
    await store(2_500);
    const db = await openDb();
    await db.clear('stale');
    await db.add('stale', { after: '' });
    const stop = () => {
      throw new Error('the page was closed');
    };
    await expect(updateSearch({ onPart: stop })).rejects.toThrow('the page was closed');
    expect(await waits()).toEqual([{ after: 'arxiv:2404.11999' }]);
    const index = await load();
    expect(await found(index)).toBe(2_500);
    expect(await waits()).toEqual([]);
  });

  it('of another version is made anew', async () => {
    await store(300);
    await load();
    const db = await openDb();
    const list = await db.get('meta', 'searchParts');
    await db.put('meta', { ...(list as object), version: 0 } as never, 'searchParts');
    expect(await found(await load())).toBe(300);
  });

  it('forgets what was swept, also where it was stored', async () => {
    await store(300);
    await load();
    await changeMarks([{ id: 'arxiv:2404.10007', change: { saved: true } }], later(1));
    expect(await sweep(30, days(100))).toBe(299);
    const index = await load();
    expect([index.size, await found(index)]).toEqual([1, 1]);
    await updateSearch();
    expect(await found(await load())).toBe(1);
  });

  it('goes on answering while another context makes other parts of it', async () => {
    await store(250);
    const mine = await load();
    expect(await found(mine, 'lovelace')).toBe(250);
    const other = await otherContext();
    for (let n = 1; n < 8; n++) {
      await store(210, n * 210 + 40);
      await other.updateSearch();
    }
    await mine.settled();
    expect(await found(mine, 'number')).toBe(7 * 210 + 250);
    await other.closeDb();
  });

  const parts = async () => {
    const list = (await (await openDb()).get('meta', 'searchParts')) as SearchParts;
    return { papers: list.parts.map(({ papers }) => papers), rest: list.rest ?? [] };
  };
  /** Keys of parts of which something is stored. */
  const stored = async () => {
    const keys = (await (await openDb()).getAllKeys('index')) as unknown as [number][];
    return [...new Set(keys.map(([key]) => key))];
  };
  const atOnce = () => Promise.resolve();
  const QUERIES = ['kite', 'number', '"kite number 7"', 'title:kite number 12', 'k', 'sort:title kite'];
  const idsOf = async (index: SearchIndex) => {
    const all = await Promise.all(QUERIES.map((query) => index.search(query, { view: 'met' })));
    return all.map(({ ids }) => ids);
  };
  async function inThreeParts(): Promise<void> {
    for (let n = 0; n < 3; n++) {
      await store(200, n * 200);
      const again = many(n > 0 ? 20 : 0, n * 200 - 50).map(({ id }) => ({ id, change: { saved: true } }));
      await changeMarks(again, later(n));
      await updateSearch();
    }
  }

  it('becomes one part when there is time, and gives the same answers', async () => {
    await inThreeParts();
    expect(await parts()).toEqual({ papers: [200, 220, 220], rest: [] });
    const before = await load();
    const wanted = await idsOf(before);
    expect(wanted[0]).toHaveLength(600);
    expect(await tidySearch(Number.POSITIVE_INFINITY, atOnce)).toBe(true);
    expect(await parts()).toEqual({ papers: [600], rest: [] });
    expect(await stored()).toEqual([4]);
    expect(await idsOf(await load())).toEqual(wanted);
    expect(await idsOf(before)).toEqual(wanted);
    expect(await tidySearch(Number.POSITIVE_INFINITY, atOnce)).toBe(false);
  });

  it('left half merged is as it was, and what is left of the new part goes with the next change', async () => {
    await inThreeParts();
    const wanted = await idsOf(await load());
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() * 100); // pauses after every word
    const stop = () => Promise.reject(new Error('the page was closed'));
    await expect(tidySearch(Number.POSITIVE_INFINITY, stop)).rejects.toThrow('the page was closed');
    vi.restoreAllMocks();
    expect(await parts()).toEqual({ papers: [200, 220, 220], rest: [] });
    expect(await stored()).toEqual([1, 2, 3]);
    // as a page that is closed leaves it
    const writer = await PartWriter.begin();
    writer.sink('titles', 'half a part');
    await writer.flush(true);
    expect([await stored(), (await parts()).rest]).toEqual([[1, 2, 3, 5], [5]]);
    expect(await idsOf(await load())).toEqual(wanted);
    await updateSearch();
    expect([await stored(), (await parts()).rest]).toEqual([[1, 2, 3], []]);
  });

  it('takes in changes while parts are put together', async () => {
    await inThreeParts();
    const index = await load();
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() * 100);
    let changed = false;
    await tidySearch(Number.POSITIVE_INFINITY, async () => {
      if (changed) return;
      changed = true;
      await changeMarks([{ id: 'arxiv:2404.10007', change: { note: 'meanwhile' } }], later(1));
      await index.settled();
      expect([await found(index, 'note:meanwhile'), await updateSearch()]).toEqual([1, false]);
    });
    vi.restoreAllMocks();
    expect(changed).toBe(true);
    expect([await found(index, 'note:meanwhile'), await found(await load(), 'note:meanwhile')]).toEqual([
      1, 1,
    ]);
    expect(await found(index)).toBe(600);
  });

  describe('in two pages at once', () => {
    const X = 'arxiv:2404.10003';
    const PATIENT = { timeout: 30_000, interval: 100 };
    const ids = (count: number) => many(count).map(({ id }) => id);
    const idsFor = async (index: SearchIndex, query: string) =>
      (await index.search(query, { view: 'met' })).ids;
    /** What either page says of the paper that was tagged and saved before the change of many. */
    const said = async (index: SearchIndex) => [
      await idsFor(index, 'tag:old'),
      await idsFor(index, 'is:saved'),
      await found(index, 'tag:bulk'),
      await found(index),
    ];
    /** What an earlier test left going may be at the index still: it is asked until it is done. */
    async function storeAndIndex(count: number): Promise<void> {
      await store(count);
      await vi.waitFor(async () => {
        await updateSearch();
        expect(await waits()).toEqual([]);
      }, PATIENT);
    }
    /** Two pages that both hold in memory that X is tagged and saved. */
    async function twoPages(count: number): Promise<[SearchIndex, SearchIndex]> {
      await storeAndIndex(count);
      const pages = [await load(), await load()] as [SearchIndex, SearchIndex];
      await changeMarks([{ id: X, change: { saved: true, tags: { old: true } } }], later(1));
      for (const page of pages) {
        await page.settled();
        expect(await said(page)).toEqual([[X], [X], 0, count]);
      }
      return pages;
    }
    /** Tags them all, and takes from X what it had. */
    const bulk = (all: readonly string[]) =>
      changeMarks(
        all.map((id) => ({
          id,
          change: id === X ? { saved: false, tags: { old: false, bulk: true } } : { tags: { bulk: true } },
        })),
        later(2),
      );

    it.each([1_500, 2_500])('both are right after a change of %i papers', async (count) => {
      const [first, second] = await twoPages(count);
      await bulk(ids(count));
      await second.settled();
      // while the first is at it, what the second held in memory is no older than what is stored
      expect((await said(second)).slice(0, 2)).toEqual([[], []]);
      for (const page of [first, second])
        await vi.waitFor(async () => expect(await said(page)).toEqual([[], [], count, count]), PATIENT);
      expect(await waits()).toEqual([]);
    });

    it('what was just changed stays found while the other page takes in many', async () => {
      const count = 2_500;
      const [first, second] = await twoPages(count);
      const asked: Promise<unknown>[] = [];
      const stop = first.onUpdate(() => asked.push(idsFor(second, 'tag:old'), idsFor(second, 'is:saved')));
      await bulk(ids(count).filter((id) => id !== X));
      await second.settled();
      await vi.waitFor(async () => expect(await found(first, 'tag:bulk')).toBe(count - 1), PATIENT);
      stop();
      expect(asked.length).toBeGreaterThan(2);
      for (const answer of await Promise.all(asked)) expect(answer).toEqual([X]);
      expect((await said(second)).slice(0, 2)).toEqual([[X], [X]]);
      await changeMarks([{ id: X, change: { saved: false } }], later(3));
      await vi.waitFor(async () => expect(await said(second)).toEqual([[X], [], count - 1, count]), PATIENT);
      await first.settled();
      expect(await said(first)).toEqual([[X], [], count - 1, count]);
    });

    it('what an update stored before it failed is not hidden by what is held in memory', async () => {
      const report = vi.fn();
      vi.stubGlobal('reportError', report);
      const count = 2_500;
      await storeAndIndex(count);
      const index = await load();
      await changeMarks([{ id: X, change: { saved: true, tags: { old: true } } }], later(1));
      await index.settled();
      const stop = index.onUpdate(() => {
        stop();
        throw new Error('the page has a defect'); // the update ends after its first part
      });
      await bulk(ids(count));
      await index.settled();
      // so many changes that what is in memory is put together, over what is stored
      for (let n = 0; n < 30; n++)
        await changeMarks([{ id: ids(100)[n + 50] as string, change: { note: `n${n}` } }], later(3));
      await vi.waitFor(async () => expect(await said(index)).toEqual([[], [], count, count]), PATIENT);
      vi.unstubAllGlobals();
      expect(report).toHaveBeenCalledTimes(1);
    });

    it('a closed one asks no more', async () => {
      const [first, second] = await twoPages(2_500);
      await bulk(ids(2_500));
      await bulk(ids(2_500));
      await second.settled();
      second.close();
      const told = vi.fn();
      second.onUpdate(told);
      await first.settled();
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      await second.settled();
      expect(told).not.toHaveBeenCalled();
    });
  });

  it('follows a change of many at once, and of few', async () => {
    await store(1_200);
    const index = await load();
    const ids = many(1_200).map(({ id }) => id);
    await changeMarks(
      ids.map((id) => ({ id, change: { tags: { bulk: true } } })),
      later(1),
    );
    await index.settled();
    expect(await found(index, 'tag:bulk')).toBe(1_200);
    for (let n = 0; n < 30; n++)
      await changeMarks([{ id: ids[n] as string, change: { note: `n${n}` } }], later(2));
    await index.settled();
    expect(await found(index, 'has:note')).toBe(30);
    expect(await found(index)).toBe(1_200);
  });
});

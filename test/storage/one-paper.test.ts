import { beforeEach, describe, expect, it } from 'vitest';
import { distinctChanges } from '../../src/core/distinct.ts';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper } from '../../src/core/paper.ts';
import {
  changeMarks,
  enrichPapers,
  getRows,
  listJoined,
  makeOne,
  readAll,
  sightingsOf,
  syncEntries,
  takeApart,
} from '../../src/storage/index.ts';
import { restore } from '../../src/storage/restoring.ts';
import { days, dump, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const A = 'arxiv:2403.00001';
const B = 'doi:10.1/b';
const one = entry({ id: A, title: 'Lime against worms', authors: ['Ada Lovelace'] });
const other = entry({
  id: B,
  title: 'Lime against worms in hulls',
  authors: ['Ada Lovelace', 'Mary Shelley'],
  venue: 'Ships 7',
  site: 'springer',
});

async function both(): Promise<void> {
  await syncEntries([one], visitAt(NOW), plainTools, NOW);
  await syncEntries([other], visitAt(later(60), 'springer'), plainTools, later(60));
  await changeMarks([{ id: A, change: { saved: true, tags: { ships: true } } }], later(61));
  await changeMarks([{ id: B, change: { note: 'Read this.', tags: { paint: true } } }], later(62));
}

/** Without the order in which records were written. */
const state = async () => JSON.parse(JSON.stringify(await dump())) as unknown;

describe('two papers made one', () => {
  it('have the metadata, marks, sightings and ids of both under the stronger id', async () => {
    await both();
    const joined = await makeOne(B, A, later(70));
    expect(joined).toMatchObject({ at: later(70), ids: [B, A], into: A });
    const { rows } = await getRows([B]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.paper).toMatchObject({
      id: A,
      title: 'Lime against worms in hulls',
      authors: ['Ada Lovelace', 'Mary Shelley'],
      venue: 'Ships 7',
    });
    expect(rows[0]?.paper.seen.count).toBe(2);
    expect(rows[0]?.paper.topics.map(({ id }) => id)).toEqual(['reasoning']);
    expect(rows[0]?.mark).toMatchObject({
      saved: { value: true },
      note: { value: 'Read this.' },
      tags: { ships: { value: true }, paint: { value: true } },
    });
    expect((await sightingsOf(A)).map(({ site }) => site)).toEqual(['arxiv', 'springer']);
  });

  it('are found as one when either is met again', async () => {
    await both();
    await makeOne(A, B, later(70));
    await syncEntries([other], visitAt(days(1), 'springer'), plainTools, days(1));
    const { papers } = (await dump()) as { papers: unknown[] };
    expect(papers).toHaveLength(1);
  });

  it('even of one kind of id, which only the reader can know', async () => {
    await syncEntries([one, { ...other, id: 'arxiv:2403.00002' }], visitAt(), plainTools, NOW);
    const joined = await makeOne('arxiv:2403.00002', A, later(1));
    expect(joined?.into).toBe(A);
    await syncEntries([{ ...other, id: 'arxiv:2403.00002' }], visitAt(days(1)), plainTools, days(1));
    expect((await getRows([A, 'arxiv:2403.00002'])).rows.map(({ paper }) => paper.id)).toEqual([A, A]);
  });

  it('taken apart are as they were, to the byte', async () => {
    await both();
    const before = await state();
    const joined = await makeOne(A, B, later(70));
    expect(await state()).not.toEqual(before);
    expect(await takeApart(joined?.at ?? '')).toEqual([A, B]);
    expect(await state()).toEqual(before);
    expect(await listJoined()).toEqual([]);
  });

  it('taken apart later keep what was decided and met since', async () => {
    await both();
    const joined = await makeOne(A, B, later(70));
    await changeMarks([{ id: A, change: { rating: 5 } }], later(80));
    await syncEntries([one], visitAt(days(1)), plainTools, days(1));
    await takeApart(joined?.at ?? '');
    const { rows } = await getRows([A, B]);
    expect(rows[0]?.mark).toEqual({
      id: A,
      saved: { value: true, at: later(61) },
      tags: { ships: { value: true, at: later(61) } },
      rating: { value: 5, at: later(80) },
    });
    expect(rows[0]?.paper).toMatchObject({
      title: 'Lime against worms',
      seen: { count: 2, last: { at: days(1) } },
    });
    expect(rows[1]?.mark).toMatchObject({ note: { value: 'Read this.' } });
    expect(rows[1]?.mark?.rating).toBeUndefined();
  });

  describe('with a third', () => {
    const C = 'doi:10.1/c';
    const third = {
      ...other,
      id: C,
      title: 'Kettles and their lids',
      authors: ['Grace Hopper'],
      aliases: [],
    };
    const three = async () => {
      await both();
      await syncEntries([third], visitAt(later(63), 'springer'), plainTools, later(63));
      await changeMarks([{ id: C, change: { saved: true, note: 'Lids.' } }], later(64));
    };

    it('are taken apart from that first, so that nothing of the three is lost', async () => {
      for (const [a, b] of [
        [A, C],
        [B, C],
        [C, A],
      ] as const) {
        await freshDatabase();
        await three();
        const before = await state();
        const first = await makeOne(A, B, later(70));
        await makeOne(a, b, later(71));
        const ids = await takeApart(first?.at ?? '');
        expect([...(ids ?? [])].sort()).toEqual([A, B, C]);
        expect(await state()).toEqual(before);
        expect(await listJoined()).toEqual([]);
      }
    });

    it('that was joined with the weaker one before stay with it when they are taken apart', async () => {
      await three();
      await makeOne(B, C, later(70));
      const between = await state();
      const last = await makeOne(A, B, later(71));
      expect(await takeApart(last?.at ?? '')).toEqual([A, B]);
      expect(await state()).toEqual(between);
    });

    it('and a fourth that were joined by themselves stay so', async () => {
      await three();
      const D = 'doi:10.1/d';
      await syncEntries(
        [{ ...third, id: D, title: 'Lids without kettles' }],
        visitAt(later(65), 'springer'),
        plainTools,
        later(65),
      );
      const first = await makeOne(A, B, later(70));
      await makeOne(C, D, later(71));
      expect(await takeApart(first?.at ?? '')).toEqual([A, B]);
      expect((await listJoined()).map(({ ids }) => ids)).toEqual([[C, D]]);
    });
  });

  it('of what is one already, or gone, nothing is made', async () => {
    await both();
    expect(await makeOne(A, A, NOW)).toBeUndefined();
    expect(await makeOne(A, 'arxiv:2403.99999', NOW)).toBeUndefined();
    await makeOne(A, B, NOW);
    expect(await makeOne(A, B, later(1))).toBeUndefined();
    expect(await takeApart('nonsense')).toBeUndefined();
  });

  it('are listed, the latest first; of the last fifty only', async () => {
    const many = Array.from({ length: 52 }, (_, n) => [
      { ...one, id: `arxiv:2501.0${1000 + n}`, title: `Kettles boil ${n} times` },
      { ...one, id: `arxiv:2502.0${1000 + n}`, title: `Kettles boil ${n} times over` },
    ]).flat();
    await syncEntries(many, visitAt(), plainTools, NOW);
    for (let n = 0; n < 52; n++) await makeOne(many[2 * n]!.id, many[2 * n + 1]!.id, later(n));
    const all = await listJoined();
    expect(all).toHaveLength(50);
    expect(all[0]).toEqual({
      at: later(51),
      ids: ['arxiv:2501.01051', 'arxiv:2502.01051'],
      into: 'arxiv:2501.01051',
      titles: ['Kettles boil 51 times', 'Kettles boil 51 times over'],
    });
  });
});

describe('"not the same"', () => {
  it('is kept with each paper, merges by time and can be taken back', async () => {
    await both();
    const [done] = await changeMarks([{ id: A, change: { distinct: { [B]: true } } }], later(70));
    expect(done?.after.distinct).toEqual({ [B]: { value: true, at: later(70) } });
    expect((await getRows([A])).rows[0]?.mark?.distinct?.[B]?.value).toBe(true);
  });
});

describe('two papers that the reader said are not the same', () => {
  const alike = { ...other, title: one.title, authors: one.authors };

  it('stay two when their titles become equal', async () => {
    await both();
    await changeMarks(distinctChanges(A, B), later(63));
    await syncEntries([alike], visitAt(later(70), 'springer'), plainTools, later(70));
    const { rows } = await getRows([A, B]);
    expect(rows.map(({ paper }) => paper.id).sort()).toEqual([A, B]);
    expect(rows.find(({ paper }) => paper.id === A)?.mark?.saved?.value).toBe(true);
    expect(rows.find(({ paper }) => paper.id === B)?.mark?.note?.value).toBe('Read this.');
    await syncEntries([one, alike], visitAt(later(140)), plainTools, later(140));
    expect((await getRows([A, B])).rows.map(({ paper }) => paper.id).sort()).toEqual([A, B]);
  });

  it('stay two when a page gives one of them both ids', async () => {
    await both();
    await changeMarks(distinctChanges(A, B), later(63));
    await syncEntries([{ ...one, aliases: [B] }], visitAt(later(70)), plainTools, later(70));
    expect((await getRows([A, B])).rows.map(({ paper }) => paper.id).sort()).toEqual([A, B]);
  });

  it('stay two in a library that they are restored into', async () => {
    await both();
    await changeMarks(distinctChanges(A, B), later(63));
    await syncEntries([alike], visitAt(later(70), 'springer'), plainTools, later(70));
    const parts = { papers: [] as Paper[], marks: [] as Mark[], rules: [], sightings: [] };
    for await (const record of readAll()) {
      if (record.kind === 'paper') parts.papers.push(record.value);
      if (record.kind === 'mark') parts.marks.push(record.value);
    }
    for (const papers of [parts.papers, [...parts.papers].reverse()]) {
      await freshDatabase();
      await restore({ ...parts, papers });
      const { rows } = await getRows([A, B]);
      expect(rows.map(({ paper, mark }) => [paper.id, mark?.note?.value])).toEqual([
        [A, undefined],
        [B, 'Read this.'],
      ]);
    }
  });

  it('stay two when a look-up gives either the id of the other', async () => {
    for (const [id, foreign] of [
      [A, B],
      [B, A],
    ] as const) {
      await freshDatabase();
      await both();
      await changeMarks(distinctChanges(A, B), later(63));
      const answer = { key: 'k', state: 'found' as const, at: later(64), until: days(9) };
      await enrichPapers([{ id, patch: { ids: [foreign] }, answer }], plainTools, later(64));
      const { rows } = await getRows([A, B]);
      expect(rows.map(({ paper, mark }) => [paper.id, paper.title, mark?.note?.value])).toEqual([
        [A, one.title, undefined],
        [B, other.title, 'Read this.'],
      ]);
    }
  });

  it('stay two when a page names the other id first, and neither takes the place of the other', async () => {
    await both();
    await changeMarks(distinctChanges(A, B), later(63));
    await syncEntries([{ ...other, aliases: [A] }], visitAt(later(70), 'springer'), plainTools, later(70));
    const { rows } = await getRows([A, B]);
    expect(rows.map(({ paper, mark }) => [paper.id, paper.title, mark?.saved?.value])).toEqual([
      [A, one.title, true],
      [B, other.title, undefined],
    ]);
  });

  it('are one once the reader says so, when either is met again too', async () => {
    await both();
    await changeMarks(distinctChanges(A, B), later(63));
    await makeOne(A, B, later(70));
    for (const met of [one, other]) await syncEntries([met], visitAt(later(140)), plainTools, later(140));
    const { rows } = await getRows([A, B]);
    expect(rows.map(({ paper, mark }) => [paper.id, mark?.note?.value])).toEqual([
      [A, 'Read this.'],
      [A, 'Read this.'],
    ]);
  });

  it('become one where it was not said', async () => {
    await both();
    await syncEntries([{ ...one, aliases: [B] }], visitAt(later(70)), plainTools, later(70));
    const { rows } = await getRows([A, B]);
    expect(new Set(rows.map(({ paper }) => paper.id))).toEqual(new Set([A]));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { changeMarks, openDb, syncEntries } from '../../src/storage/index.ts';
import { noteReviewed, placeOf, readQueue } from '../../src/storage/queue.ts';
import { days, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const id = (n: number) => `arxiv:2403.0000${n}`;
const meet = (numbers: readonly number[], at = NOW) =>
  syncEntries(
    numbers.map((n, i) => entry({ id: id(n), position: i + 1 })),
    visitAt(at),
    plainTools,
    at,
  );
const all = [1, 2, 3, 4, 5].map(id);

describe('the queue of a page', () => {
  it('has flagged papers and new ones, each in page order, and nothing that was decided', async () => {
    await meet([5, 4, 3, 2, 1]);
    await changeMarks(
      [
        { id: id(1), change: { saved: true } },
        { id: id(2), change: { flagged: true } },
        { id: id(4), change: { dismissed: true } },
      ],
      later(1),
    );
    expect(await readQueue({ ids: all }, later(2))).toEqual({
      flagged: [id(2)],
      fresh: [id(3), id(5)],
      older: [],
    });
  });

  it('leaves a paper with a reading status out, and not one that has only a note or tag', async () => {
    await meet([1, 2, 3]);
    await changeMarks(
      [
        { id: id(1), change: { status: 'to-read' } },
        { id: id(2), change: { note: 'n' } },
        { id: id(3), change: { tags: { t: true } } },
      ],
      later(1),
    );
    expect((await readQueue({ ids: all }, later(2))).fresh).toEqual([id(2), id(3)]);
  });

  it('sets papers met on earlier days apart', async () => {
    await meet([1, 2]);
    await meet([2, 3], days(1));
    const queue = await readQueue({ ids: all }, days(1));
    expect(queue).toEqual({ flagged: [], fresh: [id(3)], older: [id(1), id(2)] });
  });

  it('follows aliases and names a paper once', async () => {
    await syncEntries([entry({ id: id(1), doi: '10.1145/1' })], visitAt(), plainTools, NOW);
    expect((await readQueue({ ids: ['doi:10.1145/1', id(1), 'arxiv:2403.09999'] }, NOW)).fresh).toEqual([
      id(1),
    ]);
  });

  it('leaves out what cannot be read', async () => {
    await meet([1, 2]);
    await (await openDb()).put('papers', { id: id(1), title: 7 } as never);
    expect((await readQueue({ ids: all }, NOW)).fresh).toEqual([id(2)]);
  });

  it('takes more papers than one chunk', async () => {
    const many = Array.from({ length: 1_201 }, (_, n) => `arxiv:2403.${String(10_000 + n)}`);
    for (let at = 0; at < many.length; at += 100) {
      await syncEntries(
        many.slice(at, at + 100).map((one) => entry({ id: one, title: `Paper ${one}` })),
        visitAt(),
        plainTools,
        NOW,
      );
    }
    const parts: number[] = [];
    const queue = await readQueue({ ids: many }, NOW, ({ fresh }) => parts.push(fresh.length));
    expect(queue.fresh).toEqual(many);
    expect(parts).toEqual([150, 300, 450, 600, 750, 900, 1_050, 1_200]);
  });
});

describe('the queue of some days', () => {
  it('has what was first met since then, the last met first, and what was flagged since', async () => {
    await meet([1, 2]);
    await meet([3], days(2));
    await meet([2, 4], days(3));
    await changeMarks([{ id: id(1), change: { flagged: true } }], days(3));
    expect(await readQueue({ since: days(1) }, days(3))).toEqual({
      flagged: [id(1)],
      fresh: [id(4), id(3)],
      older: [id(2)],
    });
    expect((await readQueue({ since: days(4) }, days(4))).fresh).toEqual([]);
  });
});

describe('what was looked at', () => {
  it('does not wait again', async () => {
    await meet([1, 2, 3]);
    await noteReviewed([id(1)], later(1));
    await noteReviewed([id(3)], later(2));
    expect((await readQueue({ ids: all }, later(3))).fresh).toEqual([id(2)]);
  });

  it('is known under another id of the same paper', async () => {
    await meet([1]);
    await noteReviewed(['doi:10.1145/1'], later(1));
    await syncEntries([entry({ id: id(1), doi: '10.1145/1' })], visitAt(later(2)), plainTools, later(2));
    expect((await readQueue({ ids: all }, later(3))).fresh).toEqual([]);
  });

  it('waits again when it is flagged afterwards, not when it was flagged before', async () => {
    await meet([1, 2]);
    await changeMarks([{ id: id(1), change: { flagged: true } }], later(1));
    await noteReviewed([id(1), id(2)], later(2));
    await changeMarks([{ id: id(2), change: { flagged: true } }], later(3));
    expect((await readQueue({ ids: all }, later(4))).flagged).toEqual([id(2)]);
  });

  it('is remembered over days, the latest look counting, and forgotten after 90', async () => {
    await meet([1]);
    await noteReviewed([id(1)], days(0));
    await changeMarks([{ id: id(1), change: { flagged: true } }], days(1));
    expect((await readQueue({ ids: all }, days(2))).flagged).toEqual([id(1)]);
    await noteReviewed([id(1)], days(2));
    expect((await readQueue({ ids: all }, days(2))).flagged).toEqual([]);
    await noteReviewed([id(2)], days(91));
    const keys = await (await openDb()).getAllKeys('meta');
    expect(keys.filter((key) => key.startsWith('reviewed:'))).toEqual([
      'reviewed:2026-03-19',
      'reviewed:2026-06-16',
    ]);
  });
});

it('a paper without any mark waits as new or as older', () => {
  const seen = { count: 1, first: { at: NOW, site: 's' }, last: { at: NOW, site: 's' }, bySite: {} };
  const paper = { id: id(1), aliases: [], seen };
  expect(placeOf({ paper }, new Map(), true)).toBe('fresh');
  expect(placeOf({ paper }, new Map(), false)).toBe('older');
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import type { Paper } from '../../src/core/paper.ts';
import { readBackup } from '../../src/exchange/from/backup.ts';
import {
  changeMarks,
  citeKeys,
  counts,
  getRows,
  keyedMarks,
  keysBeside,
  openDb,
  setCiteKeys,
  syncEntries,
} from '../../src/storage/index.ts';
import { previewRestore, restore } from '../../src/storage/restoring.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const [a, b] = ['arxiv:2403.00001', 'arxiv:2403.00002'] as const;

test('keys the reader asks for take the place of those that were given, and nothing else changes', async () => {
  await syncEntries([entry({ id: a }), entry({ id: b })], visitAt(NOW), plainTools, NOW);
  await changeMarks([{ id: a, change: { saved: true } }], later(1));
  await setCiteKeys(new Map([[a, 'first']]), later(5));
  await setCiteKeys(
    new Map([
      [a, 'second'],
      [b, 'other'],
    ]),
    later(2),
    true,
  );
  expect(await citeKeys()).toEqual(
    new Map([
      ['second', a],
      ['other', b],
    ]),
  );
  expect(await counts()).toEqual({ papers: 2, saved: 1, flagged: 0 });
  const [row] = (await getRows([a])).rows;
  // the clock went backwards: the new key is still the later one
  const at = new Date(Date.parse(later(5)) + 1).toISOString();
  expect(row?.mark?.citeKey).toEqual({ value: 'second', at, asked: true });
  expect(row?.mark?.saved?.value).toBe(true);
  await setCiteKeys(new Map([[a, 'third']]), later(9));
  expect([...(await citeKeys()).keys()]).toContain('second');
});

test('of two copies the key that was asked for stays, in whatever order they meet', () => {
  const mark = (value: string, minute: number, asked?: true): Mark => ({
    id: a,
    citeKey: { value, at: later(minute), ...(asked ? { asked } : {}) },
  });
  const kept = (x: Mark, y: Mark) => mergeMarks(x, y).citeKey?.value;
  const cases: [Mark, Mark, string][] = [
    [mark('first', 1), mark('second', 2), 'first'],
    [mark('first', 1), mark('asked', 9, true), 'asked'],
    [mark('asked', 1, true), mark('given', 9), 'asked'],
    [mark('asked', 1, true), mark('asked again', 2, true), 'asked again'],
    [mark('asked', 1, true), { id: a }, 'asked'],
  ];
  for (const [x, y, value] of cases) expect([kept(x, y), kept(y, x)]).toEqual([value, value]);
});

test('a backup keeps that a key was asked for', () => {
  const lines = [
    { format: 'manicule', version: 1, exported: NOW },
    { kind: 'mark', value: { id: a, citeKey: { value: 'k', at: NOW, asked: true } } },
  ];
  expect(readBackup(lines.map((line) => JSON.stringify(line)).join('\n')).marks).toEqual([
    { id: a, citeKey: { value: 'k', at: NOW, asked: true } },
  ]);
});

test('a key that another machine gave to another paper stays that of the paper that had it first', async () => {
  const given = (id: string, minute: number, asked?: true) => ({
    id,
    citeKey: { value: 'lovelace2024attention', at: later(minute), ...(asked ? { asked } : {}) },
  });
  const none = { papers: [], rules: [], sightings: [] };
  const owners = async () => [await citeKeys(), (await keyedMarks([a, b])).keys, await keysBeside([a])];
  const all = (id: string) => Array(3).fill(new Map([['lovelace2024attention', id]]));
  await syncEntries([entry({ id: a }), entry({ id: b })], visitAt(NOW), plainTools, NOW);
  await restore({ ...none, marks: [given(b, 2)] } as never);
  expect(await owners()).toEqual(all(b));
  await restore({ ...none, marks: [given(a, 1)] } as never);
  expect(await owners()).toEqual(all(a));
  await restore({ ...none, marks: [given(b, 9, true)] } as never);
  expect(await owners()).toEqual(all(b));
});

test('of a thousand keys and more, one that two papers have is decided wherever the marks read at once end', async () => {
  const idOf = (n: number) => `arxiv:2404.0${String(n).padStart(4, '0')}`;
  const keyOf = (n: number) => `key${String(n).padStart(4, '0')}`;
  const db = await openDb();
  const tx = db.transaction('marks', 'readwrite');
  const put = (id: string, value: string, minute: number) =>
    void tx.store.put({ id, citeKey: { value, at: later(minute) } } as never);
  for (let n = 0; n < 999; n++) put(idOf(n), keyOf(n), 0);
  // the thousandth and the one after it, which had the key first
  put(idOf(1000), keyOf(999), 2);
  put(idOf(1001), keyOf(999), 1);
  put(idOf(1002), keyOf(1000), 0);
  await tx.done;
  const keys = new Map(Array.from({ length: 999 }, (_, n) => [keyOf(n), idOf(n)]));
  keys.set(keyOf(999), idOf(1001)).set(keyOf(1000), idOf(1002));
  expect(await citeKeys()).toEqual(keys);
  expect(await keysBeside([a])).toEqual(keys);
  const keyed = await keyedMarks([a]);
  expect(keyed.keys).toEqual(keys);
  expect([keyed.marks.size, keyed.whole]).toEqual([1002, false]);
});

test('more papers with one key than are read at once are all met', async () => {
  const db = await openDb();
  const tx = db.transaction('marks', 'readwrite');
  for (let n = 0; n < 2_100; n++) {
    const id = `arxiv:2404.0${String(n).padStart(4, '0')}`;
    void tx.store.put({ id, citeKey: { value: 'same', at: later(2_100 - n) } } as never);
  }
  void tx.store.put({ id: b, citeKey: { value: 'then', at: later(0) } } as never);
  await tx.done;
  const keyed = await keyedMarks([a]);
  expect(keyed.keys).toEqual(
    new Map([
      ['same', 'arxiv:2404.02099'],
      ['then', b],
    ]),
  );
  expect(keyed.marks.size).toBe(2_101);
});

describe('a restore tells of cite keys that two papers have', () => {
  const mark = (id: string, value: string, minute: number, asked?: true): Mark => ({
    id,
    citeKey: { value, at: later(minute), ...(asked ? { asked } : {}) },
  });
  const parts = (...marks: Mark[]) => ({ papers: [], rules: [], sightings: [], marks });
  /** As it was told before, and then of what was done. */
  const told = async (of: Parameters<typeof restore>[0]) => [
    (await previewRestore(of)).contestedKeys,
    (await restore(of)).contestedKeys,
  ];

  test('once, whichever of them it stays with', async () => {
    await setCiteKeys(new Map([[a, 'loom']]), later(5));
    expect(await told(parts(mark(b, 'loom', 9)))).toEqual([1, 1]);
    expect((await citeKeys()).get('loom')).toBe(a);
    expect(await told(parts(mark(b, 'loom', 9)))).toEqual([0, 0]);
    expect(await told(parts(mark('arxiv:2403.00003', 'loom', 1, true)))).toEqual([1, 1]);
    expect((await citeKeys()).get('loom')).toBe('arxiv:2403.00003');
  });

  test('not of one that its paper keeps, gives up or gets back', async () => {
    await setCiteKeys(
      new Map([
        [a, 'loom'],
        [b, 'shuttle'],
      ]),
      later(5),
    );
    // the later one stays that of the file's only paper
    expect(await told(parts(mark(a, 'loom', 9), mark(b, 'weft', 9)))).toEqual([0, 0]);
    // they change places
    expect(await told(parts(mark(a, 'shuttle', 9, true), mark(b, 'loom', 9, true)))).toEqual([0, 0]);
    expect(await citeKeys()).toEqual(
      new Map([
        ['shuttle', a],
        ['loom', b],
      ]),
    );
  });

  test('those of a file itself too, however far apart', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => `arxiv:2405.0${String(n).padStart(4, '0')}`);
    const marks = ids.map((id, n) => mark(id, `key${n % 120}`, n));
    expect(await told(parts(...marks))).toEqual([10, 10]);
  });

  test('not of a paper that was known by another id', async () => {
    await syncEntries([entry({ id: 'doi:10.5555/1', title: 'A loom' })], visitAt(NOW), plainTools, NOW);
    await setCiteKeys(new Map([['doi:10.5555/1', 'loom']]), later(5));
    const [row] = (await getRows(['doi:10.5555/1'])).rows;
    const paper = { ...(row?.paper as Paper), id: a, aliases: ['doi:10.5555/1'] };
    const file = { ...parts(mark(a, 'loom', 9)), papers: [paper] };
    expect(await told(file)).toEqual([0, 0]);
    expect(await citeKeys()).toEqual(new Map([['loom', a]]));
  });
});

import { beforeEach, expect, test } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { readBackup } from '../../src/exchange/from/backup.ts';
import {
  changeMarks,
  citeKeys,
  counts,
  getRows,
  keyedMarks,
  keysBeside,
  setCiteKeys,
  syncEntries,
} from '../../src/storage/index.ts';
import { restore } from '../../src/storage/restoring.ts';
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

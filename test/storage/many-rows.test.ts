/** Many papers at once are read by ranges: what comes out must be what asking for each gives. */
import { beforeEach, expect, test } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import {
  changeMarks,
  citeKeys,
  getKeyedRows,
  getRows,
  keyedMarks,
  keysBeside,
  openDb,
  setCiteKeys,
  syncEntries,
} from '../../src/storage/index.ts';
import { entry, freshDatabase, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const idOf = (n: number): string => `arxiv:2601.${String(n).padStart(5, '0')}`;

async function fill(count: number): Promise<void> {
  for (let at = 0; at < count; at += 100) {
    const entries = Array.from({ length: Math.min(100, count - at) }, (_, n) => entry({ id: idOf(at + n) }));
    await syncEntries(entries, visitAt(), plainTools, NOW);
  }
}

test.each([
  ['all of them', (n: number) => n >= 0],
  ['every third', (n: number) => n % 3 === 0],
  ['every seventh, and a dense part', (n: number) => n % 7 === 0 || n > 1_500],
])('%s, in the order asked for', async (_, wanted) => {
  await fill(2_000);
  const ids = Array.from({ length: 2_000 }, (_unused, n) => n)
    .filter(wanted)
    .map(idOf)
    .reverse();
  const { rows, corrupt } = await getRows([...ids, 'arxiv:2601.99999', 'title:nobody']);
  expect(rows.map(({ paper }) => paper.id)).toEqual(ids);
  expect(corrupt).toEqual([]);
});

test('a record that cannot be read is named, an alias is followed', async () => {
  await fill(600);
  await syncEntries([entry({ id: idOf(3), aliases: ['doi:10.1/three'] })], visitAt(), plainTools, NOW);
  const db = await openDb();
  await db.put('papers', { id: idOf(5), title: 7 } as never);
  const ids = Array.from({ length: 600 }, (_, n) => idOf(n)).filter((id) => id !== idOf(3));
  const { rows, corrupt } = await getRows(['doi:10.1/three', ...ids]);
  expect(corrupt).toEqual([idOf(5)]);
  expect(rows.map(({ paper }) => paper.id)).toEqual([idOf(3), ...ids.filter((id) => id !== idOf(5))]);
});

test('cite keys are all told, however many', async () => {
  const keys = new Map(Array.from({ length: 2_500 }, (_, n) => [idOf(n), `key${n}`]));
  await setCiteKeys(keys, NOW);
  expect(new Map([...(await citeKeys())].map(([key, id]) => [id, key]))).toEqual(keys);
});

test('marks that were read with their cite keys need not be read again', async () => {
  await fill(1_000);
  const ids = Array.from({ length: 1_000 }, (_, n) => idOf(n));
  const keyed = ids.filter((_, n) => n % 3 > 0);
  await changeMarks(
    ids.filter((_, n) => n % 2 === 0).map((id) => ({ id, change: { saved: true } })),
    NOW,
  );
  await setCiteKeys(new Map(keyed.map((id) => [id, `key${id}`])), NOW);
  // a paper without a mark, one met under another name, one in the trash, and marks and papers that cannot be read
  await syncEntries([entry({ id: idOf(4), aliases: ['doi:10.1/four'] })], visitAt(), plainTools, NOW);
  await changeMarks([{ id: idOf(10), change: { trashed: true } }], NOW);
  const db = await openDb();
  await db.put('papers', { id: idOf(5), title: 7 } as never);
  await db.put('marks', { id: idOf(6), saved: 7 } as never);
  await db.put('marks', { id: idOf(8), citeKey: 7 } as never);
  await db.put('marks', { id: idOf(7), citeKey: { value: 'odd', at: 7 } } as never);
  const asked = [...ids.filter((id) => id !== idOf(4)), 'doi:10.1/four', 'title:nobody'];
  const rows = await getRows(asked);
  expect(rows.corrupt).toEqual([idOf(5), idOf(6), idOf(7), idOf(8)]);
  const cut = Array.from({ length: 4_000 }, (_, n) => idOf(n % 1_200));
  // all marks, in one piece or in several, or those with a cite key alone
  for (const [wanted, whole] of [
    [ids.slice(0, 900), true],
    [asked, true],
    [cut, true],
    [cut.map(() => idOf(3)), true],
    [ids.slice(0, 10), false],
  ] as const) {
    const keyed = await keyedMarks(wanted);
    expect(keyed.keys).toEqual(await citeKeys());
    expect(await keysBeside(wanted)).toEqual(keyed.keys);
    expect(keyed.whole).toBe(whole);
    const without = [...keyed.marks.values()].filter((mark) => !(mark as Mark).citeKey);
    expect(without.length > 0).toBe(whole);
    expect(keyed.marks.size).toBe(await (whole ? db.count('marks') : db.countFromIndex('marks', 'citeKey')));
    expect(await getKeyedRows(asked, Promise.resolve(keyed))).toEqual(rows);
  }
});

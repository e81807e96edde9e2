/** The retention sweep beside a restore that is under way: its papers come before its marks. */
import { beforeEach, expect, it } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper } from '../../src/core/paper.ts';
import { changeMarks, getRows, readAll, sweep, sweepIfDue, syncEntries } from '../../src/storage/index.ts';
import { itemsOf, layDown, mergeJob, undoRestore } from '../../src/storage/restoring.ts';
import { days, entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const ids = Array.from({ length: 300 }, (_, n) => `arxiv:2401.${10_000 + n}`);

/** A library of papers met and saved two years ago. */
async function library() {
  const entries = ids.map((id) => entry({ id, title: `Saved ${id}` }));
  for (let at = 0; at < entries.length; at += 100)
    await syncEntries(entries.slice(at, at + 100), visitAt(days(-730)), plainTools, days(-730));
  await changeMarks(
    ids.map((id) => ({ id, change: { saved: true, note: 'important' } })),
    days(-729),
  );
  const parts = { papers: [] as Paper[], marks: [] as Mark[], rules: [], sightings: [] };
  for await (const { kind, value } of readAll()) {
    if (kind === 'paper') parts.papers.push(value);
    if (kind === 'mark') parts.marks.push(value);
  }
  return parts;
}

it('deletes nothing while a restore is merged, goes on, or is undone', async () => {
  const parts = await library();
  await freshDatabase();
  await layDown({ name: 'backup', kind: 'restore' }, [itemsOf(parts)], { now: NOW });
  const stop = new AbortController();
  const half = mergeJob({ now: NOW, signal: stop.signal, onProgress: (done) => done >= 200 && stop.abort() });
  await expect(half).rejects.toThrow();
  expect(await sweepIfDue(365, later(1))).toBe(0);
  expect(await sweep(365, later(1))).toBe(0);
  await mergeJob({ now: later(2) });
  expect((await getRows(ids)).rows.map(({ mark }) => mark?.note?.value)).toEqual(ids.map(() => 'important'));
  // and the day's sweep is still to come
  await syncEntries([entry({ id: 'arxiv:2401.00001' })], visitAt(days(-730)), plainTools, days(-730));
  expect(await sweepIfDue(365, later(3))).toBe(1);
  expect((await getRows(ids)).rows).toHaveLength(300);
  expect(await undoRestore()).toBe(true);
  expect((await getRows(ids)).rows).toHaveLength(0);
});

import { beforeEach, expect, test } from 'vitest';
import { changeMarks, counts, getRows, scanPapers, syncEntries } from '../../src/storage/index.ts';
import { Counting } from '../../src/ui/options/counting.ts';
import { blankRule } from '../../src/ui/options/drafts.ts';
import { flagStored } from '../../src/ui/options/flag-stored.ts';
import { entry, freshDatabase, NOW, plainTools, visitAt } from '../storage/setup.ts';

beforeEach(freshDatabase);

const ids = Array.from({ length: 5 }, (_, n) => `arxiv:2403.0000${n + 1}`);
const rule = { ...blankRule('2026-01-01T00:00:00.000Z', 'r'), words: ['GUI agent'] };
const flagOf = async (id: string) => (await getRows([id])).rows[0]?.mark?.flagged?.value;

async function store() {
  const entries = ids.map((id, n) =>
    entry({ id, title: n < 4 ? `A GUI agent, part ${n}` : 'Something else' }),
  );
  await syncEntries(entries, visitAt(NOW), plainTools, NOW);
}

test('flags what was stored before the rule, leaves decisions by hand, and takes exactly its own back', async () => {
  await store();
  const [first = '', second = '', third = ''] = ids;
  await changeMarks(
    [
      { id: first, change: { flagged: true } },
      { id: second, change: { flagged: false } },
    ],
    NOW,
  );
  const seen: number[] = [];
  const { flagged, left, undo } = await flagStored(rule, ids, (done) => seen.push(done));
  expect([flagged, left, seen]).toEqual([2, 2, [5]]);
  expect((await flagOf(first))?.reasons.map((reason) => reason.by)).toEqual(['hand']);
  expect(await flagOf(second)).toEqual({ on: false, reasons: [] });
  expect(await flagOf(third)).toEqual({
    on: true,
    reasons: [{ by: 'rule', rule: 'r', text: 'watch: “GUI agent”' }],
  });
  expect((await counts()).flagged).toBe(3);

  expect(await flagStored(rule, ids, () => undefined)).toMatchObject({ flagged: 0, left: 4 });

  await changeMarks([{ id: third, change: { flagged: true } }], NOW); // decided by hand since
  await undo();
  expect((await flagOf(third))?.reasons[0]?.by).toBe('hand');
  expect(await flagOf(ids[3] ?? '')).toBeUndefined();
  expect((await counts()).flagged).toBe(2);
  // taken back is not forbidden: the rule may flag it again
  expect((await flagStored(rule, ids, () => undefined)).flagged).toBe(1);
});

test('counts what is stored, reads once, and reads again after papers changed', async () => {
  await store();
  let scans = 0;
  const counting = new Counting(async (onChunk, signal) => {
    scans++;
    const chunks: Promise<unknown>[] = [];
    await scanPapers((papers) => void chunks.push(Promise.resolve(onChunk(papers))), signal);
    await Promise.all(chunks);
  });
  const matched = async () => (await (await counting.counter()).count(rule)).matched;
  expect([await matched(), await matched(), scans]).toEqual([4, 4, 1]);
  expect(counting.read.value).toBe(5);
  await syncEntries(
    [entry({ id: 'arxiv:2403.00009', title: 'One more GUI agent' })],
    visitAt(NOW),
    plainTools,
    NOW,
  );
  counting.forget();
  expect([await matched(), scans, counting.version.value]).toEqual([5, 2, 1]);
});

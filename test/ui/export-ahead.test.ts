import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDb } from '../../src/storage/db.ts';
import { changeMarks, syncEntries } from '../../src/storage/index.ts';
import { MarksAhead } from '../../src/ui/shared/export-ahead.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from '../storage/setup.ts';

const IDS = ['arxiv:2403.00010', 'arxiv:2403.00011'] as const;
const ids = IDS.join('\n');

beforeEach(async () => {
  await freshDatabase();
  await syncEntries(
    IDS.map((id) => entry({ id })),
    visitAt(),
    plainTools,
    NOW,
  );
  await changeMarks([{ id: IDS[0], change: { saved: true } }], later(1));
});
afterEach(() => {
  vi.useRealTimers();
});

/** Stores a mark behind everyone's back: whoever read before does not have it. */
async function unseen(): Promise<void> {
  const db = await openDb();
  const mark = await db.get('marks', IDS[0]);
  await db.put('marks', { ...(mark as object), id: IDS[1] } as never);
}

const known = async (ahead: MarksAhead, of = ids): Promise<string[]> => [
  ...(await ahead.take(of)).marks.keys(),
];

it('gives what was read before it was asked for, once', async () => {
  const ahead = new MarksAhead();
  ahead.readAhead(ids);
  await vi.waitFor(async () => expect((await openDb()).name).toBe('manicule'));
  await new Promise((done) => setTimeout(done, 50)); // read meanwhile
  await unseen();
  expect(await known(ahead)).toEqual([IDS[0]]);
  expect(await known(ahead)).toEqual([...IDS]);
});

it('reads again where others are asked for, where something changed, and after some seconds', async () => {
  const ahead = new MarksAhead();
  ahead.readAhead(ids);
  expect(await known(ahead, IDS[0])).toEqual([IDS[0]]);

  ahead.readAhead(ids);
  await changeMarks([{ id: IDS[1], change: { flagged: true } }], later(2));
  expect(await known(ahead)).toEqual([...IDS]);

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await changeMarks([{ id: IDS[1], change: { flagged: false } }], later(3));
  ahead.readAhead(ids);
  const before = (await ahead.take(ids)).marks;
  ahead.readAhead(ids);
  const read = vi.getTimerCount();
  vi.advanceTimersByTime(10_000);
  expect([read, vi.getTimerCount()]).toEqual([1, 0]);
  await unseen();
  expect((await ahead.take(ids)).marks.get(IDS[1])).not.toEqual(before.get(IDS[1]));
});

it('asks for nothing where there are no papers', async () => {
  const { keys, marks } = await new MarksAhead().take('');
  expect([keys.size, marks.size]).toEqual([0, 0]);
});

/** What a page's first script reads is what the page's code would read, and only as long as that cannot have changed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginReading, type Wanted } from '../../src/storage/first-read.ts';
import { changeMarks, closeDb, firstOfView, openDb, syncEntries } from '../../src/storage/index.ts';
import { VERSION } from '../../src/storage/migrations.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

const scope = globalThis as { maniculeBegun?: unknown };
const [a, b, c] = ['arxiv:2403.00001', 'arxiv:2403.00002', 'arxiv:2403.00003'] as const;
const SAVED: Wanted = { view: 'saved', limit: 3, from: 1, filled: 1 };

beforeEach(async () => {
  await freshDatabase();
  await syncEntries(
    [a, b, c].map((id) => entry({ id })),
    visitAt(),
    plainTools,
    NOW,
  );
  for (const [at, id] of [a, b, c].entries())
    await changeMarks([{ id, change: { saved: true } }], later(at + 1));
});
afterEach(async () => {
  await closeDb();
  delete scope.maniculeBegun;
});

/** As a page does: the script, then the code, which has no connection yet. */
async function begin(wanted: Wanted): Promise<void> {
  await closeDb();
  beginReading(() => wanted);
}

const shown = ({ ids, asked, rows }: Awaited<ReturnType<typeof firstOfView>>) => ({
  ids,
  asked,
  rows: rows.rows.map(({ paper, mark }) => [paper.title, mark?.saved?.at]),
});
const EXPECTED = { ids: [c, b, a], asked: [b], rows: [[`A study of ${b} and its uses`, later(2)]] };

describe('what a list shows first', () => {
  it('is the same whether a script asked for it before or not', async () => {
    expect(shown(await firstOfView(SAVED))).toEqual(EXPECTED);
    await begin(SAVED);
    expect(shown(await firstOfView(SAVED))).toEqual(EXPECTED);
  });

  it('is read by the script alone, whose connection the code goes on with', async () => {
    await begin(SAVED);
    const opens = countOpens();
    expect(shown(await firstOfView(SAVED))).toEqual(EXPECTED);
    await openDb();
    expect(opens()).toBe(0);
  });

  it('is read anew the second time', async () => {
    await begin(SAVED);
    await firstOfView(SAVED);
    await changeMarks([{ id: c, change: { saved: false } }], later(9));
    expect((await firstOfView(SAVED)).ids).toEqual([b, a]);
  });

  it('is read anew when something else was asked for', async () => {
    await begin({ ...SAVED, view: 'flagged' });
    expect(shown(await firstOfView(SAVED))).toEqual(EXPECTED);
  });

  it('is read by the code where a marked paper is known by another id', async () => {
    const db = await openDb();
    const mark = await db.get('marks', b);
    await db.put('marks', { ...(mark as NonNullable<typeof mark>), id: 'arxiv:2403.99999' });
    await db.delete('marks', b);
    await db.put('aliases', { alias: 'arxiv:2403.99999', id: b });
    await begin(SAVED);
    const { asked, rows } = await firstOfView(SAVED);
    expect([asked, rows.rows.map(({ paper }) => paper.id)]).toEqual([['arxiv:2403.99999'], [b]]);
  });

  it('where nothing is stored yet: the script makes no database, the code does', async () => {
    await freshDatabase();
    await begin(SAVED);
    expect(shown(await firstOfView(SAVED))).toEqual({ ids: [], asked: [], rows: [] });
    expect((await openDb()).version).toBe(VERSION);
  });

  it('gives way to an update of the database, before and after the code took the connection over', async () => {
    await begin(SAVED);
    await deleted();
    expect((await firstOfView(SAVED)).ids).toEqual([c, b, a]); // read before
    await freshDatabase();
    await begin(SAVED);
    await openDb();
    await deleted();
    expect((await (await openDb()).getAllKeys('papers')).length).toBe(0); // opened anew
  });
});

/** Counts requests for the database from now on. */
function countOpens(): () => number {
  const { open } = indexedDB;
  let count = 0;
  indexedDB.open = (...given) => {
    count++;
    return open.apply(indexedDB, given);
  };
  return () => {
    indexedDB.open = open;
    return count;
  };
}

/** Deletes the database, for which every connection has to close. */
const deleted = (): Promise<void> =>
  new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase('manicule');
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  });

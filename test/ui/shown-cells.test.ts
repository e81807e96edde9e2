import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSaved } from '../../src/core/mark.ts';
import { closeDb, openDb } from '../../src/storage/index.ts';
import { Papers } from '../../src/ui/shared/papers.ts';

const idOf = (n: number) => `arxiv:2601.${String(n).padStart(5, '0')}`;
const SHOWN = idOf(1);

beforeEach(async () => {
  const db = await openDb();
  const seen = { at: '2026-01-01T00:00:00.000Z', site: 'arxiv' };
  await db.put('papers', {
    id: SHOWN,
    title: 'A paper',
    authors: ['Ada Lovelace'],
    categories: [],
    links: { page: 'https://arxiv.org/abs/2601.00001', code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: seen, last: seen, bySite: { arxiv: seen.at } },
  });
});
afterEach(async () => {
  await closeDb();
  indexedDB.deleteDatabase('manicule');
});

/** Scrolls through so many rows that those before are forgotten. */
async function readThousands(papers: Papers): Promise<void> {
  for (let at = 1_000; at < 5_000; at += 200) {
    const ids = Array.from({ length: 200 }, (_, n) => idOf(at + n));
    papers.want(ids);
    await papers.load(ids);
  }
}

test('a paper that is on the screen follows what is decided, however many rows were read since', async () => {
  const papers = new Papers((error) => expect.fail(String(error)));
  await papers.load([SHOWN]);
  const drawn: boolean[] = [];
  const leave = effect(() => void drawn.push(isSaved(papers.cell(SHOWN).value?.mark)));
  await readThousands(papers);
  await papers.change([{ id: SHOWN, change: { saved: true } }]);
  expect(drawn.at(-1)).toBe(true);
  expect(papers.cell(SHOWN).peek()?.paper.title).toBe('A paper');

  leave();
  await readThousands(papers);
  expect(papers.cell(SHOWN).peek()).toBeUndefined(); // nobody looks at it: it is read again when needed
});

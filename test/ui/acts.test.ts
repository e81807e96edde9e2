// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { statusOf } from '../../src/core/mark.ts';
import { changeMarks, closeDb, openDb } from '../../src/storage/index.ts';
import { Acts } from '../../src/ui/shared/acts.ts';
import { Drafts } from '../../src/ui/shared/drafts.ts';
import { Notes } from '../../src/ui/shared/notes.ts';
import { Papers } from '../../src/ui/shared/papers.ts';
import { Steps } from '../../src/ui/shared/steps.ts';

const ID = 'arxiv:2601.00001';
const AT = '2026-01-01T00:00:00.000Z';

afterEach(async () => {
  await closeDb();
  indexedDB.deleteDatabase('manicule');
});

function actsOf() {
  const papers = new Papers((error) => expect.fail(String(error)));
  const steps = new Steps(papers, () => undefined);
  return {
    steps,
    papers,
    acts: new Acts({ papers, steps, notes: new Notes(steps, new Drafts(localStorage)) }),
  };
}

test('the next status follows the one that is stored, also of a paper whose row was not read yet', async () => {
  const seen = { at: AT, site: 'arxiv' };
  await (await openDb()).put('papers', {
    id: ID,
    title: 'A paper',
    authors: [],
    categories: [],
    links: { page: 'https://arxiv.org/abs/2601.00001', code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: seen, last: seen, bySite: { arxiv: AT } },
  });
  await changeMarks([{ id: ID, change: { status: 'reading' } }], AT);
  const { acts } = actsOf();
  await acts.nextStatus([ID]);
  expect(statusOf(await (await openDb()).get('marks', ID))).toBe('read');
});

test('a decision about a paper that cannot be read is told, and nothing is done', async () => {
  const { acts, papers, steps } = actsOf();
  papers.load = () => Promise.reject(new Error('The disk is gone.'));
  for (const what of ['save', 'flag', 'dismiss', 'less', 'nextStatus'] as const) {
    steps.saying.value = undefined;
    expect(await acts[what]([ID])).toBe(false);
    expect(steps.saying.value).toMatchObject({ failure: true });
  }
  expect(steps.depth.value).toBe(0);
});

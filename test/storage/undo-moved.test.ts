/** The undo of an import whose papers got a stronger id since, from a look-up or a page. */
import { beforeEach, expect, it } from 'vitest';
import {
  changeMarks,
  counts,
  enrichPapers,
  getRows,
  type RestoreItem,
  syncEntries,
} from '../../src/storage/index.ts';
import { layDown, mergeJob, undoRestore } from '../../src/storage/restoring.ts';
import { dump, entry, freshDatabase, later, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const [A, B] = ['arxiv:2403.00001', 'doi:10.1145/1'];
const about = { title: 'A paper from an old library', authors: ['Ada Lovelace'] };
const never = { at: later(10), site: '' };
const FILE: RestoreItem[] = [
  {
    kind: 'paper',
    value: {
      ...about,
      id: B,
      categories: [],
      links: { page: 'https://doi.org/10.1145/1', code: [], project: [] },
      aliases: [],
      topics: [],
      topicsVersion: 0,
      seen: { count: 0, first: never, last: never, bySite: {} },
    },
  },
  {
    kind: 'mark',
    value: {
      id: B,
      saved: { value: true, at: later(10) },
      tags: { old: { value: true, at: later(10) } },
    },
  },
];
async function imported(): Promise<void> {
  await layDown({ name: 'refs.bib', kind: 'import' }, [FILE], { now: later(10) });
  await mergeJob({ now: later(10) });
}

it('takes away what it brought, under whatever id that is now', async () => {
  await imported();
  const answer = { key: 'k', state: 'found' as const, at: later(12), until: later(99) };
  await enrichPapers([{ id: B, patch: { ids: [A] }, answer }], plainTools, later(12));
  expect((await getRows([B])).rows.map(({ paper }) => paper.id)).toEqual([A]);
  expect(await undoRestore()).toBe(true);
  const { papers, marks, aliases } = await dump();
  expect([papers, marks, aliases]).toEqual([[], [], []]);
  expect(await counts()).toMatchObject({ papers: 0, saved: 0 });
});

it('leaves what was there before and what was decided since', async () => {
  await syncEntries(
    [entry({ ...about, id: B, site: 'acm' })],
    visitAt(later(0), 'acm'),
    plainTools,
    later(0),
  );
  await changeMarks([{ id: B, change: { note: 'mine', rating: 4 } }], later(1));
  await imported();
  await syncEntries(
    [entry({ ...about, id: A, doi: '10.1145/1' })],
    visitAt(later(60)),
    plainTools,
    later(60),
  );
  await changeMarks([{ id: A, change: { note: 'rewritten since' } }], later(61));
  expect(await undoRestore()).toBe(true);
  const { rows } = await getRows([B]);
  expect(rows.map(({ paper }) => paper.id)).toEqual([A]);
  expect(rows[0]?.mark).toEqual({
    id: A,
    rating: { value: 4, at: later(1) },
    note: { value: 'rewritten since', at: later(61) },
  });
});

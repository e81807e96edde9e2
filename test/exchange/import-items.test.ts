import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { importItems } from '../../src/exchange/import-items.ts';
import { type ImportId, readImport } from '../../src/exchange/imports.ts';
import { changeMarks, closeDb, getRows, type RestoreItem, syncEntries } from '../../src/storage/index.ts';
import { layDown, mergeJob, previewJob, undoRestore } from '../../src/storage/restoring.ts';

const NOW = '2026-03-17T08:00:00.000Z';
const CHOICES = { save: true, tags: ['imported'], now: NOW };

/** Lays a file down as the options page does. */
const lay = (text: string, format: ImportId) =>
  layDown(
    { name: 'file', kind: 'import' },
    [readImport(text, format).records.flatMap((record) => importItems(record, CHOICES) as RestoreItem[])],
    { now: NOW },
  );

afterEach(async () => {
  await closeDb();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('manicule').onsuccess = resolve;
  });
});

describe('items of a record', () => {
  const [record] = readImport(
    '@misc{k, title={Looms}, eprint={2403.06504}, doi={10.1234/x}, keywords={a}, timestamp={2999-01-01}}',
    'bibtex',
  ).records;
  test('paper with all its ids, mark dated no later than now', () => {
    const never = { at: NOW, site: '' };
    expect(importItems(record!, CHOICES)).toEqual([
      {
        kind: 'paper',
        value: {
          id: 'arxiv:2403.06504',
          title: 'Looms',
          authors: [],
          doi: '10.1234/x',
          categories: [],
          links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
          aliases: ['doi:10.1234/x'],
          topics: [],
          topicsVersion: 0,
          seen: { count: 0, first: never, last: never, bySite: {} },
        },
      },
      {
        kind: 'mark',
        value: {
          id: 'arxiv:2403.06504',
          saved: { value: true, at: NOW },
          tags: { a: { value: true, at: NOW }, imported: { value: true, at: NOW } },
          citeKey: { value: 'k', at: NOW },
        },
      },
    ]);
  });

  test('without anything to say there is no mark; visits elsewhere are meetings', () => {
    const [bare] = readImport('https://arxiv.org/abs/2403.06504', 'list').records;
    expect(importItems(bare!, { save: false, tags: [], now: NOW }).map(({ kind }) => kind)).toEqual([
      'paper',
    ]);
    const visits = { count: 3, first: '2024-01-01T00:00:00.000Z', last: '2999-01-01T00:00:00.000Z' };
    const [paper] = importItems({ ...bare!, visits }, CHOICES);
    expect(paper!.value).toMatchObject({
      seen: {
        count: 3,
        first: { at: visits.first, site: 'papermemory' },
        last: { at: NOW, site: 'papermemory' },
      },
    });
  });
});

describe('a whole import', () => {
  const entry = (n: number, title: string, authors: string[]) => ({
    id: `arxiv:2403.0000${n}`,
    title,
    authors,
    categories: [],
    links: { page: `https://arxiv.org/abs/2403.0000${n}`, code: [], project: [] },
    site: 'arxiv',
    position: n,
  });
  const tools = { tag: () => [], topicsVersion: 1, match: () => [] };
  const BIB = `@misc{one, title={Known by its id}, eprint={2403.00001}, doi={10.1234/one}, annote={theirs}, readstatus={read}}
@article{two, title={A Title that Tells Enough of Itself}, author={Ada Lovelace}, journal={Journal of Looms}, year={2024}}
@misc{three, title={Quite New}, eprint={2403.00003}}`;

  test('merges by id, then by title; overrides nothing; is told before and taken back after', async () => {
    const before = '2026-03-01T08:00:00.000Z';
    await syncEntries(
      [entry(1, 'Known by its id', []), entry(2, 'A Title that Tells Enough of Itself', ['Ada Lovelace'])],
      { site: 'arxiv', url: 'https://arxiv.org/list/cs.CL/new', at: before },
      tools,
      before,
    );
    await changeMarks([{ id: 'arxiv:2403.00001', change: { note: 'mine', status: 'reading' } }], before);
    await lay(BIB, 'bibtex');
    const told = await previewJob();
    expect(told).toMatchObject({
      newPapers: 1,
      changedPapers: 2,
      newMarks: 2,
      changedMarks: 1,
      conflicting: 2,
      problems: [],
    });
    expect(told.conflicts).toEqual([
      { id: 'arxiv:2403.00001', field: 'status', yours: 'reading', theirs: 'read', kept: 'yours' },
      { id: 'arxiv:2403.00001', field: 'note', yours: 'mine', theirs: 'theirs', kept: 'both' },
    ]);
    await mergeJob({ now: NOW });
    const ids = ['arxiv:2403.00001', 'arxiv:2403.00002', 'arxiv:2403.00003'];
    const { rows } = await getRows([...ids, 'doi:10.1234/one']);
    expect(
      rows.map(({ paper, mark }) => [paper.id, paper.venue, mark?.saved?.value, mark?.citeKey?.value]),
    ).toEqual([
      ['arxiv:2403.00001', undefined, true, 'one'],
      ['arxiv:2403.00002', 'Journal of Looms', true, 'two'],
      ['arxiv:2403.00003', undefined, true, 'three'],
      ['arxiv:2403.00001', undefined, true, 'one'],
    ]);
    expect(rows[0]!.mark).toMatchObject({ note: { value: 'mine\n\ntheirs' }, status: { value: 'reading' } });
    expect(rows[0]!.paper.seen.last).toEqual({ at: before, site: 'arxiv' });
    // again: nothing new
    await lay(BIB, 'bibtex');
    expect(await previewJob()).toMatchObject({
      newPapers: 0,
      changedPapers: 0,
      newMarks: 0,
      changedMarks: 0,
    });
  });

  test('is taken back whole', async () => {
    await lay(BIB, 'bibtex');
    await mergeJob({ now: NOW });
    expect((await getRows(['arxiv:2403.00003'])).rows).toHaveLength(1);
    await undoRestore();
    expect((await getRows(['arxiv:2403.00001', 'arxiv:2403.00003'])).rows).toEqual([]);
  });
});

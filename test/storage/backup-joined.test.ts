/** A backup that is being read while two records turn out to be one paper. */
import { beforeEach, expect, it } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper } from '../../src/core/paper.ts';
import { changeMarks, getRows, readAll, syncEntries } from '../../src/storage/index.ts';
import { restore } from '../../src/storage/restoring.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const FIRST = 'arxiv:2403.00001';
const LAST = 'doi:10.1145/9999';

it.each(['paper', 'mark'] as const)(
  'has what was decided about both, joined after half of every %s',
  async (at) => {
    const others = Array.from({ length: 150 }, (_, n) =>
      entry({ id: `doi:10.1145/${1000 + n}`, title: `Other ${n}` }),
    );
    const entries = [entry({ id: FIRST, title: 'Lime' }), ...others, entry({ id: LAST, title: 'Tar' })];
    for (const part of [entries.slice(0, 80), entries.slice(80)])
      await syncEntries(part, visitAt(), plainTools, NOW);
    await changeMarks(
      entries.map(({ id }) => ({ id, change: { note: `of ${id}` } })),
      later(1),
    );
    await changeMarks([{ id: LAST, change: { saved: true, tags: { thesis: true } } }], later(2));
    const parts = { papers: [] as Paper[], marks: [] as Mark[], rules: [], sightings: [] };
    let read = 0;
    for await (const { kind, value } of readAll()) {
      if (kind === 'paper') parts.papers.push(value);
      if (kind === 'mark') parts.marks.push(value);
      if (kind === at && ++read === 50)
        await syncEntries(
          [entry({ id: FIRST, title: 'Lime', doi: '10.1145/9999' })],
          visitAt(later(60)),
          plainTools,
          later(60),
        );
    }
    await freshDatabase();
    await restore(parts);
    const { rows } = await getRows([FIRST, LAST]);
    expect(rows.map(({ paper }) => paper.id)).toEqual([FIRST, FIRST]);
    expect(rows[0]?.mark).toMatchObject({ saved: { value: true }, tags: { thesis: { value: true } } });
    for (const id of [FIRST, LAST]) expect(rows[0]?.mark?.note?.value).toContain(`of ${id}`);
  },
);

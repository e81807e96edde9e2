import { beforeEach, expect, it } from 'vitest';
import { changeMarks, getRows, listIds, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const [a, b] = ['arxiv:2403.00001', 'arxiv:2403.00002'];

it('"less like this" is listed, the latest first, and hides nothing', async () => {
  await syncEntries([entry({ id: a }), entry({ id: b })], visitAt(), plainTools, NOW);
  await changeMarks([{ id: a, change: { less: true } }], later(1));
  await changeMarks([{ id: b, change: { less: true, saved: true } }], later(2));
  expect(await listIds('less')).toEqual([b, a]);
  expect(await listIds('marked')).toEqual([b]);
  expect(await listIds('dismissed')).toEqual([]);
  expect((await getRows([a])).rows[0]?.mark).toEqual({ id: a, less: { value: true, at: later(1) } });
  await changeMarks([{ id: a, change: { less: false } }], later(3));
  expect(await listIds('less')).toEqual([b]);
});

it('corrections of topics are listed while they stand', async () => {
  await syncEntries([entry({ id: a }), entry({ id: b })], visitAt(), plainTools, NOW);
  await changeMarks([{ id: b, change: { topics: { reasoning: false } } }], later(1));
  await changeMarks([{ id: a, change: { topics: { survey: true } } }], later(2));
  expect(await listIds('corrected')).toEqual([a, b]);
  await changeMarks([{ id: a, change: { topics: { survey: null } } }], later(3));
  expect(await listIds('corrected')).toEqual([b]);
});

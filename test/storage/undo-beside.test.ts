/** An undo in one page beside what another page decided meanwhile. */
import { beforeEach, expect, it } from 'vitest';
import { undoOf } from '../../src/core/undo-change.ts';
import { changeMarks, getRows, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

beforeEach(freshDatabase);

const ID = 'arxiv:2403.00001';

it('leaves alone what was decided since, and a paper that was deleted since where it is', async () => {
  await syncEntries([entry({ id: ID })], visitAt(), plainTools, NOW);
  const step = { saved: true, note: 'a' };
  const [done] = await changeMarks([{ id: ID, change: step }], later(1));
  if (!done) throw new Error('nothing was changed');
  const undo = { id: ID, change: undoOf(done.before, step), wrote: done.after };
  await changeMarks([{ id: ID, change: { note: 'three paragraphs' } }], later(2));
  const [back] = await changeMarks([undo], later(3));
  expect(back?.after).toMatchObject({ saved: { value: false }, note: { value: 'three paragraphs' } });
  await changeMarks([{ id: ID, change: { saved: true, note: 'a' } }], later(4));
  await changeMarks([{ id: ID, change: { trashed: true } }], later(5));
  const before = (await getRows([ID])).rows;
  const [none] = await changeMarks([undo], later(6));
  expect(none?.after).toEqual(none?.before);
  expect((await getRows([ID])).rows).toEqual(before);
});

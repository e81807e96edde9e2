import { beforeEach, expect, it } from 'vitest';
import { changeMarks, keepZoteroItems } from '../../src/storage/index.ts';
import { entry, freshDatabase, NOW, visitAt } from '../storage/setup.ts';
import { deliver, fromTab, stored } from './setup.ts';
import '../../src/background/main.ts';

const A = entry({ id: 'arxiv:2403.00001' });
const B = entry({ id: 'arxiv:2403.00002', doi: '10.1145/2' });
const C = entry({ id: 'arxiv:2403.00003' });

interface States {
  states: Record<string, { inZotero?: true }>;
}

const sync = async () => {
  const payload = { visit: visitAt(NOW), entries: [A, B, C] };
  const { states } = (await deliver({ type: 'entries.sync', payload }, fromTab)) as States;
  return Object.keys(states).filter((id) => states[id]?.inZotero);
};

beforeEach(async () => {
  await freshDatabase();
  await keepZoteroItems([A.id, 'doi:10.1145/2', 'arxiv:2403.99999'], 'scan', { failures: 0 });
});

it('pages are told which papers are in Zotero, by whatever id, where that is switched on', async () => {
  stored['settings'] = { zotero: true };
  expect(await sync()).toEqual([A.id, B.id]);
  const ids = [A.id, B.id, C.id];
  const { states } = (await deliver({ type: 'states.get', payload: { ids } }, fromTab)) as States;
  expect(ids.map((id) => states[id]?.inZotero)).toEqual([true, true, undefined]);
  const changed = { id: A.id, change: { flagged: true } };
  expect(await deliver({ type: 'mark.change', payload: changed }, fromTab)).toMatchObject({
    state: { flagged: true, inZotero: true },
  });
});

it('and nothing where it is switched off', async () => {
  stored['settings'] = { zotero: false };
  expect(await sync()).toEqual([]);
  await changeMarks([{ id: A.id, change: { saved: true } }], NOW);
  const { states } = (await deliver({ type: 'states.get', payload: { ids: [A.id] } }, fromTab)) as States;
  expect(states[A.id]).not.toHaveProperty('inZotero');
});

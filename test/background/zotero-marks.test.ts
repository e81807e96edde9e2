import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { WorkerMessages } from '../../src/core/messages.ts';
import type { Handlers } from '../../src/platform/rpc.ts';
import { keepZoteroItems } from '../../src/storage/index.ts';
import { entry, freshDatabase, NOW, visitAt } from '../storage/setup.ts';
import { fromTab, stored } from './setup.ts';

const A = entry({ id: 'arxiv:2403.00001' });
const B = entry({ id: 'arxiv:2403.00002', doi: '10.1145/2' });
const C = entry({ id: 'arxiv:2403.00003' });
const ids = [A.id, B.id, C.id];
const tab = fromTab as never;

let handlers: Handlers<WorkerMessages>;
beforeAll(async () => {
  ({ handlers } = await import('../../src/background/handlers.ts')); // after the browser it asks is there
});
beforeEach(async () => {
  await freshDatabase();
  await keepZoteroItems([A.id, 'doi:10.1145/2', 'arxiv:2403.99999'], 'scan', { failures: 0 });
});

const sync = async () => {
  const { states } = await handlers['entries.sync']({ visit: visitAt(NOW), entries: [A, B, C] }, tab);
  return ids.map((id) => states[id]?.inZotero);
};

it('pages are told which papers are in Zotero, by whatever id, where that is switched on', async () => {
  stored['settings'] = { zotero: true };
  expect(await sync()).toEqual([true, true, undefined]);
  const { states } = await handlers['states.get']({ ids }, tab);
  expect(ids.map((id) => states[id]?.inZotero)).toEqual([true, true, undefined]);
  const { state } = await handlers['mark.change']({ id: A.id, change: { flagged: true } }, tab);
  expect(state).toMatchObject({ flagged: true, inZotero: true });
});

it('and nothing where it is switched off', async () => {
  stored['settings'] = { zotero: false };
  expect(await sync()).toEqual([undefined, undefined, undefined]);
  const { states } = await handlers['states.get']({ ids: [A.id] }, tab);
  expect(states[A.id]).not.toHaveProperty('inZotero');
});

import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import {
  countLookups,
  counts,
  getRows,
  listByHand,
  listCollections,
  listIds,
  loadIndex,
  nextDue,
  nextZotero,
  openDb,
  sourceStates,
  zoteroState,
} from '../../src/storage/index.ts';
import { MIGRATIONS, migrate, VERSION } from '../../src/storage/migrations.ts';
import type { ManiculeDB } from '../../src/storage/schema.ts';
import { freshDatabase, later, NOW } from './setup.ts';

beforeEach(freshDatabase);

/** The database as version 1 made it and one record in each store. Frozen: never edit, add a creator for each version shipped. */
async function createV1(): Promise<void> {
  const db = await openDB('manicule', 1, {
    upgrade(at) {
      at.createObjectStore('papers', { keyPath: 'id' }).createIndex('lastSeen', 'seen.last.at');
      at.createObjectStore('aliases', { keyPath: 'alias' });
      const marks = at.createObjectStore('marks', { keyPath: 'id' });
      marks.createIndex('savedAt', 'savedAt');
      marks.createIndex('flaggedAt', 'flaggedAt');
      marks.createIndex('dismissedAt', 'dismissedAt');
      marks.createIndex('labels', 'labels', { multiEntry: true });
      marks.createIndex('citeKey', 'citeKey.value');
      at.createObjectStore('sightings', { keyPath: ['id', 'site', 'at'] });
      at.createObjectStore('rules', { keyPath: 'id' });
      at.createObjectStore('search', { keyPath: 'id' });
      at.createObjectStore('meta');
      at.createObjectStore('log', { autoIncrement: true });
      at.createObjectStore('undo', { autoIncrement: true });
    },
  });
  await db.put('papers', {
    id: 'arxiv:2403.00001',
    title: 'A paper',
    authors: ['Ada Lovelace'],
    categories: [],
    links: { page: 'https://arxiv.org/abs/2403.00001', code: [], project: [] },
    aliases: ['doi:10.1145/1'],
    topics: [],
    topicsVersion: 1,
    seen: { count: 1, first: { at: NOW, site: 's' }, last: { at: NOW, site: 's' }, bySite: { s: NOW } },
  });
  await db.put('aliases', { alias: 'doi:10.1145/1', id: 'arxiv:2403.00001' });
  await db.put('marks', { id: 'arxiv:2403.00001', saved: { value: true, at: NOW }, savedAt: NOW });
  await db.put('marks', { id: 'arxiv:2403.00002', saved: 'broken' });
  await db.put('meta', { papers: 1, saved: 1, flagged: 0 }, 'counts');
  db.close();
}

/** The database as version 2 made it: version 1 with one index more. Frozen, as above. */
async function createV2(): Promise<void> {
  await createV1();
  const db = await openDB('manicule', 2, {
    upgrade: (_at, _from, _to, tx) => void tx.objectStore('marks').createIndex('listedAt', 'listedAt'),
  });
  const mark = { id: 'arxiv:2403.00001', saved: { value: true, at: NOW }, savedAt: NOW, listedAt: NOW };
  await db.put('marks', mark);
  db.close();
}

/** The database as version 3 made it: version 2 with the queue of lookups and their answers. Frozen, as above. */
async function createV3(): Promise<void> {
  await createV2();
  const db = await openDB('manicule', 3, {
    upgrade(at) {
      at.createObjectStore('lookups', { keyPath: 'id' }).createIndex('due', 'due');
      at.createObjectStore('answers', { keyPath: 'key' }).createIndex('until', 'until');
    },
  });
  await db.put('lookups', { id: 'arxiv:2403.00001', why: 'saved', tabs: [], due: NOW });
  await db.put('answers', { key: 'arxiv 1', state: 'absent', told: [], at: NOW, until: NOW });
  db.close();
}

/** The database as version 4 made it: version 3 with what was sent to Zotero. Frozen, as above. */
async function createV4(): Promise<void> {
  await createV3();
  const db = await openDB('manicule', 4, {
    upgrade(at) {
      const orders = at.createObjectStore('zotero', { keyPath: 'id' });
      orders.createIndex('due', 'due');
      orders.createIndex('sentAt', 'sentAt');
      at.createObjectStore('zoteroItems', { keyPath: 'id' });
    },
  });
  await db.put('meta', NOW, 'restoredAt');
  await db.add('undo', [{ store: 'marks', key: 'arxiv:2403.00001', wrote: { id: 'arxiv:2403.00001' } }]);
  db.close();
}

/** The database as version 5 made it: version 4 with what a restore lays down. Frozen, as above. */
async function createV5(): Promise<void> {
  await createV4();
  const db = await openDB('manicule', 5, {
    upgrade: (at) => void at.createObjectStore('staged', { keyPath: 'key' }),
  });
  await db.put('staged', { key: [1, 1], items: [] });
  db.close();
}

/** The database as version 6 made it: version 5 with the index of search over every paper. Frozen, as above. */
async function createV6(): Promise<void> {
  await createV5();
  const db = await openDB('manicule', 6, {
    upgrade(at) {
      at.deleteObjectStore('search');
      at.createObjectStore('index');
      at.createObjectStore('stale', { autoIncrement: true });
    },
  });
  await db.add('stale', { after: '' });
  db.close();
}

/** The database as version 7 made it: version 6 with the order of the trash. Frozen, as above. */
async function createV7(): Promise<void> {
  await createV6();
  const db = await openDB('manicule', 7, {
    upgrade: (_at, _from, _to, tx) => void tx.objectStore('marks').createIndex('trashedAt', 'trashedAt'),
  });
  db.close();
}

/** The database as version 8 made it: version 7 with collections and lists in the reader's order. Frozen, as above. */
async function createV8(): Promise<void> {
  await createV7();
  const db = await openDB('manicule', 8, {
    upgrade(at, _from, _to, tx) {
      at.createObjectStore('collections', { keyPath: 'id' });
      const marks = tx.objectStore('marks');
      marks.createIndex('inCollections', 'inCollections', { multiEntry: true });
      marks.createIndex('reading', 'reading');
    },
  });
  db.close();
}

const SHIPPED = [
  ['1', createV1],
  ['2', createV2],
  ['3', createV3],
  ['4', createV4],
  ['5', createV5],
  ['6', createV6],
  ['7', createV7],
  ['8', createV8],
] as const;

const shape = (db: IDBPDatabase<ManiculeDB>) =>
  [...db.objectStoreNames].map((name) => {
    const store = db.transaction(name).store;
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index as never);
      return [index, keyPath, multiEntry, unique];
    });
    return [name, store.keyPath, store.autoIncrement, indexes];
  });

it.each(SHIPPED)('opens a database of version %s with everything in it', async (_, create) => {
  await create();
  expect((await getRows(['doi:10.1145/1'])).rows).toMatchObject([
    { paper: { id: 'arxiv:2403.00001', title: 'A paper' }, mark: { saved: { value: true } } },
  ]);
  expect(await listIds('saved')).toEqual(['arxiv:2403.00001']);
  expect(await listIds('marked')).toEqual(['arxiv:2403.00001']); // the index of version 2 has what version 1 stored
  expect(await counts()).toEqual({ papers: 1, saved: 1, flagged: 0 });
});

it.each(SHIPPED)('makes the same database anew as by upgrading version %s', async (_, create) => {
  const made = shape(await openDb());
  await freshDatabase();
  await create();
  expect(shape(await openDb())).toEqual(made);
  expect(made).toHaveLength(16);
});

it.each(SHIPPED)('leaves a mark it cannot read as it was, coming from version %s', async (_, create) => {
  await create();
  const db = await openDb();
  expect(await db.get('marks', 'arxiv:2403.00002')).toEqual({ id: 'arxiv:2403.00002', saved: 'broken' });
});

it('runs exactly the steps between two versions, in order', async () => {
  await createV1();
  const ran: number[] = [];
  const steps = [...MIGRATIONS, () => void ran.push(VERSION + 1), () => void ran.push(VERSION + 2)];
  const db = await openDB<ManiculeDB>('manicule', VERSION + 2, {
    upgrade: (at, from, to, tx) => migrate(at, tx as never, from, to ?? 0, steps),
  });
  expect(ran).toEqual([VERSION + 1, VERSION + 2]);
  db.close();
});

it('gives way to a newer version and says so when asked to go back', async () => {
  await openDb();
  const newer = await openDB('manicule', VERSION + 1); // would wait for ever if the connection stayed open
  newer.close();
  await expect(listIds('saved')).rejects.toMatchObject({
    code: 'storage-failed',
    message: expect.stringContaining('newer version of Manicule'),
  });
});

it('keeps every record of version 2, and begins with an empty queue', async () => {
  await createV2();
  const before = await openDB('manicule');
  const records = async (db: IDBPDatabase) =>
    Promise.all(['papers', 'aliases', 'marks', 'meta'].map((store) => db.getAll(store)));
  const held = await records(before);
  before.close();
  const db = await openDb();
  expect(await records(db as unknown as IDBPDatabase)).toEqual(held);
  expect([await countLookups(), await nextDue(), await sourceStates()]).toEqual([0, undefined, {}]);
});

it('puts what was to be read before version 8 on the reading list', async () => {
  await createV7();
  const db = await openDB('manicule');
  await db.put('marks', { id: 'arxiv:1', status: { value: 'to-read', at: NOW } });
  await db.put('marks', { id: 'arxiv:2', status: { value: 'reading', at: later(1) } });
  await db.put('marks', { id: 'arxiv:3', status: { value: 'read', at: NOW } });
  db.close();
  expect(await listByHand('reading')).toEqual(['arxiv:2', 'arxiv:1']);
  expect(await listCollections()).toEqual([]);
});

it('finds corrections of topics that were made before version 9', async () => {
  await createV8();
  const old = await openDB('manicule', 8);
  const at = '2026-03-17T09:00:00.000Z';
  await old.put('marks', { id: 'arxiv:1', topics: { reasoning: { value: false, at } } });
  await old.put('marks', { id: 'arxiv:2', topics: { reasoning: { value: null, at } } });
  old.close();
  expect(await listIds('corrected')).toEqual(['arxiv:1']);
  expect(await listIds('less')).toEqual([]);
});

it('keeps every record of version 3, and knows of nothing in Zotero', async () => {
  await createV3();
  const before = await openDB('manicule');
  const records = async (db: IDBPDatabase) =>
    Promise.all(['papers', 'marks', 'meta', 'lookups', 'answers'].map((store) => db.getAll(store)));
  const held = await records(before);
  expect(held.every((some) => some.length > 0)).toBe(true);
  before.close();
  const db = await openDb();
  expect(await records(db as unknown as IDBPDatabase)).toEqual(held);
  expect(await db.count('zotero')).toBe(0);
  expect(await db.count('zoteroItems')).toBe(0);
  expect(await nextZotero()).toBeUndefined();
  expect(await zoteroState()).toEqual({ failures: 0 });
});

it.each(SHIPPED)('finds what version %s stored, by its words', async (_, create) => {
  await create();
  const index = await loadIndex();
  await index.settled();
  expect((await index.search('paper lovelace is:saved')).ids).toEqual(['arxiv:2403.00001']);
  index.close();
});

it('has nothing to take into the index when it is made anew', async () => {
  expect(await (await openDb()).getAll('stale')).toEqual([]);
});

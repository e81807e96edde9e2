/** Numbered, append-only: a step, once shipped, is never edited. Entry n leads from version n to n + 1. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { isMark, plainMark, storedMark } from './records.ts';
import type { ManiculeDB, StoreName } from './schema.ts';

type Upgrade = IDBPTransaction<ManiculeDB, StoreName[], 'versionchange'>;
type Migration = (db: IDBPDatabase<ManiculeDB>, tx: Upgrade) => void | Promise<void>;

/**
 * Sightings have no index by paper: their key begins with the id, so a key range does it. Aliases have none either:
 * a paper lists its own. Each index costs a write per record, and these are written on every page.
 */
const first: Migration = (db) => {
  db.createObjectStore('papers', { keyPath: 'id' }).createIndex('lastSeen', 'seen.last.at');
  db.createObjectStore('aliases', { keyPath: 'alias' });
  const marks = db.createObjectStore('marks', { keyPath: 'id' });
  marks.createIndex('savedAt', 'savedAt');
  marks.createIndex('flaggedAt', 'flaggedAt');
  marks.createIndex('dismissedAt', 'dismissedAt');
  marks.createIndex('labels', 'labels', { multiEntry: true });
  marks.createIndex('citeKey', 'citeKey.value');
  db.createObjectStore('sightings', { keyPath: ['id', 'site', 'at'] });
  db.createObjectStore('rules', { keyPath: 'id' });
  (db as unknown as IDBPDatabase).createObjectStore('search', { keyPath: 'id' });
  db.createObjectStore('meta');
  db.createObjectStore('log', { autoIncrement: true });
  db.createObjectStore('undo', { autoIncrement: true });
};

/** The list of all marked papers reads its order from an index; marks stored before get what it needs. */
const listed: Migration = async (_db, tx) => {
  const marks = tx.objectStore('marks');
  marks.createIndex('listedAt', 'listedAt');
  for (let cursor = await marks.openCursor(); cursor; cursor = await cursor.continue()) {
    const mark: unknown = cursor.value;
    if (isMark(mark)) await cursor.update(storedMark(plainMark(mark)));
  }
};

/** What other sources are still to be asked, and what they answered. */
const lookups: Migration = (db) => {
  db.createObjectStore('lookups', { keyPath: 'id' }).createIndex('due', 'due');
  db.createObjectStore('answers', { keyPath: 'key' }).createIndex('until', 'until');
};

/** What was sent to Zotero, and what is known to be there. Both indexes are sparse: an order is in one of them at most. */
const zotero: Migration = (db) => {
  const orders = db.createObjectStore('zotero', { keyPath: 'id' });
  orders.createIndex('due', 'due');
  orders.createIndex('sentAt', 'sentAt');
  db.createObjectStore('zoteroItems', { keyPath: 'id' });
};

/** What a restore or import has read and not yet merged. */
const staged: Migration = (db) => {
  db.createObjectStore('staged', { keyPath: 'key' });
};

/** Search over every paper instead of texts of the marked ones: all that is stored waits to be taken in. */
const searched: Migration = async (db, tx) => {
  (db as unknown as IDBPDatabase).deleteObjectStore('search');
  db.createObjectStore('index');
  const stale = db.createObjectStore('stale', { autoIncrement: true });
  if (await tx.objectStore('papers').openKeyCursor()) await stale.add({ after: '' });
};

/** The trash reads its order from an index; nothing that was stored before lies in it. */
const trashed: Migration = (_db, tx) => {
  tx.objectStore('marks').createIndex('trashedAt', 'trashedAt');
};

/** Collections, and lists in the reader's own order; marks stored before with something to be read get their place. */
const ordered: Migration = async (db, tx) => {
  db.createObjectStore('collections', { keyPath: 'id' });
  const marks = tx.objectStore('marks');
  marks.createIndex('inCollections', 'inCollections', { multiEntry: true });
  marks.createIndex('reading', 'reading');
  for (let cursor = await marks.openCursor(); cursor; cursor = await cursor.continue()) {
    const mark: unknown = cursor.value;
    if (isMark(mark) && mark.status) await cursor.update(storedMark(plainMark(mark)));
  }
};

/** What the ranker and the tagger are told by the reader is found by an index; corrections stored before get their place. */
const told: Migration = async (_db, tx) => {
  const marks = tx.objectStore('marks');
  marks.createIndex('lessAt', 'lessAt');
  marks.createIndex('correctedAt', 'correctedAt');
  for (let cursor = await marks.openCursor(); cursor; cursor = await cursor.continue()) {
    const mark: unknown = cursor.value;
    if (isMark(mark) && (mark.topics || mark.less)) await cursor.update(storedMark(plainMark(mark)));
  }
};

export const MIGRATIONS: readonly Migration[] = [
  first,
  listed,
  lookups,
  zotero,
  staged,
  searched,
  trashed,
  ordered,
  told,
];

/** The version this code reads and writes. */
export const VERSION = MIGRATIONS.length;

/** Brings a database of version `from` (0: none yet) up to `to` inside the upgrade transaction. */
export async function migrate(
  db: IDBPDatabase<ManiculeDB>,
  tx: Upgrade,
  from: number,
  to: number = VERSION,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  for (const step of steps.slice(from, to)) await step(db, tx);
}

/**
 * What a list shows first, asked of the database by a small script before the page's code is there (`early.ts` of a
 * page): to open the database takes about as long as to load and run that code. Plain IndexedDB, so that the script
 * stays small.
 */
import type { PaperId } from '../core/paper.ts';
import { DB_NAME } from './schema.ts';
import { fromEnd, INDEX, type View } from './view-keys.ts';

/** The first `limit` ids of a view, newest first, and the rows of `filled` of them, from number `from` on. */
export interface Wanted {
  view: Exclude<View, 'all'>;
  limit: number;
  from: number;
  filled: number;
}

/** What was read, as it is stored: shapes are still to be checked. */
export interface FirstRead {
  /** Of the database it was read from. */
  version: number;
  ids: PaperId[];
  papers: Map<PaperId, unknown>;
  marks: Map<PaperId, unknown>;
}

interface Begun {
  opened?: Promise<IDBDatabase | undefined>;
  wanted: Wanted;
  first?: Promise<FirstRead | undefined>;
}

/** The script and the page's code are two: they meet here. */
const scope = globalThis as { maniculeBegun?: Begun };

function open(): Promise<IDBDatabase | undefined> {
  return new Promise((done) => {
    const request = indexedDB.open(DB_NAME);
    // nothing is stored yet: the page's code knows what belongs there
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      done(undefined);
    };
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => db.close();
      done(db);
    };
  });
}

function newest(index: IDBIndex, limit: number, then: (ids: PaperId[]) => void): void {
  if (fromEnd()) {
    const all = index as unknown as { getAllKeys(options: { direction: 'prev'; count: number }): IDBRequest };
    const request = all.getAllKeys({ direction: 'prev', count: limit });
    request.onsuccess = () => then(request.result as PaperId[]);
    return;
  }
  const ids: PaperId[] = [];
  const request = index.openKeyCursor(null, 'prev');
  request.onsuccess = () => {
    const cursor = request.result;
    if (cursor) ids.push(cursor.primaryKey as PaperId);
    if (cursor && ids.length < limit) cursor.continue();
    else then(ids);
  };
}

function read(db: IDBDatabase, { view, limit, from, filled }: Wanted): Promise<FirstRead> {
  return new Promise((done, failed) => {
    const tx = db.transaction(['papers', 'marks'], 'readonly');
    tx.onabort = () => failed(tx.error);
    newest(tx.objectStore('marks').index(INDEX[view]), limit, (ids) => {
      const papers = new Map<PaperId, unknown>();
      const marks = new Map<PaperId, unknown>();
      const some = ids.slice(from, from + filled);
      let waiting = some.length * 2;
      const end = () => done({ version: db.version, ids, papers, marks });
      if (waiting === 0) end();
      const ask = (store: 'papers' | 'marks', id: PaperId, into: Map<PaperId, unknown>) => {
        const request = tx.objectStore(store).get(id);
        request.onsuccess = () => {
          if (request.result !== undefined) into.set(id, request.result);
          if (--waiting === 0) end();
        };
      };
      for (const id of some) {
        ask('papers', id, papers);
        ask('marks', id, marks);
      }
    });
  });
}

/** Opens the database and reads what is wanted, for `takeOpened` and `takeFirst`. Never fails: they find nothing then. */
export function beginReading(wants: () => Wanted): void {
  const opened = open();
  const wanted = wants(); // looked up while the database is being opened
  const first = opened.then((db) => db && read(db, wanted)).catch(() => undefined);
  scope.maniculeBegun = { opened, wanted, first };
}

/** The connection that was opened, once; undefined: none was. It may be none, or of another version. */
export function takeOpened(): Promise<IDBDatabase | undefined> | undefined {
  const opened = scope.maniculeBegun?.opened;
  if (scope.maniculeBegun) delete scope.maniculeBegun.opened;
  return opened;
}

/** What was read of this, once; undefined where it was not, or not from this version of the database. */
export async function takeFirst(wanted: Wanted, version: number): Promise<FirstRead | undefined> {
  const begun = scope.maniculeBegun;
  const first = begun?.first;
  if (!begun || JSON.stringify(begun.wanted) !== JSON.stringify(wanted)) return undefined;
  delete begun.first; // what is asked for again later may have changed
  const read = await first;
  return read?.version === version ? read : undefined;
}

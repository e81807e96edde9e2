/** What is stored, read and written past the extension's own code: raw IndexedDB on one of its pages. */
import type { Page } from 'playwright-core';

export type Store =
  | 'papers'
  | 'aliases'
  | 'marks'
  | 'sightings'
  | 'rules'
  | 'collections'
  | 'index'
  | 'stale'
  | 'meta'
  | 'log'
  | 'undo'
  | 'staged'
  | 'lookups'
  | 'answers'
  | 'zotero'
  | 'zoteroItems';

// biome-ignore lint/suspicious/noExplicitAny: raw records, whatever their shape
export type Raw = Record<string, any>;

/** Every record of a store, by key. @param page any page of the extension. */
export const stored = (page: Page, store: Store): Promise<Raw[]> =>
  page.evaluate(
    (name) =>
      new Promise<Raw[]>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains(name)) {
            db.close();
            done([]);
            return;
          }
          const all = db.transaction(name).objectStore(name).getAll();
          all.onerror = () => failed(all.error);
          all.onsuccess = () => {
            db.close();
            done(all.result);
          };
        };
      }),
    store,
  );

/** Puts a record as it is, whatever is wrong with it. */
export const putRaw = (page: Page, store: Store, record: Raw): Promise<void> =>
  page.evaluate(
    ([name, value]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(name, 'readwrite');
          tx.objectStore(name).put(value);
          tx.onabort = () => failed(tx.error);
          tx.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    [store, record] as const,
  );

/** How many records a store has. */
export const howMany = (page: Page, store: Store): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const count = db.transaction(name).objectStore(name).count();
          count.onerror = () => failed(count.error);
          count.onsuccess = () => {
            db.close();
            done(count.result);
          };
        };
      }),
    store,
  );

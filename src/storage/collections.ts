/** The reader's collections; what is in them is said by the marks of the papers. See core/collections.ts. */
import {
  type Collection,
  type CollectionChange,
  changeCollection,
  isCollection,
} from '../core/collections.ts';
import { announce } from './changes.ts';
import { inTransaction } from './db.ts';

/** Every collection, deleted ones too: `collectionTree` needs them. What cannot be read is left out. @throws ManiculeError */
export async function listCollections(): Promise<Collection[]> {
  const all: unknown[] = await inTransaction(['collections'], 'readonly', (tx) =>
    tx.objectStore('collections').getAll(),
  );
  return all.filter(isCollection);
}

export interface ChangedCollection {
  id: string;
  before?: Collection;
  after: Collection;
}

/**
 * Applies steps of the reader in one transaction; a collection that is not there yet is made.
 * @param now ISO time. @throws ManiculeError
 */
export async function changeCollections(
  changes: ReadonlyMap<string, CollectionChange>,
  now: string,
): Promise<ChangedCollection[]> {
  const done = await inTransaction(['collections'], 'readwrite', async (tx) => {
    const store = tx.objectStore('collections');
    return Promise.all(
      [...changes].map(async ([id, change]): Promise<ChangedCollection> => {
        const stored: unknown = await store.get(id);
        const before = isCollection(stored) ? stored : undefined;
        const after = changeCollection(before, id, change, now);
        await store.put(after);
        return before ? { id, before, after } : { id, after };
      }),
    );
  });
  if (done.length > 0) announce({ ids: [], what: 'collections' });
  return done;
}

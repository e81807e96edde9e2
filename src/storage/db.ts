/** One connection per context, opened when first needed, and the way every transaction here is run. */
import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap, wrap } from 'idb';
import { failureOf, isClosed } from './failures.ts';
import { takeOpened } from './first-read.ts';
import { migrate, VERSION } from './migrations.ts';
import { DB_NAME, type ManiculeDB, type StoreName } from './schema.ts';

export type Db = IDBPDatabase<ManiculeDB>;
export type Tx<Mode extends IDBTransactionMode = 'readwrite'> = IDBPTransaction<
  ManiculeDB,
  StoreName[],
  Mode
>;

let opening: Promise<Db> | undefined;

/** The connection that was opened before this code was there, if it can be used. */
async function early(gone: () => void): Promise<Db | undefined> {
  const db = await takeOpened();
  if (db?.version !== VERSION) {
    db?.close();
    return undefined;
  }
  db.onversionchange = () => {
    db.close();
    gone();
  };
  db.onclose = gone;
  return wrap(db) as unknown as Db;
}

/**
 * The connection of this context. Any context may be the first to open a new version, so upgrades run here.
 * @throws ManiculeError 'storage-failed' or 'storage-full'
 */
export function openDb(): Promise<Db> {
  if (opening) return opening;
  const gone = () => {
    if (opening === mine) opening = undefined;
  };
  const open = () =>
    openDB<ManiculeDB>(DB_NAME, VERSION, {
      upgrade: (db, from, to, tx) => migrate(db, tx as never, from, to ?? VERSION),
      // an update of the extension waits for us: give way, the next call opens anew
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        gone();
      },
      terminated: gone,
    });
  const mine: Promise<Db> = early(gone)
    .then((db) => db ?? open())
    .catch((error: unknown) => {
      gone();
      throw failureOf(error);
    });
  opening = mine;
  return mine;
}

/** Closes this context's connection; the next call opens it anew. */
export async function closeDb(): Promise<void> {
  const open = opening;
  opening = undefined;
  await open?.then(
    (db) => db.close(),
    () => undefined, // it never opened
  );
}

async function begin<Mode extends IDBTransactionMode>(stores: StoreName[], mode: Mode): Promise<Tx<Mode>> {
  try {
    return (await openDb()).transaction(stores, mode) as Tx<Mode>;
  } catch (error) {
    if (!isClosed(error)) throw error;
    opening = undefined;
    return (await openDb()).transaction(stores, mode) as Tx<Mode>;
  }
}

/**
 * Runs `body` in one transaction and returns its value once what it wrote is committed. `body` may await nothing but IndexedDB.
 * When it throws, nothing of it is stored.
 * @throws ManiculeError
 */
export async function inTransaction<T, Mode extends IDBTransactionMode>(
  stores: StoreName[],
  mode: Mode,
  body: (tx: Tx<Mode>) => Promise<T>,
): Promise<T> {
  let tx: Tx<Mode> | undefined;
  try {
    tx = await begin(stores, mode);
    // a failed write rejects `done` before `body` gets to see it
    const done = tx.done;
    done.catch(() => undefined);
    const value = await body(tx);
    if (mode !== 'readonly') await done; // what was read is known before the transaction ends
    return value;
  } catch (error) {
    abort(tx);
    throw failureOf(tx?.error ?? error);
  }
}

function abort(tx: Tx<IDBTransactionMode> | undefined): void {
  if (!tx) return;
  try {
    unwrap(tx as never as IDBPTransaction).abort();
  } catch {
    // it was aborted or committed already
  }
}

const { scheduler } = globalThis as { scheduler?: { postTask?(run: () => void): Promise<void> } };

/** Lets other work of this context run between two chunks of a long job. Timers of a hidden page fire once a second only. */
export const breathe = (): Promise<void> =>
  scheduler?.postTask?.(() => undefined) ?? new Promise((resolve) => setTimeout(resolve, 0));

/** Longest that one task works within a transaction before `Turns` ends it, in ms. */
const TURN = 10;

/**
 * Splits long work within a transaction into tasks: an answer of the database comes in a task of its own and keeps the
 * transaction open, which no timer would.
 */
export class Turns {
  #began = performance.now();
  readonly #tx: Tx;

  /** @param tx over `meta` */
  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Ends the task if it has had its time. */
  async next(): Promise<void> {
    if (performance.now() - this.#began < TURN) return;
    await this.#tx.objectStore('meta').getKey('counts');
    this.#began = performance.now();
  }
}

/** Everything a backup holds, read out. */
import { isCollection } from '../core/collections.ts';
import type { PaperId } from '../core/paper.ts';
import type { BackupRecord } from './backup-types.ts';
import { breathe, inTransaction } from './db.ts';
import { isMark, isPaper, isSighting, plainMark } from './records.ts';
import { isRule } from './rule-record.ts';

const READ_CHUNK = 100;

type Store = 'papers' | 'marks' | 'rules' | 'collections' | 'sightings';

async function* readStore(
  store: Store,
  onKeys: (keys: readonly IDBValidKey[]) => void = () => undefined,
): AsyncGenerator<unknown> {
  let range: IDBKeyRange | undefined;
  for (;;) {
    const from = range;
    const [values, keys] = await inTransaction([store], 'readonly', (tx) => {
      const records = tx.objectStore(store);
      return Promise.all([
        records.getAll(from as never, READ_CHUNK) as Promise<unknown[]>,
        records.getAllKeys(from as never, READ_CHUNK) as Promise<IDBValidKey[]>,
      ]);
    });
    onKeys(keys);
    yield* values;
    const last = keys.at(-1);
    if (keys.length < READ_CHUNK || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
    await breathe();
  }
}

const keysOf = (store: 'papers' | 'marks'): Promise<PaperId[]> =>
  inTransaction([store], 'readonly', (tx) => tx.objectStore(store).getAllKeys());

/**
 * What came since from where it was still to be read to where everything had been read: a paper met on a page may get a
 * stronger id, and its mark with it. Some may come twice, none is left out.
 */
async function* readMoved(store: 'papers' | 'marks', read: Set<IDBValidKey>): AsyncGenerator<unknown> {
  for (;;) {
    const all = await keysOf(store);
    const left = all.filter((key) => !read.has(key)).slice(0, READ_CHUNK);
    if (left.length === 0) return;
    for (const key of left) read.add(key);
    yield* await inTransaction([store], 'readonly', (tx) =>
      Promise.all(left.map((key) => tx.objectStore(store).get(key) as Promise<unknown>)),
    );
  }
}

/**
 * What others were joined with since their keys were asked for: its record may have been read before it took theirs in.
 * @param before keys of the store as reading began
 */
async function* readJoined(store: 'papers' | 'marks', before: readonly PaperId[]): AsyncGenerator<unknown> {
  const now = new Set(await keysOf(store));
  const gone = before.filter((key) => !now.has(key));
  for (let at = 0; at < gone.length; at += READ_CHUNK) {
    yield* await inTransaction([store, 'aliases'], 'readonly', async (tx) => {
      const aliases = await Promise.all(
        gone.slice(at, at + READ_CHUNK).map((key) => tx.objectStore('aliases').get(key)),
      );
      const into = new Set(aliases.flatMap((alias) => alias?.id ?? []));
      return Promise.all([...into].map((id) => tx.objectStore(store).get(id) as Promise<unknown>));
    });
  }
}

/** Every record of a store, once or twice, whatever moves meanwhile. @param read gets the keys of all of them. */
async function* readMoving(store: 'papers' | 'marks', read: Set<IDBValidKey>): AsyncGenerator<unknown> {
  yield* readStore(store, (keys) => {
    for (const key of keys) read.add(key);
  });
  yield* readMoved(store, read);
}

/**
 * Everything a backup holds but the settings, read in chunks: papers, marks, rules and collections (tombstones too), sightings.
 * Records that cannot be read are left out.
 * @throws ManiculeError
 */
export async function* readAll(): AsyncGenerator<BackupRecord> {
  const papers = new Set<IDBValidKey>();
  const [papersBefore, marksBefore] = await Promise.all([keysOf('papers'), keysOf('marks')]);
  for await (const value of readMoving('papers', papers)) if (isPaper(value)) yield { kind: 'paper', value };
  for await (const value of readMoving('marks', new Set()))
    if (isMark(value)) yield { kind: 'mark', value: plainMark(value) };
  // a mark that moved lies under an id its paper was not read by
  for await (const value of readMoved('papers', papers)) if (isPaper(value)) yield { kind: 'paper', value };
  for await (const value of readJoined('papers', papersBefore))
    if (isPaper(value)) yield { kind: 'paper', value };
  for await (const value of readJoined('marks', marksBefore))
    if (isMark(value)) yield { kind: 'mark', value: plainMark(value) };
  for await (const value of readStore('rules')) if (isRule(value)) yield { kind: 'rule', value };
  for await (const value of readStore('collections'))
    if (isCollection(value)) yield { kind: 'collection', value };
  for await (const value of readStore('sightings')) if (isSighting(value)) yield { kind: 'sighting', value };
}

/** Everything a backup holds, read out. */
import { isCollection } from '../core/collections.ts';
import type { BackupRecord } from './backup-types.ts';
import { breathe, inTransaction } from './db.ts';
import { isMark, isPaper, isSighting, plainMark } from './records.ts';
import { isRule } from './rule-record.ts';

const READ_CHUNK = 100;

async function* readStore(
  store: 'papers' | 'marks' | 'rules' | 'collections' | 'sightings',
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
    yield* values;
    const last = keys.at(-1);
    if (keys.length < READ_CHUNK || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
    await breathe();
  }
}

/**
 * Everything a backup holds but the settings, read in chunks: papers, marks, rules and collections (tombstones too), sightings.
 * Records that cannot be read are left out.
 * @throws ManiculeError
 */
export async function* readAll(): AsyncGenerator<BackupRecord> {
  for await (const value of readStore('papers')) if (isPaper(value)) yield { kind: 'paper', value };
  for await (const value of readStore('marks'))
    if (isMark(value)) yield { kind: 'mark', value: plainMark(value) };
  for await (const value of readStore('rules')) if (isRule(value)) yield { kind: 'rule', value };
  for await (const value of readStore('collections'))
    if (isCollection(value)) yield { kind: 'collection', value };
  for await (const value of readStore('sightings')) if (isSighting(value)) yield { kind: 'sighting', value };
}

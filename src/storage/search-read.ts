/** Reads search records; those of the wrong shape are left out. */
import type { PaperId } from '../core/paper.ts';
import { inTransaction } from './db.ts';
import type { SearchRecord } from './schema.ts';

/** Records per read: few enough that a page stays responsive between two. */
const CHUNK = 1_000;

const isRecord = (value: unknown): value is SearchRecord => {
  const record = value as Partial<SearchRecord> | undefined;
  return (
    typeof record?.id === 'string' &&
    typeof record.at === 'string' &&
    [record.title, record.authors, record.abstract, record.tags, record.note, record.venue, record.ids].every(
      (text) => typeof text === 'string',
    ) &&
    [record.labels, record.topics, record.sites].every(Array.isArray)
  );
};

/** Every search record. @throws ManiculeError */
export async function readAllRecords(): Promise<SearchRecord[]> {
  const all: SearchRecord[] = [];
  let range: IDBKeyRange | undefined;
  for (;;) {
    const from = range;
    const chunk = await inTransaction(['search'], 'readonly', (tx) =>
      tx.objectStore('search').getAll(from, CHUNK),
    );
    for (const record of chunk) if (isRecord(record)) all.push(record);
    const last = chunk.at(-1);
    if (chunk.length < CHUNK || !last) return all;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** The records of `ids` in that order; undefined where there is none. @throws ManiculeError */
export async function readRecords(ids: readonly PaperId[]): Promise<(SearchRecord | undefined)[]> {
  const found = await inTransaction(['search'], 'readonly', (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('search').get(id))),
  );
  return found.map((record) => (isRecord(record) ? record : undefined));
}

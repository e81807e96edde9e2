/** Reads search records; those of the wrong shape are left out. */
import type { PaperId } from '../core/paper.ts';
import { inTransaction } from './db.ts';
import type { SearchRecord } from './schema.ts';

/**
 * Records per read. Each read waits for the one before, so that ten of 1,000 take half as long again as two of 5,000; a
 * page decodes that many in some 12 ms.
 */
const CHUNK = 5_000;

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

/**
 * Every search record, some thousand at a time, the next ones being read while these are worked on.
 * @throws ManiculeError
 */
export async function* readAllRecords(): AsyncGenerator<SearchRecord[]> {
  const read = (range?: IDBKeyRange) =>
    inTransaction(['search'], 'readonly', (tx) => tx.objectStore('search').getAll(range, CHUNK));
  let chunk = await read();
  for (;;) {
    const last = chunk.length < CHUNK ? undefined : chunk.at(-1);
    const next = last && read(IDBKeyRange.lowerBound(last.id, true));
    next?.catch(() => undefined); // it is awaited below
    yield chunk.filter(isRecord);
    if (!next) return;
    chunk = await next;
  }
}

/** The records of `ids` in that order; undefined where there is none. @throws ManiculeError */
export async function readRecords(ids: readonly PaperId[]): Promise<(SearchRecord | undefined)[]> {
  const found = await inTransaction(['search'], 'readonly', (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('search').get(id))),
  );
  return found.map((record) => (isRecord(record) ? record : undefined));
}

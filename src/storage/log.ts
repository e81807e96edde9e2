/** The local log of unexpected failures: the last ones only, read by the reader alone. */
import type { LogLine } from '../core/errors.ts';
import { inTransaction } from './db.ts';

/** Lines kept. */
export const MAX_LOG = 200;

const keyOf = ({ where, message, page }: LogLine): string => JSON.stringify([where, message, page]);

/**
 * Adds lines, the oldest making room. What is in the log already, with the same words at the same place, is not added
 * again: one broken record would fill it otherwise. @throws ManiculeError
 */
export async function addLog(...lines: LogLine[]): Promise<void> {
  if (lines.length === 0) return;
  await inTransaction(['log'], 'readwrite', async (tx) => {
    const log = tx.objectStore('log');
    const known = new Set((await log.getAll()).map(keyOf));
    for (const line of lines.slice(-MAX_LOG)) {
      if (known.has(keyOf(line))) continue;
      known.add(keyOf(line));
      await log.add(line);
    }
    const keys = await log.getAllKeys();
    const last = keys.at(-MAX_LOG - 1);
    if (last !== undefined) await log.delete(IDBKeyRange.upperBound(last));
  });
}

/** The log, oldest first. @throws ManiculeError */
export const readLog = (): Promise<LogLine[]> =>
  inTransaction(['log'], 'readonly', (tx) => tx.objectStore('log').getAll());

/** @throws ManiculeError */
export const clearLog = (): Promise<void> =>
  inTransaction(['log'], 'readwrite', (tx) => tx.objectStore('log').clear());

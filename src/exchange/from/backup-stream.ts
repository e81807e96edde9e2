/** Reads a backup file of any size batch by batch, so that the page breathes, and checks every record. */
import type { Problem } from '../lines.ts';
import { LineReader, type ReadItem } from './backup-lines.ts';
import { piecesOf, type ReadOptions } from './backup-pieces.ts';

export { backupHead, type ReadOptions } from './backup-pieces.ts';

/** How long lines are worked on before the page gets its turn, in ms. */
const TURN = 8;

export interface BackupBatch {
  items: ReadItem[];
  problems: Problem[];
  /** Bytes read so far. */
  bytes: number;
}

/**
 * The records of a backup, batch by batch. A line that is broken or not valid is named and skipped; what a cut or damaged
 * file does not hold is said in the last batch.
 * @throws ManiculeError 'bad-file' when it is no backup, or one that cannot be understood; 'locked-file' when it is
 *   encrypted and `secret` is missing or does not fit
 */
export async function* readBackupFile(file: Blob, options: ReadOptions = {}): AsyncGenerator<BackupBatch> {
  const reader = new LineReader();
  let batch: BackupBatch = { items: [], problems: [], bytes: 0 };
  let began = performance.now();
  const pieces = piecesOf(file, options);
  for (let step = await pieces.next(); ; step = await pieces.next()) {
    if (step.done) {
      const { promised, last, problems } = step.value;
      batch.problems.push(...problems, ...reader.end(promised, last));
      yield { ...batch, bytes: file.size };
      return;
    }
    const { line, bytes, lines, problem } = step.value;
    batch.bytes = bytes;
    if (problem) batch.problems.push({ line, why: problem });
    for (const content of lines) {
      const found = reader.read(line, content);
      if (found && 'why' in found) batch.problems.push({ line, why: found.why });
      else if (found) batch.items.push(found.item);
    }
    if (performance.now() - began < TURN) continue;
    yield batch;
    batch = { items: [], problems: [], bytes };
    began = performance.now();
  }
}

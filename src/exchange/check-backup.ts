/** Reads a backup that was just written: what lies there is what counts, not that the browser took it. */
import { say } from '../core/say.ts';
import { piecesOf } from './from/backup-pieces.ts';
import { parseObject } from './lines.ts';
import { BACKUP_KINDS } from './to/backup.ts';
import { kindWords } from './to/backup-words.ts';

/** How long lines are looked at before other work gets its turn, in ms. */
const TURN = 8;

/**
 * How many records stand in `blob`, and what is wrong with it: a line that is no record, a chunk that cannot be opened, a
 * kind of which there are fewer than promised. What was written from the database needs no more.
 * @param onProgress called at every turn
 */
export async function checkBackup(
  blob: Blob,
  secret?: CryptoKey,
  onProgress: () => void = () => undefined,
): Promise<{ records: number; problems: string[] }> {
  const met = new Map<unknown, number>();
  const problems: string[] = [];
  const note = (why: string) => void (problems.length < 10 && problems.push(why));
  let records = 0;
  let began = performance.now();
  const pieces = piecesOf(blob, { secret });
  for (let step = await pieces.next(); ; step = await pieces.next()) {
    if (step.done) {
      for (const { why } of step.value.problems) note(why);
      for (const [kind, key] of Object.entries(BACKUP_KINDS)) {
        const [promised, found] = [step.value.promised[key], met.get(kind) ?? 0];
        if (promised !== found)
          note(
            say(
              'backupShort',
              found,
              typeof promised === 'number' ? promised : String(promised),
              kindWords(key),
            ),
          );
      }
      return { records, problems };
    }
    if (step.value.problem) note(step.value.problem);
    for (const line of step.value.lines) {
      const record = parseObject(line);
      if ('why' in record) note(record.why);
      else {
        records++;
        const { kind } = record.value;
        met.set(kind, (met.get(kind) ?? 0) + 1);
      }
    }
    if (performance.now() - began < TURN) continue;
    onProgress();
    await new Promise((turn) => setTimeout(turn, 0));
    began = performance.now();
  }
}

/** Reads a backup that was just written: what it holds is what counts, not that the browser took it. */
import { readBackupFile } from './from/backup-stream.ts';

/** How many records can be read from `blob`, and what is wrong with it. @param onProgress called at every batch */
export async function checkBackup(
  blob: Blob,
  secret?: CryptoKey,
  onProgress: () => void = () => undefined,
): Promise<{ records: number; problems: string[] }> {
  let records = 0;
  const problems: string[] = [];
  for await (const batch of readBackupFile(blob, { secret })) {
    records += batch.items.length;
    for (const { why } of batch.problems) if (problems.length < 10) problems.push(why);
    onProgress();
    await new Promise((turn) => setTimeout(turn, 0));
  }
  return { records, problems };
}

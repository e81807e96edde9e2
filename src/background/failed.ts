/** How a failure is told: expected ones with their sentence, unexpected ones once in the log as well. */
import { ManiculeError, sentenceOf } from '../core/errors.ts';
import type { Failure } from '../core/messages.ts';
import { clip } from '../core/text.ts';
import { addLog } from '../storage/index.ts';

/** These are the sender's or the disk's matter, not a defect of ours. */
const isExpected = (error: unknown): boolean =>
  error instanceof ManiculeError && error.code !== 'storage-failed' && error.code !== 'bad-record';

/** Writes an unexpected failure to the local log; where even that fails, to the console. */
export async function logUnexpected(where: string, error: unknown): Promise<void> {
  if (isExpected(error)) return;
  const message = clip(error instanceof Error ? `${error.name}: ${error.message}` : String(error), 1_000);
  try {
    await addLog({ at: new Date().toISOString(), where, message });
  } catch {
    console.error(`Manicule, ${where}:`, error);
  }
}

export function failureOf(type: string, error: unknown): Failure {
  void logUnexpected(`background/${type}`, error);
  const code = error instanceof ManiculeError ? error.code : 'storage-failed';
  return { failure: { code, sentence: sentenceOf(error) } };
}

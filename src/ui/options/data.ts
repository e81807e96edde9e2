/** Everything this page reads and writes outside itself. */
import { signal } from '@preact/signals';
import type { LogLine } from '../../core/errors.ts';
import type { WatchRule } from '../../core/rules.ts';
import type { BackupFile } from '../../exchange/to/backup-file.ts';
import * as storage from '../../storage/index.ts';
import { TOPICS, type Topic } from '../../topics/topics.ts';
import { backupByHand } from '../shared/backups.ts';
import type { Scan } from './counting.ts';
import { dayOf } from './format.ts';

export { loadSettings, onSettings } from '../../platform/settings.ts';
export { saveSettings } from '../../platform/timed-settings.ts';
export { clearLog, onChanges } from '../../storage/index.ts';
export { topicLabel } from '../shared/topic-labels.ts';

export const topics: readonly Topic[] = TOPICS;

/** The log, newest first. @throws ManiculeError */
export const readLog = async (): Promise<LogLine[]> => (await storage.readLog()).reverse();

/** The rules in the order they were made (ids begin with their time), tombstones included. @throws ManiculeError */
export const listRules = (): Promise<WatchRule[]> => storage.listRules({ deleted: true });
export const putRule = (rule: WatchRule): Promise<void> => storage.putRule(rule);
export const removeRule = (id: string): Promise<void> => storage.deleteRule(id, new Date().toISOString());

/** Hands out every stored paper, and ends when the last chunk has been worked on. @throws ManiculeError */
export const scanPapers: Scan = async (onChunk, signal) => {
  let worked: Promise<unknown> = Promise.resolve();
  await storage.scanPapers((papers) => {
    worked = worked.then(() => onChunk(papers));
    worked.catch(() => undefined); // awaited below; an aborted one must not count as unhandled meanwhile
  }, signal);
  await worked;
};

export interface Totals {
  papers: number;
  saved: number;
  /** Flagged and not dismissed. */
  flagged: number;
  /** Bytes the browser accounts to the extension; undefined where it does not tell. */
  bytes: number | undefined;
}

/** @throws ManiculeError */
export async function readTotals(): Promise<Totals> {
  const [counts, estimate] = await Promise.all([
    storage.counts(),
    navigator.storage?.estimate().catch(() => undefined),
  ]);
  return { ...counts, bytes: estimate?.usage };
}

/** ISO time of the last backup made here; undefined: none yet, or not read yet. */
export const lastBackup = signal<string | undefined>(undefined);
/** ISO time of the restore or import that can be undone. */
export const undoableRestore = signal<string | undefined>(undefined);
/** Which of both it was. */
export const undoableKind = signal<storage.Job['kind']>('restore');

/** Reads both anew. @throws ManiculeError */
export async function readCopies(): Promise<void> {
  const [backup, restored, job] = await Promise.all([
    storage.lastBackup(),
    storage.undoableRestore(),
    storage.undoableJob(),
  ]);
  lastBackup.value = backup;
  undoableRestore.value = restored;
  undoableKind.value = job?.kind ?? 'restore';
}

/**
 * Everything as one file, encrypted where the reader set a passphrase.
 * @param onProgress records written so far
 * @throws ManiculeError; `signal.reason`
 */
export async function makeBackup(
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<BackupFile & { filename: string }> {
  const now = new Date();
  const file = await backupByHand(now, onProgress, signal);
  lastBackup.value = now.toISOString();
  return { filename: `manicule-${dayOf(now)}.jsonl`, ...file };
}

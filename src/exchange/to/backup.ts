/**
 * Backup, JSON Lines; described for readers and other programs in `../BACKUP.md`. The first line is the header:
 *
 *     {"format":"manicule","version":2,"since":1,"exported":"2026-01-31T08:00:00.000Z",
 *      "papers":2,"marks":1,"rules":0,"collections":0,"settings":0,"sightings":0}          (on one line)
 *
 * Every other line is one record, wrapped so that its own keys never clash with the envelope:
 *
 *     {"kind":"paper"|"mark"|"rule"|"collection"|"setting"|"sighting","value":{…}}
 *
 * The header counts the records of each kind, which tells a file that was cut short. A reader skips kinds and keys it
 * does not know; a change that older readers would misunderstand raises `since`, any other `version` alone.
 */
import type { Collection } from '../../core/collections.ts';
import type { Mark } from '../../core/mark.ts';
import type { Paper, Sighting } from '../../core/paper.ts';

export const BACKUP_FORMAT = 'manicule';
export const BACKUP_VERSION = 2;
/** The oldest version of a reader that understands what is written here. */
export const BACKUP_SINCE = 1;

/** Kind of a line → key of the header and of `BackupParts`. */
export const BACKUP_KINDS = {
  paper: 'papers',
  mark: 'marks',
  rule: 'rules',
  collection: 'collections',
  setting: 'settings',
  sighting: 'sightings',
} as const;
export type BackupKind = keyof typeof BACKUP_KINDS;

export interface BackupParts {
  papers: readonly Paper[];
  marks: readonly Mark[];
  /** Objects as their owner stores them. */
  rules: readonly unknown[];
  collections?: readonly Collection[];
  settings: readonly unknown[];
  sightings: readonly Sighting[];
}

/** The number of records of each kind, known before the first is read. */
export type BackupCounts = Record<(typeof BACKUP_KINDS)[BackupKind], number>;

export const noBackupCounts = (): BackupCounts => ({
  papers: 0,
  marks: 0,
  rules: 0,
  collections: 0,
  settings: 0,
  sightings: 0,
});

/** The first line of a backup, line break included. @param more what else it states: the counts, or how it is sealed */
export const backupHeader = (more: BackupCounts | object, exported: string): string =>
  `${JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, since: BACKUP_SINCE, exported, ...more })}\n`;

/** One record of a backup, line break included. */
export const backupLine = (kind: BackupKind, value: unknown): string =>
  `${JSON.stringify({ kind, value })}\n`;

/**
 * The lines of a backup, each with its line break, one at a time: a hundred thousand papers are never held as text.
 * @param exported ISO time
 */
export function* writeBackup(
  parts: BackupParts,
  exported: string = new Date().toISOString(),
): Generator<string, void> {
  const counts = noBackupCounts();
  for (const key of Object.values(BACKUP_KINDS)) counts[key] = parts[key]?.length ?? 0;
  yield backupHeader(counts, exported);
  for (const kind of Object.keys(BACKUP_KINDS) as BackupKind[]) {
    for (const value of parts[BACKUP_KINDS[kind]] ?? []) yield backupLine(kind, value);
  }
}

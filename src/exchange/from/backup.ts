/** Reads a backup that is in memory as text; `backup-stream.ts` reads files of any size, encrypted ones too. */
import type { Collection } from '../../core/collections.ts';
import { ManiculeError } from '../../core/errors.ts';
import type { Mark } from '../../core/mark.ts';
import type { Paper, Sighting } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { numberedLines, type Problem } from '../lines.ts';
import { BACKUP_KINDS } from '../to/backup.ts';
import { headerOf, readHead } from './backup-head.ts';
import { LineReader } from './backup-lines.ts';

export interface Backup {
  /** ISO time as the header has it; '' when it has none. */
  exported: string;
  papers: Paper[];
  marks: Mark[];
  /** Objects, otherwise unchecked: whoever owns rules and settings validates them. */
  rules: Record<string, unknown>[];
  collections: Collection[];
  settings: Record<string, unknown>[];
  sightings: Sighting[];
  problems: Problem[];
}

/** Whether a text begins like a backup. */
export const isBackup = (text: string): boolean =>
  headerOf(numberedLines(text).next().value?.text) !== undefined;

/**
 * Reads a backup. Papers, marks and sightings are validated (see `schemas.ts`); a line that is broken or not valid is
 * named in `problems` and skipped; kinds and fields not known here are counted there, and so is what the header promises
 * and the file does not hold.
 * @throws ManiculeError 'bad-file' when it is no backup, or one that cannot be understood; 'locked-file' when it is encrypted
 */
export function readBackup(text: string): Backup {
  const lines = numberedLines(text);
  const head = readHead(lines.next().value?.text);
  if (head.sealed) {
    throw new ManiculeError('locked-file', say('backupLockedHere'));
  }
  const out: Backup = {
    exported: head.exported,
    papers: [],
    marks: [],
    rules: [],
    collections: [],
    settings: [],
    sightings: [],
    problems: [],
  };
  const reader = new LineReader();
  let last = 1;
  for (const { line, text: content } of lines) {
    last = line;
    const found = reader.read(line, content);
    if (!found) continue;
    if ('why' in found) out.problems.push({ line, why: found.why });
    else (out[BACKUP_KINDS[found.item.kind]] as unknown[]).push(found.item.value);
  }
  out.problems.push(...reader.end(head.promised, last));
  return out;
}

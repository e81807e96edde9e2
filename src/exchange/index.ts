/** Papers out of the library: every format through one door, one broken record never stopping a file. */
import { ManiculeError } from '../core/errors.ts';
import type { Mark } from '../core/mark.ts';
import type { Paper } from '../core/paper.ts';
import { say } from '../core/say.ts';
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import type { FormatId } from './formats.ts';
import { writeBackup } from './to/backup.ts';
import { storedForm } from './to/backup-items.ts';
import type { Work } from './work.ts';
import { failure, noteIn, type Simplified, soundItems, written } from './works.ts';
import { WRITERS } from './writers.ts';

export { assignCiteKeys } from './cite-key.ts';
export {
  type Exportable,
  type ExportOptions,
  exportableOf,
  type Report,
  type Skipped,
} from './exportable.ts';
export { FORMATS, type Format, type FormatId, type TextFormatId } from './formats.ts';
export { type Backup, isBackup, readBackup } from './from/backup.ts';
export { readPapers } from './from/papers.ts';
export type { Problem } from './lines.ts';
export { type BackupParts, writeBackup } from './to/backup.ts';

/**
 * Writes `items` piece by piece, about one piece a paper, so that the caller can let the page breathe, show progress
 * or stop. Returns what was left out or simplified, and why.
 * @throws ManiculeError 'bad-file' for a format that does not exist or is no single text
 */
export function* exportChunks(
  format: FormatId,
  items: readonly Exportable[],
  options: ExportOptions = {},
): Generator<string, Report> {
  const now = options.now ?? new Date().toISOString();
  const skipped: Skipped[] = [];
  if (format === 'jsonl') {
    const written = yield* backupOf(items, now, skipped);
    return { written, skipped };
  }
  if (!Object.hasOwn(WRITERS, format)) {
    const why = format === 'obsidian' ? 'exportManyFiles' : 'exportNoFiles';
    throw new ManiculeError('bad-file', say(why, format));
  }
  const writer = WRITERS[format as keyof typeof WRITERS];
  const { takes } = writer;
  const some = takes !== undefined && items.some((item) => takes({ flagged: item?.flagged === true }));
  let count = 0;
  let passed = 0;
  const one = (work: Work, simplified: Simplified): string | undefined => {
    if (!some || takes(work)) return writer.one(work, options, simplified, now);
    passed++;
    return undefined;
  };
  if (writer.open) yield writer.open(options, now, some);
  for (const text of written(items, options, skipped, one)) {
    yield count > 0 ? (writer.between ?? '') + text : text;
    count++;
  }
  if (writer.close) yield writer.close;
  return { written: count, skipped, ...(passed > 0 ? { passed } : {}) };
}

/** The lines of a backup of `items`; returns the number of papers. The header counts them, so all are made first. */
function* backupOf(items: readonly Exportable[], now: string, skipped: Skipped[]): Generator<string, number> {
  const note = noteIn(skipped);
  const papers: Paper[] = [];
  const marks: Mark[] = [];
  for (const item of soundItems(items, note)) {
    try {
      const { paper, mark } = storedForm(item, now);
      papers.push(paper);
      if (mark) marks.push(mark);
    } catch (error) {
      note(item)(failure(error));
    }
  }
  yield* writeBackup({ papers, marks, rules: [], settings: [], sightings: [] }, now);
  return papers.length;
}

/**
 * Writes `items` in one go: the text of the file, and every paper that was left out or simplified with the reason.
 * @throws ManiculeError 'bad-file' for a format that does not exist
 */
export function exportPapers(
  format: FormatId,
  items: readonly Exportable[],
  options: ExportOptions = {},
): { text: string; skipped: Skipped[] } {
  const chunks = exportChunks(format, items, options);
  let text = '';
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done) return { text, skipped: step.value.skipped };
    text += step.value;
  }
}

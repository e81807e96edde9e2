/** Papers out of the library: every format through one door, one broken record never stopping a file. */
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import type { FormatId } from './formats.ts';
import { pieceWriter, textsOf, withKeys } from './pieces.ts';

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
 * Writes `items`, about one piece a paper. Returns what was left out or simplified, and why.
 * @throws ManiculeError 'bad-file' for a format that does not exist or is no single text
 */
export function* exportChunks(
  format: FormatId,
  items: readonly Exportable[],
  options: ExportOptions = {},
): Generator<string, Report> {
  const { texts, report } = textsOf(pieceWriter(format, withKeys(items, options)), items);
  yield* texts;
  return report;
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

/** Papers out of the library: every format through one door, one broken record never stopping a file. */
import { ManiculeError } from '../core/errors.ts';
import type { Mark } from '../core/mark.ts';
import type { Paper } from '../core/paper.ts';
import { assignCiteKeys } from './cite-key.ts';
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import { nameOf, soundItem } from './sound.ts';
import { writeBackup } from './to/backup.ts';
import { storedForm } from './to/backup-items.ts';
import { bibtexEntry } from './to/bibtex.ts';
import { cslItem } from './to/csl-json.ts';
import { csvHeader, csvRow } from './to/csv.ts';
import { markdownItem } from './to/markdown.ts';
import { risRecord } from './to/ris.ts';
import { type Work, workOf } from './work.ts';

export { assignCiteKeys } from './cite-key.ts';
export {
  type Exportable,
  type ExportOptions,
  exportableOf,
  type Report,
  type Skipped,
} from './exportable.ts';
export { type Backup, isBackup, readBackup } from './from/backup.ts';
export { readPapers } from './from/papers.ts';
export type { Problem } from './lines.ts';
export { type BackupParts, writeBackup } from './to/backup.ts';

export type FormatId = 'bibtex' | 'ris' | 'csl-json' | 'csv' | 'markdown' | 'jsonl';

export interface Format {
  id: FormatId;
  label: string;
  /** Without dot. */
  extension: string;
  mime: string;
}

export const FORMATS: readonly Format[] = [
  { id: 'bibtex', label: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex' },
  { id: 'ris', label: 'RIS', extension: 'ris', mime: 'application/x-research-info-systems' },
  { id: 'csl-json', label: 'CSL-JSON', extension: 'json', mime: 'application/vnd.citationstyles.csl+json' },
  { id: 'csv', label: 'CSV (spreadsheet)', extension: 'csv', mime: 'text/csv' },
  { id: 'markdown', label: 'Markdown', extension: 'md', mime: 'text/markdown' },
  { id: 'jsonl', label: 'JSON Lines (backup)', extension: 'jsonl', mime: 'application/jsonl' },
];

type Simplified = (why: string) => void;
interface Writer {
  open?: () => string;
  one: (work: Work, options: ExportOptions, simplified: Simplified) => string;
  between?: string;
  close?: string;
}

const WRITERS: Readonly<Record<Exclude<FormatId, 'jsonl'>, Writer>> = {
  bibtex: { one: (work, options) => bibtexEntry(work, options.unicode), between: '\n' },
  ris: { one: risRecord },
  'csl-json': {
    open: () => '[\n',
    one: (work) => JSON.stringify(cslItem(work)),
    between: ',\n',
    close: '\n]\n',
  },
  csv: { open: csvHeader, one: (work, _, simplified) => csvRow(work, simplified) },
  markdown: { one: markdownItem },
};

/**
 * Writes `items` piece by piece, about one piece a paper, so that the caller can let the page breathe, show progress
 * or stop. Returns what was left out or simplified, and why.
 * @throws ManiculeError 'bad-file' for a format that does not exist
 */
export function* exportChunks(
  format: FormatId,
  items: readonly Exportable[],
  options: ExportOptions = {},
): Generator<string, Report> {
  if (!FORMATS.some(({ id }) => id === format)) {
    throw new ManiculeError('bad-file', `There is no export format "${format}".`);
  }
  const skipped: Skipped[] = [];
  const note = (item: Exportable) => (why: string) => void skipped.push({ ...nameOf(item), why });
  const sound = soundItems(items, note);
  if (format === 'jsonl') {
    const written = yield* backupOf(sound, options.now ?? new Date().toISOString(), note);
    return { written, skipped };
  }
  const keys = options.keys ?? assignCiteKeys(sound, options.taken ?? new Set());
  const writer = WRITERS[format];
  let written = 0;
  if (writer.open) yield writer.open();
  for (const item of sound) {
    const simplified = note(item);
    let text: string;
    try {
      text = writer.one(workOf(item, keys.get(item.paper.id) ?? 'paper', simplified), options, simplified);
    } catch (error) {
      simplified(failure(error));
      continue;
    }
    yield written > 0 ? (writer.between ?? '') + text : text;
    written++;
  }
  if (writer.close) yield writer.close;
  return { written, skipped };
}

const failure = (error: unknown): string =>
  `It could not be written (${error instanceof Error ? error.message : String(error)}).`;

/** The lines of a backup of `items`; returns the number of papers. The header counts them, so all are made first. */
function* backupOf(
  items: readonly Exportable[],
  now: string,
  note: (item: Exportable) => Simplified,
): Generator<string, number> {
  const papers: Paper[] = [];
  const marks: Mark[] = [];
  for (const item of items) {
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

/** The items that can be written, each paper once. */
function soundItems(items: readonly Exportable[], note: (item: Exportable) => Simplified): Exportable[] {
  const out: Exportable[] = [];
  const met = new Set<string>();
  for (const item of items) {
    const sound = soundItem(item, note(item));
    if ('why' in sound) note(item)(sound.why);
    else if (met.has(sound.paper.id)) note(item)('It is in the list twice and was written once.');
    else {
      met.add(sound.paper.id);
      out.push(sound);
    }
  }
  return out;
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

/** From a list of ids to a file in the downloads, and the sentence that says what became of it. */

import type { ExportChoices } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { language, say, sayMany } from '../../core/say.ts';
import { FORMATS, type FormatId } from '../../exchange/formats.ts';
import type { Exportable, Skipped } from '../../exchange/index.ts';
import { loadSettings } from '../../platform/settings.ts';
import { citeKeys, counts, getRows, readAll, setCiteKeys } from './data.ts';
import { download, fileName } from './download.ts';
import type { Exported } from './export-messages.ts';
import type { Progress } from './export-run.ts';
import { exportBeside } from './exporter.ts';
import { topicChoices, topicLabel } from './topic-labels.ts';

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface Job {
  format: FormatId;
  ids: readonly PaperId[];
  /** For the file's name: "saved", "flagged", "selection". */
  what: string;
  choices: ExportChoices;
  /** New cite keys for papers that have one already: documents that use the old ones have to be changed. */
  renew?: boolean;
}

export interface Outcome {
  /** What to tell the reader. */
  said: string;
  /** Papers that were left out or written in a simpler form, with the reason. */
  skipped: Skipped[];
}

/** "Exported 12 papers as BibTeX. 1 paper could not be …" */
function sentence(label: string, written: number, missing: number, passed: number): string {
  const said = [sayMany('sharedExported', written, label)];
  if (missing > 0) said.push(sayMany('sharedExportMissing', missing));
  if (passed > 0) said.push(sayMany('sharedExportPassed', passed));
  return said.join(' ');
}

/**
 * Writes the papers of a job to a file. New cite keys are stored, so that the next file has the same.
 * @throws ManiculeError; `signal.reason` where it was stopped
 */
export async function exportList(
  { format, ids, what, choices, renew }: Job,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const kind = FORMATS.find(({ id }) => id === format);
  const asked = {
    format,
    ids: ids.join('\n'),
    choices,
    renew: renew ?? false,
    topicChoices: topicChoices.peek(),
    language: language(),
  };
  const save = ({ file }: Exported) => download(fileName(what, kind?.extension ?? 'txt'), file.type, [file]);
  const { written, missing, passed, skipped } = await exportBeside(asked, onProgress, save, signal);
  return { said: sentence(kind?.label ?? format, written, missing, passed), skipped };
}

/** Rows read in one go while notes go into a folder, which the page does itself. */
const ROWS = 150;

/**
 * Writes the papers of a job as Obsidian notes into a folder, bringing those that are there already up to date.
 * @throws ManiculeError
 */
export async function exportToFolder(
  job: Job,
  folder: FileSystemDirectoryHandle,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const { ids, choices, renew } = job;
  const [{ writeNotes }, { handleFolder }, { ExportReader, writerOptions }, given] = await Promise.all([
    import('./note-folder.ts'),
    import('./note-handle.ts'),
    import('./export-read.ts'),
    citeKeys(),
  ]);
  const reader = new ExportReader(job, topicLabel);
  reader.begin(given);
  const items: Exportable[] = [];
  for (let at = 0; at < ids.length; at += ROWS) {
    signal.throwIfAborted();
    items.push(...reader.items(await getRows(ids.slice(at, at + ROWS))));
    await breathe();
  }
  const options = writerOptions(choices, reader.keys);
  const done = await writeNotes(items, handleFolder(folder), options, onProgress, signal);
  await setCiteKeys(reader.fresh, new Date().toISOString(), renew ?? false);
  const { created, updated, same } = done;
  const left = ids.length - created - updated - same;
  const key = left > 0 ? 'sharedNotesWrittenLeft' : 'sharedNotesWritten';
  return {
    said: say(key, folder.name, created, updated, same, left),
    skipped: [...done.skipped, ...reader.corrupt],
  };
}

/** Characters joined into one piece of a backup. */
const PIECE = 500_000;

/**
 * Writes everything stored (papers, marks, rules, sightings, settings) to one backup file.
 * @returns what to tell the reader.
 * @throws ManiculeError
 */
export async function exportEverything(
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<string> {
  const [{ BACKUP_KINDS, backupHeader, backupLine, noBackupCounts }, settings, { papers: total }] =
    await Promise.all([import('../../exchange/to/backup.ts'), loadSettings(), counts()]);
  const number = { ...noBackupCounts(), settings: 1 };
  const pieces: Blob[] = [];
  let text = backupLine('setting', settings);
  for await (const { kind, value } of readAll()) {
    signal.throwIfAborted();
    number[BACKUP_KINDS[kind]]++;
    text += backupLine(kind, value);
    if (text.length < PIECE) continue;
    pieces.push(new Blob([text]));
    text = '';
    onProgress({ done: Math.min(number.papers, total), total: total || 1 });
  }
  // the header counts what follows, so it is written last and put first
  const header = backupHeader(number, new Date().toISOString());
  download(fileName('backup', 'jsonl'), 'application/jsonl', [header, ...pieces, text]);
  return sayMany('sharedBackedUp', number.papers);
}

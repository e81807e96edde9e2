/** From a list of ids to a file in the downloads, and the sentence that says what became of it. */

import type { ExportChoices } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { language, say, sayMany } from '../../core/say.ts';
import { FORMATS, type FormatId } from '../../exchange/formats.ts';
import type { Skipped } from '../../exchange/index.ts';
import { counts } from './data.ts';
import { download, fileName } from './download.ts';
import type { Exported, PapersJob } from './export-messages.ts';
import type { Progress } from './export-run.ts';
import { beside } from './exporter.ts';
import { topicChoices } from './topic-labels.ts';

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

/** What the worker is asked for. */
const asked = ({ ids, choices, renew }: Job): PapersJob => ({
  ids: ids.join('\n'),
  choices,
  renew: renew ?? false,
  topicChoices: topicChoices.peek(),
  language: language(),
});

/**
 * Writes the papers of a job to a file. New cite keys are stored, so that the next file has the same.
 * @throws ManiculeError; `signal.reason` where it was stopped
 */
export async function exportList(
  job: Job,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const { format, what } = job;
  const kind = FORMATS.find(({ id }) => id === format);
  const save = ({ file }: Exported) => download(fileName(what, kind?.extension ?? 'txt'), file.type, [file]);
  const { written, missing, passed, skipped } = await beside(
    { do: 'file', format, ...asked(job) },
    { onProgress, onMade: save, signal },
  );
  return { said: sentence(kind?.label ?? format, written, missing, passed), skipped };
}

/**
 * Writes the papers of a job as Obsidian notes into a folder, bringing those that are there already up to date.
 * @throws ManiculeError; `signal.reason` where it was stopped: notes written until then stay
 */
export async function exportToFolder(
  job: Job,
  folder: FileSystemDirectoryHandle,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const { created, updated, same, skipped } = await beside(
    { do: 'notes', folder, ...asked(job) },
    { onProgress, signal },
  );
  const left = job.ids.length - created - updated - same;
  const key = left > 0 ? 'sharedNotesWrittenLeft' : 'sharedNotesWritten';
  return { said: say(key, folder.name, created, updated, same, left), skipped };
}

/**
 * Writes everything stored (papers, marks, rules, sightings, settings) to one backup file, encrypted where the reader set
 * a passphrase for backups.
 * @returns what to tell the reader.
 * @throws ManiculeError; `signal.reason` where it was stopped
 */
export async function exportEverything(
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<string> {
  const [{ backupByHand }, { papers: total }] = await Promise.all([import('./backups.ts'), counts()]);
  // papers come first, and are most of it
  const tell = (done: number) => onProgress({ done: Math.min(done, total), total: total || 1 });
  const { blob, papers } = await backupByHand(new Date(), tell, signal);
  download(fileName('backup', 'jsonl'), 'application/jsonl', [blob]);
  return sayMany('sharedBackedUp', papers);
}

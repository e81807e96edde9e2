/** From a list of ids to a file in the downloads, and the sentence that says what became of it. */

import type { ExportChoices } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { FORMATS, type FormatId } from '../../exchange/formats.ts';
import type { Exportable, Skipped } from '../../exchange/index.ts';
import type { NoteOptions } from '../../exchange/notes.ts';
import { loadSettings } from '../../platform/settings.ts';
import { citeKeys, counts, getRows, readAll, setCiteKeys } from './data.ts';
import { download, fileName } from './download.ts';
import { makeFile, type Progress, ROWS } from './export-run.ts';
import { topicLabel } from './topic-labels.ts';

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

/** Papers read slice by slice, each with its cite key: keys for ten thousand papers at once would stop the page. */
async function reader({ ids, choices, renew }: Job) {
  const { CiteKeyBook, exportablesOf } = await import('../../exchange/from-row.ts');
  const old = new Map(await citeKeys());
  const own = new Set(renew ? ids : []);
  for (const [key, id] of old) if (own.has(id)) old.delete(key);
  const book = new CiteKeyBook(old, { pattern: choices.citePattern, fold: choices.citeFold });
  const keys = new Map<PaperId, string>();
  const fresh = new Map<PaperId, string>();
  const corrupt: Skipped[] = [];
  const read = async (slice: readonly PaperId[]): Promise<Exportable[]> => {
    const rows = await getRows(slice);
    for (const id of rows.corrupt) corrupt.push({ id, title: '', why: say('sharedExportUnreadable') });
    const items = exportablesOf(rows.rows, topicLabel);
    if (renew) for (const item of items) delete item.citeKey;
    const some = book.give(items);
    for (const [id, key] of some.keys) keys.set(id, key);
    for (const [id, key] of some.fresh) fresh.set(id, key);
    return items;
  };
  const keep = () => setCiteKeys(fresh, new Date().toISOString(), renew ?? false);
  return { read, keys, keep, corrupt };
}

/** What the writers are told. */
const optionsOf = (choices: ExportChoices, keys: ReadonlyMap<PaperId, string>): NoteOptions => ({
  keys,
  unicode: choices.unicode,
  fields: choices.fields,
  template: choices.noteTemplate,
  noteName: choices.noteName,
});

/** "Exported 12 papers as BibTeX. 1 paper could not be …" */
function sentence(label: string, written: number, missing: number, passed: number): string {
  const said = [sayMany('sharedExported', written, label)];
  if (missing > 0) said.push(sayMany('sharedExportMissing', missing));
  if (passed > 0) said.push(sayMany('sharedExportPassed', passed));
  return said.join(' ');
}

/**
 * Writes the papers of a job to a file. New cite keys are stored, so that the next file has the same.
 * @throws ManiculeError
 */
export async function exportList(
  job: Job,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const { format, ids, what, choices } = job;
  const [{ exportChunks }, { inOrder }] = await Promise.all([
    import('../../exchange/index.ts'),
    import('../../exchange/order.ts'),
  ]);
  const zip = format === 'obsidian' ? (await import('../../exchange/notes.ts')).zipChunks : undefined;
  const kind = FORMATS.find(({ id }) => id === format);
  const { read, keys, keep, corrupt } = await reader(job);
  const options = optionsOf(choices, keys);
  const tools = {
    read,
    arrange: (items: readonly Exportable[]) => inOrder(items, choices.order, keys),
    chunks: (id: FormatId, items: readonly Exportable[]) =>
      zip ? zip(items, options) : exportChunks(id, items, options),
    breathe,
    now: () => performance.now(),
  };
  const made = await makeFile(format, ids, tools, onProgress, signal);
  if (kind) download(fileName(what, kind.extension), kind.mime, made.pieces);
  if (kind?.keys) await keep();
  return {
    said: sentence(kind?.label ?? format, made.written, made.missing, made.report.passed ?? 0),
    skipped: [...made.report.skipped, ...corrupt],
  };
}

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
  const { ids, choices } = job;
  const [{ writeNotes }, { handleFolder }] = await Promise.all([
    import('./note-folder.ts'),
    import('./note-handle.ts'),
  ]);
  const { read, keys, keep, corrupt } = await reader(job);
  const items: Exportable[] = [];
  for (let at = 0; at < ids.length; at += ROWS) {
    signal.throwIfAborted();
    items.push(...(await read(ids.slice(at, at + ROWS))));
    await breathe();
  }
  const done = await writeNotes(items, handleFolder(folder), optionsOf(choices, keys), onProgress, signal);
  await keep();
  const { created, updated, same } = done;
  const left = ids.length - created - updated - same;
  const key = left > 0 ? 'sharedNotesWrittenLeft' : 'sharedNotesWritten';
  return {
    said: say(key, folder.name, created, updated, same, left),
    skipped: [...done.skipped, ...corrupt],
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
  const [{ BACKUP_KINDS, backupHeader, backupLine, noBackupCounts }, settings, { papers: total }] = await Promise.all([
    import('../../exchange/to/backup.ts'),
    loadSettings(),
    counts(),
  ]);
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

/** From a list of ids to a file in the downloads, and the sentence that says what became of it. */
import type { PaperId } from '../../core/paper.ts';
import type { Exportable, FormatId } from '../../exchange/index.ts';
import { loadSettings } from '../../platform/settings.ts';
import { citeKeys, counts, getRows, readAll, setCiteKeys } from './data.ts';
import { download, fileName } from './download.ts';
import { makeFile, type Progress } from './export-run.ts';
import { topicLabel } from './topic-labels.ts';
import { papers as countOf } from './words.ts';

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Writes the papers of `ids` to a file. New cite keys are stored, so that the next file has the same.
 * @returns what to tell the reader.
 * @throws ManiculeError
 */
export async function exportList(
  format: FormatId,
  ids: readonly PaperId[],
  what: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<string> {
  const { exportChunks, FORMATS } = await import('../../exchange/index.ts');
  const { CiteKeyBook, exportablesOf } = await import('../../exchange/from-row.ts');
  const book = new CiteKeyBook(await citeKeys());
  const keys = new Map<PaperId, string>();
  const fresh = new Map<PaperId, string>();
  const read = async (slice: readonly PaperId[]) => {
    const items = exportablesOf((await getRows(slice)).rows, topicLabel);
    // slice by slice: keys for ten thousand papers at once would stop the page
    const some = book.give(items);
    for (const [id, key] of some.keys) keys.set(id, key);
    for (const [id, key] of some.fresh) fresh.set(id, key);
    return items;
  };
  const chunks = (id: FormatId, items: readonly Exportable[]) => exportChunks(id, items, { keys });
  const tools = { read, chunks, breathe, now: () => performance.now() };
  const made = await makeFile(format, ids, tools, onProgress, signal);
  const kind = FORMATS.find(({ id }) => id === format);
  if (kind) download(fileName(what, kind.extension), kind.mime, made.pieces);
  if (format === 'bibtex' || format === 'csl-json') await setCiteKeys(fresh, new Date().toISOString());
  const left =
    made.missing > 0 ? ` ${countOf(made.missing)} could not be read or written and were left out.` : '';
  return `Exported ${countOf(made.written)} as ${kind?.label ?? format}.${left}`;
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
  const [{ BACKUP_KINDS, backupHeader, backupLine }, settings, { papers: total }] = await Promise.all([
    import('../../exchange/to/backup.ts'),
    loadSettings(),
    counts(),
  ]);
  const number = { papers: 0, marks: 0, rules: 0, settings: 1, sightings: 0 };
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
  return `Backed up ${countOf(number.papers)} and everything you decided about them.`;
}

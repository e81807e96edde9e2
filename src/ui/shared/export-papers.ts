/** In the export worker: papers into one file, or as notes into a folder. */
import { topicName } from '../../core/topics.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { type Exportable, exportChunks } from '../../exchange/index.ts';
import { zipChunks } from '../../exchange/notes.ts';
import { orderingOf } from '../../exchange/order.ts';
import { pieceWriter } from '../../exchange/pieces.ts';
import { breathe, getKeyedRows, setCiteKeys } from '../../storage/index.ts';
import { topicLabel } from '../../topics/labels.ts';
import { MarksAhead } from './export-ahead.ts';
import { type Exported, type FileJob, idsOf, type NotesJob, type PapersJob } from './export-messages.ts';
import { ExportReader, writerOptions } from './export-read.ts';
import { makeFile, type Progress, ROWS } from './export-run.ts';
import { type Done, writeNotes } from './note-folder.ts';
import { handleFolder } from './note-handle.ts';

/** To be told of the papers of a job that may come. */
export const marksAhead = new MarksAhead();

function readerOf({ ids, choices, renew, topicChoices }: PapersJob): ExportReader {
  return new ExportReader(
    { ids: idsOf(ids), choices, renew },
    (id) => topicName(id, topicChoices) ?? topicLabel(id),
  );
}

const keep = (reader: ExportReader, renew: boolean): Promise<void> =>
  setCiteKeys(reader.fresh, new Date().toISOString(), renew);

/**
 * One file of the job's papers. New cite keys are stored, so that the next file has the same.
 * @param speaking done when sentences can be said
 * @param onMade called with the file as soon as it is whole
 * @throws ManiculeError
 */
export async function writePapers(
  job: FileJob,
  speaking: Promise<void>,
  onProgress: (progress: Progress) => void,
  onMade: (made: Exported) => void,
): Promise<void> {
  const { format, choices, renew } = job;
  const kind = FORMATS.find(({ id }) => id === format);
  const reader = readerOf(job);
  const ids = idsOf(job.ids);
  const keyed = marksAhead.take(job.ids);
  const begun = Promise.all([keyed, speaking]).then(([{ keys }]) => reader.begin(keys));
  const options = writerOptions(choices, reader.keys);
  const { file, written, missing, report } = await makeFile(
    format,
    `${kind?.mime ?? 'text/plain'};charset=utf-8`,
    ids,
    {
      async rows(some) {
        const [rows] = await Promise.all([getKeyedRows(some, keyed), begun]);
        return rows;
      },
      items: (rows) => reader.items(rows),
      ordering: orderingOf(choices.order, reader.keys),
      pieces: pieceWriter(format, options),
      chunks: (id, items) =>
        id === 'obsidian' ? zipChunks(items, options) : exportChunks(id, items, options),
      breathe,
      now: () => performance.now(),
    },
    onProgress,
  );
  await begun;
  const skipped = [...report.skipped, ...reader.corrupt];
  onMade({ file, written, missing, passed: report.passed ?? 0, skipped });
  if (kind?.keys) await keep(reader, renew);
}

/**
 * The job's papers as Obsidian notes in its folder, those that are there already brought up to date. New cite keys are
 * stored.
 * @throws ManiculeError; `signal.reason` when stopped: notes written until then stay
 */
export async function writeIntoFolder(
  job: NotesJob,
  onProgress: (progress: Progress) => void,
  onMade: (done: Done) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = readerOf(job);
  const ids = idsOf(job.ids);
  const keyed = marksAhead.take(job.ids);
  reader.begin((await keyed).keys);
  const items: Exportable[] = [];
  for (let at = 0; at < ids.length; at += ROWS) {
    signal.throwIfAborted();
    items.push(...reader.items(await getKeyedRows(ids.slice(at, at + ROWS), keyed)));
  }
  const options = writerOptions(job.choices, reader.keys);
  const done = await writeNotes(items, handleFolder(job.folder), options, onProgress, signal);
  await keep(reader, job.renew);
  onMade({ ...done, skipped: [...done.skipped, ...reader.corrupt] });
}

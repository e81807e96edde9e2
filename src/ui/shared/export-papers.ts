/** In the export worker: papers into one file, or as notes into a folder. */
import type { PaperId } from '../../core/paper.ts';
import { topicName } from '../../core/topics.ts';
import { FORMATS } from '../../exchange/formats.ts';
import type { Exportable } from '../../exchange/index.ts';
import { noteWriter } from '../../exchange/note-pieces.ts';
import { orderingOf } from '../../exchange/order.ts';
import { pieceWriter } from '../../exchange/pieces.ts';
import { breathe, getKeyedRows, getRows, keysBeside, setCiteKeys } from '../../storage/index.ts';
import type { Rows } from '../../storage/read.ts';
import { topicLabel } from '../../topics/labels.ts';
import { MarksAhead } from './export-ahead.ts';
import { type Exported, type FileJob, idsOf, type NotesJob, type PapersJob } from './export-messages.ts';
import { ExportReader, writerOptions } from './export-read.ts';
import { isMany, makeFile, type Progress } from './export-run.ts';
import { type Done, writeNotes } from './note-folder.ts';
import { handleFolder } from './note-handle.ts';

/** To be told of the papers of a job that may come. */
export const marksAhead = new MarksAhead();

function readerOf({ choices, renew, topicChoices }: PapersJob, ids: readonly PaperId[]): ExportReader {
  return new ExportReader({ ids, choices, renew }, (id) => topicName(id, topicChoices) ?? topicLabel(id));
}

interface Source {
  /** Every cite key given so far → its paper. */
  given(): Promise<ReadonlyMap<string, PaperId>>;
  rows(some: readonly PaperId[]): Promise<Rows>;
}

/** What a job's papers are read from. Marks of many are read with them: all at once they would be most of what is in memory. */
function sourceOf(job: PapersJob, ids: readonly PaperId[]): Source {
  if (isMany(ids)) return { given: () => keysBeside(ids), rows: getRows };
  const keyed = marksAhead.take(job.ids);
  return { given: async () => (await keyed).keys, rows: (some) => getKeyedRows(some, keyed) };
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
  const ids = idsOf(job.ids);
  const reader = readerOf(job, ids);
  const source = sourceOf(job, ids);
  const begun = Promise.all([source.given(), speaking]).then(([given]) => reader.begin(given));
  const options = writerOptions(choices, reader.keys);
  const writer = format === 'obsidian' ? noteWriter(options) : pieceWriter(format, options);
  const { file, written, missing, report } = await makeFile(
    `${kind?.mime ?? 'text/plain'};charset=utf-8`,
    ids,
    {
      async rows(some) {
        const [rows] = await Promise.all([source.rows(some), begun]);
        return rows;
      },
      items(rows) {
        reader.keys.clear(); // their papers are written
        return reader.items(rows);
      },
      ordering: orderingOf(choices.order, reader.keys),
      writer,
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
  // as files do it: which of two papers gets which cite key does not depend on the list
  const ids = [...idsOf(job.ids)].sort();
  const reader = readerOf(job, ids);
  const source = sourceOf(job, ids);
  reader.begin(await source.given());
  const read = async (some: readonly PaperId[]): Promise<Exportable[]> => {
    const rows = await source.rows(some);
    reader.keys.clear(); // their notes are written
    return reader.items(rows);
  };
  const options = writerOptions(job.choices, reader.keys);
  let done: Done;
  try {
    done = await writeNotes({ ids, read }, handleFolder(job.folder), options, onProgress, signal);
  } finally {
    // what was written until it was stopped has them in it
    await keep(reader, job.renew);
  }
  onMade({ ...done, skipped: [...done.skipped, ...reader.corrupt] });
}

/**
 * Files of many papers, made in slices so that the page goes on answering: rows are read a few hundred at a time, the
 * writer is stopped every few milliseconds, and the file is a Blob of its pieces.
 */
import type { PaperId } from '../../core/paper.ts';
import type { Exportable, FormatId, Report } from '../../exchange/index.ts';

/** Rows read in one transaction. */
export const ROWS = 150;
/** Longest the page is kept from painting, in ms. */
const SLICE_MS = 12;

export interface Progress {
  done: number;
  total: number;
}

export interface ExportTools {
  /** Rows of these ids as the writers want them, in order; those that cannot be read are left out. */
  read(ids: readonly PaperId[]): Promise<Exportable[]>;
  /** The items in the order of the file; by default that of the ids. */
  arrange?(items: readonly Exportable[]): Exportable[];
  chunks(format: FormatId, items: readonly Exportable[]): Generator<string | Uint8Array<ArrayBuffer>, Report>;
  /** Lets the page paint and answer. */
  breathe(): Promise<void>;
  now(): number;
}

export interface Made {
  pieces: (string | Uint8Array<ArrayBuffer>)[];
  written: number;
  /** Asked for, but not in the file. */
  missing: number;
  report: Report;
}

/**
 * The pieces of a file of `ids` in `format`.
 * @param onProgress called between slices; the first half is reading, the second writing.
 * @throws ManiculeError 'storage-failed' or 'bad-file'; `signal.reason` when stopped by the reader.
 */
export async function makeFile(
  format: FormatId,
  ids: readonly PaperId[],
  tools: ExportTools,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Made> {
  const items: Exportable[] = [];
  const total = ids.length * 2;
  for (let at = 0; at < ids.length; at += ROWS) {
    signal?.throwIfAborted();
    items.push(...(await tools.read(ids.slice(at, at + ROWS))));
    onProgress({ done: Math.min(at + ROWS, ids.length), total });
    await tools.breathe();
  }
  const pieces: Made['pieces'] = [];
  const writer = tools.chunks(format, tools.arrange?.(items) ?? items);
  let begun = tools.now();
  for (let step = writer.next(); ; step = writer.next()) {
    if (step.done) {
      onProgress({ done: total, total });
      return {
        pieces,
        written: step.value.written,
        missing: ids.length - step.value.written - (step.value.passed ?? 0),
        report: step.value,
      };
    }
    pieces.push(step.value);
    if (tools.now() - begun < SLICE_MS) continue;
    signal?.throwIfAborted();
    onProgress({ done: Math.min(ids.length + pieces.length, total), total });
    await tools.breathe();
    begun = tools.now();
  }
}

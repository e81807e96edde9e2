/** Files whose papers are each written by themselves: while others are still being read, and in whatever order they come. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';
import { assignCiteKeys } from './cite-key.ts';
import type { Exportable, ExportOptions, Report, Skipped } from './exportable.ts';
import type { FormatId } from './formats.ts';
import { soundItem } from './sound.ts';
import { backupHeader, backupLine, noBackupCounts } from './to/backup.ts';
import { storedForm } from './to/backup-items.ts';
import { failure, noteIn, type Simplified, soundItems, writtenOne } from './works.ts';
import { WRITERS } from './writers.ts';

/** The texts of one paper: the n-th stands in the file's n-th part. */
type Texts = readonly (string | undefined)[];

/** How a file begins, and which of its parts are in it, one behind the other. */
interface Whole {
  open: string;
  parts: readonly number[];
  report: Omit<Report, 'skipped'>;
}

/** Takes the texts of a file in their order, and gives what they become. */
export interface Packer {
  add(text: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[];
  end(): Uint8Array<ArrayBuffer>[];
}

export interface PieceWriter {
  /** In each of them papers stand in the order of the file. */
  parts: number;
  /** What stands between and after the papers. */
  between: string;
  close: string;
  /** The texts of one paper; undefined where it is left out. What is to be said of either goes into `skipped`. */
  one(item: Exportable, skipped: Skipped[]): Texts | undefined;
  /** @param counts papers in each part */
  whole(counts: readonly number[]): Whole;
  /** Where the texts are not the file yet: a ZIP of them is. */
  packer?(): Packer;
}

type Write = (sound: Exportable, simplified: Simplified) => Texts | undefined;

/** Each paper once, broken ones named. */
export function eachOnce(write: Write): PieceWriter['one'] {
  const met = new Set<string>();
  return (item, skipped) => {
    const simplified = noteIn(skipped)(item);
    const sound = soundItem(item, simplified);
    if ('why' in sound || met.has(sound.paper.id)) {
      simplified('why' in sound ? sound.why : say('exportTwice'));
      return undefined;
    }
    met.add(sound.paper.id);
    return write(sound, simplified);
  };
}

/** A backup: papers stand before marks, and both are counted in its first line. */
const backupWriter = (now: string): PieceWriter => ({
  parts: 2,
  between: '',
  close: '',
  one: eachOnce((sound, simplified) => {
    try {
      const { paper, mark } = storedForm(sound, now);
      return [backupLine('paper', paper), mark && backupLine('mark', mark)];
    } catch (error) {
      simplified(failure(error));
      return undefined;
    }
  }),
  whole: ([papers = 0, marks = 0]) => ({
    open: backupHeader({ ...noBackupCounts(), papers, marks }, now),
    parts: [0, 1],
    report: { written: papers },
  }),
});

/**
 * The writer of one file in `format`.
 * @throws ManiculeError 'bad-file' for a format that does not exist or is no single text
 * @param options its `keys` must hold the cite key of each paper by the time it is given
 */
export function pieceWriter(format: FormatId, options: ExportOptions): PieceWriter {
  const now = options.now ?? new Date().toISOString();
  if (format === 'jsonl') return backupWriter(now);
  if (!Object.hasOwn(WRITERS, format)) {
    const why = format === 'obsidian' ? 'exportManyFiles' : 'exportNoFiles';
    throw new ManiculeError('bad-file', say(why, format));
  }
  const writer = WRITERS[format as keyof typeof WRITERS];
  const { takes } = writer;
  // what is not meant is a part of its own, which is the file where nothing is
  let some = false;
  const one = eachOnce((sound, simplified) => {
    const key = options.keys?.get(sound.paper.id);
    return writtenOne(sound, key, options.fields, simplified, (work, note) => {
      const meant = !takes || takes(work);
      const text = some && !meant ? '' : writer.one(work, options, note, now);
      if (text === undefined) return undefined;
      return meant ? [text] : [undefined, text];
    });
  });
  return {
    parts: takes ? 2 : 1,
    between: writer.between ?? '',
    close: writer.close ?? '',
    one(item, skipped) {
      some ||= takes?.({ flagged: item?.flagged === true }) ?? false;
      return one(item, skipped);
    },
    whole: ([written = 0, others = 0]) => ({
      open: writer.open?.(options, now, some) ?? '',
      parts: some || !takes ? [0] : [0, 1],
      report: some ? { written, ...(others > 0 ? { passed: others } : {}) } : { written: written + others },
    }),
  };
}

/** The texts of a file of `items`, one behind the other, and what was left out or simplified. */
export function textsOf(
  writer: PieceWriter,
  items: readonly Exportable[],
): { texts: string[]; report: Report } {
  const skipped: Skipped[] = [];
  const written = Array.from({ length: writer.parts }, (): string[] => []);
  for (const item of items) {
    writer.one(item, skipped)?.forEach((text, part) => {
      if (text !== undefined) written[part]?.push(text);
    });
  }
  const { open, parts, report } = writer.whole(written.map(({ length }) => length));
  const papers = parts.flatMap((part) => written[part] ?? []);
  const between = papers.map((text, n) => (n > 0 ? writer.between + text : text));
  return { texts: [open, ...between, writer.close], report: { ...report, skipped } };
}

/** `options` with a cite key for every item. */
export const withKeys = <T extends ExportOptions>(items: readonly Exportable[], options: T): T => ({
  ...options,
  keys:
    options.keys ??
    assignCiteKeys(
      soundItems(items, () => () => undefined),
      options.taken ?? new Set(),
      options.citeRule,
    ),
});

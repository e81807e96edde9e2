/** Files whose papers are each written by themselves: while others are still being read, and in whatever order they come. */
import { say } from '../core/say.ts';
import type { Exportable, ExportOptions, Skipped } from './exportable.ts';
import type { FormatId } from './formats.ts';
import { soundItem } from './sound.ts';
import { noteIn, writtenOne } from './works.ts';
import { WRITERS } from './writers.ts';

export interface PieceWriter {
  /** What stands before, between and after the papers. */
  open(): string;
  between: string;
  close: string;
  /** The text of one paper; undefined where it is left out. What is to be said of either goes into `skipped`. */
  one(item: Exportable, skipped: Skipped[]): string | undefined;
}

/**
 * The writer of one file in `format`, of which every paper is to be given once: together its pieces are what `exportChunks`
 * gives. Undefined where one paper's text depends on the others: a backup counts them, a feed chooses among them, a ZIP
 * names them.
 * @param options its `keys` must hold the cite key of each paper by the time it is given
 */
export function pieceWriter(format: FormatId, options: ExportOptions): PieceWriter | undefined {
  if (!Object.hasOwn(WRITERS, format)) return undefined;
  const writer = WRITERS[format as keyof typeof WRITERS];
  if (writer.takes) return undefined;
  const now = options.now ?? new Date().toISOString();
  const met = new Set<string>();
  return {
    open: () => writer.open?.(options, now, false) ?? '',
    between: writer.between ?? '',
    close: writer.close ?? '',
    one(item, skipped) {
      const simplified = noteIn(skipped)(item);
      const sound = soundItem(item, simplified);
      if ('why' in sound || met.has(sound.paper.id)) {
        simplified('why' in sound ? sound.why : say('exportTwice'));
        return undefined;
      }
      met.add(sound.paper.id);
      return writtenOne(sound, options.keys?.get(sound.paper.id), options.fields, simplified, (work, note) =>
        writer.one(work, options, note, now),
      );
    },
  };
}

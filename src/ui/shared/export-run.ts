/** Files of many papers, made in a worker: rows are read ahead of their turn, and the file grows outside of the heap. */
import type { PaperId } from '../../core/paper.ts';
import type { Exportable, FormatId, Report } from '../../exchange/index.ts';

/** Rows read in one transaction. */
export const ROWS = 1_000;
/** Time between two words about progress, in ms. */
const TELL_MS = 100;
/** Characters joined into one piece of the file. */
const PIECE = 1_000_000;

export interface Progress {
  done: number;
  total: number;
}

export interface ExportTools<Rows> {
  rows(ids: readonly PaperId[]): Promise<Rows>;
  /** Rows as the writers want them, in order; those that cannot be read are left out. */
  items(rows: Rows): Exportable[];
  /** The items in the order of the file; by default that of the ids. */
  arrange?(items: readonly Exportable[]): Exportable[];
  chunks(format: FormatId, items: readonly Exportable[]): Generator<string | Uint8Array<ArrayBuffer>, Report>;
  now(): number;
}

export interface Made {
  file: Blob;
  written: number;
  /** Asked for, but not in the file. */
  missing: number;
  report: Report;
}

/** Items in the order of `ids`, under whichever of its names a paper was asked for. */
function asListed(ids: readonly PaperId[], items: readonly Exportable[]): Exportable[] {
  const place = new Map(ids.map((id, at) => [id, at]));
  const placeOf = ({ paper }: Exportable): number => {
    const own = place.get(paper.id);
    if (own !== undefined) return own;
    const { aliases = [] } = paper as { aliases?: PaperId[] };
    return Math.min(ids.length, ...aliases.map((id) => place.get(id) ?? ids.length));
  };
  return items
    .map((item) => ({ item, at: placeOf(item) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Joins what a writer gives into few pieces. */
class Pieces {
  readonly #done: BlobPart[] = [];
  #text = '';

  add(piece: string | Uint8Array<ArrayBuffer>): void {
    if (typeof piece === 'string') this.#text += piece;
    else this.#done.push(piece);
    if (this.#text.length > PIECE) this.#close();
  }

  #close(): void {
    if (this.#text !== '') this.#done.push(new Blob([this.#text]));
    this.#text = '';
  }

  file(mime: string): Blob {
    this.#close();
    return new Blob(this.#done, { type: mime });
  }
}

/**
 * The file of `ids` in `format`.
 * @param onProgress the first half is reading, the second writing.
 * @throws ManiculeError 'storage-failed' or 'bad-file'
 */
export async function makeFile<Rows>(
  format: FormatId,
  mime: string,
  ids: readonly PaperId[],
  tools: ExportTools<Rows>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Made> {
  const total = ids.length * 2;
  let told = tools.now();
  const tell = (done: number): void => {
    if (tools.now() - told < TELL_MS) return;
    told = tools.now();
    onProgress({ done: Math.min(done, total), total });
  };
  // sorted, papers that are stored side by side are read together, and cite keys do not depend on the list
  const sorted = [...ids].sort();
  const read: Exportable[] = [];
  const ask = (at: number): Promise<Rows> | undefined => {
    const asked = at < sorted.length ? tools.rows(sorted.slice(at, at + ROWS)) : undefined;
    asked?.catch(() => undefined); // awaited in its turn
    return asked;
  };
  let coming = ask(0);
  for (let at = 0; coming; at += ROWS) {
    const rows: Rows = await coming;
    coming = ask(at + ROWS);
    read.push(...tools.items(rows));
    tell(at + ROWS);
  }
  const items = asListed(ids, read);
  const pieces = new Pieces();
  const writer = tools.chunks(format, tools.arrange?.(items) ?? items);
  for (let n = 1, step = writer.next(); ; n++, step = writer.next()) {
    if (step.done) {
      const { written, passed = 0 } = step.value;
      onProgress({ done: total, total });
      return {
        file: pieces.file(mime),
        written,
        missing: ids.length - written - passed,
        report: step.value,
      };
    }
    pieces.add(step.value);
    tell(ids.length + n);
  }
}

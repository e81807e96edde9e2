/**
 * Files of many papers, made in a worker: rows are read ahead of their turn, papers are written while others are being
 * read, and the file grows outside of the heap.
 */
import type { PaperId } from '../../core/paper.ts';
import type { Exportable, Report, Skipped } from '../../exchange/index.ts';
import type { Ordering } from '../../exchange/order.ts';
import type { Packer, PieceWriter } from '../../exchange/pieces.ts';
import { ahead, slices } from './ahead.ts';
import { type Bytes, Encoder, KEPT, KEPT_OF_MANY, Pieces } from './export-bytes.ts';
import { type Place, SortedTexts } from './export-sorted.ts';

/** Rows read in one transaction, and how many such reads are under way at once. */
const ROWS = 1_000;
const AHEAD = 3;
/** Time between two words about progress, in ms. */
const TELL_MS = 100;
/** Papers written before progress is told and answers of the database get their turn: they bring the next ones. */
const TURN = 100;

export interface Progress {
  done: number;
  total: number;
}

export interface ExportTools<Rows> {
  rows(ids: readonly PaperId[]): Promise<Rows>;
  /** Rows as the writers want them, in order; those that cannot be read are left out. */
  items(rows: Rows): Exportable[];
  /** The order of the file; undefined: that of the ids. */
  ordering?: Ordering | undefined;
  writer: PieceWriter;
  /** Lets answers of the database in. */
  breathe(): Promise<void>;
  now(): number;
}

export interface Made {
  file: Blob;
  written: number;
  /** Asked for, but not in the file. */
  missing: number;
  report: Report;
}

/** More papers than this are many: neither their file nor what is known of them is held in memory, which takes a little longer. */
const MANY = 20_000;
export const isMany = (ids: readonly PaperId[]): boolean => ids.length > MANY;
const keptOf = (ids: readonly PaperId[]): number => (isMany(ids) ? KEPT_OF_MANY : KEPT);

/** Items of the ids in their sorted order, read ahead: papers that are stored side by side are read together, and cite keys do not depend on the list. */
async function* itemsOf<Rows>(
  ids: readonly PaperId[],
  tools: ExportTools<Rows>,
): AsyncGenerator<Exportable[], void> {
  const sorted = [...ids].sort();
  for await (const rows of ahead(slices(sorted, ROWS), AHEAD, (some) => tools.rows(some)))
    yield tools.items(rows);
}

/** Tells where items stand: by the ordering's value, equal ones as listed, under whichever of its names a paper was asked for. */
function placing(
  ids: readonly PaperId[],
  ordering: Ordering | undefined,
): { place: (item: Exportable) => Place; compare: (a: Place, b: Place) => number } {
  const listed = new Map(ids.map((id, at) => [id, at]));
  const placeOf = ({ paper }: Exportable): number => {
    const own = listed.get(paper.id);
    if (own !== undefined) return own;
    const { aliases = [] } = paper as { aliases?: PaperId[] };
    return Math.min(ids.length, ...aliases.map((id) => listed.get(id) ?? ids.length));
  };
  return {
    place: (item) => ({ at: placeOf(item), value: ordering?.value(item) ?? '' }),
    compare: (a, b) => ordering?.compare(a.value, b.value) || a.at - b.at,
  };
}

type Tell = (read: number, written: number) => void;

/** Texts become what `packer` makes of them before they are pieces of the file. */
function through(packer: Packer, pieces: Pieces, tell: Tell, read: number): Pick<Pieces, 'add'> {
  let packed = 0;
  return {
    add(text) {
      for (const piece of packer.add(text as Bytes)) pieces.add(piece);
      tell(read, ++packed);
    },
  };
}

/** Writes each paper as it is read, and puts the texts into their order at the end. */
async function onePerPaper<Rows>(
  ids: readonly PaperId[],
  tools: ExportTools<Rows>,
  pieces: Pieces,
  tell: Tell,
): Promise<Report> {
  const { writer } = tools;
  const { place, compare } = placing(ids, tools.ordering);
  const kept = keptOf(ids) / writer.parts;
  const first = new SortedTexts(compare, kept);
  const parts = [first];
  while (parts.length < writer.parts) parts.push(new SortedTexts(compare, kept));
  const packer = writer.packer?.();
  let read = 0;
  // each part its own: what of one is kept would hold the memory of the others
  const encoders = parts.map(() => new Encoder());
  // each with what stands before it, which is left out before the first
  const { length: before } = new Encoder().bytesOf(writer.between);
  for await (const items of itemsOf(ids, tools)) {
    for (const item of items) {
      const skipped: Skipped[] = [];
      const texts = writer.one(item, skipped);
      const at = place(item);
      first.add(at, undefined, skipped);
      texts?.forEach((text, n) => {
        const bytes = text === undefined ? undefined : encoders[n]?.bytesOf(writer.between + text);
        parts[n]?.add(at, bytes, []);
      });
      if (++read % TURN > 0) continue;
      tell(read, packer ? 0 : read);
      await tools.breathe();
    }
  }
  const { open, parts: chosen, report } = writer.whole(parts.map(({ written }) => written));
  pieces.add(open);
  for (const n of chosen) await parts[n]?.into(packer ? through(packer, pieces, tell, read) : pieces, before);
  for (const piece of packer?.end() ?? []) pieces.add(piece);
  pieces.add(writer.close);
  return { ...report, skipped: first.skipped };
}

/**
 * The file of `ids`.
 * @param onProgress reading is one half, writing the other.
 * @throws ManiculeError 'storage-failed' or 'bad-file'
 */
export async function makeFile<Rows>(
  mime: string,
  ids: readonly PaperId[],
  tools: ExportTools<Rows>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Made> {
  const total = ids.length * 2;
  let told = tools.now();
  const tell: Tell = (read, written) => {
    if (tools.now() - told < TELL_MS) return;
    told = tools.now();
    onProgress({ done: Math.min(read + written, total), total });
  };
  const pieces = new Pieces(keptOf(ids));
  const report = await onePerPaper(ids, tools, pieces, tell);
  onProgress({ done: total, total });
  const { written, passed = 0 } = report;
  return { file: pieces.file(mime), written, missing: ids.length - written - passed, report };
}

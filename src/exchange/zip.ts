/**
 * A ZIP of very many small files. Some are packed at a time, and what is kept of them is their part of the directory, so
 * that memory does not grow with the files; of more than 65,535 the directory ends as ZIP64 has it (PKWARE, APPNOTE.TXT
 * 6.3.10, 4.3.12 to 4.3.16).
 */
import { zipSync } from 'fflate';

type Bytes = Uint8Array<ArrayBuffer>;

/** Files packed at once. */
const TOGETHER = 100;
/** Length of the last record without a comment, and of those that ZIP64 adds. */
const END = 22;
const END_64 = 56 + 20;
/** Written where ZIP64 has the number. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Makes a part's directory that of the whole: its files lie `by` further on. */
function moved(directory: Bytes, by: number): Bytes {
  const view = viewOf(directory);
  for (let at = 0; at < directory.length; ) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + by, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name as number) + (extra as number) + (comment as number);
  }
  return directory;
}

/** The records after a directory of `files` files, which is `size` bytes long and begins at `from`. */
function ending(files: number, size: number, from: number): Bytes {
  const long = files >= MOST_FILES;
  const out = new Uint8Array(END + (long ? END_64 : 0));
  const view = viewOf(out);
  if (long) {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(4, 44n, true); // what is left of this record
    view.setUint16(12, 45, true);
    view.setUint16(14, 45, true);
    view.setBigUint64(24, BigInt(files), true);
    view.setBigUint64(32, BigInt(files), true);
    view.setBigUint64(40, BigInt(size), true);
    view.setBigUint64(48, BigInt(from), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(from + size), true);
    view.setUint32(72, 1, true);
  }
  const end = out.length - END;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 8, Math.min(files, MOST_FILES), true);
  view.setUint16(end + 10, Math.min(files, MOST_FILES), true);
  view.setUint32(end + 12, size, true);
  view.setUint32(end + 16, from, true);
  return out;
}

/** Takes files and gives the ZIP, piece by piece. */
export class ZipParts {
  #open: Record<string, Bytes> = {};
  #held = 0;
  #files = 0;
  #length = 0;
  readonly #directory: Bytes[] = [];

  /** @param mtime of all files */
  constructor(private readonly mtime: Date) {}

  /** @param path given once only. @throws RangeError where the ZIP becomes longer than 4 GB */
  add(path: string, bytes: Bytes): Bytes[] {
    this.#open[path] = bytes;
    return ++this.#held < TOGETHER ? [] : [this.#pack()];
  }

  /** The rest, after which nothing may be added. @throws RangeError as `add` */
  end(): Bytes[] {
    const last = this.#held > 0 ? [this.#pack()] : [];
    const size = this.#directory.reduce((sum, { length }) => sum + length, 0);
    return [...last, ...this.#directory, ending(this.#files, size, this.#length)];
  }

  #pack(): Bytes {
    const packed = zipSync(this.#open, { level: 6, mtime: this.mtime }) as Bytes;
    const from = viewOf(packed).getUint32(packed.length - END + 16, true);
    this.#directory.push(moved(packed.slice(from, packed.length - END), this.#length));
    this.#files += this.#held;
    this.#length += from;
    if (this.#length > MOST_BYTES) throw new RangeError('ZIP longer than 4 GB');
    this.#open = {};
    this.#held = 0;
    return packed.subarray(0, from);
  }
}

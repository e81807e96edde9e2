/** What becomes a file, kept as bytes outside of the heap: nothing of it is left to be done when the last paper is written. */

/** Bytes of memory asked for at once. */
const ROOM = 1_000_000;
/** Bytes kept in memory before they are handed to the browser, which takes its time over each blob; of a very long file fewer. */
export const KEPT = 32_000_000;
export const KEPT_OF_MANY = 8_000_000;
/** Most bytes of UTF-8 for one unit of a text. */
const WIDEST = 3;

export type Bytes = Uint8Array<ArrayBuffer>;

/** Texts as UTF-8, one behind the other: a buffer for each would be slow. */
export class Encoder {
  readonly #encoder = new TextEncoder();
  #room: Bytes = new Uint8Array(0);
  #at = 0;

  bytesOf(text: string): Bytes {
    const most = text.length * WIDEST;
    if (most > this.#room.length - this.#at) {
      this.#room = new Uint8Array(Math.max(ROOM, most));
      this.#at = 0;
    }
    const from = this.#at;
    this.#at += this.#encoder.encodeInto(text, this.#room.subarray(from)).written;
    return this.#room.subarray(from, this.#at);
  }
}

/** A file that grows piece by piece. */
export class Pieces {
  readonly #encoder = new Encoder();
  readonly #most: number;
  #done: BlobPart[] = [];
  #kept = 0;

  /** @param most bytes kept in memory */
  constructor(most = KEPT) {
    this.#most = most;
  }

  add(piece: string | Bytes): void {
    const bytes = typeof piece === 'string' ? this.#encoder.bytesOf(piece) : piece;
    this.#done.push(bytes);
    this.#kept += bytes.length;
    if (this.#kept < this.#most) return;
    this.#done = [new Blob(this.#done)];
    this.#kept = 0;
  }

  file(mime: string): Blob {
    return new Blob(this.#done, { type: mime });
  }
}

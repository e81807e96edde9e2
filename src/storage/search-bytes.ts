/** Numbers as bytes: seven bits in each, the lowest first, the eighth set where more follow (LEB128, as in DWARF 5 §7.6). */

/** Grows as it is written. */
export class Bytes {
  #buffer = new Uint8Array(1 << 12);
  length = 0;

  byte(value: number): void {
    if (this.length === this.#buffer.length) this.#grow(1);
    this.#buffer[this.length++] = value;
  }

  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  bytes(from: Uint8Array): void {
    if (this.length + from.length > this.#buffer.length) this.#grow(from.length);
    this.#buffer.set(from, this.length);
    this.length += from.length;
  }

  #grow(by: number): void {
    const wider = new Uint8Array(Math.max(this.#buffer.length * 2, this.length + by));
    wider.set(this.#buffer);
    this.#buffer = wider;
  }

  /** A copy of what was written; begins anew. */
  take(): Uint8Array {
    const out = this.#buffer.slice(0, this.length);
    this.length = 0;
    return out;
  }
}

/** Reads numbers one after another. */
export class Cursor {
  readonly #from: Uint8Array;
  at: number;

  constructor(from: Uint8Array, at = 0) {
    this.#from = from;
    this.at = at;
  }

  byte(): number {
    return this.#from[this.at++] as number;
  }

  number(): number {
    let byte = this.#from[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#from[this.at++] as number;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

/**
 * Texts of papers put into their order, however many: blocks of them are sorted and handed to the browser, which keeps
 * them on disk, and at the end all blocks are read side by side (external merge sort, Knuth, TAOCP 3, 5.4).
 */
import type { Skipped } from '../../exchange/index.ts';
import { type Bytes, KEPT, type Pieces } from './export-bytes.ts';

/** Where a paper stands in the file. */
export interface Place {
  at: number;
  value: string;
}

/** Bytes of a block read at once. */
const WINDOW = 250_000;

interface Entry {
  place: Place;
  length: number;
  bytes: Bytes | undefined;
}

/** A block that is read from its beginning to its end. */
class Reading {
  #window: Bytes = new Uint8Array(0);
  /** In the blob: where the window begins, and where the next entry does. */
  #from = 0;
  #at = 0;
  #next = 0;

  constructor(
    private readonly blob: Blob,
    private readonly entries: readonly Entry[],
  ) {}

  get place(): Place | undefined {
    return this.entries[this.#next]?.place;
  }

  async take(): Promise<Bytes> {
    const { length } = this.entries[this.#next++] as Entry;
    const end = this.#at + length;
    if (end > this.#from + this.#window.length) {
      const slice = this.blob.slice(this.#at, Math.max(end, this.#at + WINDOW));
      this.#window = new Uint8Array(await slice.arrayBuffer());
      this.#from = this.#at;
    }
    const bytes = this.#window.subarray(this.#at - this.#from, end - this.#from);
    this.#at = end;
    return bytes;
  }
}

export class SortedTexts {
  readonly #compare: (a: Place, b: Place) => number;
  readonly #most: number;
  #open: Entry[] = [];
  #kept = 0;
  readonly #blocks: Reading[] = [];
  readonly #skipped: { place: Place; skipped: Skipped[] }[] = [];
  written = 0;

  /** @param most bytes kept in memory before they become a block */
  constructor(compare: (a: Place, b: Place) => number, most = KEPT) {
    this.#compare = compare;
    this.#most = most;
  }

  /** @param bytes undefined: the paper is not in the file */
  add(place: Place, bytes: Bytes | undefined, skipped: Skipped[]): void {
    if (skipped.length > 0) this.#skipped.push({ place, skipped });
    if (!bytes) return;
    this.written++;
    this.#open.push({ place, length: bytes.length, bytes });
    this.#kept += bytes.length;
    if (this.#kept >= this.#most) this.#close();
  }

  /** What was left out or simplified, in the order of the file. */
  get skipped(): Skipped[] {
    this.#skipped.sort((a, b) => this.#compare(a.place, b.place));
    return this.#skipped.flatMap(({ skipped }) => skipped);
  }

  #sort(): Entry[] {
    return this.#open.sort((a, b) => this.#compare(a.place, b.place));
  }

  #close(): void {
    const entries = this.#sort();
    const blob = new Blob(entries.map(({ bytes }) => bytes as Bytes));
    for (const entry of entries) entry.bytes = undefined;
    this.#blocks.push(new Reading(blob, entries));
    this.#open = [];
    this.#kept = 0;
  }

  /** Adds all texts in their order. @param before bytes of each that are left out of the first */
  async into(pieces: Pieces, before: number): Promise<void> {
    let first = true;
    const add = (bytes: Bytes): void => {
      pieces.add(first ? bytes.subarray(before) : bytes);
      first = false;
    };
    if (this.#blocks.length === 0) {
      for (const { bytes } of this.#sort()) add(bytes as Bytes);
      return;
    }
    if (this.#open.length > 0) this.#close();
    for (;;) {
      let next: Reading | undefined;
      for (const block of this.#blocks) {
        if (!block.place) continue;
        if (!next?.place || this.#compare(block.place, next.place) < 0) next = block;
      }
      if (!next) return;
      add(await next.take());
    }
  }
}

/**
 * Texts of papers put into their order, however many: blocks of them are sorted and handed to the browser, which keeps
 * them on disk, and at the end all blocks are read side by side (external merge sort, Knuth, TAOCP 3, 5.4). Of what lies
 * in a block two numbers a text stay in memory, and the value it is ordered by.
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

interface Text {
  place: Place;
  bytes: Bytes;
}

/** A block that is read from its beginning to its end. */
class Block {
  /** Where the next text stands; undefined: there is none. */
  place: Place | undefined;
  #next = 0;
  readonly #lengths: Uint32Array;
  readonly #ats: Uint32Array;
  /** Undefined where all are the same. */
  readonly #values: string[] | undefined;
  readonly #blob: Blob;
  /** In the blob: where the window begins, and where the next text does. */
  #from = 0;
  #at = 0;
  #window: Bytes = new Uint8Array(0);

  /** @param turn of equal places, those of the block that was closed first come first */
  constructor(
    texts: readonly Text[],
    private readonly turn: number,
    private readonly compare: (a: Place, b: Place) => number,
  ) {
    this.#lengths = Uint32Array.from(texts, ({ bytes }) => bytes.length);
    this.#ats = Uint32Array.from(texts, ({ place }) => place.at);
    if (texts.some(({ place }) => place.value !== '')) this.#values = texts.map(({ place }) => place.value);
    this.#blob = new Blob(texts.map(({ bytes }) => bytes));
    this.#look();
  }

  #look(): void {
    const at = this.#ats[this.#next];
    this.place = at === undefined ? undefined : { at, value: this.#values?.[this.#next] ?? '' };
    if (!this.place) this.#window = new Uint8Array(0);
  }

  /** Whether its next text comes before that of another block. */
  before(other: Block): boolean {
    const order = this.compare(this.place as Place, other.place as Place);
    return order < 0 || (order === 0 && this.turn < other.turn);
  }

  /** The next text. */
  async take(): Promise<Bytes> {
    const end = this.#at + (this.#lengths[this.#next++] ?? 0);
    if (end > this.#from + this.#window.length) {
      const slice = this.#blob.slice(this.#at, Math.max(end, this.#at + WINDOW));
      this.#window = new Uint8Array(await slice.arrayBuffer());
      this.#from = this.#at;
    }
    const bytes = this.#window.subarray(this.#at - this.#from, end - this.#from);
    this.#at = end;
    this.#look();
    return bytes;
  }
}

/** Puts a block among others, which stand in the order of their next texts. */
function insert(block: Block, others: Block[]): void {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] as Block).before(block)) low = middle + 1;
    else high = middle;
  }
  others.splice(low, 0, block);
}

export class SortedTexts {
  readonly #compare: (a: Place, b: Place) => number;
  readonly #most: number;
  #open: Text[] = [];
  #kept = 0;
  readonly #blocks: Block[] = [];
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
    this.#open.push({ place, bytes });
    this.#kept += bytes.length;
    if (this.#kept >= this.#most) this.#close();
  }

  /** What was left out or simplified, in the order of the file. */
  get skipped(): Skipped[] {
    this.#skipped.sort((a, b) => this.#compare(a.place, b.place));
    return this.#skipped.flatMap(({ skipped }) => skipped);
  }

  #sort(): Text[] {
    return this.#open.sort((a, b) => this.#compare(a.place, b.place));
  }

  #close(): void {
    this.#blocks.push(new Block(this.#sort(), this.#blocks.length, this.#compare));
    this.#open = [];
    this.#kept = 0;
  }

  /** Adds all texts in their order. @param before bytes of each that are left out of the first */
  async into(pieces: Pick<Pieces, 'add'>, before: number): Promise<void> {
    let first = true;
    const add = (bytes: Bytes): void => {
      pieces.add(first ? bytes.subarray(before) : bytes);
      first = false;
    };
    if (this.#blocks.length === 0) {
      for (const { bytes } of this.#sort()) add(bytes);
      return;
    }
    if (this.#open.length > 0) this.#close();
    const order: Block[] = [];
    for (const block of this.#blocks) insert(block, order);
    for (let block = order.shift(); block; block = order.shift()) {
      add(await block.take());
      if (block.place) insert(block, order);
    }
  }
}

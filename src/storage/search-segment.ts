/**
 * One part of the search index: some papers, the dictionary of their words, and for each word the papers and places it
 * occurs in, cut into blocks that are read when a query needs them. Written once, never changed; a later part hides what
 * an earlier one says of the same paper (a log-structured merge tree, O'Neil et al. 1996).
 */

/** Papers, one column a fact. */
export interface DocsPart {
  count: number;
  /** One line a paper: its id and other ids, parted by tabs. */
  names: string;
  flags: Uint16Array;
  year: Uint16Array;
  /** 20240311; see search-doc.ts. */
  published: Uint32Array;
  seen: Uint16Array;
  /** ms since 1970. */
  at: Float64Array;
  saved: Float64Array;
  first: Float64Array;
  last: Float64Array;
  /** `group \t value`. */
  values: string[];
  /** Paper n has the values `valueIds[valueAt[n]] … valueIds[valueAt[n + 1] - 1]`. */
  valueAt: Uint32Array;
  valueIds: Uint32Array;
}

/** The dictionary, in the order of UTF-16 units. Word n is `text` from `textAt[n]` to `textAt[n + 1]`. */
export interface TermsPart {
  count: number;
  text: string;
  textAt: Uint32Array;
  /** Number of papers. */
  df: Uint32Array;
  /** All fields it occurs in anywhere. */
  fields: Uint8Array;
  /** Where its papers begin, in bytes over all blocks, and where its places do; one more at the end. */
  postAt: Uint32Array;
  posAt: Uint32Array;
  /** The first word of each block; one more at the end. */
  postBlocks: Uint32Array;
  posBlocks: Uint32Array;
}

export interface SegmentData {
  docs: DocsPart;
  terms: TermsPart;
  /** One line a paper: its title, folded, and after a tab its author as papers are ordered by. */
  titles: string;
  /** Per word and paper: distance from the last paper's number (from −1), then a byte of field bits. */
  post: Uint8Array[];
  /** Per word and paper: how many places, then the distance of each from the last (from 0). */
  pos: Uint8Array[];
}

export type BlockKind = 'post' | 'pos';
export type BlockReader = (kind: BlockKind, from: number, to: number) => Promise<Uint8Array[]>;

/** A part as it is searched: its blocks are read as they are needed and kept. */
export class Segment {
  readonly docs: DocsPart;
  readonly terms: TermsPart;
  /** undefined for one that is held in memory only. */
  readonly key: number | undefined;
  readonly #read: BlockReader;
  readonly #titles: () => Promise<string>;
  readonly #blocks: Readonly<Record<BlockKind, (Uint8Array | undefined)[]>>;

  constructor(
    key: number | undefined,
    docs: DocsPart,
    terms: TermsPart,
    read: BlockReader,
    titles: () => Promise<string>,
    blocks: { post: Uint8Array[]; pos: Uint8Array[] } = { post: [], pos: [] },
  ) {
    this.key = key;
    this.docs = docs;
    this.terms = terms;
    this.#read = read;
    this.#titles = titles;
    this.#blocks = blocks;
  }

  static inMemory(data: SegmentData): Segment {
    const none: BlockReader = () => Promise.reject(new Error('every block is there'));
    return new Segment(undefined, data.docs, data.terms, none, () => Promise.resolve(data.titles), data);
  }

  titles(): Promise<string> {
    return this.#titles();
  }

  term(n: number): string {
    return this.terms.text.slice(this.terms.textAt[n], this.terms.textAt[n + 1]);
  }

  /** The number of the first word that is not before `word`. */
  lowerBound(word: string): number {
    let [low, high] = [0, this.terms.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.term(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words from the first up to before the second number begin with `word`; of them the first may be it. */
  range(word: string): [from: number, to: number] {
    return [this.lowerBound(word), this.lowerBound(`${word}\uffff`)];
  }

  #blockOf(kind: BlockKind, term: number): number {
    const firsts = kind === 'post' ? this.terms.postBlocks : this.terms.posBlocks;
    let [low, high] = [0, firsts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((firsts[middle] as number) <= term) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Makes sure that the blocks of the words from `from` up to before `to` are there. */
  async want(kind: BlockKind, from: number, to: number): Promise<void> {
    if (from >= to) return;
    const held = this.#blocks[kind];
    let [first, last] = [this.#blockOf(kind, from), this.#blockOf(kind, to - 1)];
    while (first <= last && held[first]) first++;
    while (last >= first && held[last]) last--;
    if (first > last) return;
    const read = await this.#read(kind, first, last);
    read.forEach((block, i) => {
      held[first + i] = block;
    });
  }

  /** The block a word stands in, and where it begins and ends there. Only after `want`. */
  place(kind: BlockKind, term: number): { bytes: Uint8Array; at: number; end: number } {
    const { postAt, posAt, postBlocks, posBlocks } = this.terms;
    const [ats, firsts] = kind === 'post' ? [postAt, postBlocks] : [posAt, posBlocks];
    const n = this.#blockOf(kind, term);
    const base = ats[firsts[n] as number] as number;
    const bytes = this.#blocks[kind][n];
    if (!bytes) throw new Error('a block of the search index was not read');
    return { bytes, at: (ats[term] as number) - base, end: (ats[term + 1] as number) - base };
  }

  /** Bytes of blocks held. */
  get held(): number {
    let sum = 0;
    for (const block of [...this.#blocks.post, ...this.#blocks.pos]) sum += block?.length ?? 0;
    return sum;
  }

  /** Forgets blocks that can be read again. */
  drop(): void {
    if (this.key === undefined) return;
    this.#blocks.post.length = 0;
    this.#blocks.pos.length = 0;
  }
}

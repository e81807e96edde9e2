/**
 * One part of the search index: some papers, the dictionary of their words, and for each word the papers and places it
 * occurs in. Dictionary, papers and places are cut into blocks that are read when a query needs them. Written once, never
 * changed; a later part hides what an earlier one says of the same paper (a log-structured merge tree, O'Neil et al. 1996).
 */
import {
  BLOCK_WORDS,
  type Blocks,
  type DocsPart,
  FACT,
  FACTS,
  type SegmentData,
  type TermsPart,
  type WordsBlock,
} from './search-format.ts';
import { type Block, Held } from './search-held.ts';

/** Blocks that are held for a while. */
type Kinds = Omit<Blocks, 'titles'>;
export type BlockKind = keyof Kinds;
export type BlockReader = (kind: BlockKind, from: number, to: number) => Promise<unknown[]>;

/** The last place of ascending `all` at which stands nothing after `wanted`; the first where all is after it. */
function placeOf<T extends number | string>(all: ArrayLike<T>, wanted: T): number {
  let [low, high] = [0, all.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((all[middle] as T) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** A part as it is searched: its blocks are read as they are needed and kept for a while. */
export class Segment {
  readonly docs: DocsPart;
  readonly terms: TermsPart;
  /** undefined for one that is held in memory only. */
  readonly key: number | undefined;
  readonly #firsts: readonly string[];
  readonly #read: BlockReader;
  readonly #titles: () => Promise<string[]>;
  readonly #blocks: { readonly [Kind in BlockKind]: Held<Kinds[Kind]> };

  constructor(
    key: number | undefined,
    docs: DocsPart,
    terms: TermsPart,
    read: BlockReader,
    titles: () => Promise<string[]>,
    { words, post, pos }: Pick<SegmentData, BlockKind> = { words: [], post: [], pos: [] },
  ) {
    this.key = key;
    this.docs = docs;
    this.terms = terms;
    this.#firsts = terms.count === 0 ? [] : terms.firsts.split('\n');
    this.#read = read;
    this.#titles = titles;
    this.#blocks = { words: new Held(words), post: new Held(post), pos: new Held(pos) };
  }

  static inMemory(data: SegmentData): Segment {
    const none: BlockReader = () => Promise.reject(new Error('every block is there'));
    return new Segment(undefined, data.docs, data.terms, none, () => Promise.resolve(data.titles), data);
  }

  /** Of each paper a line: its title, folded, and after a tab its author as papers are ordered by. */
  async titles(): Promise<string[]> {
    const blocks = this.docs.count > 0 ? await this.#titles() : [];
    return blocks.flatMap((text) => text.split('\n'));
  }

  /** The block of the dictionary that a word stands in, and where its facts begin there. Only after its block was wanted. */
  wordAt(n: number): { block: WordsBlock; at: number } {
    const block = this.#blocks.words.get(Math.floor(n / BLOCK_WORDS));
    if (!block) throw new Error('a block of the search index was not read');
    return { block, at: (n % BLOCK_WORDS) * FACTS };
  }

  /** Word n. */
  term(n: number): string {
    const { block, at } = this.wordAt(n);
    return block.text.slice(block.facts[at + FACT.text], block.facts[at + FACTS + FACT.text]);
  }

  /** In how many papers word n is. */
  df(n: number): number {
    const { block, at } = this.wordAt(n);
    return block.facts[at + FACT.df] as number;
  }

  /** The fields word n occurs in anywhere. */
  fields(n: number): number {
    const { block, at } = this.wordAt(n);
    return block.facts[at + FACT.fields] as number;
  }

  /** The number of the first word that is not before `word`. Only after `wantWord`. */
  lowerBound(word: string): number {
    const begin = placeOf(this.#firsts, word) * BLOCK_WORDS;
    let [low, high] = [begin, Math.min(begin + BLOCK_WORDS, this.terms.count)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.term(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The number of a word and the next, or twice the same where there is no such word. Only after `wantWord`. */
  exactly(word: string): [from: number, to: number] {
    const at = this.lowerBound(word);
    return [at, at < this.terms.count && this.#isTerm(at, word) ? at + 1 : at];
  }

  /** The first word of a block tells itself where the block was not wanted: that of the word before it was. */
  #isTerm(n: number, word: string): boolean {
    return (n % BLOCK_WORDS === 0 ? this.#firsts[n / BLOCK_WORDS] : this.term(n)) === word;
  }

  /** The words from the first up to before the second number begin with `word`; of them the first may be it. After `wantRange`. */
  range(word: string): [from: number, to: number] {
    return [this.lowerBound(word), this.lowerBound(`${word}\uffff`)];
  }

  /** Makes sure that `word` can be looked up. */
  wantWord(word: string): Promise<void> {
    const n = placeOf(this.#firsts, word);
    return this.#wantBlocks('words', n, n);
  }

  /** Makes sure that all words that begin so can be looked up. */
  wantRange(word: string): Promise<void> {
    const last = placeOf(this.#firsts, `${word}\uffff`);
    return this.#wantBlocks('words', placeOf(this.#firsts, word), last);
  }

  #blockOf(kind: BlockKind, term: number): number {
    if (kind === 'words') return Math.floor(term / BLOCK_WORDS);
    return placeOf(kind === 'post' ? this.terms.postBlocks : this.terms.posBlocks, term);
  }

  /** Makes sure that the blocks of the words from `from` up to before `to` are there. */
  async want(kind: BlockKind, from: number, to: number): Promise<void> {
    if (from < to) await this.#wantBlocks(kind, this.#blockOf(kind, from), this.#blockOf(kind, to - 1));
  }

  /**
   * Reads `count` blocks from that of word `term` on and forgets all others of their kind that can be read again: for who
   * goes through all words. Returns the first word that has no block now.
   */
  async goTo(kind: BlockKind, term: number, count: number): Promise<number> {
    const words = this.terms.count;
    if (this.key === undefined || term >= words) return words;
    const from = this.#blockOf(kind, term);
    const next = from + count;
    const firsts = kind === 'post' ? this.terms.postBlocks : this.terms.posBlocks;
    const end = kind === 'words' ? next * BLOCK_WORDS : (firsts[next] ?? words);
    for (let n = 0; n < 2; n++) this.age(kind);
    await this.want(kind, term, Math.min(end, words));
    return Math.min(end, words);
  }

  async #wantBlocks(kind: BlockKind, from: number, to: number): Promise<void> {
    if (this.terms.count === 0) return;
    const held = this.#blocks[kind] as Held<Block>;
    let [first, last] = [to + 1, -1];
    // every one of them is asked for, so that none is forgotten before it is used
    for (let n = from; n <= to; n++) {
      if (held.get(n)) continue;
      first = Math.min(first, n);
      last = n;
    }
    if (last < 0) return;
    const read = await this.#read(kind, first, last);
    for (const [i, block] of read.entries()) held.put(first + i, block as Block);
  }

  /** The block a word's papers or places stand in, and where they begin and end there. Only after `want`. */
  place(kind: 'post' | 'pos', term: number): { bytes: Uint8Array; at: number; end: number } {
    const { block, at } = this.wordAt(term);
    const n = this.#blockOf(kind, term);
    const bytes = this.#blocks[kind].get(n);
    if (!bytes) throw new Error('a block of the search index was not read');
    const base = (kind === 'post' ? this.terms.postBytes : this.terms.posBytes)[n] as number;
    const [from, to] = [block.facts[at + FACT[kind]], block.facts[at + FACTS + FACT[kind]]] as [
      number,
      number,
    ];
    return { bytes, at: from - base, end: to - base };
  }

  /** Bytes of blocks held. */
  get held(): number {
    const { words, post, pos } = this.#blocks;
    return words.bytes + post.bytes + pos.bytes;
  }

  /** Bytes of blocks of a kind that were wanted since they last aged. */
  heldLately(kind: BlockKind): number {
    return this.key === undefined ? 0 : this.#blocks[kind].youngBytes;
  }

  /** Forgets blocks of a kind that nobody wanted since it was called last, and that can be read again. */
  age(kind: BlockKind): void {
    if (this.key !== undefined) this.#blocks[kind].age();
  }
}

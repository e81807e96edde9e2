/** How one part of the search index is stored: see search-segment.ts. */

/** Papers, one column a fact. */
export interface DocsPart {
  count: number;
  /** One line a paper: its id and other ids, parted by tabs. */
  names: string;
  /** Where each line begins; one more at the end, as if another followed. */
  nameAt: Uint32Array;
  /** See `hashOf` of search-ids.ts. */
  hashes: Uint32Array;
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

/** What leads to the blocks. Words are numbered in the order of UTF-16 units. */
export interface TermsPart {
  count: number;
  /** The first word of each block of the dictionary, one a line. */
  firsts: string;
  /** The first word of each block of papers and of places, and where the block begins in bytes over all; one more at the end. */
  postBlocks: Uint32Array;
  posBlocks: Uint32Array;
  postBytes: Uint32Array;
  posBytes: Uint32Array;
}

/** Words of one block of the dictionary: a query reads some hundred of them for one it looks up. */
export const BLOCK_WORDS = 128;

/** Some words that follow one another. */
export interface WordsBlock {
  text: string;
  /** Per word what `FACT` names, FACTS numbers each; one more word at the end, which says where the last one ends. */
  facts: Uint32Array;
}

/**
 * Where a word begins in the block's text, in how many papers it is, all fields it occurs in anywhere, and where its papers
 * and its places begin, in bytes over all blocks.
 */
export const FACT = { text: 0, df: 1, fields: 2, post: 3, pos: 4 } as const;
export const FACTS = 5;

/** What is read when it is needed, in blocks. */
export interface Blocks {
  words: WordsBlock;
  /** Some papers, one a line: its title, folded, and after a tab its author as papers are ordered by. */
  titles: string;
  /** Per word and paper: distance from the last paper's number (from −1), then a byte of field bits. */
  post: Uint8Array;
  /** Per word and paper: how many places, then the distance of each from the last (from 0). */
  pos: Uint8Array;
}

export type SegmentData = { docs: DocsPart; terms: TermsPart } & { [Kind in keyof Blocks]: Blocks[Kind][] };

/** Takes the blocks of a part as they are made, those of each kind in their order. */
export type BlockSink = <Kind extends keyof Blocks>(kind: Kind, block: Blocks[Kind]) => void;

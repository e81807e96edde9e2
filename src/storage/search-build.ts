/** Makes a part of the search index of some papers. */

import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { fold } from '../core/text.ts';
import { Bytes } from './search-bytes.ts';
import { BEGINNING, eachDocWord, FIELD_STEP, OFTEN, type SearchDoc, searchDocOf } from './search-doc.ts';
import {
  BLOCK_WORDS,
  type BlockSink,
  type Blocks,
  type DocsPart,
  type SegmentData,
  type TermsPart,
} from './search-format.ts';
import { hashOf, ownId } from './search-ids.ts';

/** Bytes after which a block ends: small enough that browsers keep it within the database's own file. */
const BLOCK = 48 * 1024;
const OFTEN_FROM = 3;

/** Writes words in order, cutting blocks. */
export class TermWriter {
  readonly #sink: BlockSink;
  #text = '';
  /** Of the block of the dictionary that is being written; see FACT. */
  readonly #facts: number[] = [];
  readonly #first: string[] = [];
  #count = 0;
  readonly #firsts = { post: [0], pos: [0] };
  readonly #bytes = { post: [0], pos: [0] };
  readonly #done = { post: 0, pos: 0 };
  readonly post = new Bytes();
  readonly pos = new Bytes();
  /** Where the word being written begins. */
  readonly #at = { post: 0, pos: 0 };

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  /** Ends the word whose papers and places were just written. */
  term(word: string, df: number, fields: number): void {
    if (this.#count % BLOCK_WORDS === 0) {
      this.#endWords();
      this.#first.push(word);
    }
    this.#facts.push(this.#text.length, df, fields, this.#at.post, this.#at.pos);
    this.#text += word;
    this.#count++;
    for (const kind of ['post', 'pos'] as const) {
      this.#at[kind] = this.#done[kind] + this[kind].length;
      if (this[kind].length >= BLOCK) this.#cut(kind);
    }
  }

  #endWords(): void {
    if (this.#facts.length === 0) return;
    this.#facts.push(this.#text.length, 0, 0, this.#at.post, this.#at.pos);
    this.#sink('words', { text: this.#text, facts: Uint32Array.from(this.#facts) });
    this.#text = '';
    this.#facts.length = 0;
  }

  #cut(kind: 'post' | 'pos'): void {
    this.#done[kind] += this[kind].length;
    this.#sink(kind, this[kind].take());
    this.#firsts[kind].push(this.#count);
    this.#bytes[kind].push(this.#done[kind]);
  }

  end(): TermsPart {
    this.#endWords();
    for (const kind of ['post', 'pos'] as const) if (this[kind].length > 0) this.#cut(kind);
    return {
      count: this.#count,
      firsts: this.#first.join('\n'),
      postBlocks: Uint32Array.from(this.#firsts.post),
      posBlocks: Uint32Array.from(this.#firsts.pos),
      postBytes: Uint32Array.from(this.#bytes.post),
      posBytes: Uint32Array.from(this.#bytes.pos),
    };
  }
}

/** Every block of a part in memory, and what takes them. */
export function collecting(): { blocks: Pick<SegmentData, keyof Blocks>; sink: BlockSink } {
  const blocks: Pick<SegmentData, keyof Blocks> = { words: [], titles: [], post: [], pos: [] };
  return { blocks, sink: (kind, block) => void (blocks[kind] as unknown[]).push(block) };
}

/** The columns of some papers. */
function docsPart(docs: readonly SearchDoc[]): DocsPart {
  const numbers = new Map<string, number>();
  const valueAt = new Uint32Array(docs.length + 1);
  const valueIds: number[] = [];
  docs.forEach((doc, n) => {
    for (const value of doc.values) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      valueIds.push(number);
    }
    valueAt[n + 1] = valueIds.length;
  });
  const column = (pick: (doc: SearchDoc) => number) => docs.map(pick);
  const nameAt = new Uint32Array(docs.length + 1);
  docs.forEach(({ ids }, n) => {
    nameAt[n + 1] = (nameAt[n] as number) + ids.length + 1;
  });
  return {
    count: docs.length,
    names: docs.map(({ ids }) => ids).join('\n'),
    nameAt,
    hashes: Uint32Array.from(column(({ ids }) => hashOf(ownId(ids)))),
    flags: Uint16Array.from(column((doc) => doc.flags)),
    year: Uint16Array.from(column((doc) => doc.year)),
    published: Uint32Array.from(column((doc) => doc.published)),
    seen: Uint16Array.from(column((doc) => doc.seen)),
    at: Float64Array.from(column((doc) => doc.at)),
    saved: Float64Array.from(column((doc) => doc.saved)),
    first: Float64Array.from(column((doc) => doc.first)),
    last: Float64Array.from(column((doc) => doc.last)),
    values: [...numbers.keys()],
    valueAt,
    valueIds: Uint32Array.from(valueIds),
  };
}

/** Every word met, as it comes: word, paper and place. */
class Met {
  readonly numbers = new Map<string, number>();
  count = 0;
  words = new Uint32Array(1 << 14);
  docs = new Uint32Array(1 << 14);
  places = new Uint32Array(1 << 14);

  add(word: string, doc: number, place: number): void {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(word, number);
    }
    if (this.count === this.words.length) this.#grow();
    this.words[this.count] = number;
    this.docs[this.count] = doc;
    this.places[this.count++] = place;
  }

  #grow(): void {
    for (const name of ['words', 'docs', 'places'] as const) {
      const wider = new Uint32Array(this.count * 2);
      wider.set(this[name]);
      this[name] = wider;
    }
  }

  /** Where each word's first is in `order`, which has them word by word, each in the order they were met. */
  sorted(): { starts: Uint32Array; order: Uint32Array } {
    const starts = new Uint32Array(this.numbers.size + 1);
    for (let i = 0; i < this.count; i++) (starts[(this.words[i] as number) + 1] as number)++;
    for (let n = 0; n < this.numbers.size; n++) (starts[n + 1] as number) += starts[n] as number;
    const next = starts.slice();
    const order = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const word = this.words[i] as number;
      order[next[word] as number] = i;
      (next[word] as number)++;
    }
    return { starts, order };
  }
}

/** Writes the papers and places of one word. */
function writeWord(
  met: Met,
  order: Uint32Array,
  from: number,
  to: number,
  word: string,
  out: TermWriter,
): void {
  const beginning = word.startsWith(BEGINNING);
  let [df, fields, before] = [0, 0, -1];
  for (let i = from; i < to; ) {
    const doc = met.docs[order[i] as number] as number;
    let end = i;
    let mask = 0;
    let inAbstract = 0;
    while (end < to && met.docs[order[end] as number] === doc) {
      const field = Math.floor((met.places[order[end++] as number] as number) / FIELD_STEP);
      mask |= 1 << field;
      if (field === 0) inAbstract++;
    }
    fields |= mask;
    out.post.number(doc - before);
    out.post.byte(inAbstract >= OFTEN_FROM ? mask | OFTEN : mask);
    if (beginning) i = end; // places of beginnings are never asked for
    out.pos.number(end - i);
    for (let last = 0; i < end; i++) {
      const place = met.places[order[i] as number] as number;
      out.pos.number(place - last);
      last = place;
    }
    before = doc;
    df++;
  }
  out.term(word, df, fields);
}

/** Some papers with their marks; `paper` missing says that it is gone. */
export interface Source {
  id: PaperId;
  paper?: Paper | undefined;
  mark?: Mark | undefined;
}

/** The part of the index for these papers. Takes about 0.15 ms a paper. */
export function buildSegment(sources: readonly Source[]): SegmentData {
  const met = new Met();
  const docs = sources.map(({ id, paper, mark }, n) => {
    if (paper) eachDocWord(paper, mark, (word, place) => met.add(word, n, place));
    return searchDocOf(id, paper, mark);
  });
  const { starts, order } = met.sorted();
  const { blocks, sink } = collecting();
  const out = new TermWriter(sink);
  // in the order of UTF-16 units
  for (const word of [...met.numbers.keys()].sort()) {
    const number = met.numbers.get(word) as number;
    writeWord(met, order, starts[number] as number, starts[number + 1] as number, word, out);
  }
  sink('titles', docs.map(({ title, author }) => `${fold(title)}\t${author}`).join('\n'));
  return { docs: docsPart(docs), terms: out.end(), ...blocks };
}

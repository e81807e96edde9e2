/**
 * Makes one part of the search index of several, without what later parts hide: word by word, reading the blocks of each
 * as they are needed and giving away those of the new one as they fill. Of papers, columns and names alone are held twice.
 */
import { breathe } from './db.ts';
import { collecting, TermWriter } from './search-build.ts';
import { Cursor } from './search-bytes.ts';
import type { BlockSink, DocsPart, SegmentData, TermsPart } from './search-format.ts';
import { HIDDEN, joinDocs, numbering } from './search-merge-docs.ts';
import type { BlockKind, Segment } from './search-segment.ts';

/** Longest without a pause, in ms. */
const SLICE_MS = 12;
/** Blocks of each part that are read at once. */
const AHEAD: readonly [kind: BlockKind, blocks: number][] = [
  ['words', 64],
  ['post', 4],
  ['pos', 4],
];
/** Papers whose titles stand in one block. */
const TITLES = 2_000;

/** Goes through the words of one part in their order. */
class Words {
  /** undefined: there are no more, or the next is being read. */
  word: string | undefined;
  readonly #part: Segment;
  readonly #map: Uint32Array;
  /** What every paper's number grows by, where none is hidden; else undefined. */
  readonly #shift: number | undefined;
  #term = -1;
  /** By kind the first word whose block is not there. */
  readonly #until: Record<BlockKind, number> = { words: 0, post: 0, pos: 0 };

  constructor(part: Segment, map: Uint32Array) {
    this.#part = part;
    this.#map = map;
    this.#shift = map.includes(HIDDEN) ? undefined : (map[0] ?? 0);
  }

  /** Goes to the next word. Resolves when it is there; undefined: it is already. */
  next(): Promise<void> | undefined {
    const term = ++this.#term;
    this.word = undefined;
    if (term >= this.#part.terms.count) return undefined;
    const { words, post, pos } = this.#until;
    if (term >= words || term >= post || term >= pos) return this.#read();
    this.word = this.#part.term(term);
    return undefined;
  }

  async #read(): Promise<void> {
    const read = AHEAD.map(async ([kind, blocks]) => {
      if (this.#until[kind] <= this.#term)
        this.#until[kind] = await this.#part.goTo(kind, this.#term, blocks);
    });
    await Promise.all(read);
    this.word = this.#part.term(this.#term);
  }

  /** The fields the word occurs in anywhere. */
  get fields(): number {
    return this.#part.fields(this.#term);
  }

  /** Copies the word with its papers' new numbers after `before`; returns how many, and the last number. */
  copy(out: TermWriter, before: number): [df: number, last: number] {
    return this.#shift === undefined ? this.#copySome(out, before) : this.#copyAll(out, before, this.#shift);
  }

  /** Only the distance of the first paper is another. */
  #copyAll(out: TermWriter, before: number, shift: number): [number, number] {
    const post = this.#part.place('post', this.#term);
    const pos = this.#part.place('pos', this.#term);
    const papers = new Cursor(post.bytes, post.at);
    let doc = papers.number() - 1;
    out.post.number(doc + shift - before);
    out.post.bytes(post.bytes.subarray(papers.at, post.end));
    out.pos.bytes(pos.bytes.subarray(pos.at, pos.end));
    for (papers.at++; papers.at < post.end; papers.at++) doc += papers.number();
    return [this.#part.df(this.#term), doc + shift];
  }

  #copySome(out: TermWriter, before: number): [number, number] {
    const post = this.#part.place('post', this.#term);
    const pos = this.#part.place('pos', this.#term);
    const papers = new Cursor(post.bytes, post.at);
    const places = new Cursor(pos.bytes, pos.at);
    let [doc, last, df] = [-1, before, 0];
    while (papers.at < post.end) {
      doc += papers.number();
      const mask = papers.byte();
      const from = places.at;
      for (let left = places.number(); left > 0; left--) places.number();
      const to = this.#map[doc] as number;
      if (to === HIDDEN) continue;
      out.post.number(to - last);
      out.post.byte(mask);
      out.pos.bytes(pos.bytes.subarray(from, places.at));
      last = to;
      df++;
    }
    return [df, last];
  }
}

async function joinTitles(
  parts: readonly Segment[],
  maps: readonly Uint32Array[],
  sink: BlockSink,
): Promise<void> {
  let lines: string[] = [];
  for (const [p, part] of parts.entries()) {
    const titles = await part.titles();
    for (const [n, number] of (maps[p] as Uint32Array).entries()) {
      if (number === HIDDEN) continue;
      lines.push(titles[n] as string);
      if (lines.length < TITLES) continue;
      sink('titles', lines.join('\n'));
      lines = [];
    }
  }
  if (lines.length > 0) sink('titles', lines.join('\n'));
}

/**
 * One part of all of `parts`, the oldest first, its blocks given to `sink`; each must hold its blocks or be able to read them.
 * @param keepGone whether older parts remain that say something of papers that are gone.
 * @param pause called between two words every few ms: resolves when it may go on.
 */
export async function mergeInto(
  parts: readonly Segment[],
  keepGone: boolean,
  sink: BlockSink,
  pause: () => Promise<void> = breathe,
): Promise<{ docs: DocsPart; terms: TermsPart }> {
  const maps = numbering(parts, keepGone);
  await joinTitles(parts, maps, sink);
  const out = new TermWriter(sink);
  const all = parts.map((part, p) => new Words(part, maps[p] as Uint32Array));
  await Promise.all(all.map((one) => one.next()));
  for (let begun = performance.now(); ; ) {
    let least: string | undefined;
    for (const { word } of all) if (word !== undefined && (least === undefined || word < least)) least = word;
    if (least === undefined) break;
    let [df, fields, last] = [0, 0, -1];
    const reading: Promise<void>[] = [];
    for (const one of all) {
      if (one.word !== least) continue;
      const [more, to] = one.copy(out, last);
      df += more;
      last = to;
      fields |= one.fields;
      const read = one.next();
      if (read) reading.push(read);
    }
    if (df > 0) out.term(least, df, fields);
    if (reading.length > 0) await Promise.all(reading);
    if (performance.now() - begun < SLICE_MS) continue;
    await pause();
    begun = performance.now();
  }
  return { docs: await joinDocs(parts, maps, pause), terms: out.end() };
}

/** The same, all of it in memory. */
export async function mergeSegments(parts: readonly Segment[], keepGone: boolean): Promise<SegmentData> {
  const { blocks, sink } = collecting();
  return { ...(await mergeInto(parts, keepGone, sink)), ...blocks };
}

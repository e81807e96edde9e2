/** Every paper of the search index by a number of its own, over all parts: columns that queries go through. */
import type { PaperId } from '../core/paper.ts';
import { GONE } from './search-doc.ts';
import type { DocsPart } from './search-format.ts';
import { hashOf, ownId } from './search-ids.ts';
import type { Segment } from './search-segment.ts';
import { IdSlots } from './search-slots.ts';
import { Values } from './search-values.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;
const NAMES = ['hashes', 'flags', 'year', 'published', 'seen', 'at', 'saved', 'first', 'last'] as const;

/** Some room: papers are added one at a time as well. */
const moreThan = (count: number): number => count + (count >> 3) + 16;

function wider<T extends Column>(column: T, size: number): T {
  const out = new (column.constructor as new (size: number) => T)(size);
  out.set(column as never);
  return out;
}

export class SearchTable {
  readonly parts: { segment: Segment; base: number }[] = [];
  /** Papers, hidden ones included. */
  size = 0;
  /** Papers that can be found. */
  live = 0;
  /** 1: what is said of the paper here is the latest, and the paper is stored. */
  alive = new Uint8Array(0);
  hashes = new Uint32Array(0);
  flags = new Uint16Array(0);
  year = new Uint16Array(0);
  published = new Uint32Array(0);
  seen = new Uint16Array(0);
  at = new Float64Array(0);
  saved = new Float64Array(0);
  first = new Float64Array(0);
  last = new Float64Array(0);
  /** Paper n has the values `valueIds[valueAt[n]]` up to before `valueAt[n + 1]`. */
  valueAt = new Uint32Array(1);
  valueIds = new Uint32Array(0);
  readonly #values = new Values();
  readonly #slots = new IdSlots({
    hashOf: (paper) => this.hashes[paper] as number,
    idOf: (paper) => this.idOf(paper),
  });
  /** For a paper that an earlier part had as well: its number there. */
  readonly #firsts = new Map<number, number>();

  /** A table of these parts. */
  static of(segments: readonly Segment[]): SearchTable {
    const table = new SearchTable();
    const sum = (count: (docs: DocsPart) => number) =>
      segments.reduce((all, { docs }) => all + count(docs), 0);
    table.#grow(
      sum(({ count }) => count),
      sum(({ valueIds }) => valueIds.length),
    );
    for (const segment of segments) table.add(segment);
    return table;
  }

  #grow(papers: number, values: number): void {
    this.#slots.grow(papers);
    if (papers > this.alive.length) {
      const size = moreThan(papers);
      this.alive = wider(this.alive, size);
      for (const name of NAMES) this[name] = wider(this[name] as Float64Array, size) as never;
      this.valueAt = wider(this.valueAt, size + 1);
    }
    if (values > this.valueIds.length) this.valueIds = wider(this.valueIds, moreThan(values));
    for (const part of this.parts) this.#lend(part);
  }

  /** Columns of a part become views of the table's, so that none is held twice. */
  #lend({ segment: { docs }, base }: SearchTable['parts'][number]): void {
    const end = base + docs.count;
    for (const name of NAMES) docs[name] = this[name].subarray(base, end) as never;
    docs.values = this.values;
    docs.valueIds = this.valueIds.subarray(this.valueAt[base], this.valueAt[end]);
  }

  /** Adds a part: what it says hides what earlier ones say of the same papers. */
  add(segment: Segment): void {
    const { docs } = segment;
    const base = this.size;
    const valuesAt = this.valueAt[base] as number;
    this.#grow(base + docs.count, valuesAt + docs.valueIds.length);
    for (const name of NAMES) this[name].set(docs[name] as never, base);
    const numbers = new Int32Array(docs.values.length).fill(-1);
    for (let i = 0; i < docs.valueIds.length; i++) {
      const value = docs.valueIds[i] as number;
      if ((numbers[value] as number) < 0) numbers[value] = this.numberOf(docs.values[value] as string);
      this.valueIds[valuesAt + i] = numbers[value] as number;
    }
    for (let n = 1; n <= docs.count; n++) this.valueAt[base + n] = valuesAt + (docs.valueAt[n] as number);
    this.size = base + docs.count;
    const part = { segment, base };
    this.parts.push(part);
    this.#lend(part);
    for (let doc = base; doc < this.size; doc++) {
      const before = this.#slots.put(doc);
      if (before >= 0) this.#firsts.set(doc, this.firstOf(before));
      if (before >= 0 && this.alive[before]) {
        this.alive[before] = 0;
        this.live--;
      }
      if ((this.flags[doc] as number) & GONE) continue;
      this.alive[doc] = 1;
      this.live++;
    }
  }

  /** The id of a paper. */
  idOf(doc: number): PaperId {
    let [low, high] = [0, this.parts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.parts[middle]?.base as number) <= doc) low = middle;
      else high = middle;
    }
    const { segment, base } = this.parts[low] as { segment: Segment; base: number };
    const { names, nameAt } = segment.docs;
    return ownId(names.slice(nameAt[doc - base], (nameAt[doc - base + 1] as number) - 1));
  }

  /** The first number that a paper had: it stays when more is said of it. */
  firstOf(doc: number): number {
    return this.#firsts.get(doc) ?? doc;
  }

  /** The same for many: mostly each has only one. */
  firstsOf(docs: Uint32Array): Uint32Array {
    return this.#firsts.size === 0 ? docs : docs.map((doc) => this.firstOf(doc));
  }

  /** `group \t value` by number, over all parts. */
  get values(): string[] {
    return this.#values.all;
  }

  /** The number of a value, a new one where no paper has it. */
  numberOf(value: string): number {
    return this.#values.numberOf(value);
  }

  /** The number of a value; undefined where no paper has it. */
  valueNumber(value: string): number | undefined {
    return this.#values.find(value);
  }

  /** The number of a paper that can be found. */
  place(id: PaperId): number | undefined {
    const doc = this.#slots.find(hashOf(id), id);
    return doc >= 0 && this.alive[doc] ? doc : undefined;
  }
}

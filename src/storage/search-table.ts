/** Every paper of the search index by a number of its own, over all parts: columns that queries go through. */
import type { PaperId } from '../core/paper.ts';
import { GONE } from './search-doc.ts';
import type { Segment } from './search-segment.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;
const NAMES = ['flags', 'year', 'published', 'seen', 'at', 'saved', 'first', 'last'] as const;

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
  flags = new Uint16Array(0);
  year = new Uint16Array(0);
  published = new Uint32Array(0);
  seen = new Uint16Array(0);
  at = new Float64Array(0);
  saved = new Float64Array(0);
  first = new Float64Array(0);
  last = new Float64Array(0);
  readonly ids: PaperId[] = [];
  /** `group \t value` by number, over all parts. */
  readonly values: string[] = [];
  /** Paper n has the values `valueIds[valueAt[n]]` up to before `valueAt[n + 1]`. */
  valueAt = new Uint32Array(1);
  valueIds = new Uint32Array(0);
  readonly #numbers = new Map<string, number>();
  readonly #places = new Map<PaperId, number>();
  /** For a paper that an earlier part had as well: its number there. */
  readonly #firsts = new Map<number, number>();

  #grow(papers: number, values: number): void {
    if (papers > this.alive.length) {
      const size = Math.max(papers, this.alive.length * 2);
      this.alive = wider(this.alive, size);
      for (const name of NAMES) this[name] = wider(this[name] as Float64Array, size) as never;
      this.valueAt = wider(this.valueAt, size + 1);
    }
    if (values > this.valueIds.length)
      this.valueIds = wider(this.valueIds, Math.max(values, this.valueIds.length * 2));
  }

  /** Adds a part: what it says hides what earlier ones say of the same papers. */
  add(segment: Segment): void {
    const { docs } = segment;
    const base = this.size;
    this.parts.push({ segment, base });
    const valuesAt = this.valueAt[base] as number;
    this.#grow(base + docs.count, valuesAt + docs.valueIds.length);
    for (const name of NAMES) this[name].set(docs[name] as never, base);
    const numbers = docs.values.map((value) => this.numberOf(value));
    for (let i = 0; i < docs.valueIds.length; i++)
      this.valueIds[valuesAt + i] = numbers[docs.valueIds[i] as number] as number;
    for (let n = 1; n <= docs.count; n++) this.valueAt[base + n] = valuesAt + (docs.valueAt[n] as number);
    this.size = base + docs.count;
    if (docs.count === 0) return;
    docs.names.split('\n').forEach((line, n) => {
      const tab = line.indexOf('\t');
      const id = tab < 0 ? line : line.slice(0, tab);
      const doc = base + n;
      this.ids[doc] = id;
      const before = this.#places.get(id);
      if (before !== undefined) this.#firsts.set(doc, this.firstOf(before));
      if (before !== undefined && this.alive[before]) {
        this.alive[before] = 0;
        this.live--;
      }
      this.#places.set(id, doc);
      if ((docs.flags[n] as number) & GONE) return;
      this.alive[doc] = 1;
      this.live++;
    });
  }

  /** The first number that a paper had: it stays when more is said of it. */
  firstOf(doc: number): number {
    return this.#firsts.get(doc) ?? doc;
  }

  /** The number of a value, a new one where no paper has it. */
  numberOf(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.values.push(value);
      this.#numbers.set(value, number);
    }
    return number;
  }

  /** The number of a value; undefined where no paper has it. */
  valueNumber(value: string): number | undefined {
    return this.#numbers.get(value);
  }

  /** The number of a paper that can be found. */
  place(id: PaperId): number | undefined {
    const doc = this.#places.get(id);
    return doc !== undefined && this.alive[doc] ? doc : undefined;
  }
}

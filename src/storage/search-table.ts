/** Every paper of the search index by a number of its own, over all parts: columns that queries go through. */
import type { PaperId } from '../core/paper.ts';
import { GONE } from './search-doc.ts';
import { hashOf, ownId } from './search-ids.ts';
import type { Segment } from './search-segment.ts';

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
  /** `group \t value` by number, over all parts. */
  readonly values: string[] = [];
  /** Paper n has the values `valueIds[valueAt[n]]` up to before `valueAt[n + 1]`. */
  valueAt = new Uint32Array(1);
  valueIds = new Uint32Array(0);
  readonly #numbers = new Map<string, number>();
  /** For each number of `hashes` a paper + 1, in the place it leads to or the next that is free. */
  #slots = new Uint32Array(1 << 4);
  /** For a paper that an earlier part had as well: its number there. */
  readonly #firsts = new Map<number, number>();

  #grow(papers: number, values: number): void {
    if (papers > this.alive.length) {
      const size = moreThan(papers);
      this.alive = wider(this.alive, size);
      for (const name of NAMES) this[name] = wider(this[name] as Float64Array, size) as never;
      this.valueAt = wider(this.valueAt, size + 1);
    }
    if (values > this.valueIds.length) this.valueIds = wider(this.valueIds, moreThan(values));
  }

  /** Adds a part: what it says hides what earlier ones say of the same papers. */
  add(segment: Segment): void {
    const { docs } = segment;
    const base = this.size;
    this.parts.push({ segment, base });
    const valuesAt = this.valueAt[base] as number;
    this.#grow(base + docs.count, valuesAt + docs.valueIds.length);
    this.#growSlots(base + docs.count);
    for (const name of NAMES) this[name].set(docs[name] as never, base);
    const numbers = docs.values.map((value) => this.numberOf(value));
    for (let i = 0; i < docs.valueIds.length; i++)
      this.valueIds[valuesAt + i] = numbers[docs.valueIds[i] as number] as number;
    for (let n = 1; n <= docs.count; n++) this.valueAt[base + n] = valuesAt + (docs.valueAt[n] as number);
    this.size = base + docs.count;
    for (let doc = base; doc < this.size; doc++) {
      const slot = this.#slotOf(this.hashes[doc] as number, doc);
      const before = (this.#slots[slot] as number) - 1;
      if (before >= 0) this.#firsts.set(doc, this.firstOf(before));
      if (before >= 0 && this.alive[before]) {
        this.alive[before] = 0;
        this.live--;
      }
      this.#slots[slot] = doc + 1;
      if ((this.flags[doc] as number) & GONE) continue;
      this.alive[doc] = 1;
      this.live++;
    }
  }

  /** The slot of a paper's id, or the free one it belongs into. @param wanted an id or the number of a paper that has it. */
  #slotOf(hash: number, wanted: PaperId | number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const there = (this.#slots[slot] as number) - 1;
      if (there < 0) return slot;
      if (this.hashes[there] !== hash) continue;
      const id = typeof wanted === 'number' ? this.idOf(wanted) : wanted;
      if (this.idOf(there) === id) return slot;
    }
  }

  /** Twice as many slots as papers, so that the next free one is near. */
  #growSlots(papers: number): void {
    if (papers * 2 <= this.#slots.length) return;
    const known = this.#slots;
    let size = known.length;
    while (size < papers * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    for (const there of known)
      if (there > 0) {
        let slot = (this.hashes[there - 1] as number) & (size - 1);
        while (this.#slots[slot]) slot = (slot + 1) & (size - 1);
        this.#slots[slot] = there;
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
    const doc = (this.#slots[this.#slotOf(hashOf(id), id)] as number) - 1;
    return doc >= 0 && this.alive[doc] ? doc : undefined;
  }
}

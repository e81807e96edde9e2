/** Numbers of papers by their ids, without an object each: a table of numbers with open addressing (Knuth, TAOCP 6.4). */
import type { PaperId } from '../core/paper.ts';

/** Where a paper is looked up by its number. */
export interface Numbered {
  /** See `hashOf` of search-ids.ts. */
  hashOf(paper: number): number;
  idOf(paper: number): PaperId;
}

export class IdSlots {
  readonly #of: Numbered;
  /** For each hash a paper + 1, in the place it leads to or the next that is free. */
  #slots = new Uint32Array(1 << 4);

  constructor(of: Numbered) {
    this.#of = of;
  }

  /** Makes room for so many papers in all: twice as many slots, so that the next free one is near. */
  grow(papers: number): void {
    if (papers * 2 <= this.#slots.length) return;
    const known = this.#slots;
    let size = known.length;
    while (size < papers * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    for (const there of known)
      if (there > 0) {
        let slot = this.#of.hashOf(there - 1) & (size - 1);
        while (this.#slots[slot]) slot = (slot + 1) & (size - 1);
        this.#slots[slot] = there;
      }
  }

  /** The slot of an id, or the free one it belongs into. @param id the id, or the number of a paper that has it. */
  #slotOf(hash: number, wanted: PaperId | number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const there = (this.#slots[slot] as number) - 1;
      if (there < 0) return slot;
      if (this.#of.hashOf(there) !== hash) continue;
      const id = typeof wanted === 'number' ? this.#of.idOf(wanted) : wanted;
      if (this.#of.idOf(there) === id) return slot;
    }
  }

  /** Puts a paper in the place of the one that had its id; the number of that one, below 0: there was none. */
  put(paper: number): number {
    const slot = this.#slotOf(this.#of.hashOf(paper), paper);
    const before = (this.#slots[slot] as number) - 1;
    this.#slots[slot] = paper + 1;
    return before;
  }

  /** The paper with an id; below 0: there is none. */
  find(hash: number, id: PaperId): number {
    return (this.#slots[this.#slotOf(hash, id)] as number) - 1;
  }
}

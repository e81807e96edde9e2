/** Blocks of one part of the search index that are held in memory for a while. */
import type { WordsBlock } from './search-format.ts';

export type Block = WordsBlock | Uint8Array;

const bytesOf = (block: Block): number =>
  'facts' in block ? block.facts.byteLength + block.text.length : block.length;

/** Blocks that were read. Those of which nothing was wanted between two times of aging are forgotten. */
export class Held<T extends Block> {
  #young: Map<number, T>;
  #old = new Map<number, T>();
  /** Bytes of those that were wanted since they last aged. */
  youngBytes = 0;
  #oldBytes = 0;

  constructor(all: readonly T[]) {
    this.#young = new Map(all.entries());
    for (const one of all) this.youngBytes += bytesOf(one);
  }

  get bytes(): number {
    return this.youngBytes + this.#oldBytes;
  }

  get(n: number): T | undefined {
    const young = this.#young.get(n);
    if (young) return young;
    const old = this.#old.get(n);
    if (!old) return undefined;
    this.#old.delete(n);
    this.#oldBytes -= bytesOf(old);
    this.put(n, old);
    return old;
  }

  put(n: number, block: T): void {
    if (!this.#young.has(n)) this.youngBytes += bytesOf(block);
    this.#young.set(n, block);
  }

  age(): void {
    [this.#old, this.#oldBytes] = [this.#young, this.youngBytes];
    [this.#young, this.youngBytes] = [new Map(), 0];
  }
}

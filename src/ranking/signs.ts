/** What is kept of many papers to tell which two are worth comparing: MinHash signs of their words, and their authors as bits. */
import { hashOf, pairId } from '../core/terms.ts';
import { familyName } from '../core/text.ts';

/** The smallest of `ids` under each of `count` mixes, a mix being a multiplication by an odd number (32 bits). */
function signature(ids: ArrayLike<number>, count: number): Uint32Array {
  const out = new Uint32Array(count).fill(0xffffffff);
  for (let hash = 0; hash < count; hash++) {
    const times = Math.imul(0x9e3779b1, 2 * hash + 1);
    let least = 0xffffffff;
    for (let k = 0; k < ids.length; k++) {
      let mixed = Math.imul((ids[k] as number) ^ (hash * 0x85ebca6b), times);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
      if (mixed < least) least = mixed;
    }
    out[hash] = least;
  }
  return out;
}

/** Signs of a title and of a text; three of each make a band. */
export const SIGNS = { title: 12, text: 24 } as const;
export const BAND = 3;
/** Share of signs that must agree for two papers to be worth a closer look: some fewer than what is looked for. */
const WORTH = { title: 7 / 12, text: 8 / 24 } as const;
type Kind = keyof typeof SIGNS;
/** `all`, or a copy with room for so many. */
function room(all: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= all.length) return all;
  const wider = new Uint32Array(Math.max(16_384, 2 * length));
  wider.set(all);
  return wider;
}

/** Signs of many papers. */
export class Signs {
  #all = new Uint32Array(0);
  #count = 0;
  readonly kind: Kind;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  /** @param ids none: the paper has no such text. */
  add(ids: Uint32Array | undefined): void {
    const size = SIGNS[this.kind];
    this.#all = room(this.#all, (this.#count + 1) * size);
    if (ids) this.#all.set(signature(ids, size), this.#count * size);
    this.#count++;
  }

  /** A number for the signs of one band; 0: there are none. */
  band(at: number, n: number): number {
    const from = at * SIGNS[this.kind] + n * BAND;
    const [a, b, c] = [this.#all[from], this.#all[from + 1], this.#all[from + 2]] as [number, number, number];
    return a === 0 && b === 0 && c === 0 ? 0 : pairId(pairId(a, b), c) || 1;
  }

  /** Whether enough of the signs of two agree. */
  worth(a: number, b: number): boolean {
    const size = SIGNS[this.kind];
    let same = 0;
    for (let k = 0; k < size; k++) if (this.#all[a * size + k] === this.#all[b * size + k]) same++;
    return same / size >= WORTH[this.kind];
  }
}

/** Numbers of 32 bits that stand for the family names of a paper, one bit a name. */
const NAMES = 8;

/** Family names of many papers, as bits: two papers without a common bit have no author in common. */
export class Names {
  #all = new Uint32Array(0);
  #count = 0;

  add(authors: readonly string[]): void {
    const from = this.#count++ * NAMES;
    this.#all = room(this.#all, from + NAMES);
    for (const author of authors) {
      const bit = hashOf(familyName(author)) % (32 * NAMES);
      (this.#all[from + (bit >> 5)] as number) |= 1 << (bit & 31);
    }
  }

  /** Whether two may have an author in common, or one shows none: told before anything of them is read. */
  mayShare(a: number, b: number): boolean {
    let [one, other] = [0, 0];
    for (let k = 0; k < NAMES; k++) {
      const [x, y] = [this.#all[a * NAMES + k] as number, this.#all[b * NAMES + k] as number];
      if ((x & y) !== 0) return true;
      one |= x;
      other |= y;
    }
    return one === 0 || other === 0;
  }
}

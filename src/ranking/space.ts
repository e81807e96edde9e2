/** Where terms and papers lie by what they mean. */
import type { TermVectors } from '../core/term-vectors.ts';
import type { SaidRow, Vocabulary } from './text.ts';

/** The places of a vocabulary's terms. */
export class Space {
  readonly width: number;
  /** Of each slot, where its numbers begin in `numbers`; -1 where nothing is known of its term. */
  readonly starts: Int32Array;
  /** Each term's place times how much the term counts. */
  readonly numbers: Float32Array;

  constructor({ ids }: Vocabulary, vectors: TermVectors) {
    const { width } = vectors;
    const known: number[] = [];
    this.width = width;
    this.starts = new Int32Array(ids.length).fill(-1);
    // both lists of ids ascend: one walk through both
    for (let slot = 0, place = 0; slot < ids.length && place < vectors.ids.length; ) {
      const [own, theirs] = [ids[slot] as number, vectors.ids[place] as number];
      if (own === theirs) {
        this.starts[slot] = known.length * width;
        known.push(place);
      }
      if (own <= theirs) slot++;
      if (theirs <= own) place++;
    }
    this.numbers = new Float32Array(known.length * width);
    known.forEach((place, at) => {
      const to = this.numbers.subarray(at * width, (at + 1) * width);
      vectors.read(place, to);
      const weight = vectors.weights[place] as number;
      for (let i = 0; i < width; i++) (to[i] as number) *= weight;
    });
  }

  /** Where a paper is: the sum of its terms, times `scale`. */
  of({ slots, said }: Pick<SaidRow, 'slots' | 'said'>, scale = 1): Float32Array {
    const { numbers, starts, width } = this;
    const out = new Float32Array(width);
    for (let k = 0; k < slots.length; k++) {
      const from = starts[slots[k] as number] as number;
      if (from === -1) continue;
      const value = scale * (said[k] as number);
      for (let i = 0; i < width; i++) (out[i] as number) += value * (numbers[from + i] as number);
    }
    return out;
  }

  /** How far each term lies in a direction, by slot. */
  along(direction: Float64Array): Float32Array {
    const { numbers, starts, width } = this;
    return Float32Array.from(starts, (from) => {
      if (from === -1) return 0;
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (numbers[from + i] as number) * (direction[i] as number);
      return sum;
    });
  }
}

/**
 * Words of like meaning speak for one another: where "grasping" was saved, "gripper" counts too. Each term has a place in
 * a space of about a hundred dimensions, a paper is at the sum of its terms, and the direction that sets saved papers
 * apart from all that was met is found by linear discriminant analysis (R. A. Fisher 1936), its covariance shrunk towards a
 * sphere (Ledoit & Wolf 2004). How far a term lies in that direction is a weight like any other: scoring costs nothing more.
 */
import type { TermVectors } from '../core/term-vectors.ts';
import type { Row, Vocabulary } from './text.ts';

/** Share of the covariance that is alike in all directions. */
const SHRINK = 0.3;

/** The places of a vocabulary's terms. */
export class Space {
  readonly width: number;
  /** Of each slot, where its numbers begin in `numbers`; -1 where nothing is known of its term. */
  private readonly starts: Int32Array;
  private readonly numbers: Float32Array;

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
      vectors.read(place, this.numbers.subarray(at * width, (at + 1) * width));
    });
  }

  /** Where a paper is. */
  of({ slots, values }: Row): Float32Array {
    const { numbers, starts, width } = this;
    const out = new Float32Array(width);
    for (let k = 0; k < slots.length; k++) {
      const from = starts[slots[k] as number] as number;
      if (from === -1) continue;
      const value = values[k] as number;
      for (let i = 0; i < width; i++) (out[i] as number) += value * (numbers[from + i] as number);
    }
    return out;
  }

  /** Where the mean of some papers is, of which this is the value of each slot. */
  ofMean(values: Float32Array): Float64Array {
    const { numbers, starts, width } = this;
    const out = new Float64Array(width);
    for (let slot = 0; slot < values.length; slot++) {
      const [from, value] = [starts[slot] as number, values[slot] as number];
      if (from === -1 || value === 0) continue;
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

/** The mean of `places`; nothing but zeros for none. */
export function meanPlace(places: readonly Float32Array[], width: number): Float64Array {
  const out = new Float64Array(width);
  for (const place of places)
    for (let i = 0; i < width; i++) (out[i] as number) += (place[i] as number) / places.length;
  return out;
}

/** Shrunk covariance of `places`: a square matrix, row after row, of which only the lower triangle is filled. */
export function covariance(places: readonly Float32Array[], mean: Float64Array): Float64Array {
  const width = mean.length;
  const out = new Float64Array(width * width);
  const off = new Float64Array(width);
  const share = (1 - SHRINK) / Math.max(1, places.length);
  for (const place of places) {
    for (let i = 0; i < width; i++) off[i] = (place[i] as number) - (mean[i] as number);
    for (let i = 0; i < width; i++) {
      const own = share * (off[i] as number);
      const from = i * width;
      for (let j = 0; j <= i; j++) (out[from + j] as number) += own * (off[j] as number);
    }
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += out[i * width + i] as number;
  // a little even where no paper has a known term
  const alike = ((SHRINK / (1 - SHRINK)) * trace) / width + 1e-9;
  for (let i = 0; i < width; i++) (out[i * width + i] as number) += alike;
  return out;
}

/** The x of `matrix` × x = `right`, by Cholesky's factors; `matrix` as `covariance` gives it, and lost. */
export function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  const out = right.slice();
  const at = (row: number, column: number): number => matrix[row * width + column] as number;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      matrix[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
    for (let k = 0; k < i; k++) (out[i] as number) -= at(i, k) * (out[k] as number);
    (out[i] as number) /= at(i, i);
  }
  for (let i = width - 1; i >= 0; i--) {
    for (let k = i + 1; k < width; k++) (out[i] as number) -= at(k, i) * (out[k] as number);
    (out[i] as number) /= at(i, i);
  }
  return out;
}

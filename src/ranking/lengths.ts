/**
 * About how far from nothing the sum of a paper's terms lies: what a paper means is measured at unit length, or one of
 * many like words would mean more of everything. The exact length takes all numbers of every term, for every paper of a
 * listing; a third of them, along the axes in which papers differ most (principal components, Pearson 1901), and for the rest the
 * terms' own lengths, as if what is left of them pointed anywhere, comes within some percent.
 */
import { mainAxes } from './matrix.ts';
import type { Space } from './space.ts';
import type { SaidRow } from './text.ts';

/** Plain data, stored with a model. */
export interface Lengths {
  /** Numbers of each slot along the main axes: so many a slot, in steps. */
  axes: Int8Array;
  width: number;
  step: number;
  /** Of each slot, the square of what is left of its length. */
  rest: Float32Array;
}

/** Main axes that are kept. */
const AXES = 32;
/** Papers from which they are found. */
const PAPERS = 1_000;

/** Adds `times` × `place` to `sum`. */
export function add(sum: Float64Array, place: Float32Array, times: number): void {
  for (let i = 0; i < sum.length; i++) (sum[i] as number) += times * (place[i] as number);
}

/** Terms measured between two stops. */
const MEASURED = 4_000;

/** What lengths of papers are told by: the axes are those of `met`. Stops now and then: see `trainInSteps`. */
export function* lengthsOf(space: Space, met: readonly SaidRow[]): Generator<undefined, Lengths, undefined> {
  const { starts, numbers } = space;
  const every = Math.max(1, Math.ceil(met.length / PAPERS));
  const main = mainAxes(
    met.filter((_, at) => at % every === 0).map((row) => space.of(row)),
    Math.min(AXES, space.width),
    space.width,
  );
  yield;
  const width = main.length;
  const along = new Float32Array(starts.length * width);
  const rest = new Float32Array(starts.length);
  let most = 0;
  for (let slot = 0; slot < starts.length; slot++) {
    if (slot % MEASURED === MEASURED - 1) yield;
    const from = starts[slot] as number;
    if (from === -1) continue;
    const place = numbers.subarray(from, from + space.width);
    let left = place.reduce((sum, one) => sum + one * one, 0);
    main.forEach((axis, a) => {
      let sum = 0;
      for (let i = 0; i < place.length; i++) sum += (axis[i] as number) * (place[i] as number);
      along[slot * width + a] = sum;
      most = Math.max(most, Math.abs(sum));
      left -= sum * sum;
    });
    rest[slot] = Math.max(0, left);
  }
  const step = most / 127 || 1;
  return { axes: Int8Array.from(along, (one) => Math.round(one / step)), width, step, rest };
}

/** Room for the sums of one paper, used again and again. */
const sums = new Float64Array(AXES);

/** About the length of a paper's place; 0 where none of its terms has one. */
export function lengthOf(of: Lengths, slots: Int32Array, said: Float32Array, length: number): number {
  const { axes, width, step, rest } = of;
  let square = 0;
  sums.fill(0);
  for (let k = 0; k < length; k++) {
    const slot = slots[k] as number;
    const times = said[k] as number;
    square += times * times * (rest[slot] as number);
    const from = slot * width;
    for (let a = 0; a < width; a++) (sums[a] as number) += times * (axes[from + a] as number);
  }
  for (let a = 0; a < width; a++) square += ((sums[a] as number) * step) ** 2;
  return Math.sqrt(square);
}

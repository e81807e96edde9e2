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
/** Axes that are summed at once: their number is a multiple of it, those that are too many being zeros. */
const AT_ONCE = 8;
/** Papers from which they are found. */
const PAPERS = 1_000;

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
  const width = Math.ceil(main.length / AT_ONCE) * AT_ONCE;
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

/** The square of a paper's length along eight axes from the `first` on: eight sums that stay in registers, many times as fast as a list of them. */
function eightAxes(
  { axes, width }: Lengths,
  slots: Int32Array,
  said: Float32Array,
  length: number,
  first: number,
): number {
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < length; k++) {
    const from = (slots[k] as number) * width + first;
    const times = said[k] as number;
    s0 += times * (axes[from] as number);
    s1 += times * (axes[from + 1] as number);
    s2 += times * (axes[from + 2] as number);
    s3 += times * (axes[from + 3] as number);
    s4 += times * (axes[from + 4] as number);
    s5 += times * (axes[from + 5] as number);
    s6 += times * (axes[from + 6] as number);
    s7 += times * (axes[from + 7] as number);
  }
  return s0 * s0 + s1 * s1 + s2 * s2 + s3 * s3 + s4 * s4 + s5 * s5 + s6 * s6 + s7 * s7;
}

/** About the length of a paper's place; 0 where none of its terms has one. */
export function lengthOf(of: Lengths, slots: Int32Array, said: Float32Array, length: number): number {
  const { width, step, rest } = of;
  let left = 0;
  for (let k = 0; k < length; k++) left += (said[k] as number) ** 2 * (rest[slots[k] as number] as number);
  let square = 0;
  for (let first = 0; first < width; first += AT_ONCE) square += eightAxes(of, slots, said, length, first);
  return Math.sqrt(left + square * step * step);
}

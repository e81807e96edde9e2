/** Parts a reader's saved papers into subjects, so that several interests do not blur into one. */
import type { Example, Met } from './interest.ts';
import { centroid, dot, type Row } from './text.ts';

/** Fewer papers than this are one subject. */
const LEAST = 6;
/** Most subjects of one reader. */
const MOST = 4;
/** A subject needs this many papers. */
const SMALLEST = 3;
/** Two parts whose centres, less what is usual, are more alike than this are one subject. */
const ALIKE = 0.03;

const length = (weights: Float32Array): number => Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0));

function centre(examples: readonly Example[], mean: Float32Array): Float32Array {
  const out = centroid(
    examples.map((one) => one.row),
    mean.length,
  );
  for (let slot = 0; slot < out.length; slot++) (out[slot] as number) -= mean[slot] as number;
  const by = 1 / (length(out) || 1);
  for (let slot = 0; slot < out.length; slot++) (out[slot] as number) *= by;
  return out;
}

const closeness = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, one, slot) => sum + one * (b[slot] as number), 0);

/** Two-means on the sphere, from the paper farthest from the centre and the one farthest from that. */
function* halves(
  examples: readonly Example[],
  mean: Float32Array,
): Generator<undefined, [Example[], Example[]], undefined> {
  const farthest = (from: (row: Row) => number): Example => {
    const values = examples.map((one) => from(one.row));
    let best = 0;
    for (let at = 1; at < values.length; at++)
      if ((values[at] as number) < (values[best] as number)) best = at;
    return examples[best] as Example;
  };
  const all = centre(examples, mean);
  const first = farthest((row) => dot(all, row));
  let a = centre([first], mean);
  const second = farthest((row) => dot(a, row));
  let b = centre([second], mean);
  let left: Example[] = [];
  let right: Example[] = [];
  for (let round = 0; round < 8; round++) {
    left = [];
    right = [];
    for (const one of examples) (dot(a, one.row) >= dot(b, one.row) ? left : right).push(one);
    if (left.length === 0 || right.length === 0) break;
    a = centre(left, mean);
    b = centre(right, mean);
    yield;
  }
  return [left, right];
}

/** The subjects of `liked`; one where nothing sets its parts clearly apart. Stops now and then: see `trainInSteps`. */
export function* groupsOf(liked: readonly Example[], met: Met): Generator<undefined, Example[][], undefined> {
  const done: Example[][] = [];
  const open: Example[][] = [[...liked]];
  while (open.length > 0) {
    const group = open.shift() as Example[];
    const parts =
      group.length >= LEAST && done.length + open.length + 2 <= MOST
        ? yield* halves(group, met.mean)
        : undefined;
    const apart =
      parts?.every((part) => part.length >= SMALLEST) &&
      closeness(centre(parts[0], met.mean), centre(parts[1], met.mean)) < ALIKE;
    if (parts && apart) open.push(...parts);
    else done.push(group);
  }
  return done;
}

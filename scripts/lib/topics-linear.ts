/**
 * A linear classifier per topic over weighted terms, a support vector machine with squared hinge loss, trained by dual
 * coordinate descent (C.-J. Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008), and
 * its heaviest weights in few bytes. Frequent terms that tell topics apart come through it unblurred by the network.
 */
import type { Input } from '../../src/topics/input.ts';
import { LINEAR_STEP, type LinearParts } from '../../src/topics/linear.ts';
import { TOPICS } from '../../src/topics/topics.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';
import type { IsRight } from './topics-blend.ts';
import { shuffled } from './topics-net.ts';

/** What an error costs, against the weights' own length. */
const COST = 1;
const EPOCHS = 8;
/** Of all topics together; most of the gain of keeping all of them, in a few hundredths of their bytes. */
const KEPT = 52_000;

/** Weights of one topic, the constant last. */
function fitOne(
  inputs: readonly Input[],
  places: ArrayLike<number>,
  isRight: (paper: number) => boolean,
  terms: number,
  seed: number,
): Float64Array {
  const weights = new Float64Array(terms + 1);
  const strengths = new Float64Array(places.length);
  const next = random(seed);
  const soft = 1 / (2 * COST);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const place of shuffled(places.length, next)) {
      const paper = places[place]!;
      const { at, weights: values } = inputs[paper]!;
      const sign = isRight(paper) ? 1 : -1;
      let sum = weights[terms]!;
      for (let i = 0; i < at.length; i++) sum += weights[at[i]!]! * values[i]!;
      const slope = sign * sum - 1 + strengths[place]! * soft;
      if (strengths[place] === 0 && slope >= 0) continue;
      // 2: the length of the input, 1, and that of its constant
      const strength = Math.max(0, strengths[place]! - slope / (2 + soft));
      const moved = sign * (strength - strengths[place]!);
      strengths[place] = strength;
      for (let i = 0; i < at.length; i++) weights[at[i]!]! += moved * values[i]!;
      weights[terms]! += moved;
    }
  }
  return weights;
}

/** Root mean square of each term in the papers at `places`: what its weight moves a sum by. */
function usual(inputs: readonly Input[], places: ArrayLike<number>, terms: number): Float64Array {
  const squares = new Float64Array(terms);
  for (let place = 0; place < places.length; place++) {
    const { at, weights } = inputs[places[place]!]!;
    for (let i = 0; i < at.length; i++) squares[at[i]!]! += weights[i]! ** 2;
  }
  return squares.map((sum) => Math.sqrt(sum / places.length));
}

const inSteps = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / LINEAR_STEP)));

/** Trained on the papers at `places`; of all weights the `KEPT` that move sums most. */
export function fitLinear(
  inputs: readonly Input[],
  places: ArrayLike<number>,
  isRight: IsRight,
  terms: number,
): LinearParts {
  const all = TOPICS.map((_, topic) =>
    fitOne(inputs, places, (paper) => isRight(paper, topic), terms, 1 + topic),
  );
  const size = usual(inputs, places, terms);
  const moves = all.flatMap((weights) =>
    Array.from(size, (usually, term) => usually * Math.abs(weights[term]!)).filter((move) => move > 0),
  );
  const least = Float64Array.from(moves).sort().at(-KEPT) ?? 0;
  const linearCounts = new Uint8Array(terms);
  const topics: number[] = [];
  const steps: number[] = [];
  for (let term = 0; term < terms; term++) {
    all.forEach((weights, topic) => {
      const step = inSteps(weights[term]!);
      if (step === 0 || size[term]! * Math.abs(weights[term]!) < least) return;
      linearCounts[term]! += 1;
      topics.push(topic);
      steps.push(step);
    });
  }
  return {
    linearCounts,
    linearTopics: Uint8Array.from(topics),
    linearWeights: Int8Array.from(steps),
    linearConstants: Float32Array.from(all, (weights) => weights[terms]!),
  };
}

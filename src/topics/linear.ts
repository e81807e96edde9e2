/** Weights that lead from single terms straight to topics, beside the network: few terms of each topic have one. */
import type { Input } from './input.ts';
import type { Parts } from './model-file.ts';

/** Weights are kept as whole multiples of this. */
export const LINEAR_STEP = 1 / 32;

export type LinearParts = Pick<Parts, 'linearCounts' | 'linearTopics' | 'linearWeights' | 'linearConstants'>;

/** Where the weights of each term begin. */
export function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length);
  for (let term = 1; term < counts.length; term++)
    starts[term] = (starts[term - 1] as number) + (counts[term - 1] as number);
  return starts;
}

/** A sum per topic; `starts` are those of the parts' counts. */
export function linearSums({ at, weights }: Input, parts: LinearParts, starts: Uint32Array): Float32Array {
  const { linearCounts, linearTopics, linearWeights } = parts;
  const sums = parts.linearConstants.slice();
  for (let i = 0; i < at.length; i++) {
    const term = at[i] as number;
    const times = (weights[i] as number) * LINEAR_STEP;
    const from = starts[term] as number;
    const to = from + (linearCounts[term] as number);
    for (let k = from; k < to; k++) {
      const topic = linearTopics[k] as number;
      sums[topic] = (sums[topic] as number) + times * (linearWeights[k] as number);
    }
  }
  return sums;
}

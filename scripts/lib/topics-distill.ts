/**
 * A second lesson on papers without topics: what the net, the phrases and the terms' own weights say of them together is
 * right more often than what phrases alone say, and the net learns it from its words alone (G. Hinton et al.,
 * "Distilling the Knowledge in a Neural Network", 2015).
 */
import type { Input } from '../../src/topics/input.ts';
import { type LinearParts, linearSums, startsOf } from '../../src/topics/linear.ts';
import { logistic } from '../../src/topics/model.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';
import { copyOf, type Net, sumsOf, type Truth, train } from './topics-net.ts';

/** Papers without topics. */
export interface Others {
  inputs: readonly Input[];
  /** The sums of their evidence. */
  shown: readonly Float32Array[];
}

/** Weights of the sums of net, evidence and terms, and a constant: about what `fitBlend` finds of all topics together. */
const TOGETHER = [0.49, 0.36, 2.05, 1.2] as const;
/** Less likely topics count as absent. */
const LEAST = 0.003;
/** Of the topics that are absent, so many are judged; all would take too long and teach no more. */
const ABSENT = 0.3;
const HOW = { epochs: 3, rate: 0.15, outRate: 0.1, drop: 0.4, seed: 3 };

/** Per paper, how likely `net` and the others hold each topic. */
function opinions(net: Net, { inputs, shown }: Others, linear: LinearParts): Float32Array[] {
  const [a, b, c, constant] = TOGETHER;
  const starts = startsOf(linear.linearCounts);
  return inputs.map((input, paper) => {
    const terms = linearSums(input, linear, starts);
    return sumsOf(net, input).map((sum, topic) => {
      const likely = logistic(a * sum + b * shown[paper]![topic]! + c * terms[topic]! + constant);
      return likely < LEAST ? 0 : likely;
    });
  });
}

/** A net begun from `base` that learned what `teacher` and `linear` say of `others`. */
export function distilled(base: Net, others: Others, teacher: Net, linear: LinearParts): Net {
  const net = copyOf(base, teacher.labels);
  const said = opinions(teacher, others, linear);
  const next = random(17);
  const truth: Truth = (example, judge) => {
    said[example]!.forEach((likely, topic) => {
      if (likely > 0 || next() < ABSENT) judge(topic, likely, 1);
    });
  };
  train(net, others.inputs, Array.from(said.keys()), truth, HOW);
  return net;
}

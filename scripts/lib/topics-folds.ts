/** Cross-validation over labelled papers: what a model says of papers that it was not trained on. */
import { evidence, type TaggedText } from '../../src/topics/evidence.ts';
import { type Input, inputOf, type Vocabulary } from '../../src/topics/input.ts';
import { type LinearParts, linearSums, startsOf } from '../../src/topics/linear.ts';
import { blended, evidenceSums, type ThreeSums } from '../../src/topics/model.ts';
import { TOPICS } from '../../src/topics/topics.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';
import { fitBlend, fitEvidence, type IsRight } from './topics-blend.ts';
import { distilled, type Others } from './topics-distill.ts';
import { bestThreshold, type Judged, type Verdict } from './topics-judge.ts';
import { fitLinear } from './topics-linear.ts';
import { copyOf, meanOf, type Net, shuffled, sumsOf, train } from './topics-net.ts';
import { packWords, unpacked } from './topics-pack.ts';
import type { Labelled } from './topics-papers.ts';

const FOLDS = 5;
/** Nets are trained once with each seed, and averaged. */
const SEEDS = [1, 2];
const HOW = { epochs: 6, rate: 0.06, outRate: 0.05, drop: 0.3 };

export const textOf = ({ title, abstract }: TaggedText): TaggedText => ({ title, abstract });
export const titleOf = ({ title }: TaggedText): TaggedText => ({ title });

/** What models are made of: a net trained on papers without topics, the terms they know, and those papers. */
export interface Ground {
  base: Net;
  vocabulary: Vocabulary;
  others: Others;
}

/** A net for the labelled papers at `places`, begun from `base`. */
function tuned(base: Net, inputs: readonly Input[], places: ArrayLike<number>, isRight: IsRight): Net {
  const nets = SEEDS.map((seed) => {
    const net = copyOf(base, TOPICS.length);
    const judgeAll = (paper: number, judge: (topic: number, truth: number, weight: number) => void) => {
      for (let topic = 0; topic < TOPICS.length; topic++) judge(topic, isRight(paper, topic) ? 1 : 0, 1);
    };
    train(net, inputs, places, judgeAll, { ...HOW, seed });
    return net;
  });
  return meanOf(nets);
}

/** A net and the terms' own weights, of the labelled papers at `places` and of what they teach about the others. */
export function taught(
  { base, vocabulary, others }: Ground,
  inputs: readonly Input[],
  places: ArrayLike<number>,
  isRight: IsRight,
): { net: Net; linear: LinearParts } {
  const linear = fitLinear(inputs, places, isRight, vocabulary.ids.length);
  const pupil = distilled(base, others, tuned(base, inputs, places, isRight), linear);
  return { net: tuned(pupil, inputs, places, isRight), linear };
}

/** The same for the same papers: each is in one of `FOLDS` parts. */
function foldsOf(count: number): Uint8Array {
  const fold = new Uint8Array(count);
  shuffled(count, random(7)).forEach((paper, at) => {
    fold[paper] = at % FOLDS;
  });
  return fold;
}

/** Calls `each` with the papers outside and inside of each fold. */
function eachFold(count: number, each: (rest: number[], part: number[]) => void): void {
  const fold = foldsOf(count);
  const all = Array.from({ length: count }, (_, at) => at);
  for (let one = 0; one < FOLDS; one++)
    each(
      all.filter((paper) => fold[paper] !== one),
      all.filter((paper) => fold[paper] === one),
    );
}

/** What models say of each of the papers outside their training: with abstracts, and by titles alone. */
export function unseenSums(
  papers: readonly Labelled[],
  ground: Ground,
  rows: readonly ReturnType<typeof evidence>[],
  isRight: IsRight,
  onFold: () => void,
): { text: ThreeSums[]; title: ThreeSums[] } {
  const { vocabulary } = ground;
  const inputs = papers.map((paper) => inputOf(textOf(paper), vocabulary));
  const text: ThreeSums[] = [];
  const title: ThreeSums[] = [];
  eachFold(papers.length, (rest, part) => {
    const { net, linear } = taught(ground, inputs, rest, isRight);
    const small = unpacked(net, packWords(net));
    const weights = fitEvidence(rows, rest, isRight);
    const starts = startsOf(linear.linearCounts);
    const sums = (seen: TaggedText, input: Input): ThreeSums => ({
      network: sumsOf(small, input),
      shown: evidenceSums(evidence(seen), weights),
      linear: linearSums(input, linear, starts),
    });
    for (const at of part) {
      const [whole, name] = [textOf(papers[at]!), titleOf(papers[at]!)];
      text[at] = sums(whole, inputs[at]!);
      title[at] = sums(name, inputOf(name, vocabulary));
    }
    onFold();
  });
  return { text, title };
}

/** How well the blend does, fitted to four folds and judged on the fifth. */
export function judgeBlend(
  sums: readonly ThreeSums[],
  papers: readonly Labelled[],
  isRight: IsRight,
): Verdict {
  const judged: Judged[] = [];
  eachFold(papers.length, (rest, part) => {
    const blend = fitBlend(sums, rest, isRight);
    for (const at of part) {
      const scores = sums[at]!.network.map((_, topic) => blended(blend, topic, sums[at]!));
      judged.push({ scores, right: new Set(papers[at]!.topics) });
    }
  });
  return bestThreshold(judged);
}

/** The weights that turn evidence into a sum per topic, and blend it with the sums of the network; both logistic. */
import { FEATURES, WIDTH } from '../../src/topics/evidence.ts';
import { BLEND_WIDTH, logistic, type ThreeSums } from '../../src/topics/model.ts';
import { TOPICS } from '../../src/topics/topics.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';
import { shuffled } from './topics-net.ts';

export type Evidence = Map<number, Float64Array>;
export type IsRight = (paper: number, topic: number) => boolean;

/** The labelled papers have no keywords: this weight is chosen, not fitted. */
const KEYWORD_WEIGHT = 2.4;

/** Weights shared by all topics plus differences of each, which are held small; Adagrad. */
class Shared {
  private readonly all: Float64Array;
  private readonly own: Float64Array;
  private readonly allSquares: Float64Array;
  private readonly ownSquares: Float64Array;

  constructor(
    private readonly width: number,
    start: readonly number[],
    private readonly penalties: readonly number[],
  ) {
    this.all = Float64Array.from({ length: width }, (_, i) => start[i] ?? 0);
    this.own = new Float64Array(TOPICS.length * width);
    this.allSquares = new Float64Array(width).fill(0.1);
    this.ownSquares = new Float64Array(TOPICS.length * width).fill(0.1);
  }

  weight(topic: number, i: number): number {
    return this.all[i]! + this.own[topic * this.width + i]!;
  }

  learn(topic: number, x: ArrayLike<number>, right: boolean, rate: number): void {
    let sum = 0;
    for (let i = 0; i < this.width; i++) if (x[i] !== 0) sum += x[i]! * this.weight(topic, i);
    const error = logistic(sum) - (right ? 1 : 0);
    for (let i = 0; i < this.width; i++) {
      if (x[i] === 0) continue;
      const slope = error * x[i]!;
      this.allSquares[i]! += slope * slope;
      this.all[i]! -= (rate * slope) / Math.sqrt(this.allSquares[i]!);
      const own = topic * this.width + i;
      const held = slope + this.penalties[i]! * this.own[own]!;
      this.ownSquares[own]! += held * held;
      this.own[own]! -= (rate * held) / Math.sqrt(this.ownSquares[own]!);
    }
  }
}

/** Per topic: the constant, then a weight for each of `FEATURES`. */
export function fitEvidence(
  rows: readonly Evidence[],
  papers: ArrayLike<number>,
  isRight: IsRight,
): Float32Array {
  const epochs = 40;
  const penalties = [0.002, ...FEATURES.map(() => 0.006)];
  const shared = new Shared(WIDTH + 1, [-3], penalties);
  const next = random(3);
  const x = new Float64Array(WIDTH + 1);
  x[0] = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.3 * (1 - epoch / epochs) + 0.01;
    for (const place of shuffled(papers.length, next)) {
      const paper = papers[place]!;
      for (const [topic, row] of rows[paper]!) {
        x.set(row, 1);
        shared.learn(topic, x, isRight(paper, topic), rate);
      }
    }
  }
  const keyword = FEATURES.indexOf('keyword') + 1;
  return Float32Array.from({ length: TOPICS.length * (WIDTH + 1) }, (_, at) => {
    const i = at % (WIDTH + 1);
    return i === keyword ? KEYWORD_WEIGHT : shared.weight(Math.floor(at / (WIDTH + 1)), i);
  });
}

/** Both sums this low and no label: nothing to learn from. */
const UNLIKELY = -6;
const UNSHOWN = -4.6;

/** Per topic: the weights of the network's sum, the evidence's and that of the terms' own weights, and a constant. */
export function fitBlend(
  sums: readonly ThreeSums[],
  papers: ArrayLike<number>,
  isRight: IsRight,
): Float32Array {
  const epochs = 10;
  const shared = new Shared(BLEND_WIDTH, [0.4, 0.4, 2.3, 1.2], [0.05, 0.05, 0.05, 0.05]);
  const next = random(5);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.15 * (1 - epoch / epochs) + 0.003;
    for (const place of shuffled(papers.length, next)) {
      const paper = papers[place]!;
      for (let topic = 0; topic < TOPICS.length; topic++) {
        const { network, shown, linear } = sums[paper]!;
        const [a, b] = [network[topic]!, shown[topic]!];
        const right = isRight(paper, topic);
        if (a < UNLIKELY && b < UNSHOWN && !right) continue;
        shared.learn(topic, [a, b, linear[topic]!, 1], right, rate);
      }
    }
  }
  return Float32Array.from({ length: TOPICS.length * BLEND_WIDTH }, (_, at) =>
    shared.weight(Math.floor(at / BLEND_WIDTH), at % BLEND_WIDTH),
  );
}

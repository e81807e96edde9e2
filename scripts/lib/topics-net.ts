/**
 * A bag of word vectors with one hidden layer and a logistic output per label, and its training by Adagrad (J. Duchi et
 * al., JMLR 12, 2011) with one rate per vector instead of one per number. Words are left out at random (N. Srivastava et
 * al., JMLR 15, 2014), so that a label is learned from all that goes with it, not from its own name alone.
 */
import type { Input } from '../../src/topics/input.ts';
import { LEAK, logistic } from '../../src/topics/model.ts';
import { random } from '../../test/bench/support/ranking-measures.ts';

export interface Net {
  width: number;
  labels: number;
  /** One vector a word. */
  words: Float32Array;
  constants: Float32Array;
  /** One vector a label. */
  out: Float32Array;
  outConstants: Float32Array;
}

export interface Training {
  epochs: number;
  /** Of word vectors; falls to a twentieth. */
  rate: number;
  /** Of what leads from the hidden layer to labels. */
  outRate: number;
  /** Share of words left out. */
  drop: number;
  seed: number;
  /** Told after each epoch: mean loss of a judgement. */
  onEpoch?(epoch: number, loss: number): void;
}

/** Calls `judge` for each label that the example says something about: its place, the truth 0…1, the weight. */
export type Truth = (example: number, judge: (label: number, truth: number, weight: number) => void) => void;

/** Numbers 0 … `count` − 1 in random order (Fisher and Yates). */
export function shuffled(count: number, next: () => number): Int32Array {
  const out = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const kept = out[at] as number;
    out[at] = out[other] as number;
    out[other] = kept;
  }
  return out;
}

/** A net that knows nothing yet. */
export function newNet(vocabulary: number, width: number, labels: number, seed: number): Net {
  const next = random(seed);
  const noise = (length: number, size: number): Float32Array =>
    Float32Array.from({ length }, () => (next() + next() + next() - 1.5) * 2 * size);
  return {
    width,
    labels,
    words: noise(vocabulary * width, 0.15),
    constants: new Float32Array(width),
    out: noise(labels * width, 0.08),
    outConstants: new Float32Array(labels).fill(-3),
  };
}

/** The first `labels` labels of a net, to be trained on without touching it. */
export function copyOf(net: Net, labels = net.labels): Net {
  return {
    width: net.width,
    labels,
    words: net.words.slice(),
    constants: net.constants.slice(),
    out: net.out.slice(0, labels * net.width),
    outConstants: net.outConstants.slice(0, labels),
  };
}

/** The mean of nets that began as one (M. Wortsman et al., "Model soups", ICML 2022). */
export function meanOf(nets: readonly Net[]): Net {
  const first = copyOf(nets[0] as Net);
  for (const part of ['words', 'constants', 'out', 'outConstants'] as const) {
    const sum = first[part];
    for (const net of nets.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += net[part][i]!;
    for (let i = 0; i < sum.length; i++) sum[i]! /= nets.length;
  }
  return first;
}

/** Fills `hidden` from the words for which `keep` is set. */
function fill(net: Net, { at, weights }: Input, hidden: Float32Array, scale = 1, keep?: Uint8Array): void {
  const { width, words } = net;
  hidden.set(net.constants);
  for (let k = 0; k < at.length; k++) {
    if (keep && !keep[k]) continue;
    const from = at[k]! * width;
    const weight = weights[k]! * scale;
    for (let j = 0; j < width; j++) hidden[j]! += weight * words[from + j]!;
  }
  for (let j = 0; j < width; j++) if (hidden[j]! < 0) hidden[j]! *= LEAK;
}

/** The sum of every label, before the logistic curve. */
export function sumsOf(net: Net, input: Input): Float32Array {
  const hidden = new Float32Array(net.width);
  fill(net, input, hidden);
  return net.outConstants.map((constant, label) => {
    let sum = constant;
    for (let j = 0; j < net.width; j++) sum += net.out[label * net.width + j]! * hidden[j]!;
    return sum;
  });
}

/** Leaves words out at random; returns what the others are multiplied with to keep the length, 0 where none is left. */
function leaveOut({ weights }: Input, share: number, next: () => number, keep: Uint8Array): number {
  let all = 0;
  let kept = 0;
  for (let k = 0; k < weights.length; k++) {
    keep[k] = next() >= share ? 1 : 0;
    all += weights[k]! ** 2;
    if (keep[k]) kept += weights[k]! ** 2;
  }
  return kept === 0 ? 0 : Math.sqrt(all / kept);
}

/** Smaller errors teach nothing worth their time. */
const SLIGHT = 1e-3;

/** Trains `net` in place on `examples` (places in `inputs`). The same seed gives the same net. */
export function train(
  net: Net,
  inputs: readonly Input[],
  examples: ArrayLike<number>,
  truth: Truth,
  how: Training,
): void {
  const { width, words, constants, out, outConstants } = net;
  const next = random(how.seed);
  const hidden = new Float32Array(width);
  const back = new Float32Array(width);
  const keep = new Uint8Array(inputs.reduce((most, { at }) => Math.max(most, at.length), 0));
  const wordSquares = new Float32Array(words.length / width);
  const squares = new Float32Array(width);
  const outSquares = new Float32Array(net.labels);
  const constantSquares = new Float32Array(net.labels);
  const steps = how.epochs * examples.length;
  let step = 0;
  let [loss, judged, energy, outRate] = [0, 0, 0, 0];
  const judge = (label: number, right: number, weight: number): void => {
    const from = label * width;
    let sum = outConstants[label]!;
    for (let j = 0; j < width; j++) sum += out[from + j]! * hidden[j]!;
    const given = logistic(sum);
    loss -= weight * (right * Math.log(given + 1e-9) + (1 - right) * Math.log(1 - given + 1e-9));
    judged += weight;
    const error = (given - right) * weight;
    if (Math.abs(error) < SLIGHT) return;
    outSquares[label]! += error * error * energy;
    const rate = (outRate * error) / Math.sqrt(outSquares[label]! + 1e-4);
    for (let j = 0; j < width; j++) {
      const value = out[from + j]!;
      back[j]! += error * value;
      out[from + j] = value - rate * hidden[j]!;
    }
    constantSquares[label]! += error * error;
    outConstants[label]! -= (outRate * error) / Math.sqrt(constantSquares[label]! + 1e-2);
  };
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    loss = 0;
    judged = 0;
    for (const place of shuffled(examples.length, next)) {
      const example = examples[place]!;
      const input = inputs[example]!;
      const fall = 1 - (0.95 * step++) / steps;
      const scale = leaveOut(input, how.drop, next, keep);
      if (scale === 0) continue;
      fill(net, input, hidden, scale, keep);
      back.fill(0);
      energy = 1e-3;
      for (let j = 0; j < width; j++) energy += hidden[j]! ** 2 / width;
      outRate = how.outRate * fall;
      truth(example, judge);
      let size = 0;
      for (let j = 0; j < width; j++) {
        if (hidden[j]! < 0) back[j]! *= LEAK;
        size += back[j]! ** 2 / width;
      }
      if (size < 1e-12) continue;
      const rate = how.rate * fall;
      for (let j = 0; j < width; j++) {
        squares[j]! += back[j]! ** 2;
        constants[j]! -= (0.1 * rate * back[j]!) / Math.sqrt(squares[j]! + 1e-2);
      }
      for (let k = 0; k < input.at.length; k++) {
        if (!keep[k]) continue;
        const word = input.at[k]!;
        const weight = input.weights[k]! * scale;
        wordSquares[word]! += size * weight * weight;
        const pace = (rate * weight) / Math.sqrt(wordSquares[word]! + 1e-6);
        for (let j = 0; j < width; j++) words[word * width + j]! -= pace * back[j]!;
      }
    }
    how.onEpoch?.(epoch, loss / judged);
  }
}

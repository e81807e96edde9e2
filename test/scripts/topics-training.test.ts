import { describe, expect, it } from 'vitest';
import { distilled } from '../../scripts/lib/topics-distill.ts';
import { bestThreshold, verdictAt } from '../../scripts/lib/topics-judge.ts';
import { copyOf, meanOf, newNet, sumsOf, train } from '../../scripts/lib/topics-net.ts';
import { packWords, unpacked } from '../../scripts/lib/topics-pack.ts';
import { TOPICS } from '../../src/topics/index.ts';
import type { Input } from '../../src/topics/input.ts';

const input = (...at: number[]): Input => ({
  at: Int32Array.from(at),
  weights: new Float32Array(at.length).fill(1 / Math.sqrt(at.length)),
});

/** Words 0 and 1 go with label 0, words 2 and 3 with label 1. */
const inputs = [input(0, 4), input(1, 4), input(2, 4), input(3, 4), input(0, 1), input(2, 3)];
const labelOf = (example: number): number => [0, 0, 1, 1, 0, 1][example] as number;

function learned(seed: number) {
  const net = newNet(5, 4, 2, seed);
  const truth = (example: number, judge: (label: number, truth: number, weight: number) => void) => {
    for (const label of [0, 1]) judge(label, labelOf(example) === label ? 1 : 0, 1);
  };
  const losses: number[] = [];
  train(net, inputs, [0, 1, 2, 3, 4, 5], truth, {
    ...{ epochs: 60, rate: 0.3, outRate: 0.3, drop: 0.1, seed },
    onEpoch: (_, loss) => losses.push(loss),
  });
  return { net, losses };
}

describe('a net', () => {
  it('learns which words go with which label', () => {
    const { net, losses } = learned(1);
    expect(losses).toHaveLength(60);
    expect(losses.at(-1)).toBeLessThan(0.1);
    for (const example of inputs.keys()) {
      const sums = sumsOf(net, inputs[example] as Input);
      expect(sums[labelOf(example)]).toBeGreaterThan(0);
      expect(sums[1 - labelOf(example)]).toBeLessThan(0);
    }
  });

  it('is the same for the same seed, another for another', () => {
    expect(learned(2).net).toEqual(learned(2).net);
    expect(learned(2).net.words).not.toEqual(learned(3).net.words);
  });

  it('is copied with fewer labels, and averaged number by number', () => {
    const { net } = learned(1);
    const less = copyOf(net, 1);
    expect(sumsOf(less, input(0))[0]).toBe(sumsOf(net, input(0))[0]);
    const other = copyOf(net);
    other.words[0]! += 2;
    expect(meanOf([net, other]).words[0]).toBeCloseTo(net.words[0]! + 1, 5);
    expect(meanOf([net, other]).out).toEqual(net.out);
  });
});

describe('a second lesson', () => {
  it('makes a net that knows nothing say what teacher, evidence and terms say together', () => {
    const none = {
      ...{ linearCounts: new Uint8Array(5), linearTopics: new Uint8Array(0) },
      ...{ linearWeights: new Int8Array(0), linearConstants: Float32Array.from([0, -1]) },
    };
    const many = Array.from({ length: 600 }, (_, at) => inputs[at % 4] as Input);
    const shown = many.map((_, at) => Float32Array.from(at % 4 < 2 ? [5, -5] : [-5, 5]));
    const teacher = newNet(5, 4, 2, 9);
    const others = { inputs: many, shown };
    const base = newNet(5, 4, 2, 1);
    const net = distilled(base, others, teacher, none);
    for (const example of [0, 1, 2, 3]) {
      const [first = 0, second = 0] = sumsOf(net, inputs[example] as Input);
      expect(Math.sign(first - second)).toBe(example < 2 ? 1 : -1);
    }
    expect(base).toEqual(newNet(5, 4, 2, 1));
  });
});

describe('packing', () => {
  it('keeps numbers to less than a step, and the largest of each word nearly whole', () => {
    const { net } = learned(1);
    const small = unpacked(net, packWords(net));
    for (let word = 0; word < 5; word++) {
      const row = net.words.subarray(word * 4, word * 4 + 4);
      const largest = Math.max(...row.map(Math.abs));
      row.forEach((value, i) => {
        expect(Math.abs(small.words[word * 4 + i]! - value)).toBeLessThanOrEqual(largest / 7);
      });
    }
    expect(packWords(net).rows).toHaveLength(10);
  });

  it('keeps a word of zeros', () => {
    const net = newNet(1, 2, 1, 1);
    net.words.fill(0);
    expect([...unpacked(net, packWords(net)).words]).toEqual([0, 0]);
  });
});

describe('the verdict', () => {
  const papers = [
    { scores: Float32Array.from([0.9, 0.5, 0.1]), right: new Set([0, 1]) },
    { scores: Float32Array.from([0.2, 0.1, 0.3]), right: new Set([0]) },
  ];

  it('counts all papers together, and always gives the best topic', () => {
    // given: 0, 1 and 2; right: 0 and 1; wanted: three
    expect(verdictAt(papers, 0.4)).toEqual({
      ...{ threshold: 0.4, papers: 2, microF1: 0.667, precision: 0.667, recall: 0.667 },
      ...{ firstTopicRight: 0.5, topicsPerPaper: 1.5 },
      worst: [
        { id: TOPICS[0]?.id, f1: 0.667, papers: 2 },
        { id: TOPICS[1]?.id, f1: 1, papers: 1 },
      ],
    });
  });

  it('is taken at the threshold where it is best', () => {
    expect(bestThreshold(papers)).toMatchObject({ threshold: 0.2, microF1: 0.857 });
  });
});

/** A model small enough to be worked out by hand: two terms, two numbers each, every topic of the list. */
import { hashOf, TERMS_VERSION, termOf } from '../../../src/core/terms.ts';
import { WIDTH } from '../../../src/topics/evidence.ts';
import { type ModelHeader, type Parts, writeModel } from '../../../src/topics/model-file.ts';
import { TOPICS } from '../../../src/topics/topics.ts';

const COUNT = TOPICS.length;

/** Terms it knows. */
export const WORDS = ['lantern', 'harbour'] as const;
export const idOf = (word: string): number => hashOf(termOf(word));

/** A step of 1: 2 ** (192 / 8 - 24). */
const STEP_ONE = 192;

const measured = {
  ...{ papers: 1, microF1: 1, precision: 1, recall: 1, firstTopicRight: 1, topicsPerPaper: 1 },
  worst: [],
};

export const about: Omit<ModelHeader, 'parts' | 'format'> = {
  version: 1,
  terms: TERMS_VERSION,
  topics: TOPICS.map(({ id }) => id),
  width: 2,
  thresholds: [0.4, 0.3],
  measured: [measured, measured],
  provenance: 'made by hand',
  licence: 'MIT',
};

/**
 * "lantern" → (2, -3), "harbour" → (0, 7); topic 0 adds both numbers, all others are far off. A weight of its own has
 * "lantern" alone, 2 for topic 1.
 */
export function smallParts(): Parts {
  const order = [...WORDS].sort((a, b) => idOf(a) - idOf(b));
  const rows: Record<(typeof WORDS)[number], number> = {
    lantern: (2 + 8) | ((-3 + 8) << 4),
    harbour: (0 + 8) | ((7 + 8) << 4),
  };
  const out = new Float32Array(COUNT * 2);
  out.set([1, 1]);
  const evidence = new Float32Array(COUNT * (WIDTH + 1));
  for (let topic = 0; topic < COUNT; topic++) evidence[topic * (WIDTH + 1)] = -1;
  const blend = (network: number, shown: number, linear = 0): Float32Array =>
    Float32Array.from({ length: COUNT * 4 }, (_, at) => [network, shown, linear, 0][at % 4] as number);
  return {
    ids: Uint32Array.from(order, idOf),
    idf: Uint8Array.from(order, () => 20),
    steps: Uint8Array.from(order, () => STEP_ONE),
    rows: Uint8Array.from(order, (word) => rows[word]),
    hidden: Float32Array.from([0.5, 1]),
    out,
    outConstants: new Float32Array(COUNT).fill(-9).fill(0.25, 0, 1),
    evidence,
    linearCounts: Uint8Array.from(order, (word) => (word === 'lantern' ? 1 : 0)),
    linearTopics: Uint8Array.from([1]),
    linearWeights: Int8Array.from([64]),
    linearConstants: new Float32Array(COUNT).fill(-0.5),
    blend: blend(1, 0),
    blendTitle: blend(2, 0),
  };
}

export const smallFile = (change: Partial<typeof about> = {}): ArrayBuffer =>
  writeModel({ ...about, ...change }, smallParts()).slice().buffer as ArrayBuffer;

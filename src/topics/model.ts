/**
 * The trained model: a layer of word vectors, learned on many papers and then on labelled ones, whose sums per topic are
 * blended with what the written phrases show and with what single terms say. The layer is a bag of word vectors with one
 * hidden layer, as in A. Joulin et al., "Bag of Tricks for Efficient Text Classification", EACL 2017; blending is stacked
 * generalization (D. H. Wolpert, Neural Networks 5(2), 1992).
 */
import type { TermVectors } from '../core/term-vectors.ts';
import { evidence, type TaggedText, WIDTH } from './evidence.ts';
import { type Input, inputOf, type Vocabulary } from './input.ts';
import { linearSums, startsOf } from './linear.ts';
import { type ModelHeader, type Parts, readParts } from './model-file.ts';
import { TOPICS } from './topics.ts';

/** How much of a negative number the hidden layer lets through. */
export const LEAK = 0.1;

/** Sums are kept within these: a topic the text does not speak of has the lowest. */
const LOWEST = -5;
const HIGHEST = 8;

const IDF_STEPS = 20;
/** @see Parts */
export const idfOf = (byte: number): number => byte / IDF_STEPS;
export const idfByte = (idf: number): number => Math.max(1, Math.min(255, Math.round(idf * IDF_STEPS)));
export const stepOf = (byte: number): number => 2 ** (byte / 8 - 24);

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** `evidence` as one sum per topic, in the order of `TOPICS`; `weights` as in `Parts`. */
export function evidenceSums(rows: ReadonlyMap<number, Float64Array>, weights: Float32Array): Float32Array {
  const out = new Float32Array(weights.length / (WIDTH + 1)).fill(LOWEST);
  for (const [topic, row] of rows) {
    const from = topic * (WIDTH + 1);
    let sum = weights[from] as number;
    for (let i = 0; i < WIDTH; i++) sum += (row[i] as number) * (weights[from + 1 + i] as number);
    out[topic] = Math.min(HIGHEST, Math.max(LOWEST, sum));
  }
  return out;
}

/** What a paper's text says of each topic, in three ways: a sum per topic each. */
export interface ThreeSums {
  /** Of the network. */
  network: Float32Array;
  /** Of the evidence. */
  shown: Float32Array;
  /** Of the terms' own weights. */
  linear: Float32Array;
}

/** Numbers per topic that `blended` takes. */
export const BLEND_WIDTH = 4;

/** The three sums of a topic, blended, as a score 0…1. */
export function blended(weights: Float32Array, topic: number, sums: ThreeSums): number {
  const from = topic * BLEND_WIDTH;
  const sum =
    (weights[from] as number) * (sums.network[topic] as number) +
    (weights[from + 1] as number) * (sums.shown[topic] as number) +
    (weights[from + 2] as number) * (sums.linear[topic] as number) +
    (weights[from + 3] as number);
  return logistic(sum);
}

export class TopicModel {
  readonly header: ModelHeader;
  private readonly parts: Parts;
  private readonly starts: Uint32Array;
  /** The terms it knows; topics learned from examples are made of them too. */
  readonly vocabulary: Vocabulary;

  /** @throws ManiculeError 'bad-record' */
  constructor(file: ArrayBuffer) {
    const { header, parts } = readParts(
      file,
      TOPICS.map(({ id }) => id),
    );
    this.header = header;
    this.parts = parts;
    this.starts = startsOf(parts.linearCounts);
    this.vocabulary = { ids: parts.ids, idf: Float32Array.from(parts.idf, idfOf) };
  }

  /** Adds `weight` times the numbers of one term. */
  private addRow(place: number, weight: number, sum: Float32Array): void {
    const { width } = this.header;
    const { rows, steps } = this.parts;
    const times = weight * stepOf(steps[place] as number);
    const from = (place * width) >> 1;
    for (let i = 0; i < width; i += 2) {
      const two = rows[from + (i >> 1)] as number;
      sum[i] = (sum[i] as number) + times * ((two & 15) - 8);
      sum[i + 1] = (sum[i + 1] as number) + times * ((two >> 4) - 8);
    }
  }

  /** The numbers of its terms, for others that learn. */
  get vectors(): TermVectors {
    const { width } = this.header;
    return {
      ids: this.vocabulary.ids,
      weights: this.vocabulary.idf,
      width,
      read: (place, to) => this.addRow(place, 1, to.fill(0)),
    };
  }

  private hidden({ at, weights }: Input): Float32Array {
    const sum = this.parts.hidden.slice();
    for (let i = 0; i < at.length; i++) this.addRow(at[i] as number, weights[i] as number, sum);
    for (let i = 0; i < sum.length; i++) if ((sum[i] as number) < 0) sum[i] = LEAK * (sum[i] as number);
    return sum;
  }

  /** The network's sum per topic. */
  sums(paper: TaggedText): Float32Array {
    return this.sumsOf(inputOf(paper, this.vocabulary));
  }

  private sumsOf(input: Input): Float32Array {
    const { out, outConstants } = this.parts;
    const { width } = this.header;
    const hidden = this.hidden(input);
    return outConstants.map((constant, topic) => {
      let sum = constant;
      for (let i = 0; i < width; i++) sum += (out[topic * width + i] as number) * (hidden[i] as number);
      return sum;
    });
  }

  /** The score of one topic; undefined for none of the model's. */
  scoreOf(paper: TaggedText, topic: string): number | undefined {
    return this.scores(paper)[this.header.topics.indexOf(topic)];
  }

  /** The score from which a paper is given a topic. */
  threshold(paper: TaggedText): number {
    return this.header.thresholds[(paper.abstract ?? '').trim() === '' ? 1 : 0];
  }

  /** A score 0…1 per topic, in the order of the header's list. */
  scores(paper: TaggedText): Float32Array {
    const titleOnly = (paper.abstract ?? '').trim() === '';
    const weights = titleOnly ? this.parts.blendTitle : this.parts.blend;
    const input = inputOf(paper, this.vocabulary);
    const sums = {
      network: this.sumsOf(input),
      shown: evidenceSums(evidence(paper), this.parts.evidence),
      linear: linearSums(input, this.parts, this.starts),
    };
    return sums.network.map((_, topic) => blended(weights, topic, sums));
  }
}

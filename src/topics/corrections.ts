/**
 * What a reader's corrections tell of papers like the corrected ones. For each topic that was corrected often enough, a
 * small sum is added to what the model says: of the terms of the corrected papers, weighted until the model and the sum
 * together agree with the corrections as far as a bound lets them (kernel logistic regression with the model's own sum
 * as its beginning; the bound is that of J. Platt's and others' support vector machines). A paper that shares nothing
 * with the corrected ones keeps its topics.
 */
import type { TopicScore } from '../core/paper.ts';
import { placeOf } from '../core/terms.ts';
import type { TaggedText } from './evidence.ts';
import { type Input, inputOf, type Vocabulary } from './input.ts';
import { BEST_ALONE } from './score.ts';

/** A topic that the reader said a paper has, or has not. */
export interface Correction {
  topic: string;
  paper: TaggedText;
  value: boolean;
}

/** Fewer corrections of a topic say too little. */
export const FEWEST_CORRECTIONS = 3;

/** What is learned of one topic: plain, small enough to be stored. */
export interface Adjustment {
  /** Added whatever the paper. */
  always: number;
  /** Term ids with their weights, the heaviest first. */
  terms: [number, number][];
}

/** By topic id. */
export type Adjustments = Record<string, Adjustment>;

/** Most that one correction moves a sum by, for a paper of the same words. */
const MOST = 4;
/** How much of that papers with nothing in common are moved by. */
const COMMON = 0.03;
/** What a corrected paper's sum must be beyond the threshold to count as agreed with. */
const MARGIN = 0.5;
const ROUNDS = 60;
const TERMS = 200;
/** The latest corrections of a topic that are learned from. */
const LATEST = 200;

const logit = (score: number): number => {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, score));
  return Math.log(within / (1 - within));
};
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

function dot(a: Input, b: Input): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.at.length && j < b.at.length; ) {
    const [x, y] = [a.at[i] as number, b.at[j] as number];
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  return sum;
}

interface Known {
  input: Input;
  /** What the model says, from the score on at which the topic is given. */
  sum: number;
  value: boolean;
}

/** How strongly each correction counts: below 0 against the topic. */
function strengths(known: readonly Known[]): number[] {
  const alike = known.map(({ input }) => known.map((other) => dot(input, other.input) + COMMON));
  const out = known.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    known.forEach(({ sum, value }, i) => {
      const now = (alike[i] as number[]).reduce((all, one, j) => all + one * (out[j] as number), sum);
      const wanted = value ? logistic(MARGIN - now) : -logistic(MARGIN + now);
      // half of the way, so that neighbours do not push one another to and fro
      out[i] = ((out[i] as number) + MOST * wanted) / 2;
    });
  }
  return out;
}

function adjustmentOf(known: readonly Known[], { ids }: Vocabulary): Adjustment {
  const sum = new Map<number, number>();
  let always = 0;
  const found = strengths(known);
  known.forEach(({ input: { at, weights } }, n) => {
    const strength = found[n] as number;
    always += COMMON * strength;
    at.forEach((place, i) => {
      const id = ids[place] as number;
      sum.set(id, (sum.get(id) ?? 0) + strength * (weights[i] as number));
    });
  });
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    always: round(always),
    terms: [...sum]
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0])
      .slice(0, TERMS)
      .map(([id, weight]) => [id, round(weight)]),
  };
}

/** What the model says of a paper: the score of a topic, and from which score on it is given. */
export interface Model {
  vocabulary: Vocabulary;
  scoreOf(paper: TaggedText, topic: string): number | undefined;
  threshold(paper: TaggedText): number;
}

/** Learns from `corrections`, the latest first. Topics that the model does not know, or with fewer than three, are left out. */
export function learnCorrections(corrections: readonly Correction[], model: Model): Adjustments {
  const byTopic = new Map<string, Correction[]>();
  for (const one of corrections) {
    const list = byTopic.get(one.topic);
    if (list) list.push(one);
    else byTopic.set(one.topic, [one]);
  }
  const out: [string, Adjustment][] = [];
  for (const [topic, all] of byTopic) {
    if (all.length < FEWEST_CORRECTIONS) continue;
    const known = all.slice(0, LATEST).flatMap(({ paper, value }): Known[] => {
      const score = model.scoreOf(paper, topic);
      if (score === undefined) return [];
      const threshold = model.threshold(paper);
      // a topic that does not belong must not be given even as the only one
      const sum = logit(score) - logit(value ? threshold : Math.min(BEST_ALONE, threshold));
      return [{ input: inputOf(paper, model.vocabulary), sum, value }];
    });
    if (known.length >= FEWEST_CORRECTIONS) out.push([topic, adjustmentOf(known, model.vocabulary)]);
  }
  return Object.fromEntries(out.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export type Adjuster = (paper: TaggedText, scores: readonly TopicScore[]) => TopicScore[];

/** Applies what was learned to the scores of a paper; undefined where nothing was. */
export function adjuster(adjustments: Adjustments, vocabulary: Vocabulary): Adjuster | undefined {
  const ready = new Map(
    Object.entries(adjustments).map(([topic, { always, terms }]) => {
      const byPlace = new Map<number, number>();
      for (const [id, weight] of terms) {
        const place = placeOf(vocabulary.ids, id);
        if (place >= 0) byPlace.set(place, weight);
      }
      return [topic, { always, byPlace }] as const;
    }),
  );
  if (ready.size === 0) return undefined;
  return (paper, scores) => {
    const { at, weights } = inputOf(paper, vocabulary);
    return scores.map((one) => {
      const found = ready.get(one.id);
      if (!found) return one;
      let sum = found.always;
      for (let i = 0; i < at.length; i++)
        sum += (found.byPlace.get(at[i] as number) ?? 0) * (weights[i] as number);
      return { ...one, score: logistic(logit(one.score) + sum) };
    });
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Adjustments as they were stored, broken ones left out. */
export function readAdjustments(stored: unknown): Adjustments {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, Adjustment] => {
      const { always, terms } = (entry[1] ?? {}) as Partial<Adjustment>;
      const pairs =
        Array.isArray(terms) && terms.every((pair) => Array.isArray(pair) && pair.every(isNumber));
      return isNumber(always) && pairs && terms.length <= TERMS;
    }),
  );
}

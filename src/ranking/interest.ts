/**
 * Learns one interest in closed form: Rocchio's difference of means (Rocchio 1971) between what was saved and all that
 * was met, each word held back until the saved papers show it more often than chance would; topics, categories and
 * authors beside it; while little is saved, the papers met that fit best count too (pseudo-relevance feedback); and what
 * the words mean.
 */
import { type Features, LABEL_GROUPS, type LabelGroup } from './features.ts';
import { authorWeights, labelSum, labelWeights, scaled, type Weights } from './labels.ts';
import type { MeaningFound } from './meaning.ts';
import type { Interest } from './model.ts';
import { add, centroid, dot, type SaidRow, spread, type Vocabulary } from './text.ts';

export interface Example {
  features: Features;
  row: SaidRow;
  /** 1 for a plain, fresh save. */
  importance: number;
  /** Nobody saved it: it has a phrase that the reader asked to be told of. */
  asked?: boolean;
}

/** All that was met, or a sample of it: what an interest is told apart from. */
export interface Met {
  features: readonly Features[];
  rows: readonly SaidRow[];
  mean: Float32Array;
}

/** What else speaks beside the words, at most (in standard deviations), and at how many saved papers half of it is left. */
const BESIDE: Readonly<Record<LabelGroup, { most: number; half: number }>> = {
  topics: { most: 1, half: 5 },
  categories: { most: 0.6, half: 10 },
  authors: { most: 0.5, half: 30 },
};
const FEEDBACK = { most: 1.3, half: 5, topics: 0.3 };
/** What the meaning of a paper's words weighs against all else that is learned of it; half of it where so many were met. */
const MEANING = { most: 0.75, half: 30 };

/** Standard deviations above chance at which a word has somewhat less than half its weight. */
const CHANCE = 1.3;

/** The most that weights are raised to be in units of deviation. */
const MOST_UNIT = 50;

/** Weight of what was dismissed against what was saved. */
const AGAINST = 0.5;

const faded = ({ most, half }: { most: number; half: number }, papers: number): number =>
  (most * half) / (half + papers);

/** How much of each word's weight stays: little where the liked papers have it about as often as others do. */
function holdBack(words: Float32Array, liked: readonly Example[], vocabulary: Vocabulary): void {
  const times = new Float32Array(words.length);
  let total = 0;
  for (const { row, importance } of liked) {
    total += importance;
    for (const slot of row.slots) (times[slot] as number) += importance;
  }
  for (let slot = 0; slot < words.length; slot++) {
    if (times[slot] === 0) continue;
    const chance = total * (vocabulary.share[slot] as number);
    const above = ((times[slot] as number) - chance) / Math.sqrt(chance + 1);
    if (above > 0) (words[slot] as number) *= above / (above + CHANCE);
  }
}

function scale(weights: Float32Array, by: number): void {
  for (let slot = 0; slot < weights.length; slot++) (weights[slot] as number) *= by;
}

/** 1 / the deviation of `values`; of what none of them has, the most; 0 of what all have alike: it tells nothing. */
const toUnit = (values: ArrayLike<number>): number => {
  const { mean, deviation } = spread(values);
  if (deviation > 1e-9) return 1 / deviation;
  return Math.abs(mean) > 1e-9 ? 0 : MOST_UNIT;
};

/** The mean of the papers met that fit best so far, less the mean of all. */
function feedback(met: Met, fits: ArrayLike<number>): Float32Array {
  const order = Array.from(met.rows.keys()).sort((a, b) => (fits[b] as number) - (fits[a] as number));
  const most = Math.max(5, Math.round(0.28 * Math.sqrt(order.length)));
  const best = order.slice(0, most).map((at) => met.rows[at] as SaidRow);
  const out = centroid(best, met.mean.length);
  for (let slot = 0; slot < out.length; slot++) (out[slot] as number) -= met.mean[slot] as number;
  return out;
}

/** Learns from `liked` against `met`, and less of what `disliked` have. @param meant what the words of all that is liked mean. */
export function learn(
  liked: readonly Example[],
  disliked: readonly Example[],
  met: Met,
  vocabulary: Vocabulary,
  meant?: MeaningFound,
): Interest {
  const size = vocabulary.ids.length;
  const importance = liked.map((one) => one.importance);
  const papers = liked.filter((one) => !one.asked).length;
  const known = liked.reduce((sum, one) => sum + (one.asked ? one.importance : 1), 0);
  const words = centroid(
    liked.map((one) => one.row),
    size,
    importance,
  );
  for (let slot = 0; slot < size; slot++) (words[slot] as number) -= met.mean[slot] as number;
  holdBack(words, liked, vocabulary);
  if (disliked.length > 0) {
    const against = AGAINST * (disliked.length / (disliked.length + 2));
    const total = disliked.reduce((sum, one) => sum + one.importance, 0);
    for (const { row, importance: weight } of disliked) add(words, row, (-against * weight) / total);
    for (let slot = 0; slot < size; slot++) (words[slot] as number) += against * (met.mean[slot] as number);
  }
  scale(words, toUnit(met.rows.map((row) => dot(words, row))));
  const labels = {} as Record<LabelGroup, Weights>;
  const factors = {} as Record<LabelGroup, number>;
  for (const group of LABEL_GROUPS) {
    const features = liked.map((one) => one.features);
    if (group === 'authors') {
      labels[group] = authorWeights(liked.filter((one) => !one.asked).map((one) => one.features));
      factors[group] = faded(BESIDE[group], known);
      continue;
    }
    labels[group] = labelWeights(group, features, importance, met.features);
    const sums = met.features.map((one) => labelSum(labels[group], one[group]));
    factors[group] = toUnit(sums) * faded(BESIDE[group], known);
  }
  const scaledLabels = scaled(labels, factors);
  if (met.rows.length >= 50) {
    const topics = FEEDBACK.topics / (faded(BESIDE.topics, known) || 1);
    const fits = met.rows.map(
      (row, at) => dot(words, row) + topics * labelSum(scaledLabels.topics, met.features[at]?.topics ?? []),
    );
    const more = feedback(met, fits);
    const times = faded(FEEDBACK, known) * toUnit(met.rows.map((row) => dot(more, row)));
    for (let slot = 0; slot < size; slot++) (words[slot] as number) += times * (more[slot] as number);
  }
  const sums = Float64Array.from(met.rows, (row, at) => {
    let sum = dot(words, row);
    for (const group of LABEL_GROUPS)
      sum += labelSum(scaledLabels[group], (met.features[at] as Features)[group]);
    return sum;
  });
  const times = (MEANING.most * met.rows.length) / (MEANING.half + met.rows.length);
  const meaning = meant ? times * spread(sums).deviation : 0;
  const { mean, deviation } = spread(
    meant ? sums.map((sum, at) => sum + meaning * (meant.met[at] as number)) : sums,
  );
  const plain = {} as Interest['labels'];
  for (const group of LABEL_GROUPS) plain[group] = Object.fromEntries(scaledLabels[group]);
  return { papers, words, labels: plain, meaning, mean, deviation: deviation || 1 };
}

/**
 * The methods that are compared with, written anew from their descriptions: arxiv-sanity-lite (github.com/karpathy/arxiv-sanity-lite),
 * Scholar Inbox (arXiv 2504.08385), zotero-arxiv-daily (github.com/TideDra/zotero-arxiv-daily), arxivist (github.com/dfm/arxivist)
 * and counting a phrase.
 */
import { termOf } from '../../../src/core/terms.ts';
import { random } from './ranking-measures.ts';
import { STOP_WORDS } from './ranking-stop-words.ts';

/** A sparse vector: ascending term indexes and their values. */
export interface Sparse {
  at: Int32Array;
  value: Float32Array;
}

const unaccented = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** Words as scikit-learn's vectorizer splits them with arxiv-sanity-lite's pattern, without English stop words. */
function words(text: string): string[] {
  const found =
    unaccented(text)
      .toLowerCase()
      .match(/[a-z_][a-z0-9_]+/g) ?? [];
  return found.filter((word) => !STOP_WORDS.has(word));
}

function grams(text: string): string[] {
  const single = words(text);
  return [...single, ...single.slice(1).map((word, at) => `${single[at]} ${word}`)];
}

/** TF-IDF of words and pairs: at least 5 papers, at most a tenth of all, the most frequent terms; sublinear, smoothed, unit length. */
export class TfIdf {
  readonly size: number;
  private readonly index: Map<string, number>;
  private readonly idf: Float64Array;

  constructor(texts: readonly string[], most: number) {
    const papers = new Map<string, number>();
    const times = new Map<string, number>();
    for (const text of texts) {
      const all = grams(text);
      for (const term of all) times.set(term, (times.get(term) ?? 0) + 1);
      for (const term of new Set(all)) papers.set(term, (papers.get(term) ?? 0) + 1);
    }
    const kept = [...papers]
      .filter(([, count]) => count >= 5 && count <= 0.1 * texts.length)
      .map(([term]) => term)
      .sort((a, b) => (times.get(b) as number) - (times.get(a) as number))
      .slice(0, most);
    this.index = new Map(kept.map((term, at) => [term, at]));
    this.idf = Float64Array.from(
      kept,
      (term) => Math.log((1 + texts.length) / (1 + (papers.get(term) as number))) + 1,
    );
    this.size = kept.length;
  }

  of(text: string): Sparse {
    const counts = new Map<number, number>();
    for (const term of grams(text)) {
      const at = this.index.get(term);
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    const at = Int32Array.from(counts.keys()).sort();
    const value = Float32Array.from(
      at,
      (one) => (1 + Math.log(counts.get(one) as number)) * (this.idf[one] as number),
    );
    let square = 0;
    for (const one of value) square += one * one;
    const length = Math.sqrt(square) || 1;
    return { at, value: value.map((one) => one / length) };
  }
}

/** `weights` · `row`; the last weight is the constant. */
export function dot(weights: Float64Array, row: Sparse): number {
  let sum = weights[weights.length - 1] as number;
  for (let k = 0; k < row.at.length; k++)
    sum += (weights[row.at[k] as number] as number) * (row.value[k] as number);
  return sum;
}

const balanced = (labels: readonly boolean[], cost: number): [number, number] => {
  const good = labels.filter(Boolean).length;
  return [(cost * labels.length) / (2 * good), (cost * labels.length) / (2 * (labels.length - good))];
};

/**
 * scikit-learn's LinearSVC with balanced classes: the squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * "A dual coordinate descent method for large-scale linear SVM", ICML 2008). @returns weights, the constant last.
 */
export function linearSvc(
  rows: readonly Sparse[],
  labels: readonly boolean[],
  size: number,
  cost = 0.01,
): Float64Array {
  const [good, bad] = balanced(labels, cost);
  const weights = new Float64Array(size + 1);
  const alpha = new Float64Array(rows.length);
  const diagonal = labels.map((label) => 0.5 / (label ? good : bad));
  const norms = rows.map((row) => row.value.reduce((sum, one) => sum + one * one, 1));
  const order = rows.map((_, at) => at);
  const next = random(1);
  for (let round = 0; round < 1_000; round++) {
    let most = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(next() * (k + 1));
      [order[k], order[other]] = [order[other] as number, order[k] as number];
    }
    for (const i of order) {
      const row = rows[i] as Sparse;
      const sign = labels[i] ? 1 : -1;
      const gradient = sign * dot(weights, row) - 1 + (alpha[i] as number) * (diagonal[i] as number);
      const projected = alpha[i] === 0 && gradient > 0 ? 0 : gradient;
      most = Math.max(most, projected);
      least = Math.min(least, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const before = alpha[i] as number;
      alpha[i] = Math.max(before - gradient / ((norms[i] as number) + (diagonal[i] as number)), 0);
      const change = ((alpha[i] as number) - before) * sign;
      for (let k = 0; k < row.at.length; k++)
        (weights[row.at[k] as number] as number) += change * (row.value[k] as number);
      (weights[size] as number) += change;
    }
    if (most - least < 1e-4) break;
  }
  return weights;
}

/** L2-regularised logistic regression with class weights, by accelerated gradient descent. @returns weights, the constant last. */
export function logistic(
  rows: readonly Sparse[],
  labels: readonly boolean[],
  size: number,
  cost: number,
): Float64Array {
  const [good, bad] = balanced(labels, cost);
  const weights = new Float64Array(size + 1);
  const ahead = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  // rows have unit length and a constant: the curvature is at most 1 + 2 · Σ cost / 4
  const step = 1 / (1 + labels.reduce((sum, label) => sum + (label ? good : bad), 0) / 2);
  for (let round = 1; round <= 300; round++) {
    gradient.set(ahead);
    gradient[size] = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Sparse;
      const sign = labels[i] ? 1 : -1;
      const push = (-sign * (labels[i] ? good : bad)) / (1 + Math.exp(sign * dot(ahead, row)));
      for (let k = 0; k < row.at.length; k++)
        (gradient[row.at[k] as number] as number) += push * (row.value[k] as number);
      (gradient[size] as number) += push;
    }
    for (let k = 0; k <= size; k++) {
      const to = (ahead[k] as number) - step * (gradient[k] as number);
      ahead[k] = to + ((round - 1) / (round + 2)) * (to - (weights[k] as number));
      weights[k] = to;
    }
  }
  return weights;
}

/**
 * zotero-arxiv-daily: the mean similarity to what is kept, weighted 1 / (1 + log10(rank + 1)), newest first.
 * @param similarity of the candidate to each kept paper, newest first.
 */
export function recencyMean(similarity: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  similarity.forEach((one, rank) => {
    const weight = 1 / (1 + Math.log10(rank + 1));
    sum += one * weight;
    weights += weight;
  });
  return sum / weights;
}

/** arxivist: stemmed words of what was opened add up in one vector; idf of the page, unit length, dot product. */
export function clickVector(saved: readonly string[], listing: readonly string[]): number[] {
  const stems = (text: string) => words(text).map(termOf);
  const clicks = new Map<string, number>();
  for (const text of saved) for (const word of stems(text)) clicks.set(word, (clicks.get(word) ?? 0) + 1);
  const pages = listing.map((text) => {
    const counts = new Map<string, number>();
    for (const word of stems(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const papers = new Map<string, number>();
  for (const page of pages) for (const word of page.keys()) papers.set(word, (papers.get(word) ?? 0) + 1);
  return pages.map((page) => {
    let sum = 0;
    let square = 0;
    for (const [word, count] of page) {
      const value = count * Math.log((listing.length + 1) / (papers.get(word) as number));
      square += value * value;
      sum += value * (clicks.get(word) ?? 0);
    }
    return sum / (Math.sqrt(square) || 1);
  });
}

/** How often a phrase stands in a paper, as arxiv-sanity-lite's search counts it: 20 × in the title, up to 3 in the abstract. */
export function phraseCount(phrase: string, title: string, abstract: string): number {
  const times = (text: string) =>
    text.toLowerCase().replaceAll('-', ' ').split(phrase.replaceAll('-', ' ')).length - 1;
  return 20 * times(title) + Math.min(3, times(abstract));
}

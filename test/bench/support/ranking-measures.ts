/** How well a ranking puts what is relevant first, and how sure a mean or a difference is. */

export interface Quality {
  auc: number;
  /** Share of the first 10 that is relevant. */
  p10: number;
  /** Normalised discounted cumulative gain of the first 20, relevance 0 or 1 (Järvelin & Kekäläinen 2002). */
  ndcg20: number;
}

/** Measures of one ranking: `scores` higher first, equal scores in listing order; for AUC they share their rank. */
export function qualityOf(scores: ArrayLike<number>, relevant: readonly boolean[]): Quality {
  const order = relevant.map((_, index) => index);
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const good = relevant.filter(Boolean).length;
  let wins = 0;
  let badBelow = 0;
  for (let end = order.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && scores[order[start - 1] as number] === scores[order[end - 1] as number]) start--;
    const tied = order.slice(start, end);
    const goodHere = tied.filter((index) => relevant[index]).length;
    const badHere = tied.length - goodHere;
    wins += goodHere * (badBelow + badHere / 2);
    badBelow += badHere;
    end = start;
  }
  let gain = 0;
  let best = 0;
  for (let rank = 0; rank < Math.min(20, order.length); rank++) {
    if (relevant[order[rank] as number]) gain += 1 / Math.log2(rank + 2);
    if (rank < good) best += 1 / Math.log2(rank + 2);
  }
  return {
    auc: wins / (good * (order.length - good)),
    p10: order.slice(0, 10).filter((index) => relevant[index]).length / 10,
    ndcg20: gain / best,
  };
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32, public domain). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` of `items` without repetition, in random order. */
export function draw<T>(items: readonly T[], count: number, next: () => number): T[] {
  const left = [...items];
  const out: T[] = [];
  while (out.length < count && left.length > 0) {
    const at = Math.floor(next() * left.length);
    out.push(left[at] as T);
    left[at] = left[left.length - 1] as T;
    left.pop();
  }
  return out;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/**
 * Mean with the 95 % interval of a percentile bootstrap (Efron 1979) over `values`, one per run. Runs with the same name
 * in `of` are drawn together (Davison & Hinkley 1997, 3.8): readers of one interest are alike, and count as no more than they are.
 */
export function interval(values: readonly number[], of: readonly string[], rounds = 1_000): Interval {
  const next = random(values.length);
  const sums = new Map<string, { sum: number; count: number }>();
  values.forEach((value, at) => {
    const one = sums.get(of[at] as string) ?? { sum: 0, count: 0 };
    sums.set(of[at] as string, { sum: one.sum + value, count: one.count + 1 });
  });
  const groups = [...sums.values()];
  const means: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < groups.length; at++) {
      const one = groups[Math.floor(next() * groups.length)] as { sum: number; count: number };
      sum += one.sum;
      count += one.count;
    }
    means.push(sum / count);
  }
  means.sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (rounds - 1))] as number;
  return { mean: mean(values), low: at(0.025), high: at(0.975) };
}

/** From evidence to topics: a weighted sum and a logistic curve per topic, then the best few. */
import type { TopicScore } from '../core/paper.ts';
import { evidence, FEATURES, type TaggedText } from './evidence.ts';
import { TOPICS } from './topics.ts';
import { THRESHOLD, WEIGHTS } from './weights.ts';

/** More than this are never given: the labels a person would choose are one to five. */
const MOST = 5;

/** The best topic is given from this score on: one uncertain topic is more use than none. */
export const BEST_ALONE = 0.2;

/** Instead of `THRESHOLD` where there is no abstract: a title shows less, so all scores are lower. */
const TITLE_ONLY = 0.12;

const ANY_STRONG = FEATURES.indexOf('anyStrong');
const TITLE_STRONG = FEATURES.indexOf('titleStrong');
const TITLE_WEAK = FEATURES.indexOf('titleWeak');
const KEYWORD = FEATURES.indexOf('keyword');

let table: number[][] | undefined;

/** Per topic: the constant, then a weight per feature. */
function weights(): number[][] {
  table ??= TOPICS.map(({ id }) => (WEIGHTS[id] ?? '').split(' ').map(Number));
  return table;
}

/** Topics met only in passing, by weak phrases of the abstract, are left out. */
export function speaks(row: Float64Array): boolean {
  return row[ANY_STRONG]! + row[TITLE_STRONG]! + row[TITLE_WEAK]! + row[KEYWORD]! > 0;
}

/** 0…1 for every topic that the text speaks of, best first. */
export function scores(paper: TaggedText): TopicScore[] {
  const out: TopicScore[] = [];
  for (const [topic, row] of evidence(paper)) {
    if (!speaks(row)) continue;
    const weight = weights()[topic]!;
    let sum = weight[0]!;
    for (let i = 0; i < row.length; i++) sum += row[i]! * weight[i + 1]!;
    out.push({ id: TOPICS[topic]!.id, score: 1 / (1 + Math.exp(-sum)) });
  }
  return out.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Scores from which a topic is given: with an abstract, and by a title alone, which shows less. */
export type Thresholds = readonly [number, number];

/** Those of phrases alone. */
export const PHRASE_THRESHOLDS: Thresholds = [THRESHOLD, TITLE_ONLY];

/** The topics of a paper, best first. */
export function choose(
  all: readonly TopicScore[],
  titleOnly: boolean,
  thresholds: Thresholds = PHRASE_THRESHOLDS,
): TopicScore[] {
  const threshold = titleOnly ? thresholds[1] : thresholds[0];
  const out: TopicScore[] = [];
  for (const { id, score } of all) {
    if (score < (out.length === 0 ? Math.min(BEST_ALONE, threshold) : threshold) || out.length >= MOST) break;
    out.push({ id, score: Math.round(score * 1000) / 1000 });
  }
  return out;
}

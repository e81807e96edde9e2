/** From evidence to topics: a weighted sum and a logistic curve per topic, then the best few. */
import type { TopicScore } from '../core/paper.ts';
import { evidence, type TaggedText } from './evidence.ts';
import { TOPICS } from './topics.ts';
import { BASE, BIAS, SHARED, THRESHOLD } from './weights.ts';

/** More than this are never given: the labels a person would choose are one to five. */
const MOST = 5;

/** 0…1 for every topic with any evidence. */
export function scores(paper: TaggedText): TopicScore[] {
  const out: TopicScore[] = [];
  for (const [topic, row] of evidence(paper)) {
    const { id } = TOPICS[topic]!;
    let sum = BIAS[id] ?? BASE;
    for (let i = 0; i < row.length; i++) sum += row[i]! * SHARED[i]!;
    out.push({ id, score: 1 / (1 + Math.exp(-sum)) });
  }
  return out.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The topics of a paper, best first. */
export function choose(all: readonly TopicScore[]): TopicScore[] {
  const out: TopicScore[] = [];
  for (const { id, score } of all) {
    if (score < THRESHOLD || out.length >= MOST) break;
    out.push({ id, score: Math.round(score * 1000) / 1000 });
  }
  return out;
}

/** Topics of papers. What others import of this folder, but for `labels.ts`, which pages load alone. */
import type { TopicScore } from '../core/paper.ts';
import { findAll, type TaggedText } from './evidence.ts';
import { choose, scores } from './score.ts';
import { TOPICS } from './topics.ts';

export type { TaggedText } from './evidence.ts';
export { TOPIC_FIELDS, type TopicField, topicLabel, topicShort } from './labels.ts';
export { TOPICS, type Topic } from './topics.ts';

/** Raised whenever the same text may get other topics: papers tagged by an older version are tagged again. */
export const TOPICS_VERSION: number = 1;

/**
 * Topics of a paper, best first, none to five, with scores 0…1. Depends on nothing but the text, categories and
 * keywords given; never throws on odd text.
 */
export function tag(paper: TaggedText): TopicScore[] {
  return choose(scores(paper), (paper.abstract ?? '').trim() === '');
}

/** The phrases that speak for a topic, as the patterns write them, title first, each once. */
export function explain(paper: TaggedText, topicId: string): string[] {
  const at = TOPICS.findIndex((topic) => topic.id === topicId);
  const out = new Set<string>();
  for (const hit of findAll(paper)) if (hit.topic === at) out.add(hit.phrase);
  return [...out];
}

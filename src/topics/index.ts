/** Topics of papers. The only file of this folder that others import. */
import type { TopicScore } from '../core/paper.ts';
import { findAll, type TaggedText } from './evidence.ts';
import { choose, scores } from './score.ts';
import { TOPICS, type Topic } from './topics.ts';

export type { TaggedText } from './evidence.ts';
export { TOPIC_FIELDS, TOPICS, type Topic, type TopicField } from './topics.ts';

/** Raised whenever the same text may get other topics: papers tagged by an older version are tagged again. */
export const TOPICS_VERSION: number = 1;

const byId = new Map<string, Topic>(TOPICS.map((topic) => [topic.id, topic]));

/** The full label; the id itself for a topic that is not known (a backup of a newer version). */
export function topicLabel(id: string): string {
  return byId.get(id)?.label ?? id;
}

/** A label of at most 22 characters for chips; the id itself for a topic that is not known. */
export function topicShort(id: string): string {
  const topic = byId.get(id);
  return topic?.short ?? topic?.label ?? id;
}

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

/** What readers see for a topic id. From the list alone: the tagger's patterns would triple these pages' weight. */
import { TOPICS } from '../../topics/topics.ts';

const byId = new Map(TOPICS.map((topic) => [topic.id, topic]));

/** The full label; the id itself for a topic that is not known. */
export const topicLabel = (id: string): string => byId.get(id)?.label ?? id;

/** A label of at most 22 characters, for chips. */
export function topicShort(id: string): string {
  const topic = byId.get(id);
  return topic?.short ?? topic?.label ?? id;
}

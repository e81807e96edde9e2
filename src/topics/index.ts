/** Topics of papers. What others import of this folder, but for `labels.ts`, which pages load alone. */
import type { TopicScore } from '../core/paper.ts';
import type { Adjuster } from './corrections.ts';
import { findAll, type TaggedText } from './evidence.ts';
import type { TopicModel } from './model.ts';
import { choose, scores } from './score.ts';
import { TOPICS } from './topics.ts';

export {
  type Adjuster,
  type Adjustments,
  adjuster,
  type Correction,
  FEWEST_CORRECTIONS,
  learnCorrections,
  readAdjustments,
} from './corrections.ts';
export type { TaggedText } from './evidence.ts';
export { FEWEST_EXAMPLES, learnedTagger, learnTopic } from './examples.ts';
export { TOPIC_FIELDS, type TopicField, topicLabel, topicShort } from './labels.ts';
export { TopicModel } from './model.ts';
export { TOPICS, type Topic } from './topics.ts';
export { PHRASES_VERSION, TOPICS_VERSION } from './version.ts';

/** The model's file in the built extension. */
export const MODEL_FILE = 'topics.bin';

/**
 * Topics of a paper, best first, none to five, with scores 0…1, by the written phrases and, where it is given, the
 * trained model, adjusted where the reader's corrections taught something. Depends on nothing but these and the text, categories and keywords given; never throws on odd text.
 */
export function tag(paper: TaggedText, model?: TopicModel, adjust?: Adjuster): TopicScore[] {
  const titleOnly = (paper.abstract ?? '').trim() === '';
  if (!model) return choose(scores(paper), titleOnly);
  const { topics, thresholds } = model.header;
  const said = Array.from(model.scores(paper), (score, at) => ({ id: topics[at] as string, score }));
  const all = adjust ? adjust(paper, said) : said;
  all.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return choose(all, titleOnly, thresholds);
}

/** The phrases that speak for a topic, as the patterns write them, title first, each once. */
export function explain(paper: TaggedText, topicId: string): string[] {
  const at = TOPICS.findIndex((topic) => topic.id === topicId);
  const out = new Set<string>();
  for (const hit of findAll(paper)) if (hit.topic === at) out.add(hit.phrase);
  return [...out];
}

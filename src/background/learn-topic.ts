/** Learns a topic of the reader's own from papers they chose. */
import { ManiculeError } from '../core/errors.ts';
import type { LearnedTopic } from '../core/learned-topic.ts';
import type { PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { getRows, listIds } from '../storage/index.ts';
import { learnTopic } from '../topics/index.ts';
import { topicTools } from './topic-model.ts';

/** Fewer papers say too little to a reader who will see what is proposed. */
export const FEWEST_PAPERS = 5;
/** More add nothing. */
const MOST_PAPERS = 200;
/** Papers that say what is usual, of the latest met. */
const OTHERS = 300;
const AMONG = 3_000;

/** @throws ManiculeError where there are too few papers, they have nothing in common, or terms cannot be read. */
export async function topicFrom(ids: readonly PaperId[]): Promise<LearnedTopic> {
  const { model } = await topicTools();
  if (!model) throw new ManiculeError('not-found', say('learnTopicNoModel'));
  const { rows } = await getRows(ids.slice(0, MOST_PAPERS));
  const chosen = new Map(rows.map(({ paper }) => [paper.id, paper]));
  if (chosen.size < FEWEST_PAPERS) throw new ManiculeError('not-found', say('learnTopicFew', FEWEST_PAPERS));
  const met = (await listIds('all', { limit: AMONG })).filter((id) => !chosen.has(id));
  const step = Math.max(1, Math.floor(met.length / OTHERS));
  const some = met.filter((_, at) => at % step === 0).slice(0, OTHERS);
  const others = (await getRows(some)).rows.map(({ paper }) => paper);
  const topic = learnTopic([...chosen.values()], others, model.vocabulary);
  if (!topic) throw new ManiculeError('not-found', say('learnTopicNothing'));
  return topic;
}

/** Topics of the reader's own, found in papers by their words. */
import type { LearnedTopic } from './learned-topic.ts';
import type { Metadata, TopicScore } from './paper.ts';
import { compileRules } from './rules.ts';
import { isOwnTopic, type TopicChoices } from './topics.ts';

/**
 * Finds the reader's own topics in papers, by their words: whole words, `word*` for beginnings, accents and case ignored.
 * Each with score 1, in the order of their ids; undefined where there are none.
 */
export function ownTagger(
  choices: TopicChoices,
): ((paper: Pick<Metadata, 'title' | 'abstract' | 'authors' | 'categories'>) => TopicScore[]) | undefined {
  const own = Object.entries(choices).filter(([id, { words }]) => isOwnTopic(id) && words);
  if (own.length === 0) return undefined;
  const match = compileRules(
    own.sort().map(([id, { words = [] }]) => ({
      ...{ id, words, authors: [], categories: [], topics: [] },
      ...{ effect: 'highlight' as const, enabled: true, changedAt: '' },
    })),
  );
  return (paper) => match({ ...paper, topics: [] }).map(({ rule }) => ({ id: rule, score: 1 }));
}

/** The reader's own topics that were learned from papers, by id. */
export const learnedTopics = (choices: TopicChoices): [id: string, topic: LearnedTopic][] =>
  Object.entries(choices)
    .flatMap(([id, { learned }]): [string, LearnedTopic][] =>
      isOwnTopic(id) && learned ? [[id, learned]] : [],
    )
    .sort();

/**
 * The version of topics found by a tagger of `version` and these own topics, a whole number that differs wherever they
 * may find others: papers tagged by another version are tagged again.
 * @param taught tells apart what was learned from corrections; '': nothing was.
 */
export function topicsVersion(version: number, choices: TopicChoices, taught = ''): number {
  const own = Object.entries(choices)
    .filter(([id]) => isOwnTopic(id))
    .map(([id, { words, learned }]) => (learned ? [id, words ?? [], learned] : [id, words]))
    .sort();
  if (own.length === 0 && taught === '') return version * SPAN;
  let hash = 0x811c9dc5; // FNV-1a
  for (const char of JSON.stringify(own) + taught) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return version * SPAN + 1 + ((hash >>> 0) % (SPAN - 1));
}

const SPAN = 2 ** 20;

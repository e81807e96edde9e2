/** The tagger and the reader's rules, ready for use. What is kept here is a cache: the worker may vanish at any time. */
import type { EntryState } from '../core/messages.ts';
import { learnedTopics, ownTagger, topicsVersion } from '../core/own-topics.ts';
import type { Paper, TopicScore } from '../core/paper.ts';
import { compileRules, type WatchRule, watchedWords } from '../core/rules.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { correctedTopics, shownTopics, type TopicChoices, topicColour, topicName } from '../core/topics.ts';
import { loadSettings } from '../platform/settings.ts';
import { listRules, type Row, type SyncTools } from '../storage/index.ts';
import { adjuster, learnedTagger, topicLabel, topicShort } from '../topics/index.ts';
import { type Taught, taught } from './corrections.ts';
import { type TopicTools, topicTools } from './topic-model.ts';

export interface Tools extends SyncTools {
  /** Words the page should highlight. */
  words: string[];
  /** The topics of a paper as the reader wants to see them, best first. */
  topicsOf(row: Row): EntryState['topics'];
}

let compiled: { source: string; tools: Tools } | undefined;

function topicsOf({ paper, mark }: Row, choices: TopicChoices): EntryState['topics'] {
  const ids = correctedTopics(paper.topics, mark).map(({ id }) => id);
  return shownTopics(ids, choices).map((id) => {
    const colour = topicColour(id, choices);
    return { id, label: topicName(id, choices) ?? topicShort(id), ...(colour ? { colour } : {}) };
  });
}

/** What the reader's own topics that were learned from papers propose; nothing without the model's terms. */
function learnedTaggers(choices: TopicChoices, model: TopicTools['model']): (paper: Paper) => TopicScore[] {
  if (!model) return () => [];
  const all = learnedTopics(choices).map(([id, topic]) => ({
    id,
    score: learnedTagger(topic, model.vocabulary),
  }));
  return (paper) =>
    all.flatMap(({ id, score }) => {
      const found = score(paper);
      return found === undefined ? [] : [{ id, score: found }];
    });
}

/** Topics found by their words, and those found by what was learned that were not. */
const mine = (byWords: readonly TopicScore[], learned: readonly TopicScore[]): TopicScore[] => [
  ...byWords,
  ...learned.filter(({ id }) => !byWords.some((one) => one.id === id)),
];

function toolsOf(
  rules: readonly WatchRule[],
  choices: TopicChoices,
  { tag: found, version, model }: TopicTools,
  { stamp, adjustments }: Taught,
): Tools {
  const adjust = model && adjuster(adjustments, model.vocabulary);
  const tag = (paper: Paper) => found(paper, adjust);
  const match = compileRules(rules, (id) => topicName(id, choices) ?? topicLabel(id));
  const own = ownTagger(choices);
  const learned = learnedTaggers(choices, model);
  return {
    tag: (paper) => [...mine(own?.(paper) ?? [], learned(paper)), ...tag(paper)],
    topicsVersion: topicsVersion(version, choices, adjust ? stamp : ''),
    match: (paper, mark) => match({ ...paper, topics: correctedTopics(paper.topics, mark) }),
    words: watchedWords(rules),
    topicsOf: (row) => topicsOf(row, choices),
  };
}

/** Reads the rules each time, so that an edit counts at once; compiles them only when they changed. @throws ManiculeError */
export async function currentTools(): Promise<Tools> {
  const [rules, { topicChoices }, topics, learned] = await Promise.all([
    listRules(),
    loadSettings().catch(() => DEFAULT_SETTINGS), // how topics are called is no reason to store nothing
    topicTools(),
    taught(),
  ]);
  const source = JSON.stringify([rules, topicChoices, learned.stamp]);
  if (compiled?.source !== source)
    compiled = { source, tools: toolsOf(rules, topicChoices, topics, learned) };
  return compiled.tools;
}

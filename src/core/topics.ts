/**
 * Topics of a paper as its reader sees them: what the tagger found, corrected by what the reader said of this paper, and
 * shown as the reader wants topics shown at all.
 */
import { type LearnedTopic, readLearnedTopic } from './learned-topic.ts';
import type { Mark } from './mark.ts';
import type { TopicScore } from './paper.ts';
import { fold } from './text.ts';

/** Colours a topic can be given; each is legible on light and on dark pages. */
export const TOPIC_COLOURS = ['red', 'orange', 'green', 'teal', 'blue', 'violet', 'pink', 'grey'] as const;
export type TopicColour = (typeof TOPIC_COLOURS)[number];

/** How the reader wants one topic. */
export interface TopicChoice {
  /** What it is called instead. */
  name?: string;
  colour?: TopicColour;
  /** Not shown, not counted. */
  hidden?: true;
  /** Shown and counted as that topic. */
  into?: string;
  /** Of a topic of the reader's own: what is looked for, as in watch rules. */
  words?: string[];
  /** The same: learned from papers, beside the words or in place of them. */
  learned?: LearnedTopic;
}

/** What the ids of the reader's own topics begin with. */
const OWN = 'own:';
export const isOwnTopic = (id: string): boolean => id.startsWith(OWN);

/** By topic id. */
export type TopicChoices = Readonly<Record<string, TopicChoice>>;

/**
 * The topics of a paper after the reader's corrections: those taken off are gone, those added by hand stand first with
 * score 1. Without corrections the very list that was given.
 */
export function correctedTopics(
  topics: readonly TopicScore[],
  mark: Pick<Mark, 'topics'> | undefined,
): readonly TopicScore[] {
  const corrections = Object.entries(mark?.topics ?? {});
  if (corrections.length === 0) return topics;
  const said = new Map(corrections.map(([id, { value }]) => [id, value]));
  const found = new Set(topics.map(({ id }) => id));
  const added = corrections.filter(([id, { value }]) => value === true && !found.has(id)).map(([id]) => id);
  return [
    ...added.sort().map((id) => ({ id, score: 1 })),
    ...topics.filter(({ id }) => said.get(id) !== false),
  ];
}

/** Where merges end; a ring of merges, which only a broken file can hold, ends where it began. */
function target(id: string, choices: TopicChoices): string {
  const seen = new Set([id]);
  let at = id;
  for (let into = choiceOf(choices, at)?.into; into && !seen.has(into); into = choiceOf(choices, at)?.into) {
    seen.add(into);
    at = into;
  }
  return at;
}

/** Own keys only: topic ids of the reader's own may read like properties that every object has. */
const choiceOf = (choices: TopicChoices, id: string): TopicChoice | undefined =>
  Object.hasOwn(choices, id) ? choices[id] : undefined;

/** The id a topic is shown and counted under; undefined where the reader does not want to see it. */
export function shownTopic(id: string, choices: TopicChoices): string | undefined {
  if (choiceOf(choices, id)?.hidden) return undefined;
  const at = target(id, choices);
  return choiceOf(choices, at)?.hidden ? undefined : at;
}

/** Ids in the same order as they are shown: merged ones once, hidden ones left out. */
export function shownTopics(ids: readonly string[], choices: TopicChoices): string[] {
  const out = new Set<string>();
  for (const id of ids) {
    const shown = shownTopic(id, choices);
    if (shown !== undefined) out.add(shown);
  }
  return [...out];
}

export const topicColour = (id: string, choices: TopicChoices): TopicColour | undefined =>
  choiceOf(choices, id)?.colour;

/** What the reader calls a topic; undefined where it keeps its name. */
export const topicName = (id: string, choices: TopicChoices): string | undefined =>
  choiceOf(choices, id)?.name;

const NAME = 60;
const WORD = 200;
const WORDS = 100;
const ID = /^[\w:-]{1,80}$/;
const MOST = 500;

const wordsIn = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [])
    .filter((word): word is string => typeof word === 'string' && fold(word) !== '')
    .map((word) => word.trim().slice(0, WORD))
    .slice(0, WORDS);

/** An id for a new topic of the reader's own: of its name, and of none that is taken. */
export function ownTopicId(name: string, choices: TopicChoices): string {
  const base = `${OWN}${
    fold(name)
      .replaceAll(' ', '-')
      .replace(/[^\w-]/g, '')
      .slice(0, 40) || 'topic'
  }`;
  let id = base;
  for (let i = 2; choiceOf(choices, id); i++) id = `${base}-${i}`;
  return id;
}

/** The choices in `stored`, broken ones left out. */
export function readTopicChoices(stored: unknown): Record<string, TopicChoice> {
  const out: [string, TopicChoice][] = [];
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  for (const [id, given] of Object.entries(stored).slice(0, MOST)) {
    if (!ID.test(id) || typeof given !== 'object' || given === null) continue;
    const { name, colour, hidden, into, words, learned } = given as Record<string, unknown>;
    const choice: TopicChoice = {};
    if (typeof name === 'string' && name.trim() !== '') choice.name = name.trim().slice(0, NAME);
    if (TOPIC_COLOURS.some((one) => one === colour)) choice.colour = colour as TopicColour;
    if (hidden === true) choice.hidden = true;
    if (typeof into === 'string' && ID.test(into) && into !== id) choice.into = into;
    if (isOwnTopic(id)) {
      const kept = wordsIn(words);
      const taught = readLearnedTopic(learned);
      // without a name there is nothing to show, without words or terms nothing to find
      if (!choice.name || (kept.length === 0 && !taught)) continue;
      if (kept.length > 0) choice.words = kept;
      if (taught) choice.learned = taught;
    }
    if (Object.keys(choice).length > 0) out.push([id, choice]);
  }
  return Object.fromEntries(out);
}

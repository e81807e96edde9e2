/** Finds topics for the suggestion list as the reader types. */
import { fold } from '../../core/text.ts';

export interface TopicChoice {
  id: string;
  label: string;
  field: string;
  definition: string;
}

/** How well `topic` fits the folded query: 0 best; undefined: not at all. */
function place(topic: TopicChoice, query: string): number | undefined {
  const label = fold(topic.label);
  if (label.startsWith(query)) return 0;
  if (` ${label}`.includes(` ${query}`)) return 1;
  const words = query.split(' ');
  const all = ` ${label} ${fold(topic.field)} ${fold(topic.id)} `;
  if (words.every((word) => all.includes(` ${word}`))) return 2;
  const wide = `${all}${fold(topic.definition)}`;
  return words.every((word) => wide.includes(` ${word}`)) ? 3 : undefined;
}

/** Topics not chosen yet that fit what was typed, best first; all of them, in their own order, for an empty query. */
export function findTopics<T extends TopicChoice>(
  topics: readonly T[],
  typed: string,
  chosen: readonly string[] = [],
): T[] {
  const query = fold(typed);
  const taken = new Set(chosen);
  const free = topics.filter((topic) => !taken.has(topic.id));
  if (query === '') return free;
  return free
    .map((topic) => ({ topic, at: place(topic, query) }))
    .filter((one): one is { topic: T; at: number } => one.at !== undefined)
    .sort((a, b) => a.at - b.at)
    .map(({ topic }) => topic);
}

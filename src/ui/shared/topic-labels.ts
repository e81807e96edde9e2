/**
 * What readers see for a topic: their own name for it or its label, its colour, and whether it is shown at all. From the
 * labels alone: definitions and patterns would triple these pages' weight.
 */
import { signal } from '@preact/signals';
import type { Mark } from '../../core/mark.ts';
import type { Paper } from '../../core/paper.ts';
import {
  topicColour as colour,
  correctedTopics,
  isOwnTopic,
  shownTopics as shown,
  type TopicChoices,
  type TopicColour,
  topicName,
} from '../../core/topics.ts';
import { loadSettings, onSettings } from '../../platform/settings.ts';
import { LABELS, topicLabel as label, topicShort as short } from '../../topics/labels.ts';
import { whenPainted } from './painted.ts';

/** The reader's choices; components that use them are drawn anew when they change. */
export const topicChoices = signal<TopicChoices>({});

export const topicLabel = (id: string): string => topicName(id, topicChoices.value) ?? label(id);
export const topicShort = (id: string): string => topicName(id, topicChoices.value) ?? short(id);
export const topicColour = (id: string): TopicColour | undefined => colour(id, topicChoices.value);
export const shownTopics = (ids: readonly string[]): string[] => shown(ids, topicChoices.value);

/** Ids of all topics that are shown, the reader's own first. */
export const allTopics = (): string[] =>
  shownTopics([...Object.keys(topicChoices.value).filter(isOwnTopic), ...LABELS.map(({ id }) => id)]);

/** Ids of a paper's topics as the reader corrected and wants to see them, best first. */
export const topicsOf = (paper: Paper, mark: Mark | undefined): string[] =>
  shownTopics(correctedTopics(paper.topics, mark).map(({ id }) => id));

/** The topic of that name among these, or the only one whose name begins so. */
export function topicNamed(topics: readonly string[], typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase();
  const named = topics.map((topic) => ({ topic, label: topicLabel(topic).toLowerCase() }));
  const begun = named.filter(({ label }) => label.startsWith(wanted));
  const exact = begun.find(({ label }) => label === wanted);
  return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.topic;
}

function follow(): void {
  const take = ({ topicChoices: now }: { topicChoices: TopicChoices }) => {
    if (JSON.stringify(now) !== JSON.stringify(topicChoices.peek())) topicChoices.value = now;
  };
  onSettings(take);
  loadSettings().then(take, () => undefined); // without settings, topics keep their names
}

whenPainted(follow);

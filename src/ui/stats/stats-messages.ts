/** What the page and its worker say to one another. */
import type { Stats } from '../../core/stats.ts';
import type { TopicChoices } from '../../core/topics.ts';

export interface ToWorker {
  n: number;
  topicChoices: TopicChoices;
}

export type FromWorker = { n: number } & ({ counted: number } | { stats: Stats } | { failed: string });

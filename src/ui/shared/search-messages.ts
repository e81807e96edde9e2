/** What a page and its search worker say to one another. */
import type { Filter } from '../../core/filter.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { Found, SearchView, Suggestion } from '../../storage/index.ts';

export interface SearchRequest {
  typed: string;
  view: SearchView;
  filter: Filter;
}

export type ToWorker = { n: number; topicChoices: TopicChoices } & (
  | ({ ask: 'search' } & SearchRequest)
  | { ask: 'suggest'; field: string; typed: string }
);

/** What was found, the ids in one text: a hundred thousand strings would keep the page waiting. */
export type Answer = Omit<Found, 'ids'> & { ids: string };

export type FromWorker =
  | { n: number; found: Answer }
  | { n: number; suggestions: Suggestion[] }
  | { n: number; failed: string }
  /** The index took in a change, or more of what waited. */
  | { changed: true };

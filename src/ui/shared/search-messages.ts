/** What a page and its search worker say to one another. */
import type { Filter } from '../../core/filter.ts';
import type { PaperId } from '../../core/paper.ts';
import type { TableOrder } from '../../core/table-layout.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { Likely, RelatedPaper } from '../../ranking/index.ts';
import type { Found, SearchView, Suggestion } from '../../storage/index.ts';

export interface SearchRequest {
  typed: string;
  view: SearchView;
  filter: Filter;
  /** What the table is sorted by. */
  order?: TableOrder | undefined;
}

export type ToWorker = { n: number; topicChoices: TopicChoices } & (
  | ({ ask: 'search' } & SearchRequest)
  | { ask: 'suggest'; field: string; typed: string }
  | { ask: 'duplicates' }
  /** Nobody waits for the duplicates any more. */
  | { ask: 'stop' }
  | { ask: 'around'; id: PaperId; among: 'library' | 'met' }
);

/** Two papers that may be one. */
export interface MaybeOne extends Omit<Likely, 'id'> {
  a: PaperId;
  b: PaperId;
  /** One of them is of the reader's library. */
  mine: boolean;
}

/** What is related to a paper, and what may be the same one. */
export interface Around {
  related: RelatedPaper[];
  same: Likely[];
}

/** What was found, the ids in one text: a hundred thousand strings would keep the page waiting. */
export type Answer = Omit<Found, 'ids'> & { ids: string };

export type FromWorker =
  | { n: number; found: Answer }
  | { n: number; suggestions: Suggestion[] }
  | { n: number; around: Around }
  | { n: number; duplicates: MaybeOne[] }
  | { n: number; stopped: true }
  /** How far a request is that takes long. */
  | { n: number; done: number; total: number }
  | { n: number; failed: string }
  /** The index took in a change, or more of what waited. */
  | { changed: true };

/** What a page and its search worker say to one another. */
import type { Choices, Filter } from '../../core/filter.ts';
import type { PaperId } from '../../core/paper.ts';
import type { TableOrder } from '../../core/table-layout.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { Likely, RelatedPaper } from '../../ranking/index.ts';
import type { Found, SearchView, Suggestion } from '../../storage/index.ts';
import type { ToldIds } from './told-ids.ts';

export interface SearchRequest {
  typed: string;
  view: SearchView;
  filter: Filter;
  /** Only these papers are looked at. */
  only?: readonly PaperId[] | undefined;
  /** What the table is sorted by. */
  order?: TableOrder | undefined;
}

/** What is answered, in the reader's language where it is in words. */
export type Asked = { n: number; topicChoices: TopicChoices; language: string } & (
  | ({ ask: 'search' } & SearchRequest)
  /** What the last search can be narrowed by: counted when its rows are on their way. */
  | { ask: 'choices' }
  | { ask: 'suggest'; field: string; typed: string }
  | { ask: 'duplicates' }
  /** Nobody waits for the duplicates any more. */
  | { ask: 'stop' }
  | { ask: 'around'; id: PaperId; among: 'library' | 'met' }
);

/** 'open': something will be asked soon. */
export type ToWorker = Asked | { ask: 'open' };

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

/** What was found, without what it can be narrowed by. */
export type Answer = Omit<Found, 'ids' | 'choices'> & { ids: ToldIds };

export type FromWorker =
  | { n: number; found: Answer }
  | { n: number; choices: Choices }
  | { n: number; suggestions: Suggestion[] }
  | { n: number; around: Around }
  | { n: number; duplicates: MaybeOne[] }
  | { n: number; stopped: true }
  /** Ids of the list that is answered next. */
  | { ids: ToldIds }
  /** How far a request is that takes long. */
  | { n: number; done: number; total: number }
  | { n: number; failed: string }
  /** The index took in a change, or more of what waited. */
  | { changed: true };

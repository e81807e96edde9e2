/** The one place where these pages meet storage: what they read and write, and nothing else of it. */
import type { PaperId } from '../../core/paper.ts';
import { loadIndex as loadSearch, type SearchIndex } from '../../storage/index.ts';
import type { Facts } from './filters.ts';
import { topicLabel } from './topic-labels.ts';

export {
  allTags,
  type Changed,
  changeMarks,
  citeKeys,
  counts,
  getRows,
  listIds,
  onChanges,
  type Row,
  readAll,
  setCiteKeys,
  sightingsOf,
} from '../../storage/index.ts';

/** The views that are kept as lists. */
export type View = 'saved' | 'flagged' | 'dismissed';

/** Search and facets over some papers. */
export interface Lookup {
  /** undefined: not among them. */
  facts(id: PaperId): Facts | undefined;
  /** Ids that match, best first. */
  query(text: string): PaperId[];
}

/** Search and facets over every marked paper, held in memory while a page is open. */
export interface Index extends Lookup {
  /** Number of papers that can be found. */
  readonly size: number;
  /** undefined: not marked. */
  facts(id: PaperId): (Facts & { views: ReadonlySet<View> }) | undefined;
  /** Ids that match, best first; everything but what was only dismissed for an empty text. */
  query(text: string): PaperId[];
  /** Resolves when every change announced so far is in it. */
  settled(): Promise<void>;
  /** Calls back after it took in a change. */
  onUpdate(listener: () => void): () => void;
}

function wrap(search: SearchIndex): Index {
  return {
    get size() {
      return search.size;
    },
    facts: (id) => search.facts(id),
    query: (text) => search.query(text, { topicLabel }),
    settled: () => search.settled(),
    onUpdate: (listener) => search.onUpdate(listener),
  };
}

/** Reads the search records of all marked papers: some 100 ms at 10,000, so never before the first paint. @throws ManiculeError */
export const loadIndex = async (): Promise<Index> => wrap(await loadSearch());

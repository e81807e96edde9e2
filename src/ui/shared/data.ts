/**
 * The one place where these pages meet storage: what they read and write, and nothing else of it. What lists read comes
 * with the page; writing and search are loaded when first needed, which `warm` brings forward to after the first paint.
 */
import type { PaperId } from '../../core/paper.ts';
import type * as Storage from '../../storage/index.ts';
import type { SearchIndex } from '../../storage/index.ts';
import type { Facts } from './filters.ts';
import { tellSaved } from './lookups.ts';
import { topicLabel } from './topic-labels.ts';

export type { Changed } from '../../storage/index.ts';
export {
  allTags,
  citeKeys,
  counts,
  firstOfView,
  getRows,
  lastBackup,
  listIds,
  onChanges,
  type Row,
  type Rows,
  readBackupPlace,
  sightingsOf,
} from '../../storage/read.ts';

const whole = (): Promise<typeof Storage> => import('../../storage/index.ts');

/** Loads what the first change or search would wait for. */
export async function warm(): Promise<void> {
  await whole();
}

export const changeMarks: typeof Storage.changeMarks = async (...given) => {
  const changed = await (await whole()).changeMarks(...given);
  void tellSaved(changed);
  return changed;
};

export const inZotero: typeof Storage.inZotero = async (ids) => (await whole()).inZotero(ids);

export const setCiteKeys: typeof Storage.setCiteKeys = async (...given) =>
  (await whole()).setCiteKeys(...given);

export async function* readAll(): ReturnType<typeof Storage.readAll> {
  yield* (await whole()).readAll();
}

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
export const loadIndex = async (): Promise<Index> => wrap(await (await whole()).loadIndex());

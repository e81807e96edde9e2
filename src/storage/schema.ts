/** The database, typed: its stores, keys and indexes. What a record holds is said in `core`; what is derived from it, here. */
import type { DBSchema } from 'idb';
import type { BackupPlace } from '../core/backup-plan.ts';
import type { Collection } from '../core/collections.ts';
import type { LogLine } from '../core/errors.ts';
import type { Answer } from '../core/lookups.ts';
import type { Mark } from '../core/mark.ts';
import type { SiteOutcome } from '../core/messages.ts';
import type { Paper, PaperId, Sighting } from '../core/paper.ts';
import type { WatchRule } from '../core/rules.ts';
import type { SourceId } from '../core/sources.ts';
import type { ZoteroOrder, ZoteroState } from '../core/zotero.ts';
import type { Job, RestoreItem } from './backup-types.ts';
import type { KeptTerms } from './learned.ts';
import type { Joined } from './one-paper.ts';
import type { Retagged } from './retag.ts';
import type { DocsPart, TermsPart, WordsBlock } from './search-format.ts';

/** Another id of a paper, and title keys (those of a title-only paper included, so that one look-up finds it). */
export interface AliasRecord {
  alias: PaperId;
  id: PaperId;
}

/**
 * A mark with the fields its indexes need. They are present only while they hold, so that the indexes stay sparse;
 * they are written with every put and never leave this folder.
 */
export interface StoredMark extends Mark {
  /** Time of the save, while saved. */
  savedAt?: string;
  /** Time of the flag, while flagged and not dismissed. */
  flaggedAt?: string;
  /** Time of the dismissal, while dismissed. */
  dismissedAt?: string;
  /** Time of the latest decision, while there is one and the paper is not dismissed. */
  listedAt?: string;
  /** The reader's labels that are on. */
  labels?: string[];
  /** Time of "less like this", while it holds. */
  lessAt?: string;
  /** Time of the latest correction of a topic, while there is one. */
  correctedAt?: string;
  /** Time of the deletion, while the paper lies in the trash: then it is the only one of these. */
  trashedAt?: string;
  /** Collections it is in, each with its place, while not dismissed; see hand-keys.ts. */
  inCollections?: string[];
  /** Its place in the reading list, while on it. */
  reading?: string;
}

/** Papers whose entry in the search index is out of date; `after`: every paper with an id after that one. */
export type StaleRecord = { ids: PaperId[] } | { after: PaperId };

/** The parts of the search index, the oldest first; see search-segment.ts. */
export interface SearchParts {
  /** SEARCH_VERSION of what made them. */
  version: number;
  /** Key of the next part. */
  next: number;
  parts: { key: number; papers: number }[];
  /** Keys of what is stored and belongs to no part: a part that is being made, or was left half made, and what was replaced. */
  rest?: number[];
}

/** Kept, not counted: `count()` takes half a second at 50,000 records. */
export interface Counts {
  papers: number;
  saved: number;
  /** Flagged and not dismissed. */
  flagged: number;
}

/** How reading a site went the last time, and when it last went well. */
export interface SiteStatus extends Omit<SiteOutcome, 'site'> {
  /** ISO times. */
  at: string;
  workedAt?: string;
}

/** A paper about which other sources are still to be asked. */
export interface LookupRecord {
  /** The id it was asked for by: where it has become another, aliases lead there. */
  id: PaperId;
  /** Which switch asks. Saved papers are asked about in full and before those in view. */
  why: 'saved' | 'view';
  /** Tabs that show it and are told of what was found. */
  tabs: number[];
  /** ISO time before which it is left alone; '' for saved papers that wait for nothing. */
  due: string;
}

/** How a source was met last. Kept, because the worker that knows it may be gone before the next request. */
export interface SourceState {
  /** ISO time before which it is not asked again. */
  nextAt: string;
  /** Requests in a row that got no answer. */
  failures: number;
  /** Papers per request, where fewer than usual got through. */
  batch?: number;
  /** The last failure, until an answer comes. */
  error?: { kind: string; at: string; status?: number };
}

/** An id of something in Zotero's library. */
export interface ZoteroItemRecord {
  id: PaperId;
  /** The reading of the library that met it last. */
  scan: string;
}

export interface MetaRecords {
  zotero: ZoteroState;
  /** By source id. */
  sources: Partial<Record<SourceId, SourceState>>;
  counts: Counts;
  searchParts: SearchParts;
  /** ISO time. */
  lastSweep: string;
  lastTrashSweep: string;
  lastBackup: string;
  /** How far stored papers were tagged anew; see retag.ts. */
  retagged: Retagged;
  /** ISO time of the restore that the `undo` store can take back. */
  restoredAt: string;
  /** The restore or import under way, or the last one. */
  job: Job;
  /** The one that the `undo` store can take back, as it was begun: another may have been looked at since. */
  merged: Job;
  /** Ids of papers that are not here and of which sightings are. */
  strays: PaperId[];
  /** Where and how automatic backups are written; see backup-place.ts. */
  backupPlace: BackupPlace;
  /** By site id. */
  sites: Record<string, SiteStatus>;
  /** What the ranker keeps; see learned.ts. The model is checked by whoever reads it. */
  terms: KeptTerms;
  model: object;
  adjustments: object;
  /** Another text after each change of a decision that relevance is learned from; see flush.ts. */
  decided: string;
  /** Papers looked at in a review on one day (`reviewed:YYYY-MM-DD`), each with its ISO time; see queue.ts. */
  [day: `reviewed:${string}`]: Record<PaperId, string>;
  /** What the reader said is one paper, by its time; see one-paper.ts. */
  [time: `joined:${string}`]: Joined;
}

/** What one write of a restore replaced: `before` missing means that there was nothing. */
export interface Replaced {
  store: DataStore;
  key: IDBValidKey;
  before?: unknown;
  /** What tells whether the record was changed since: a mark or rule as written, a paper's last meeting. */
  wrote?: unknown;
}

/** Some records of a file that is being restored, all of one kind: its place in the order of work, and its number. */
export interface StagedChunk {
  key: [number, number];
  items: RestoreItem[];
}

export interface ManiculeDB extends DBSchema {
  papers: { key: PaperId; value: Paper; indexes: { lastSeen: string } };
  aliases: { key: PaperId; value: AliasRecord };
  marks: {
    key: PaperId;
    value: StoredMark;
    indexes: {
      savedAt: string;
      flaggedAt: string;
      dismissedAt: string;
      listedAt: string;
      labels: string;
      lessAt: string;
      correctedAt: string;
      trashedAt: string;
      inCollections: string;
      reading: string;
      citeKey: string;
    };
  };
  sightings: { key: [PaperId, string, string]; value: Sighting };
  rules: { key: string; value: WatchRule };
  collections: { key: string; value: Collection };
  /** By part, kind and number: 'docs', 'terms' and 'titles' (0), 'words', 'post' and 'pos' (0…). */
  index: { key: [number, string, number]; value: DocsPart | TermsPart | WordsBlock | string | Uint8Array };
  stale: { key: number; value: StaleRecord };
  meta: { key: string; value: MetaRecords[keyof MetaRecords] };
  log: { key: number; value: LogLine };
  undo: { key: number; value: Replaced[] };
  staged: { key: [number, number]; value: StagedChunk };
  lookups: { key: PaperId; value: LookupRecord; indexes: { due: string } };
  answers: { key: string; value: Answer; indexes: { until: string } };
  zotero: { key: PaperId; value: ZoteroOrder; indexes: { due: string; sentAt: string } };
  zoteroItems: { key: PaperId; value: ZoteroItemRecord };
}

export type StoreName =
  | 'papers'
  | 'aliases'
  | 'marks'
  | 'sightings'
  | 'rules'
  | 'collections'
  | 'index'
  | 'stale'
  | 'meta'
  | 'log'
  | 'undo'
  | 'staged'
  | 'lookups'
  | 'answers'
  | 'zotero'
  | 'zoteroItems';

/** The stores whose records a restore may replace. */
export type DataStore = 'papers' | 'aliases' | 'marks' | 'sightings' | 'rules' | 'collections';

export const DB_NAME = 'manicule';

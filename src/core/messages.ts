/**
 * Every message there is, as a closed map: `type` → what is sent and what comes back. JSON only; times are ISO strings.
 * Content scripts, worker and extension pages meet here and in the database, nowhere else.
 */
import type { LogLine } from './errors.ts';
import type { LearnedTopic } from './learned-topic.ts';
import type { FlagReason, MarkChange, Status } from './mark.ts';
import type { Entry, Meeting, PaperId } from './paper.ts';
import type { Relevance } from './relevance.ts';
import type { LaterScript } from './scripts.ts';
import type { TopicColour } from './topics.ts';
import type { ZoteroReport } from './zotero.ts';

/** One look at one listing; the same for every batch read from it. */
export interface Visit {
  site: string;
  /** Address of the listing, without hash. */
  url: string;
  /** ISO time at which the page was opened. */
  at: string;
}

/** What the page draws for one paper. */
export interface EntryState {
  /** Canonical id: may differ from the id the entry was sent with. */
  id: PaperId;
  isNew: boolean;
  /** Its meetings name sites as readers know them. */
  seen: { count: number; first: Meeting; last: Meeting };
  saved: boolean;
  /** ISO time of the save. */
  savedAt?: string;
  flagged: boolean;
  reasons: FlagReason[];
  dismissed: boolean;
  /** The ranker was told: less like this. */
  less?: true;
  status?: Status;
  tags: string[];
  /** The beginning of the reader's note, where there is one. */
  note?: string;
  /** It is known to be in Zotero, where that is switched on. */
  inZotero?: true;
  /** Best first, as readers see them. */
  topics: { id: string; label: string; colour?: TopicColour }[];
  /** A highlight rule matched: why. */
  highlight: string[];
  /** A dim rule matched: why. */
  dim: string[];
  /** What other listings told of this paper and this page may not show. */
  abstract?: string;
  authors?: string[];
  pdf?: string;
}

export interface SyncReply {
  /** By the id each entry was sent with. */
  states: Record<PaperId, EntryState>;
  /** Words to highlight in the page, as the reader typed them. */
  words: string[];
  /** Entries that could not be stored: one sentence each. The others were. */
  problems: string[];
}

/** What a page's content script tells the popup about the page. */
export interface PageReport {
  site: string;
  url: string;
  /** 'reading' until the first scan ended; 'off': switched off by the reader; 'absent': the page is none it reads. */
  state: 'reading' | 'read' | 'layout-changed' | 'off' | 'absent';
  /** Entries read. */
  read: number;
  /** How many the page seems to hold, where there is cheap evidence. */
  expected?: number;
  /** Canonical ids in page order. */
  ids: PaperId[];
  /** A sentence for the reader, where something is wrong. */
  problem?: string;
  /** How the page was read, where its site file did not suffice or there is none. */
  via?: 'era' | 'embedded' | 'links';
  /** The page belongs to no known site: it is read by its links and metadata. */
  anyPage?: true;
}

/** How reading a site went: what the table of sites in the options shows. */
export interface SiteOutcome {
  site: string;
  read: number;
  expected?: number;
  via: 'site' | 'era' | 'embedded' | 'links';
  /** Everything the page seemed to hold was read. */
  worked: boolean;
}

/** A paper related to one of the page, with what both have in common. */
export interface RelatedNote {
  id: PaperId;
  title: string;
  page: string;
  words: string[];
  authors: string[];
  /** As readers see them. */
  topics: string[];
}

export interface ExportFile {
  filename: string;
  mime: string;
  text: string;
  /** Left out or simplified: one sentence each. */
  skipped: string[];
}

/** To the worker, from content scripts (and from extension pages). */
export interface WorkerMessages {
  /** Stores a batch of at most 100 entries. Idempotent: may be sent again when no answer came. */
  'entries.sync': { in: { visit: Visit; entries: Entry[] }; out: SyncReply };
  /** One step of the reader, and what takes it back. `entry` lets the worker store a paper it has not seen yet. */
  'mark.change': {
    in: { id: PaperId; change: MarkChange; entry?: Entry; visit?: Visit };
    out: { state: EntryState; undo: MarkChange };
  };
  /** States of papers that were synced before; ids no longer known are left out. See `FEW`. */
  'states.get': {
    in: { ids: PaperId[]; at?: string | undefined };
    out: { states: Record<PaperId, EntryState>; words: string[] };
  };
  /** A file of the given papers. */
  /** Papers of the sender's tab that came into view: asks other sources for what they lack, where that is switched on. */
  'lookups.want': { in: { ids: PaperId[] }; out: Record<string, never> };
  /** Papers were saved past the worker, or all of the library is to be looked up; '{}': go on with what is in the queue. */
  'lookups.wake': { in: { saved?: PaperId[]; library?: boolean }; out: Record<string, never> };
  'papers.export': { in: { ids: PaperId[]; format: string }; out: ExportFile };
  /**
   * Sends papers to Zotero; `auto`: they were saved, nobody waits; `again`: even those that are there. Answered once they
   * are there, something went wrong, or it takes too long to wait for.
   */
  'zotero.send': { in: { ids: PaperId[]; auto?: boolean; again?: boolean }; out: ZoteroReport };
  /** Goes on with what is on its way, now; `look`: reads what is in Zotero, `whole`: all of it. */
  'zotero.wake': { in: { look?: boolean; whole?: boolean }; out: Record<string, never> };
  /** The number on the toolbar button for the sender's tab; 0 clears it. */
  'badge.set': { in: { count: number }; out: Record<string, never> };
  'log.add': { in: { line: LogLine }; out: Record<string, never> };
  /** Runs a script that is not there from the start in the sender's page. */
  'script.load': { in: { name: LaterScript }; out: Record<string, never> };
  /** A page was read to its end: kept per site, the latest only. */
  'site.read': { in: { outcome: SiteOutcome }; out: Record<string, never> };
  /** Opens one of the extension's own pages in a tab; a review is of the sender's page. */
  /** How well stored papers fit what the reader saved. */
  /** Papers of the library that are related to one. */
  'related.of': { in: { id: PaperId }; out: { related: RelatedNote[] } };
  /** A topic of the reader's own, learned from papers. */
  'topics.learn': { in: { ids: PaperId[] }; out: { topic: LearnedTopic } };
  'relevance.of': { in: { ids: PaperId[] }; out: Relevance };
  'page.open': {
    in: { page: 'library' | 'options' | 'review'; search?: string };
    out: Record<string, never>;
  };
}

/** To a tab's content script, from extension pages. */
export interface TabMessages {
  'tab.report': { in: Record<string, never>; out: PageReport };
  /** Marks were changed elsewhere: read these states again. */
  'tab.refresh': { in: { ids: PaperId[] }; out: Record<string, never> };
  /** What the page is made of, without its text: for a report the reader may copy. */
  'tab.outline': { in: Record<string, never>; out: { text: string } };
  /** Scrolls to a paper and selects it. */
  'tab.show': { in: { id: PaperId }; out: { found: boolean } };
  /** The reader took back the permission to read this page: nothing of the extension stays in it. */
  'tab.end': { in: Record<string, never>; out: Record<string, never> };
}

export type WorkerType = keyof WorkerMessages;
export type TabType = keyof TabMessages;

/** Most entries in one `entries.sync`, most ids in one `states.get`. */
export const BATCH = 100;
export const MAX_IDS = 5_000;
/** A `states.get` of at most so many ids is answered with abstract, authors and PDF as well. */
export const FEW = 20;

/** How a failure crosses from worker to sender: a sentence, never a stack. */
export interface Failure {
  failure: { code: string; sentence: string };
}

/** The name of the BroadcastChannel that tells extension pages which papers changed. */
export const CHANGES_CHANNEL = 'manicule-changes';

export interface ChangesNotice {
  /** Ids whose paper or mark changed; empty: many or all. */
  ids: PaperId[];
  /** 'keys': cite keys alone, which no list and no search looks at. 'zotero': what is there or on its way to it. */
  what: 'papers' | 'marks' | 'keys' | 'rules' | 'collections' | 'zotero' | 'all';
}

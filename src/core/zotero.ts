/** Zotero on the same machine: where it listens, what is sent to it and remembered, and what can go wrong. */
import type { PaperId } from './paper.ts';

/** Zotero's own server (https://www.zotero.org/support/dev/client_coding/connector_http_server). */
export const ZOTERO_URL = 'http://127.0.0.1:23119';

/** The host permission that lets requests go there; match patterns name no port. */
export const ZOTERO_ORIGIN = 'http://127.0.0.1/*';

/** A library ("L1") or a collection ("C23") papers can be put into. */
export interface Target {
  id: string;
  name: string;
  /** 0: a library; else how deep a collection lies in it. */
  level: number;
}

/** What is selected in Zotero, and what could be. */
export interface Selection {
  target: Target;
  /** Whether papers can be put there. */
  editable: boolean;
  /** Every library and collection that takes papers, in Zotero's order; empty where Zotero does not tell. */
  targets: Target[];
  /** Of Zotero itself: "7.0.15"; '' where it does not tell. */
  version: string;
}

/** Why Zotero did not do what it was asked. */
export type TroubleKind =
  | 'permission' // the browser's leave to talk to this machine was not given, or was withdrawn
  | 'absent' // nobody answers: not running, or something on the way keeps requests off
  | 'blocked' // the browser's own setting for local programs says no
  | 'slow'
  | 'stranger' // another program answers at its address
  | 'refused'
  | 'old' // it does not know the request
  | 'outdated' // it wants a newer form of the request
  | 'read-only' // the library selected in it takes no papers
  | 'target-gone' // the collection chosen here is not there any more
  | 'failed';

export interface Trouble {
  kind: TroubleKind;
  /** HTTP status of the answer, where there was one. */
  status?: number;
}

/** Troubles that leave open whether what was sent arrived. */
export const isUnknown = ({ kind }: Trouble): boolean =>
  kind === 'absent' || kind === 'slow' || kind === 'blocked' || kind === 'stranger';

/** One paper on its way to Zotero, or there. */
export interface ZoteroOrder {
  /** The id it was ordered under: where it has become another, aliases lead there. */
  id: PaperId;
  /**
   * 'queued': to be sent; 'sent': Zotero took it; 'unsure': sent off, never answered, and it is too late to ask again
   * without doubling it; 'failed': Zotero could not take it.
   */
  state: 'queued' | 'sent' | 'unsure' | 'failed';
  /** ISO time of the latest change. */
  at: string;
  /** Whether the reader asked for this paper, or for all that is saved. */
  why: 'hand' | 'save';
  /** While queued: ISO time before which it is left alone; '' once sent off, so that those come first. */
  due?: string;
  /** Once sent: the same as `at`, for the list of what is there. */
  sentAt?: string;
  /** The reader wants it sent although it was sent before, or is there. */
  again?: true;
  /** Set before the request leaves, so that a request sent twice is known as one. */
  session?: string;
  /** ISO time of the first request of the session. */
  begun?: string;
  /** Where the session puts it, and whether Zotero must be told, since it is not where papers go by themselves. */
  target?: string;
  moves?: boolean;
  /** Zotero took it; only its place and tags are still to be told. */
  taken?: true;
}

/** How Zotero was met last. Kept, because the worker that knows it may be gone before the next request. */
export interface ZoteroState {
  /** What went wrong the last time; missing once something went well. */
  trouble?: Trouble;
  /** ISO time of the last answer or failure. */
  at?: string;
  /** Failures in a row. */
  failures: number;
  /** ISO time before which it is not tried again unless the reader asks. */
  nextAt?: string;
  /** Papers per request, where fewer than usual got through. */
  batch?: number;
  /** Whether other programs may read the library: a setting of Zotero's. */
  readable?: boolean;
  /** ISO time at which the library was last read from its beginning to its end. */
  readAt?: string;
  /** ISO time of the latest change met in it. */
  newest?: string;
  /** Items in it. */
  items?: number;
  /** A reading under way: items read so far; once the reader's own library is read, the groups that are still to be. */
  reading?: { scan: string; start: number; groups?: number[] };
  /** ISO times of the last look at it, and of the last that was answered. */
  triedAt?: string;
  lookedAt?: string;
}

export const NO_ZOTERO_STATE: ZoteroState = { failures: 0 };

/** What became of an order, for whoever gave it. */
export interface ZoteroReport {
  /** Papers Zotero took now. */
  sent: number;
  /** Papers it had before, or was sent before. */
  there: number;
  /** Papers still on their way. */
  waiting: number;
  /** Papers that need the reader: see the options. */
  open: number;
  trouble?: Trouble;
}

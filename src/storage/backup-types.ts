/** What a backup holds, what a restore or import takes in, and what it tells. */
import type { Collection } from '../core/collections.ts';
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId, Sighting } from '../core/paper.ts';
import type { WatchRule } from '../core/rules.ts';

/** One record to merge into the library. Rules and collections come as objects and are checked here; settings are not this folder's. */
export type RestoreItem =
  | { kind: 'paper'; value: Paper }
  | { kind: 'mark'; value: Mark }
  | { kind: 'rule'; value: unknown }
  | { kind: 'collection'; value: unknown }
  | { kind: 'sighting'; value: Sighting };

/** The same, a list for each kind: for few records that are in memory already. */
export interface RestoreParts {
  papers: readonly Paper[];
  marks: readonly Mark[];
  rules: readonly unknown[];
  collections?: readonly unknown[];
  sightings: readonly Sighting[];
}

/**
 * How marks are merged. A backup holds decisions with their times: field by field the later one wins. Another program's
 * library does not: what the reader decided here stays, what is missing is filled in, notes are put together.
 */
export type RestoreKind = 'restore' | 'import';

/** A field that library and file say differently. */
export interface Conflict {
  id: PaperId;
  field: string;
  yours: string;
  theirs: string;
  kept: 'yours' | 'theirs' | 'both';
}

/** What a restore would do, or did. */
export interface RestoreCounts {
  newPapers: number;
  /** Papers of which something more becomes known. */
  changedPapers: number;
  newMarks: number;
  /** Marks in which at least one decision is taken over. */
  changedMarks: number;
  newRules: number;
  changedRules: number;
  /** Missing where a job was begun before there were collections. */
  newCollections?: number;
  changedCollections?: number;
  newSightings: number;
  /** Papers that come to a cite key which another paper has, too. Missing where a job was begun before these were counted. */
  contestedKeys?: number;
  /** Records that tell nothing new. */
  unchanged: number;
  /** Fields of marks that are said differently here and there. */
  conflicting: number;
  /** The first of them. */
  conflicts: Conflict[];
  /** Left out or simplified: one sentence each, the first of them. */
  problems: string[];
}

/** Conflicts and problems kept with the counts. */
export const MAX_TOLD = 200;

export type BackupRecord =
  | { kind: 'paper'; value: Paper }
  | { kind: 'mark'; value: Mark }
  | { kind: 'rule'; value: WatchRule }
  | { kind: 'collection'; value: Collection }
  | { kind: 'sighting'; value: Sighting };

export const noRestoreCounts = (): RestoreCounts => ({
  newPapers: 0,
  changedPapers: 0,
  newMarks: 0,
  changedMarks: 0,
  newRules: 0,
  changedRules: 0,
  newCollections: 0,
  changedCollections: 0,
  newSightings: 0,
  contestedKeys: 0,
  unchanged: 0,
  conflicting: 0,
  conflicts: [],
  problems: [],
});

/** Notes a problem once, as long as there is room. */
export function noteProblem(counts: RestoreCounts, why: string): void {
  if (counts.problems.length < MAX_TOLD && !counts.problems.includes(why)) counts.problems.push(why);
}

/** Where records come from. */
export interface JobSource {
  /** What the reader calls it: the file's name. */
  name: string;
  kind: RestoreKind;
  /** ISO time at which a backup was written; '' where the file does not say. */
  exported?: string;
}

/** One restore or import, from the first record read to the undo of it. Kept in the database, so that it outlives its page. */
export interface Job extends Required<JobSource> {
  /** One of its own for every file laid down. */
  id: string;
  /**
   * 'reading': records are still being laid down; 'ready': all are, nothing is merged yet; 'merging': some are merged,
   * the others wait; 'done'; 'undoing': some of it is taken back already.
   */
  state: 'reading' | 'ready' | 'merging' | 'done' | 'undoing';
  /** ISO time it began. */
  at: string;
  /** Records read, and merged so far. */
  total: number;
  done: number;
  /** The chunk merged last. Nothing lies before it, but the store would look through what lay there. */
  after?: [number, number];
  /** What merging did so far. */
  counts: RestoreCounts;
  /** Ids that marks of the file say are two papers: its papers come before its marks, and must not be joined. */
  apart?: [PaperId, PaperId][];
  /** What whoever began it keeps with it (settings before and after). JSON. */
  extra?: unknown;
}

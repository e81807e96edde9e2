/** What a backup holds and what a restore tells. */
import type { Mark } from '../core/mark.ts';
import type { Paper, Sighting } from '../core/paper.ts';
import type { WatchRule } from '../core/rules.ts';

/** What a backup file was read into. Rules come as objects and are checked here; settings are not this folder's. */
export interface RestoreParts {
  papers: readonly Paper[];
  marks: readonly Mark[];
  rules: readonly unknown[];
  sightings: readonly Sighting[];
}

/** What a restore would do, or did. */
export interface RestoreCounts {
  newPapers: number;
  /** Papers of which something more becomes known. */
  changedPapers: number;
  newMarks: number;
  /** Marks in which at least one decision of the backup is the later one. */
  changedMarks: number;
  newRules: number;
  changedRules: number;
  newSightings: number;
  /** Records of the backup that tell nothing new. */
  unchanged: number;
  /** Left out: one sentence each. */
  problems: string[];
}

export type BackupRecord =
  | { kind: 'paper'; value: Paper }
  | { kind: 'mark'; value: Mark }
  | { kind: 'rule'; value: WatchRule }
  | { kind: 'sighting'; value: Sighting };

export const noRestoreCounts = (): RestoreCounts => ({
  newPapers: 0,
  changedPapers: 0,
  newMarks: 0,
  changedMarks: 0,
  newRules: 0,
  changedRules: 0,
  newSightings: 0,
  unchanged: 0,
  problems: [],
});

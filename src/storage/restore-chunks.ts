/** The steps of a restore, each for one chunk in one transaction: merged field by field into what is there. */

import type { PaperId } from '../core/paper.ts';
import { mergeRules, type WatchRule } from '../core/rules.ts';
import { say } from '../core/say.ts';
import { noteProblem, type RestoreCounts, type RestoreItem, type RestoreKind } from './backup-types.ts';
import type { KeyHolders } from './contested-keys.ts';
import type { Tx } from './db.ts';
import { applyWrites, flush, type Write } from './flush.ts';
import { sameJson } from './records.ts';
import { restoreCollections } from './restore-collections.ts';
import { restoreMarks } from './restore-marks.ts';
import { restorePapers, type Tagger } from './restore-papers.ts';
import { restoreSightings } from './restore-sightings.ts';
import { isRule } from './rule-record.ts';
import { WorkingSet } from './working-set.ts';

/** A rule whose time can be compared with others; undefined for what is none. */
function soundRule(rule: unknown): WatchRule | undefined {
  if (!isRule(rule)) return undefined;
  const time = Date.parse(rule.changedAt);
  return Number.isNaN(time) ? undefined : { ...rule, changedAt: new Date(time).toISOString() };
}

async function restoreRules(
  tx: Tx,
  rules: readonly unknown[],
  counts: RestoreCounts,
  apply: boolean,
): Promise<void> {
  const store = tx.objectStore('rules');
  const writes = new Map<string, Write>();
  for (const given of rules) {
    const rule = soundRule(given);
    if (!rule) {
      noteProblem(counts, say('restoreRuleLeft'));
      continue;
    }
    const stored: unknown = writes.get(rule.id)?.value ?? (await store.get(rule.id));
    const known = soundRule(stored);
    const merged = known ? mergeRules(known, rule) : rule;
    if (sameJson(stored, merged)) counts.unchanged++;
    else {
      writes.set(rule.id, { store: 'rules', key: rule.id, value: merged });
      if (stored === undefined) counts.newRules++;
      else counts.changedRules++;
    }
  }
  if (apply) await applyWrites(tx, [...writes.values()], true);
}

export interface StepOptions {
  kind: RestoreKind;
  /** ISO time. */
  now: string;
  /** False: everything is worked out and nothing written. */
  apply: boolean;
  tagger?: Tagger | undefined;
  /** Ids that are two papers, whatever else the file says. */
  apart?: readonly [PaperId, PaperId][] | undefined;
  /** The same for every chunk, where nothing is written in between. */
  holders?: KeyHolders;
}

/** Merges some records within a transaction over the data stores; what it replaces is kept for the undo. */
export async function restoreChunk(
  tx: Tx,
  items: readonly RestoreItem[],
  counts: RestoreCounts,
  { kind, now, apply, tagger, holders, apart }: StepOptions,
): Promise<void> {
  const set = new WorkingSet(tx, apart);
  const of = <K extends RestoreItem['kind']>(wanted: K) =>
    items.flatMap((item) =>
      item.kind === wanted ? [item.value as Extract<RestoreItem, { kind: K }>['value']] : [],
    );
  const papers = of('paper');
  if (papers.length > 0) await restorePapers(set, papers, counts, apply, tagger, holders);
  const marks = of('mark');
  if (marks.length > 0) await restoreMarks(set, marks, counts, kind, now, holders);
  const sightings = of('sighting');
  if (sightings.length > 0) await restoreSightings(set, sightings, counts, apply);
  for (const problem of set.corrupt) noteProblem(counts, problem);
  if (apply) await flush(set, true);
  await restoreRules(tx, of('rule'), counts, apply);
  await restoreCollections(tx, of('collection'), counts, apply);
}

/**
 * Restores and imports, through one door whatever the format: `layDown({name, kind: 'restore' | 'import'}, batches)` with
 * batches of `{kind: 'paper' | 'mark' | 'rule' | 'collection' | 'sighting', value}`, then `previewJob()`, a recovery copy, `mergeJob()`;
 * `undoRestore()` takes the whole back. `currentJob()` of index.ts tells a page that opens later what was left half-way.
 * Apart from index.ts, since the worker and most pages never need it.
 */
import type { RestoreCounts, RestoreItem, RestoreParts } from './backup-types.ts';
import { layDown, type MergeOptions, mergeJob, previewJob } from './jobs.ts';

export {
  dropJob,
  type JobOptions,
  keepWithJob,
  layDown,
  type MergeOptions,
  mergeJob,
  previewJob,
} from './jobs.ts';
export type { Tagger } from './restore-papers.ts';
export { undoRestore } from './undo.ts';

/** The records of `parts` as the one list that `layDown` takes. */
export const itemsOf = ({
  papers,
  marks,
  rules,
  collections = [],
  sightings,
}: RestoreParts): RestoreItem[] => [
  ...papers.map((value): RestoreItem => ({ kind: 'paper', value })),
  ...marks.map((value): RestoreItem => ({ kind: 'mark', value })),
  ...sightings.map((value): RestoreItem => ({ kind: 'sighting', value })),
  ...rules.map((value): RestoreItem => ({ kind: 'rule', value })),
  ...collections.map((value): RestoreItem => ({ kind: 'collection', value })),
];

const NAMELESS = { name: 'backup', kind: 'restore' } as const;

/** What `restore` would change, without changing anything. @throws ManiculeError */
export async function previewRestore(parts: RestoreParts): Promise<RestoreCounts> {
  await layDown(NAMELESS, [itemsOf(parts)]);
  return previewJob();
}

/** Lays down and merges records that are in memory: see `layDown` and `mergeJob`. @throws ManiculeError */
export async function restore(parts: RestoreParts, options: MergeOptions = {}): Promise<RestoreCounts> {
  const { onProgress: _, ...quiet } = options;
  await layDown(NAMELESS, [itemsOf(parts)], quiet);
  return mergeJob(options);
}

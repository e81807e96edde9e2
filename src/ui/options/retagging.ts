/** How far topics are found anew, in what a reader is told. */
import type { Retagged } from '../../storage/index.ts';

export type Retagging =
  | { state: 'at'; done: number; total: number }
  | { state: 'done'; total: number }
  | { state: 'waits' };

type Progress = (Retagged & { total: number }) | undefined;

/** Where it stands. @param wanted the version that papers would be tagged by now. */
export function retagging(progress: Progress, wanted: number): Retagging {
  if (progress?.version !== wanted) return { state: 'waits' };
  const { done, total, after } = progress;
  return after === undefined ? { state: 'done', total } : { state: 'at', done: Math.min(done, total), total };
}

/** What a review asks storage for, beyond what lists do. */
import type { PaperId } from '../../core/paper.ts';
import { type Queue, readQueue } from '../../storage/queue.ts';
import type { Source } from './session.ts';

export type { Queue } from '../../storage/queue.ts';
export { noteReviewed } from '../../storage/queue.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What waits now.
 * @param ids of a page, in its order.
 * @param onPart hears of what was found so far, while more is read.
 * @throws ManiculeError
 */
export function queueOf(
  source: Source,
  ids: readonly PaperId[],
  now: Date,
  onPart: (found: Queue) => void,
): Promise<Queue> {
  const at = now.toISOString();
  if (source.kind === 'page') return readQueue({ ids }, at, onPart);
  return readQueue({ since: new Date(now.getTime() - source.days * DAY_MS).toISOString() }, at, onPart);
}

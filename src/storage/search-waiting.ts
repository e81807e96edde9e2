/** Papers that changed and are not in the stored search index yet: what is held of them in memory. */
import type { PaperId } from '../core/paper.ts';
import { idsIn } from './search-ids.ts';
import { Segment } from './search-segment.ts';
import { fewWaiting, mayWait, readParts, readSources, type Waiting } from './search-store.ts';
import { buildInSlices } from './search-update.ts';

/** Most that are held in memory while another context brings the stored index up to date. */
const MEANWHILE = 2_000;

/** Papers as they are stored now, as a part in memory. */
export const partOf = async (ids: readonly PaperId[]): Promise<Segment> =>
  Segment.inMemory(await buildInSlices(await readSources(ids)));

/** Papers of `own` that may still wait, those that changed last if they are many. */
function stillHeld(own: readonly Segment[], waiting: readonly Waiting[]): PaperId[] {
  const waits = mayWait(waiting);
  const ids = new Set<PaperId>();
  for (const segment of own.toReversed())
    for (const id of idsIn(segment)) if (ids.size < MEANWHILE && waits(id)) ids.add(id);
  return [...ids];
}

/**
 * The stored parts, and what to lay over them: what they lack, as it is now, and nothing else, since whatever was held
 * before may be older than what another context stored. Not `all` of it where too many wait; of these then the ones that
 * were held before.
 * @param own what was held before.
 * @throws ManiculeError
 */
export async function readWithWaiting(
  own: readonly Segment[],
): Promise<{ segments: Segment[]; held: Segment[]; all: boolean }> {
  const { segments, waiting } = await readParts();
  const few = fewWaiting(waiting, MEANWHILE);
  const ids = few ?? stillHeld(own, waiting);
  return { segments, held: ids.length > 0 ? [await partOf(ids)] : [], all: few !== undefined };
}

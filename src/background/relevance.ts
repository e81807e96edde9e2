/** How well stored papers fit what the reader saved. */
import type { PaperId } from '../core/paper.ts';
import type { Relevance } from '../core/relevance.ts';
import { counts } from '../storage/index.ts';

/** Saved papers it takes. */
const NEEDED = 3;

/** @throws ManiculeError */
export async function relevanceOf(_ids: readonly PaperId[]): Promise<Relevance> {
  const { saved } = await counts();
  return { enough: false, saved, needed: NEEDED, fits: {} };
}

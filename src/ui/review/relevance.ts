/** How well papers fit what the reader saved: asked of the worker, which learns for pages as well. */
import type { PaperId } from '../../core/paper.ts';
import type { Fit } from '../../core/relevance.ts';
import { send } from '../../platform/rpc.ts';
import { loadSettings } from '../../platform/settings.ts';

/** Papers in one question: between two of them the worker answers others. */
const CHUNK = 400;

/**
 * The fits of `ids`; of none where the reader switched that off, too little was saved, or they cannot be worked out: the
 * order is a help, no more. Never rejects.
 */
export async function fitsOf(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Fit>> {
  const out = new Map<PaperId, Fit>();
  try {
    if (!(await loadSettings()).relevance) return out;
    for (let at = 0; at < ids.length; at += CHUNK) {
      const { enough, fits } = await send('relevance.of', { ids: ids.slice(at, at + CHUNK) });
      if (!enough) break;
      for (const [id, fit] of Object.entries(fits)) out.set(id, fit);
    }
  } catch {
    // the papers come as they were met
  }
  return out;
}

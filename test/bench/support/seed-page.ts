/** Runs in an extension page: stores papers and saves some, through the storage module, so that every index is as in use. */
import type { Entry } from '../../../src/core/paper.ts';
import { changeMarks, sweep, syncEntries } from '../../../src/storage/index.ts';
import { TOPICS_VERSION, tag } from '../../../src/topics/index.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const MINUTE = 60_000;
const BATCH = 250;

/** @param saved how many of `entries`, from the first, are saved, each a minute after the one before. */
async function seedDatabase(entries: Entry[], saved: number): Promise<void> {
  const tools = { tag, topicsVersion: TOPICS_VERSION, match: () => [] };
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    const first = batch[0]?.position ?? 0;
    const at = new Date(START + first * MINUTE).toISOString();
    await syncEntries(batch, { site: 'arxiv', url: 'https://arxiv.org/list/cs/new', at }, tools, at);
    const chosen = batch.slice(0, Math.max(0, saved - start));
    if (chosen.length === 0) continue;
    await changeMarks(
      chosen.map((entry) => ({ id: entry.id, change: { saved: true } })),
      at,
    );
  }
}

/** Puts a tag on these, as one step of the reader; the time it took, in ms. */
async function tagMany(ids: string[], tag: string): Promise<number> {
  const began = performance.now();
  await changeMarks(
    ids.map((id) => ({ id, change: { tags: { [tag]: true } } })),
    new Date().toISOString(),
  );
  return performance.now() - began;
}

/** Sweeps what was last met before `cutoff` and never decided about; the time it took in ms, and how many went. */
async function sweepBefore(cutoff: string): Promise<{ ms: number; swept: number }> {
  const began = performance.now();
  const swept = await sweep(1, new Date(Date.parse(cutoff) + 24 * 60 * MINUTE).toISOString());
  return { ms: performance.now() - began, swept };
}

/** Steps of the reader. */
const markMany = (changes: Parameters<typeof changeMarks>[0], at: string) => changeMarks(changes, at);

Object.assign(globalThis, { seedDatabase, tagMany, sweepBefore, markMany });

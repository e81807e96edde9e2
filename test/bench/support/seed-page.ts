/** Runs in an extension page: stores papers and saves some, through the storage module, so that every index is as in use. */
import type { Entry } from '../../../src/core/paper.ts';
import { changeMarks, sweep, syncEntries } from '../../../src/storage/index.ts';
import { TOPICS, TOPICS_VERSION, tag } from '../../../src/topics/index.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const MINUTE = 60_000;
const BATCH = 250;

const SOME_TOPICS = TOPICS.map(({ id }) => id);

/** Two topics by turns: where only their number counts, a hundred thousand papers are stored in a third of the time. */
let turn = 0;
const byTurns = () =>
  [0, 7].map((by) => ({ id: SOME_TOPICS[(turn++ * 13 + by) % SOME_TOPICS.length] as string, score: 0.5 }));

/**
 * @param saved how many of `entries`, from the first, are saved, each a minute after the one before.
 * @param quick topics by turns.
 */
async function seedDatabase(entries: Entry[], saved: number, quick: boolean): Promise<void> {
  const tools = { tag: quick ? byTurns : tag, topicsVersion: TOPICS_VERSION, match: () => [] };
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

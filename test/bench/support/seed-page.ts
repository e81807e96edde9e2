/** Runs in an extension page: stores papers and saves some, through the storage module, so that every index is as in use. */
import type { Entry } from '../../../src/core/paper.ts';
import { changeMarks, syncEntries } from '../../../src/storage/index.ts';
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

Object.assign(globalThis, { seedDatabase });

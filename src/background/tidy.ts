/** Housekeeping beside the answers: nobody waits for it. */
import { loadSettings } from '../platform/settings.ts';
import { retag, sweepIfDue, sweepTrashIfDue } from '../storage/index.ts';
import { learnFromCorrections } from './corrections.ts';
import { logUnexpected } from './failed.ts';
import { currentTools } from './tools.ts';
import { topicTools } from './topic-model.ts';

const HOUR_MS = 60 * 60 * 1000;

/** When this worker last asked whether a sweep is due: only saves asking, storage keeps what counts. */
let asked = Number.NEGATIVE_INFINITY;

/**
 * Sweeps old papers and the trash if that was not done today, and tags those again that an older tagger tagged. Failures are logged,
 * never thrown.
 */
export async function tidy(now: string = new Date().toISOString()): Promise<void> {
  if (Date.parse(now) - asked < HOUR_MS) return;
  asked = Date.parse(now);
  try {
    const { retentionDays } = await loadSettings();
    await sweepIfDue(retentionDays, now);
    await sweepTrashIfDue(now);
    // phrases alone know less than what a model may have found before
    if (!(await topicTools()).whole) return;
    await learnFromCorrections();
    await retag(await currentTools());
  } catch (error) {
    await logUnexpected('background/tidy', error);
  }
}

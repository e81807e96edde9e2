/** Housekeeping beside the answers: nobody waits for it. */
import { loadSettings } from '../platform/settings.ts';
import { sweepIfDue } from '../storage/index.ts';
import { logUnexpected } from './failed.ts';

const HOUR_MS = 60 * 60 * 1000;

/** When this worker last asked whether a sweep is due: only saves asking, storage keeps what counts. */
let asked = Number.NEGATIVE_INFINITY;

/** Sweeps old papers if that was not done today. Failures are logged, never thrown. */
export async function tidy(now: string = new Date().toISOString()): Promise<void> {
  if (Date.parse(now) - asked < HOUR_MS) return;
  asked = Date.parse(now);
  try {
    const { retentionDays } = await loadSettings();
    await sweepIfDue(retentionDays, now);
  } catch (error) {
    await logUnexpected('background/tidy', error);
  }
}

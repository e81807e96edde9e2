/** The queue of lookups as this browser runs it. */
import type { PaperId } from '../core/paper.ts';
import { SOURCE_ORIGINS, SOURCES, type SourceId } from '../core/sources.ts';
import { dontWake, onWake, wakeIn } from '../platform/alarms.ts';
import { mayBeAsked } from '../platform/consent.ts';
import { ask } from '../platform/net.ts';

import { sendToTab } from '../platform/rpc.ts';
import { loadSettings } from '../platform/settings.ts';
import { logUnexpected } from './failed.ts';
import { Lookups } from './lookups.ts';
import { sleep } from './sleep.ts';

const ALARM = 'lookups';

/** Ids in one message to a tab: few enough that the answer brings abstracts (see `FEW`). */
const SLICE = 20;

async function allowed(): Promise<ReadonlySet<SourceId>> {
  const granted = await mayBeAsked(SOURCE_ORIGINS);
  return new Set(SOURCES.filter(({ origin }) => granted.has(origin)).map(({ id }) => id));
}

async function tell(tab: number, ids: PaperId[]): Promise<void> {
  for (let at = 0; at < ids.length; at += SLICE) {
    // a tab that left the page, or is gone, needs no telling
    await sendToTab(tab, 'tab.refresh', { ids: ids.slice(at, at + SLICE) }).catch(() => undefined);
  }
}

export const lookups = new Lookups({
  settings: loadSettings,
  allowed,
  ask,
  now: Date.now,
  sleep,
  comeBack: (ms) => (ms === undefined ? dontWake(ALARM) : wakeIn(ALARM, ms, ms)),
  tell,
  failed: (error) => logUnexpected('background/lookups', error),
});

/** Goes on with what is in the queue, now and whenever the alarm rings. To be called once, as the worker begins. */
export function startLookups(): void {
  onWake(ALARM, () => void lookups.wake());
  void lookups.wake();
}

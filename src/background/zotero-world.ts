/** The queue for Zotero as this browser runs it. */
import { ZOTERO_ORIGIN } from '../core/zotero.ts';
import { dontWake, onWake, wakeIn } from '../platform/alarms.ts';
import { mayBeAsked } from '../platform/consent.ts';
import { loadSettings } from '../platform/settings.ts';
import { zoteroClient } from '../platform/zotero.ts';
import { logUnexpected } from './failed.ts';
import { sleep } from './sleep.ts';
import { Zotero } from './zotero.ts';

const ALARM = 'zotero';

export const zotero = new Zotero({
  settings: loadSettings,
  allowed: async () => (await mayBeAsked([ZOTERO_ORIGIN])).has(ZOTERO_ORIGIN),
  client: zoteroClient(),
  now: Date.now,
  session: () => crypto.randomUUID(),
  sleep,
  comeBack: (ms) => (ms === undefined ? dontWake(ALARM) : wakeIn(ALARM, ms, ms)),
  failed: (error) => logUnexpected('background/zotero', error),
});

/** Goes on with what is on its way, now and whenever the alarm rings. To be called once, as the worker begins. */
export function startZotero(): void {
  onWake(ALARM, () => void zotero.wake());
  void zotero.wake();
}

/** Wakes the worker later: it may be stopped after half a minute without work, and timers with it. */
import { browser } from './browser.ts';

/** Looks every hour whether a backup is due. */
export const BACKUP_ALARM = 'backup';

/** Browsers fire no alarm earlier than this, in ms. */
export const SHORTEST = 30_000;

/** Sets the alarm `name`, in place of one of that name; `every`: it goes on firing. In ms. */
export async function wakeIn(name: string, ms: number, every?: number): Promise<void> {
  await browser.alarms.create(name, {
    when: Date.now() + Math.max(ms, SHORTEST),
    ...(every === undefined ? {} : { periodInMinutes: Math.max(every, SHORTEST) / 60_000 }),
  });
}

/** Takes the alarm away, if there is one. */
export async function dontWake(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Calls `listener` when the alarm `name` fires. Registers at once. */
export function onWake(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}

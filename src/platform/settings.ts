/**
 * The reader's settings: one versioned object in `storage.local`, read directly by every part of the extension. What
 * only its own pages need is in timed-settings.ts, what scripts in pages need in page-settings.ts.
 */
import { timeAfter } from '../core/mark.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.ts';
import { api } from './api.ts';
import { KEY } from './page-settings.ts';

export { KEY } from './page-settings.ts';

const read = async (): Promise<unknown> => (await api.storage.local.get(KEY))[KEY];

const timesIn = (stored: unknown) => (stored as { changed?: Record<string, string> } | undefined)?.changed;

const write = (settings: Settings, changed: object): Promise<void> =>
  api.storage.local.set({ [KEY]: { version: 1, ...settings, changed } });

/** The settings as stored, or the defaults where storage cannot be read. */
export const loadSettings = async (): Promise<Settings> => readSettings(await read());

/** Where the browser has no locks (Node), there is one context only. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Changes of settings one after another, whichever page of the extension makes them: each reads and writes all of them.
 * @throws what `work` throws
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) return locks.request('manicule-settings', work) as Promise<T>;
  const mine = last.then(work, work);
  last = mine;
  return mine;
}

/** Changes some settings and returns all of them; each that differs now carries a time later than before, for backups to be merged by. */
export const saveSettings = (wanted: Partial<Settings>): Promise<Settings> => inTurn(() => change(wanted));

/** The same for who has the turn already. */
export async function change(wanted: Partial<Settings>): Promise<Settings> {
  const stored = await read();
  const before = readSettings(stored);
  const settings = { ...before, ...wanted };
  const times = timesIn(stored);
  const now = new Date().toISOString();
  const differs = (Object.keys(wanted) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key]),
  );
  await write(settings, {
    ...times,
    ...Object.fromEntries(differs.map((key) => [key, timeAfter(times?.[key], now)])),
  });
  return settings;
}

/** Calls `listener` with all settings whenever any changed, in whatever part of the extension. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) listener(readSettings(changes[KEY].newValue ?? DEFAULT_SETTINGS));
  };
  api.storage.onChanged.addListener(changed);
  return () => api.storage.onChanged.removeListener(changed);
}

/** Settings with the times of their changes, for the extension's own pages: what backups merge by. */
import { elementTimes } from '../core/setting-elements.ts';
import { readTimes, type TimedSettings } from '../core/setting-times.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { api } from './api.ts';
import { change, inTurn, KEY } from './settings.ts';

/** The settings with the times they were changed at, as stored, or the defaults where storage cannot be read. */
export async function loadTimedSettings(): Promise<TimedSettings> {
  const stored: unknown = (await api.storage.local.get(KEY))[KEY];
  const times = (stored as { changed?: unknown } | undefined)?.changed;
  return { settings: readSettings(stored), changed: readTimes(times) };
}

/** Replaces all settings and their times. */
export const saveTimedSettings = ({ settings, changed }: TimedSettings): Promise<void> =>
  api.storage.local.set({ [KEY]: { version: 1, ...settings, changed } });

/**
 * Changes some settings and returns all of them; what of them differs now carries the time, element by element.
 * @param wanted or what tells it from the settings as they are stored when it is this change's turn
 */
export const saveSettings = (
  wanted: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<Settings> =>
  inTurn(async () => {
    const { settings: before, changed: known } = await loadTimedSettings();
    const after = await change(typeof wanted === 'function' ? wanted(before) : wanted);
    const times = elementTimes(before, after, new Date().toISOString(), known);
    if (Object.keys(times).length > 0) {
      const { settings, changed } = await loadTimedSettings();
      await saveTimedSettings({ settings, changed: { ...changed, ...times } });
    }
    return after;
  });

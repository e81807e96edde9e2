/** The reader's settings: one versioned object in `storage.local`, read directly by every part of the extension. */
import { noteChanges, readTimes, type TimedSettings } from '../core/setting-times.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.ts';
import { api } from './api.ts';

const KEY = 'settings';

/** The settings with the times they were changed at, as stored, or the defaults where storage cannot be read. */
export async function loadTimedSettings(): Promise<TimedSettings> {
  const stored: unknown = (await api.storage.local.get(KEY))[KEY];
  const times =
    typeof stored === 'object' && stored !== null ? (stored as { changed?: unknown }).changed : {};
  return { settings: readSettings(stored), changed: readTimes(times) };
}

/** Replaces all settings and their times. */
export async function saveTimedSettings({ settings, changed }: TimedSettings): Promise<void> {
  await api.storage.local.set({ [KEY]: { version: 1, ...settings, changed } });
}

/** The settings as stored, or the defaults where storage cannot be read. */
export const loadSettings = async (): Promise<Settings> => (await loadTimedSettings()).settings;

/** Changes some settings and returns all of them. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const { settings: before, changed } = await loadTimedSettings();
  const settings = { ...before, ...change };
  await saveTimedSettings({
    settings,
    changed: noteChanges(before, settings, changed, new Date().toISOString()),
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

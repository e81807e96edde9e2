/** The reader's settings: one versioned object in `storage.local`, read directly by every part of the extension. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.ts';
import { api } from './api.ts';

const KEY = 'settings';

/** The settings as stored, or the defaults where storage cannot be read. */
export async function loadSettings(): Promise<Settings> {
  const stored = await api.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/** Changes some settings and returns all of them. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await loadSettings()), ...change };
  await api.storage.local.set({ [KEY]: { version: 1, ...settings } });
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

/** The reader's settings as scripts in pages read and change them; the others stay as they are stored, unlooked at. */
import { type PageSettings, readPageSettings } from '../core/page-settings.ts';
import { PAGE_WORDS, type PageWords, stampOf } from '../core/page-words.ts';
import { api } from './api.ts';
import { speak } from './words.ts';

/** Under what all settings are stored. */
export const KEY = 'settings';

/** An object, whatever is stored. */
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const read = async (): Promise<Record<string, unknown>> => record((await api.storage.local.get(KEY))[KEY]);

/** The settings; and from now on `say` says the words that are kept beside them. @throws where storage cannot be read */
export async function loadPageSettings(): Promise<PageSettings> {
  const { [KEY]: settings, [PAGE_WORDS]: kept } = await api.storage.local.get([KEY, PAGE_WORDS]);
  const { of, words = {} } = record(kept) as Partial<PageWords>;
  if (of === stampOf(api.runtime.getManifest().version, api.i18n.getUILanguage())) speak(words);
  return readPageSettings(settings);
}

/** Changes some; each that differs now carries the time, as every changed setting does. */
export async function savePageSettings(change: Partial<PageSettings>): Promise<void> {
  const stored = await read();
  const before = readPageSettings(stored);
  const at = new Date().toISOString();
  const differing = (Object.keys(change) as (keyof PageSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(change[key]),
  );
  const changed = {
    ...record(stored['changed']),
    ...Object.fromEntries(differing.map((key) => [key, at])),
  };
  await api.storage.local.set({ [KEY]: { version: 1, ...stored, ...change, changed } });
}

/** Calls `listener` whenever any setting changed, in whatever part of the extension. */
export function onPageSettings(listener: (settings: PageSettings) => void): void {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY]) listener(readPageSettings(changes[KEY].newValue));
  });
}

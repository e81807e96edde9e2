/** Keeps the words that pages say where pages can read them together with the settings. */
import { isSaidInPages, PAGE_WORDS, type PageWords, stampOf } from '../core/page-words.ts';
import { api } from './api.ts';
import { messageOf } from './words.ts';

/**
 * Stores them as the browser says them now. To be called after each installation, update and start of the browser: nothing
 * else changes them.
 * @throws where the files or the storage cannot be read or written
 */
export async function keepPageWords(): Promise<void> {
  const { runtime, i18n, storage } = api;
  // every language has the same keys
  const answer = await fetch(runtime.getURL('_locales/en/messages.json'));
  const keys = Object.keys((await answer.json()) as object).filter(isSaidInPages);
  const kept: PageWords = {
    of: stampOf(runtime.getManifest().version, i18n.getUILanguage()),
    words: Object.fromEntries(keys.map((key) => [key, messageOf(key)])),
  };
  await storage.local.set({ [PAGE_WORDS]: kept });
}

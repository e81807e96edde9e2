/**
 * Leave to send what the reader reads about: the hosts, and in Firefox, which keeps a permission for it, the kind of data
 * (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/).
 */
import type { Manifest, Permissions } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { hasOrigins } from './permissions.ts';

/** Titles and ids of papers are content of the pages they were met on. */
const DATA: Manifest.OptionalDataCollectionPermission[] = ['websiteContent'];

const asksForData = (): boolean => 'getBrowserInfo' in browser.runtime;

const wanted = (origins: readonly string[]): Permissions.Permissions => ({
  origins: [...origins],
  ...(asksForData() ? { data_collection: DATA } : {}),
});

/** Asks the reader; must be called from a click, before anything else is awaited. Returns whether leave was given. */
export const askToSend = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request(wanted(origins));

/** Those of `origins` to which may be sent now. */
export async function mayBeAsked(origins: readonly string[]): Promise<Set<string>> {
  if (asksForData() && !(await browser.permissions.contains({ data_collection: DATA }))) return new Set();
  const granted = await Promise.all(origins.map((origin) => hasOrigins([origin])));
  return new Set(origins.filter((_, at) => granted[at]));
}

/** Scripts that the browser runs in pages: registered for sites the reader allowed, or injected once at a click. */
import type { Registration } from '../core/scripts.ts';
import { api } from './api.ts';

const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/**
 * Makes the browser run exactly `wanted`, across its restarts; what is right already is left alone. Returns the
 * registrations that are new or changed.
 */
export async function setRegistered(wanted: readonly Registration[]): Promise<Registration[]> {
  const now = await api.scripting.getRegisteredContentScripts();
  const right = (one: Registration) =>
    now.some((other) => other.id === one.id && same(other.matches, one.matches) && same(other.js, one.js));
  const fresh = wanted.filter((one) => !right(one));
  const kept = new Set(wanted.filter(right).map(({ id }) => id));
  const old = now.map(({ id }) => id).filter((id) => !kept.has(id));
  if (old.length > 0) await api.scripting.unregisterContentScripts({ ids: old });
  if (fresh.length > 0) {
    await api.scripting.registerContentScripts(
      fresh.map((one) => ({ ...one, runAt: 'document_start', persistAcrossSessions: true })),
    );
  }
  return fresh;
}

/**
 * Runs `files` in the top frame of a tab, now. False where the browser refuses: its own pages, stores, pages the reader
 * did not let us into.
 */
export async function inject(tab: number, files: readonly string[]): Promise<boolean> {
  try {
    await api.scripting.executeScript({ target: { tabId: tab }, files: [...files] });
    return true;
  } catch {
    return false;
  }
}

/** Tabs that show pages of `matches`; only those of allowed sites can be told. */
export async function tabsAt(matches: readonly string[]): Promise<number[]> {
  const tabs = await api.tabs.query({ url: [...matches] });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

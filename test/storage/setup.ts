/** A database of its own for each test, and papers to put into it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Visit } from '../../src/core/messages.ts';
import type { Entry } from '../../src/core/paper.ts';
import type { SyncTools } from '../../src/storage/index.ts';
import { closeDb, openDb } from '../../src/storage/index.ts';

export async function freshDatabase(): Promise<void> {
  await closeDb();
  globalThis.indexedDB = new IDBFactory();
}

export const NOW = '2026-03-17T09:00:00.000Z';

/** `minutes` after NOW. */
export const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
export const days = (count: number): string => later(count * 24 * 60);

export const visitAt = (at: string = NOW, site = 'arxiv'): Visit => ({
  site,
  url: `https://${site}.example/list`,
  at,
});

export function entry(change: Partial<Entry> & { id: string }): Entry {
  return {
    site: 'arxiv',
    title: `A study of ${change.id} and its uses`,
    authors: ['Ada Lovelace', 'Charles Babbage'],
    abstract: `We study ${change.id}.`,
    categories: ['cs.CL'],
    links: { page: `https://example.org/${encodeURIComponent(change.id)}`, code: [], project: [] },
    position: 1,
    ...change,
  };
}

export const plainTools: SyncTools = {
  tag: () => [{ id: 'reasoning', score: 0.9 }],
  topicsVersion: 1,
  match: () => [],
};

/** Everything in the database, as JSON-like values by store: what two states are compared by. */
export async function dump(): Promise<Record<string, unknown[]>> {
  const db = await openDb();
  const out: Record<string, unknown[]> = {};
  for (const store of ['papers', 'aliases', 'marks', 'sightings', 'rules', 'collections'] as const) {
    out[store] = await db.getAll(store);
  }
  out['counts'] = [await db.get('meta', 'counts')];
  return out;
}

/** The storage modules once more, with a connection and a channel of their own: another page of the extension. */
export async function otherContext(): Promise<typeof import('../../src/storage/index.ts')> {
  vi.resetModules();
  return import('../../src/storage/index.ts');
}

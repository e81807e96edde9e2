/** When each site was last read, and how that went. */
import type { SiteOutcome } from '../core/messages.ts';
import { inTransaction } from './db.ts';
import { isObject } from './records.ts';
import type { SiteStatus } from './schema.ts';

const isStatus = (value: unknown): value is SiteStatus =>
  isObject(value) && typeof value['at'] === 'string' && typeof value['read'] === 'number';

/** By site id; a broken record is left out. @throws ManiculeError 'storage-failed' */
export async function siteStatus(): Promise<Record<string, SiteStatus>> {
  const stored: unknown = await inTransaction(['meta'], 'readonly', (tx) =>
    tx.objectStore('meta').get('sites'),
  );
  if (!isObject(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, SiteStatus] => isStatus(entry[1])),
  );
}

/** Keeps the latest outcome of a site, and the time it last worked. @throws ManiculeError */
export async function noteSite({ site, ...outcome }: SiteOutcome, at: string): Promise<void> {
  await inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const stored: unknown = await meta.get('sites');
    const all: Record<string, SiteStatus> = isObject(stored) ? (stored as Record<string, SiteStatus>) : {};
    const workedAt = outcome.worked ? at : all[site]?.workedAt;
    await meta.put({ ...all, [site]: { ...outcome, at, ...(workedAt ? { workedAt } : {}) } }, 'sites');
  });
}

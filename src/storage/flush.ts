/** Writes a working set: only what changed, all of it in its transaction, search text and counts with it. */
import { byHand, isDismissed, isFlagged, isSaved, type Mark } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { shownMark } from '../core/trash.ts';
import { addToCounts } from './reads.ts';
import { storedMark } from './records.ts';
import type { Counts, DataStore, Replaced } from './schema.ts';
import type { WorkingSet } from './working-set.ts';

/** One write: `value` missing deletes. */
export interface Write {
  store: DataStore;
  key: IDBValidKey;
  value?: unknown;
  /** It is known that the store holds nothing there. */
  absent?: boolean | undefined;
}

/** Writes issued in one task of a restore, in which a page shall not stand still. */
const TASK = 60;

const listed = (mark: Mark | undefined) => ({
  saved: Number(isSaved(mark)),
  flagged: Number(isFlagged(mark) && !isDismissed(mark)),
});

/** What the ranker learns of a mark; a rule's flag is no decision. */
function decisions(mark: Mark | undefined): string {
  if (!mark) return '[]';
  const { saved, flagged, dismissed, less, rating, status } = mark;
  return JSON.stringify([saved, flagged && byHand(flagged) && flagged, dismissed, less, rating, status]);
}

/** Notes that a decision changed which relevance is learned from; see `decidedStamp`. */
export const noteDecided = (tx: WorkingSet['tx']): void =>
  void tx.objectStore('meta').put(crypto.randomUUID(), 'decided').catch(ignore);

/** What must be written for the set, how it changes the counts, and whether a decision is among it. */
function writesOf(set: WorkingSet): { writes: Write[]; counts: Counts; decided: boolean } {
  const writes: Write[] = [];
  let decided = false;
  const counts: Counts = { papers: 0, saved: 0, flagged: 0 };
  for (const [key, slot] of set.papers) {
    const held = slot.before !== undefined || slot.corrupt === true;
    const { absent } = slot;
    if (slot.now && slot.now !== slot.before) writes.push({ store: 'papers', key, value: slot.now, absent });
    else if (!slot.now && held && slot.removed) writes.push({ store: 'papers', key });
    else continue;
    counts.papers += Number(slot.now !== undefined) - Number(held);
  }
  for (const [key, slot] of set.marks) {
    if (slot.corrupt || slot.now === slot.before) continue;
    const { absent } = slot;
    const value = slot.now && storedMark(slot.now);
    writes.push(value ? { store: 'marks', key, value, absent } : { store: 'marks', key });
    decided ||= decisions(shownMark(slot.before)) !== decisions(shownMark(slot.now));
    const [before, now] = [listed(shownMark(slot.before)), listed(shownMark(slot.now))];
    counts.saved += now.saved - before.saved;
    counts.flagged += now.flagged - before.flagged;
  }
  for (const [key, slot] of set.aliases) {
    if (slot.now === slot.before) continue;
    const { absent } = slot;
    const value = slot.now && { alias: key, id: slot.now };
    writes.push(value ? { store: 'aliases', key, value, absent } : { store: 'aliases', key });
  }
  for (const [id, sightings] of set.sightings) {
    for (const { sighting, keep } of sightings.values()) {
      const key = [id, sighting.site, sighting.at];
      writes.push(keep ? { store: 'sightings', key, value: sighting } : { store: 'sightings', key });
    }
  }
  return { writes, counts, decided };
}

/** What an undo later compares with, small where the record is large. */
function traceOf({ store, value }: Write): unknown {
  if (store === 'marks' || store === 'rules' || store === 'collections') return value;
  return store === 'papers' ? (value as Paper | undefined)?.seen.last.at : undefined;
}

/**
 * Puts and deletes, issued together; with `keepUndo`, what they replace is kept in the same transaction. Papers whose own
 * record or mark is among them wait to be taken into the search index, where the transaction is over `stale`: only cite
 * keys, which search does not know, are written without.
 */
export async function applyWrites(
  tx: WorkingSet['tx'],
  writes: readonly Write[],
  keepUndo = false,
): Promise<void> {
  if (keepUndo && writes.length > 0) {
    const replaced = await Promise.all(
      writes.map(async (write): Promise<Replaced> => {
        const { store, key } = write;
        const before: unknown = write.absent ? undefined : await tx.objectStore(store).get(key as never);
        const wrote = traceOf(write);
        return {
          store,
          key,
          ...(before === undefined ? {} : { before }),
          ...(wrote === undefined ? {} : { wrote }),
        };
      }),
    );
    void tx.objectStore('undo').add(replaced).catch(ignore);
  }
  const touched = writes.filter(({ store }) => store === 'papers' || store === 'marks');
  if (touched.length > 0 && tx.objectStoreNames.contains('stale')) {
    const ids = [...new Set(touched.map(({ key }) => String(key)))];
    void tx.objectStore('stale').add({ ids }).catch(ignore);
  }
  for (const [n, { store, key, value }] of writes.entries()) {
    const at = tx.objectStore(store);
    const done = (value === undefined ? at.delete(key as never) : at.put(value as never)).catch(ignore);
    if (keepUndo && n % TASK === TASK - 1) await done;
  }
}

/** A failed write aborts its transaction, and `inTransaction` tells that; one rejection per request would say no more. */
const ignore = (): void => undefined;

/** Writes `set`; returns the ids whose paper or mark changed. */
export async function flush(set: WorkingSet, keepUndo = false): Promise<PaperId[]> {
  const { writes, counts, decided } = writesOf(set);
  await applyWrites(set.tx, writes, keepUndo);
  if (decided) noteDecided(set.tx);
  await addToCounts(set.tx, counts);
  return [
    ...new Set(
      writes.filter(({ store }) => store === 'papers' || store === 'marks').map(({ key }) => String(key)),
    ),
  ];
}

/** One chunk of collections of a backup, merged into what is there; and taking that back. */
import { type Collection, isCollection, mergeCollections } from '../core/collections.ts';
import { say } from '../core/say.ts';
import { noteProblem, type RestoreCounts } from './backup-types.ts';
import type { Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { sameJson } from './records.ts';
import type { Replaced } from './schema.ts';

const isoTime = (at: string): string => new Date(Date.parse(at)).toISOString();

/** With times that can be compared as text; undefined for what is none. */
function sound(given: unknown): Collection | undefined {
  if (!isCollection(given)) return undefined;
  const { id, name, parent, place, deleted } = given;
  const timed = <T extends { at: string }>(field: T): T => ({ ...field, at: isoTime(field.at) });
  return {
    id,
    name: timed(name),
    parent: timed(parent),
    place: timed(place),
    ...(deleted ? { deleted: timed(deleted) } : {}),
  };
}

export async function restoreCollections(
  tx: Tx,
  given: readonly unknown[],
  counts: RestoreCounts,
  apply: boolean,
): Promise<void> {
  const store = tx.objectStore('collections');
  const writes = new Map<string, Write>();
  for (const one of given) {
    const collection = sound(one);
    if (!collection) {
      noteProblem(counts, say('storageCollectionUnreadable'));
      continue;
    }
    const { id } = collection;
    const stored: unknown = writes.get(id)?.value ?? (await store.get(id));
    const known = sound(stored);
    const merged = known ? mergeCollections(known, collection) : collection;
    if (sameJson(stored, merged)) {
      counts.unchanged++;
      continue;
    }
    writes.set(id, { store: 'collections', key: id, value: merged });
    // a job begun before there were collections has no such counts
    if (known) counts.changedCollections = (counts.changedCollections ?? 0) + 1;
    else counts.newCollections = (counts.newCollections ?? 0) + 1;
  }
  if (apply) await applyWrites(tx, [...writes.values()], true);
}

/** The collection before the restore, with every field that was changed since; one that was made by it and changed since stays. */
export function undoneCollection({ key, before, wrote }: Replaced, current: unknown): Write {
  const write = (value: unknown): Write =>
    value === undefined ? { store: 'collections', key } : { store: 'collections', key, value };
  if (!isCollection(current) || !isCollection(wrote) || sameJson(current, wrote)) return write(before);
  if (!isCollection(before)) return write(current);
  const since = Object.entries(current).filter(
    ([field, value]) => !sameJson(value, wrote[field as keyof Collection]),
  );
  return write({ ...before, ...Object.fromEntries(since) });
}

/** The reader's decisions: changed in the same transaction as search text and counts. */
import { applyChange, type CiteKey, type Mark, type MarkChange } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { undisputed } from '../core/undo-change.ts';
import { announce, noticeOf } from './changes.ts';
import { breathe, inTransaction } from './db.ts';
import { applyWrites, flush, type Write } from './flush.ts';
import { DATA_STORES } from './papers.ts';
import { readMany, readNearly, standingIds } from './reads.ts';
import { isMark, plainMark, storedMark } from './records.ts';
import type { AliasRecord } from './schema.ts';
import { markSlot } from './slots.ts';
import { WorkingSet } from './working-set.ts';

export interface Changed {
  /** Id the mark is kept under: the one asked for, or the paper's own where that was an alias. */
  id: PaperId;
  before?: Mark;
  after: Mark;
}

/** Marks changed in one transaction: a page answers and paints between two. */
const SLICE = 250;

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += SLICE) yield all.slice(i, i + SLICE);
}

/** One change of one mark. */
export interface MarkStep {
  id: PaperId;
  change: MarkChange;
  /** The mark as an earlier step left it, which this takes back: fields that say something else by now are left alone. */
  wrote?: Mark;
}

/** One slice in one transaction. */
async function changeSome(changes: readonly MarkStep[], now: string): Promise<Changed[]> {
  return inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const set = new WorkingSet(tx);
    const ids = await standingIds(
      tx,
      changes.map(({ id }) => id),
    );
    const stored = await readNearly(tx, 'marks', ids.values());
    for (const id of new Set(ids.values())) set.marks.set(id, markSlot(stored.get(id)));
    const done = changes.flatMap(({ id, change: wanted, wrote }): Changed[] => {
      const at = ids.get(id) ?? id;
      if (set.locked(at)) return [];
      const before = set.marks.get(at)?.now;
      const change = wrote ? undisputed(before, wanted, wrote) : wanted;
      if (wrote && Object.keys(change).length === 0)
        return [before ? { id: at, before, after: before } : { id: at, after: { id: at } }];
      const after = applyChange(before, at, change, now);
      set.putMark(after);
      return [before ? { id: at, before, after } : { id: at, after }];
    });
    await flush(set);
    return done;
  });
}

/**
 * Applies steps of the reader, in order: up to 250 in one transaction, more in several, other work of the page running
 * between. A mark that cannot be read is left untouched and missing from the answer. A paper no longer stored keeps its
 * decision all the same. Announced once, at the end.
 * @param now ISO time.
 * @param onStored called with each part as soon as it is stored; nothing else of a call that throws is.
 * @throws ManiculeError 'storage-full' or 'storage-failed'.
 */
export async function changeMarks(
  changes: readonly MarkStep[],
  now: string,
  onStored: (part: readonly Changed[]) => void = () => undefined,
): Promise<Changed[]> {
  const all: Changed[] = [];
  try {
    for (const slice of slices(changes)) {
      if (all.length > 0) await breathe();
      const part = await changeSome(slice, now);
      all.push(...part);
      onStored(part);
    }
  } finally {
    const notice = noticeOf(
      all.map(({ id }) => id),
      'marks',
    );
    if (notice) announce(notice);
  }
  return all;
}

/** Cite keys touch nothing that search or counts know: marks alone are read and written. */
async function keepKeys(
  keys: readonly (readonly [PaperId, string])[],
  now: string,
  asked: boolean,
): Promise<PaperId[]> {
  return inTransaction(['marks', 'aliases'], 'readwrite', async (tx) => {
    const ids = keys.map(([id]) => id);
    const aliases = await readMany(tx, 'aliases', ids);
    const standing = (id: PaperId) => (aliases.get(id) as AliasRecord | undefined)?.id ?? id;
    const marks = await readMany(tx, 'marks', ids.map(standing));
    const writes: Write[] = [];
    for (const [wanted, value] of keys) {
      const id = standing(wanted);
      const mark = marks.get(id);
      if (mark !== undefined && !isMark(mark)) continue;
      const before = mark?.citeKey;
      if (before && (!asked || before.value === value)) continue;
      const known = mark === undefined ? { id } : plainMark(mark);
      // later than the key it takes the place of, even when the clock went backwards
      const at = before && before.at >= now ? new Date(Date.parse(before.at) + 1).toISOString() : now;
      const citeKey: CiteKey = asked ? { value, at, asked: true } : { value, at };
      writes.push({ store: 'marks', key: id, value: storedMark({ ...known, citeKey }) });
    }
    await applyWrites(tx, writes);
    return writes.map(({ key }) => String(key));
  });
}

/**
 * Keeps cite keys for papers that have none yet: once given, a key stays, unless the reader asks for another.
 * @param asked replaces keys that were given. @throws ManiculeError
 */
export async function setCiteKeys(
  keys: ReadonlyMap<PaperId, string>,
  now: string,
  asked = false,
): Promise<void> {
  const kept: PaperId[] = [];
  try {
    for (const slice of slices([...keys])) {
      if (kept.length > 0) await breathe();
      kept.push(...(await keepKeys(slice, now, asked)));
    }
  } finally {
    const notice = noticeOf(kept, 'keys');
    if (notice) announce(notice);
  }
}

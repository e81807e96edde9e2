/** Lists in an order made by hand: collections and the reading list. Read through an index, changed through marks. */
import type { MarkChange } from '../core/mark.ts';
import { freshKeys, keysBetween, keysForMove, type Placed } from '../core/order-keys.ts';
import type { PaperId } from '../core/paper.ts';
import { PRIORITIES } from '../core/reading.ts';
import { inTransaction, type Tx } from './db.ts';
import { entriesOf, keyIn, keyOfEntry, READING } from './hand-keys.ts';
import { readMany } from './reads.ts';
import { isMark } from './records.ts';

/** Ids of a list in its order: of a collection by its id, of the reading list by READING. @throws ManiculeError */
export function listByHand(list: string): Promise<PaperId[]> {
  return inTransaction(['marks'], 'readonly', (tx) => {
    const marks = tx.objectStore('marks');
    return list === READING
      ? marks.index('reading').getAllKeys()
      : marks.index('inCollections').getAllKeys(entriesOf(list));
  });
}

/** The reading list, one list for each of PRIORITIES. @throws ManiculeError */
export function listReading(): Promise<PaperId[][]> {
  return inTransaction(['marks'], 'readonly', (tx) => {
    const index = tx.objectStore('marks').index('reading');
    return Promise.all(
      PRIORITIES.map((_, rank) => index.getAllKeys(IDBKeyRange.bound(`${rank}`, `${rank + 1}`, false, true))),
    );
  });
}

/** `many` order keys behind everything in a collection. @throws ManiculeError */
export function placesAtEnd(collection: string, many: number): Promise<string[]> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const index = tx.objectStore('marks').index('inCollections');
    const last = await index.openKeyCursor(entriesOf(collection, true), 'prev');
    return keysBetween(last ? keyOfEntry(last.key) : '', '', many);
  });
}

/** Marks read at once while looking for neighbours: the nearest nearly always have keys. */
const CHUNK = 40;

async function placedOf(tx: Tx, list: string, ids: readonly PaperId[]): Promise<Placed[]> {
  const marks = await readMany(tx, 'marks', ids);
  return ids.map((id) => {
    const mark = marks.get(id);
    return { id, key: isMark(mark) ? keyIn(mark, list) : '' };
  });
}

/** Those before the gap, back to the last that has a key. */
async function before(tx: Tx, list: string, ids: readonly PaperId[]): Promise<Placed[]> {
  let out: Placed[] = [];
  for (let to = ids.length; to > 0; to -= CHUNK) {
    out = [...(await placedOf(tx, list, ids.slice(Math.max(0, to - CHUNK), to))), ...out];
    if (out.some(({ key }) => key !== '')) break;
  }
  return out;
}

/** Those after it, up to one with a key greater than `low`, or without any. */
async function after(tx: Tx, list: string, ids: readonly PaperId[], low: string): Promise<Placed[]> {
  let out: Placed[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    out = [...out, ...(await placedOf(tx, list, ids.slice(at, at + CHUNK)))];
    if (out.some(({ key }) => key === '' || key > low)) break;
  }
  return out;
}

export interface Move {
  /** As `listByHand` has it. */
  list: string;
  /** The ids among which it goes, in order, without what is moved: of the reading list those of one priority. */
  others: readonly PaperId[];
  moved: readonly PaperId[];
  /** Place in `others` before which they go. */
  at: number;
}

/** The changes of marks that make a move: nearly always of the moved papers alone. @throws ManiculeError */
export function planMove({ list, others, moved, at }: Move): Promise<{ id: PaperId; change: MarkChange }[]> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const reads = tx as unknown as Tx;
    const front = await before(reads, list, others.slice(0, at));
    const low = front.findLast(({ key }) => key !== '')?.key ?? '';
    const back = await after(reads, list, others.slice(at), low);
    const keys =
      keysForMove(front, moved, back) ?? freshKeys([...others.slice(0, at), ...moved, ...others.slice(at)]);
    return [...keys].map(([id, key]) => ({ id, change: { places: { [list]: key } } }));
  });
}

/** Takes the last restore back: what was there before is put back; what the reader decided since is kept on top of it. */
import type { Mark } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { isIndexed } from './listed.ts';
import { DATA_STORES } from './papers.ts';
import { isDecided, isMark, isPaper, plainMark, sameJson, storedMark } from './records.ts';
import type { AliasRecord, Replaced, StoredMark } from './schema.ts';
import { searchRecordOf } from './search-record.ts';
import { recountIn } from './views.ts';

const CHUNK = 200;

/** ISO time of the restore that can be taken back; undefined: there is none. @throws ManiculeError */
export const undoableRestore = (): Promise<string | undefined> =>
  inTransaction(
    ['meta'],
    'readonly',
    (tx) => tx.objectStore('meta').get('restoredAt') as Promise<string | undefined>,
  );

/** Per record what was there before the whole restore, and what the restore wrote last. */
async function readUndo(): Promise<Replaced[]> {
  const steps = await inTransaction(['undo'], 'readonly', (tx) => tx.objectStore('undo').getAll());
  const all = new Map<string, Replaced>();
  for (const one of steps.flat()) {
    const place = JSON.stringify([one.store, one.key]);
    const first = all.get(place);
    if (!first) all.set(place, one);
    else all.set(place, { ...first, ...('wrote' in one ? { wrote: one.wrote } : {}) });
  }
  return [...all.values()];
}

const write = ({ store, key, before }: Replaced): Write =>
  before === undefined ? { store, key } : { store, key, value: before };

/** The mark before the restore, with every field that was changed since the restore. */
function undoneMark(undo: Replaced, current: unknown): Write {
  if (!isMark(current))
    return current === undefined ? write(undo) : { store: 'marks', key: undo.key, value: current };
  const [now, wrote] = [
    plainMark(current),
    undo.wrote ? plainMark(undo.wrote as StoredMark) : { id: current.id },
  ];
  const out = { ...(isMark(undo.before) ? plainMark(undo.before) : { id: current.id }) } as Record<
    string,
    unknown
  >;
  for (const [field, value] of Object.entries(now)) {
    if (!sameJson(value, wrote[field as keyof Mark])) out[field] = value;
  }
  const changed = Object.keys(out).length > 1;
  return changed ? { store: 'marks', key: undo.key, value: storedMark(out as unknown as Mark) } : write(undo);
}

/** Whether the paper was met or decided about since the restore: then it stays as it is. */
function isUsed(undo: Replaced, paper: unknown, mark: Write | undefined, current: unknown): boolean {
  if (isPaper(paper) && undo.wrote !== undefined && paper.seen.last.at !== undo.wrote) return true;
  if (undo.before !== undefined) return false;
  const left = mark ? mark.value : current;
  return isMark(left) && isDecided(left);
}

async function undoPapersAndMarks(
  tx: Tx,
  ids: readonly PaperId[],
  undo: Map<string, Replaced>,
): Promise<PaperId[]> {
  const used: PaperId[] = [];
  const writes: Write[] = [];
  await Promise.all(
    ids.map(async (id) => {
      const [paper, mark] = (await Promise.all([
        tx.objectStore('papers').get(id),
        tx.objectStore('marks').get(id),
      ])) as [unknown, unknown];
      const markUndo = undo.get(`marks ${id}`);
      const paperUndo = undo.get(`papers ${id}`);
      const markWrite = markUndo && undoneMark(markUndo, mark);
      if (markWrite) writes.push(markWrite);
      if (paperUndo && isUsed(paperUndo, paper, markWrite, mark)) used.push(id);
      else if (paperUndo) writes.push(write(paperUndo));
    }),
  );
  await applyWrites(tx, writes);
  return used;
}

async function undoRest(tx: Tx, undo: readonly Replaced[], used: ReadonlySet<PaperId>): Promise<void> {
  const writes: Write[] = [];
  await Promise.all(
    undo.map(async (one) => {
      const current: unknown = await tx.objectStore(one.store).get(one.key as never);
      if (one.store === 'aliases' && used.has((current as AliasRecord | undefined)?.id ?? '')) return;
      if (one.store === 'rules' && !sameJson(current, one.wrote)) return;
      writes.push(write(one));
    }),
  );
  await applyWrites(tx, writes);
}

async function indexAgain(tx: Tx, ids: readonly PaperId[]): Promise<void> {
  const writes = await Promise.all(
    ids.map(async (id): Promise<Write> => {
      const [paper, mark] = (await Promise.all([
        tx.objectStore('papers').get(id),
        tx.objectStore('marks').get(id),
      ])) as [unknown, unknown];
      const plain = isMark(mark) ? plainMark(mark) : undefined;
      const found = isPaper(paper) && isIndexed(plain);
      return found
        ? { store: 'search', key: id, value: searchRecordOf(paper, plain) }
        : { store: 'search', key: id };
    }),
  );
  await applyWrites(tx, writes);
}

async function inChunks<T>(
  all: readonly T[],
  step: (tx: Tx, some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let i = 0; i < all.length; i += CHUNK) {
    await inTransaction([...DATA_STORES], 'readwrite', (tx) => step(tx, all.slice(i, i + CHUNK)));
    await breathe();
  }
}

/**
 * Puts back what the last restore replaced and takes away what it added. Decisions made since stay, and so do new
 * papers that were met or decided about since. Stopped half-way, doing it again finishes. False: nothing to take back.
 * @throws ManiculeError
 */
export async function undoRestore(): Promise<boolean> {
  if (!(await undoableRestore())) return false;
  const all = await readUndo();
  const byPlace = new Map(all.map((one) => [`${one.store} ${String(one.key)}`, one]));
  const core = all.filter(({ store }) => store === 'papers' || store === 'marks');
  const ids = [...new Set(core.map(({ key }) => String(key)))];
  const used = new Set<PaperId>();
  await inChunks(ids, async (tx, some) => {
    for (const id of await undoPapersAndMarks(tx, some, byPlace)) used.add(id);
  });
  const rest = all.filter(({ store }) => store === 'aliases' || store === 'sightings' || store === 'rules');
  await inChunks(rest, (tx, some) => undoRest(tx, some, used));
  await inChunks(ids, indexAgain);
  await inTransaction(['undo', 'meta', 'papers', 'marks'], 'readwrite', async (tx) => {
    await tx.objectStore('undo').clear();
    await tx.objectStore('meta').delete('restoredAt');
    await recountIn(tx);
  });
  announce({ ids: [], what: 'all' });
  return true;
}

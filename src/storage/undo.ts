/** Takes the last restore back: what was there before is put back; what the reader decided since is kept on top of it. */
import { LABELLED, type Mark, type Timed } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import type { Job } from './backup-types.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction, type Tx } from './db.ts';
import { applyWrites, noteDecided, type Write } from './flush.ts';
import { exclusively } from './lock.ts';
import { DATA_STORES } from './papers.ts';
import { standingIds } from './reads.ts';
import { isMark, isPaper, plainMark, sameJson, storedMark } from './records.ts';
import { undoneCollection } from './restore-collections.ts';
import type { AliasRecord, Replaced, StoredMark } from './schema.ts';
import { recountIn } from './views.ts';

const write = ({ store, key, before }: Replaced): Write =>
  before === undefined ? { store, key } : { store, key, value: before };

/** The mark before the restore, with every field that was changed since the restore. */
export function undoneMark(undo: Replaced, current: unknown): Write {
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
    const labelled = LABELLED.some((kind) => kind === field);
    if (!labelled && !sameJson(value, wrote[field as keyof Mark])) out[field] = value;
  }
  for (const field of LABELLED) {
    const given = new Map<string, unknown>(Object.entries(wrote[field] ?? {}));
    const since = Object.entries(now[field] ?? {}).filter(
      ([label, timed]) => !sameJson(timed, given.get(label)),
    );
    if (since.length > 0) out[field] = { ...(out[field] as object), ...Object.fromEntries(since) };
  }
  const changed = Object.keys(out).length > 1;
  return changed ? { store: 'marks', key: undo.key, value: storedMark(out as unknown as Mark) } : write(undo);
}

/** Whether the mark holds a decision made at `time` or later. */
function isDecidedSince(mark: Mark, time: string): boolean {
  const { id: _, citeKey: __, ...fields } = plainMark(mark);
  const since = (timed: unknown): boolean => (timed as Timed<unknown>).at >= time;
  return Object.entries(fields).some(([field, value]) =>
    LABELLED.some((kind) => kind === field) ? Object.values(value).some(since) : since(value),
  );
}

/** Whether the paper was met or decided about since the restore: then it stays as it is. */
function isUsed(
  undo: Replaced,
  paper: unknown,
  mark: Write | undefined,
  current: unknown,
  restoredAt: string,
): boolean {
  if (isPaper(paper) && undo.wrote !== undefined && paper.seen.last.at !== undo.wrote) return true;
  if (undo.before !== undefined) return false;
  const left = mark ? mark.value : current;
  // a mark may have been here before its paper was
  return isMark(left) && isDecidedSince(left, restoredAt);
}

/** What is to be taken back, for the id the paper has now. */
function movedTo(id: PaperId, undo: Replaced | undefined): Replaced | undefined {
  if (!undo || undo.key === id) return undo;
  const under = (value: unknown) => (typeof value === 'object' && value !== null ? { ...value, id } : value);
  return {
    ...undo,
    key: id,
    ...(undo.before === undefined ? {} : { before: under(undo.before) }),
    ...(undo.wrote === undefined ? {} : { wrote: under(undo.wrote) }),
  };
}

async function undoPapersAndMarks(
  tx: Tx,
  ids: readonly PaperId[],
  undo: ReadonlyMap<string, Replaced>,
  restoredAt: string,
): Promise<Set<PaperId>> {
  const used = new Set<PaperId>();
  const writes: Write[] = [];
  // a page or a look-up may have told a stronger id since; what was moved by what is undone goes back where it was
  const standing = await standingIds(
    tx,
    ids.filter((id) => !undo.has(`aliases ${id}`)),
  );
  await Promise.all(
    ids.map(async (given) => {
      const id = standing.get(given) ?? given;
      const [paper, mark] = (await Promise.all([
        tx.objectStore('papers').get(id),
        tx.objectStore('marks').get(id),
      ])) as [unknown, unknown];
      const markUndo = movedTo(id, undo.get(`marks ${given}`));
      const paperUndo = movedTo(id, undo.get(`papers ${given}`));
      const markWrite = markUndo && undoneMark(markUndo, mark);
      if (markWrite) writes.push(markWrite);
      if (!paperUndo) return;
      // what it was before stood under another id, and is part of what it is now
      const moved = id !== given && (paperUndo.before !== undefined || undo.has(`papers ${id}`));
      if (moved || isUsed(paperUndo, paper, markWrite, mark, restoredAt)) used.add(id);
      else {
        writes.push(write(paperUndo));
        if (id !== given && isPaper(paper))
          writes.push(...paper.aliases.map((alias): Write => ({ store: 'aliases', key: alias })));
      }
    }),
  );
  await applyWrites(tx, writes);
  if (writes.some(({ store }) => store === 'marks')) noteDecided(tx);
  return used;
}

async function undoRest(tx: Tx, undo: readonly Replaced[], used: ReadonlySet<PaperId>): Promise<void> {
  const writes: Write[] = [];
  await Promise.all(
    undo.map(async (one) => {
      const current: unknown = await tx.objectStore(one.store).get(one.key as never);
      if (one.store === 'aliases' && used.has((current as AliasRecord | undefined)?.id ?? '')) return;
      if (one.store === 'rules' && !sameJson(current, one.wrote)) return;
      if (one.store === 'collections') {
        writes.push(undoneCollection(one, current));
        return;
      }
      writes.push(write(one));
    }),
  );
  await applyWrites(tx, writes);
}

/** Takes the latest chunk back, and its own note of it with it; false: there was none. */
const undoChunk = (): Promise<boolean> =>
  inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const cursor = await tx.objectStore('undo').openCursor(null, 'prev');
    if (!cursor) return false;
    const all = cursor.value;
    const byPlace = new Map(all.map((one) => [`${one.store} ${String(one.key)}`, one]));
    const core = all.filter(({ store }) => store === 'papers' || store === 'marks');
    const ids = [...new Set(core.map(({ key }) => String(key)))];
    const restoredAt = (await tx.objectStore('meta').get('restoredAt')) as string;
    const used = await undoPapersAndMarks(tx, ids, byPlace, restoredAt);
    const rest = all.filter(({ store }) => store !== 'papers' && store !== 'marks');
    await undoRest(tx, rest, used);
    await tx.objectStore('undo').delete(cursor.primaryKey);
    return true;
  });

/** What was not merged yet never will be; returns the number of chunks to take back, undefined where there is no restore. */
const begin = (): Promise<number | undefined> =>
  inTransaction(['meta', 'staged', 'undo'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    if (!(await meta.get('restoredAt'))) return undefined;
    const job = (await meta.get('job')) as Job | undefined;
    if (job && job.state !== 'reading' && job.state !== 'ready') {
      await tx.objectStore('staged').clear();
      await meta.put({ ...job, state: 'undoing' }, 'job');
    }
    return tx.objectStore('undo').count();
  });

/**
 * Puts back what the last restore or import replaced and takes away what it added, the latest chunk first. Decisions made
 * since stay, and so do new papers that were met or decided about since. Stopped half-way, doing it again finishes.
 * False: nothing to take back.
 * @param onProgress chunks done, of how many
 * @throws ManiculeError 'bad-file' while another page restores or takes back
 */
export async function undoRestore(onProgress?: (done: number, total: number) => void): Promise<boolean> {
  return exclusively(async () => {
    const total = await begin();
    if (total === undefined) return false;
    try {
      for (let done = 1; await undoChunk(); done++) {
        onProgress?.(done, total);
        await breathe();
      }
      await inTransaction(['meta', 'papers', 'marks'], 'readwrite', async (tx) => {
        const meta = tx.objectStore('meta');
        await meta.delete('restoredAt');
        await meta.delete('merged');
        const job = (await meta.get('job')) as Job | undefined;
        if (job?.state === 'undoing') await meta.delete('job');
        await recountIn(tx);
      });
    } finally {
      announce({ ids: [], what: 'all' });
    }
    return true;
  });
}

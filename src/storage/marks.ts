/** The reader's decisions: changed in one transaction with search text and counts; listed through indexes, without loading papers. */
import { applyChange, type Mark, type MarkChange } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { announce, noticeOf } from './changes.ts';
import { inTransaction, type Tx } from './db.ts';
import { flush } from './flush.ts';
import { DATA_STORES } from './papers.ts';
import { NO_COUNTS } from './reads.ts';
import type { Counts } from './schema.ts';
import { WorkingSet } from './working-set.ts';

export interface Changed {
  /** Id the mark is kept under: the one asked for, or the paper's own where that was an alias. */
  id: PaperId;
  before?: Mark;
  after: Mark;
}

/** Runs `edit` over the marks of `ids` in one transaction; what it returns is stored, undefined leaves a mark alone. */
async function editMarks<T>(
  ids: readonly PaperId[],
  edit: (set: WorkingSet) => T,
): Promise<{ value: T; problems: string[] }> {
  const { changed, ...out } = await inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const set = new WorkingSet(tx);
    await set.loadIds(ids);
    const value = edit(set);
    return { value, problems: set.corrupt, changed: await flush(set) };
  });
  const notice = noticeOf(changed, 'marks');
  if (notice) announce(notice);
  return out;
}

/**
 * Applies steps of the reader, in order, in one transaction. A mark that cannot be read is left untouched and missing
 * from the answer. A paper no longer stored keeps its decision all the same.
 * @param now ISO time.
 * @throws ManiculeError 'storage-full' or 'storage-failed'; none of the changes is stored then.
 */
export async function changeMarks(
  changes: readonly { id: PaperId; change: MarkChange }[],
  now: string,
): Promise<Changed[]> {
  const { value } = await editMarks(
    changes.map(({ id }) => id),
    (set) =>
      changes.flatMap(({ id, change }): Changed[] => {
        const at = set.resolve(id);
        if (set.locked(at)) return [];
        const before = set.mark(at);
        const after = applyChange(before, at, change, now);
        set.putMark(after);
        return [before ? { id: at, before, after } : { id: at, after }];
      }),
  );
  return value;
}

/** Keeps cite keys for papers that have none yet: once given, a key stays. @throws ManiculeError */
export async function setCiteKeys(keys: ReadonlyMap<PaperId, string>, now: string): Promise<void> {
  if (keys.size === 0) return;
  await editMarks([...keys.keys()], (set) => {
    for (const [id, key] of keys) {
      const at = set.resolve(id);
      const mark = set.mark(at);
      if (!mark?.citeKey) set.putMark({ ...(mark ?? { id: at }), citeKey: { value: key, at: now } });
    }
  });
}

/** Every cite key given so far → its paper. @throws ManiculeError */
export function citeKeys(): Promise<Map<string, PaperId>> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const keys = new Map<string, PaperId>();
    const index = tx.objectStore('marks').index('citeKey');
    for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
      keys.set(String(cursor.key), cursor.primaryKey);
    }
    return keys;
  });
}

export type View = 'saved' | 'flagged' | 'dismissed' | 'all';

const INDEX = { saved: 'savedAt', flagged: 'flaggedAt', dismissed: 'dismissedAt' } as const;

/** The first `limit` keys of an index from its end. */
async function newest(
  index: {
    openKeyCursor(
      range: null,
      direction: 'prev',
    ): Promise<{ primaryKey: PaperId; continue(): Promise<unknown> } | null>;
    getAllKeys(): Promise<PaperId[]>;
  },
  limit: number,
): Promise<PaperId[]> {
  if (limit === Number.POSITIVE_INFINITY) return (await index.getAllKeys()).reverse();
  const ids: PaperId[] = [];
  let cursor = await index.openKeyCursor(null, 'prev');
  while (cursor && ids.length < limit) {
    ids.push(cursor.primaryKey);
    cursor = (await cursor.continue()) as typeof cursor;
  }
  return ids;
}

/**
 * Ids of a view, newest first: by time of the save, flag (dismissed ones left out) or dismissal; 'all': by last meeting.
 * @throws ManiculeError
 */
export function listIds(view: View, options: { limit?: number } = {}): Promise<PaperId[]> {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  return inTransaction([view === 'all' ? 'papers' : 'marks'], 'readonly', (tx) => {
    const index =
      view === 'all'
        ? tx.objectStore('papers').index('lastSeen')
        : tx.objectStore('marks').index(INDEX[view]);
    return newest(index as never, limit);
  });
}

/** How many papers are stored, saved, flagged (and not dismissed). @throws ManiculeError */
export function counts(): Promise<Counts> {
  return inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('counts')) as Counts | undefined) ?? NO_COUNTS,
  );
}

/** Counts within a transaction over papers, marks and meta, and keeps the result. */
export async function recountIn(tx: Tx): Promise<Counts> {
  const marks = tx.objectStore('marks');
  const [papers, saved, flagged] = await Promise.all([
    tx.objectStore('papers').count(),
    marks.index('savedAt').count(),
    marks.index('flaggedAt').count(),
  ]);
  const value = { papers, saved, flagged };
  await tx.objectStore('meta').put(value, 'counts');
  return value;
}

/** Counts anew, which repairs the kept counts. Takes up to half a second at 50,000 papers. @throws ManiculeError */
export const recount = (): Promise<Counts> =>
  inTransaction(['papers', 'marks', 'meta'], 'readwrite', (tx) => recountIn(tx));

export interface TagCount {
  tag: string;
  count: number;
}

/** The reader's labels in use, the most used first, then by name. @throws ManiculeError */
export function allTags(): Promise<TagCount[]> {
  return inTransaction(['marks'], 'readonly', async (tx) => {
    const found = new Map<string, number>();
    const index = tx.objectStore('marks').index('labels');
    for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
      found.set(cursor.key, (found.get(cursor.key) ?? 0) + 1);
    }
    return [...found]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
  });
}

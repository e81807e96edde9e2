/** The reader's decisions: changed in one transaction with search text and counts. */
import { applyChange, type Mark, type MarkChange } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { announce, noticeOf } from './changes.ts';
import { inTransaction } from './db.ts';
import { flush } from './flush.ts';
import { DATA_STORES } from './papers.ts';
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

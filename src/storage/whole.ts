/** The whole library, read out for those who count it: each paper with what the reader decided about it, the trash left out. */
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { isTrashed } from '../core/trash.ts';
import { breathe, inTransaction } from './db.ts';
import { isMark, isPaper, plainMark } from './records.ts';

const CHUNK = 500;

export type Held = [paper: Paper, mark: Mark | undefined];

/**
 * Hands every stored paper to `onChunk`, some hundreds at a time, other work of this context running between. What cannot
 * be read is left out.
 * @throws ManiculeError
 */
export async function readWhole(onChunk: (held: readonly Held[]) => void): Promise<void> {
  let after: PaperId | undefined;
  for (;;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const { papers, marks, last } = await inTransaction(['papers', 'marks'], 'readonly', async (tx) => {
      const store = tx.objectStore('papers');
      const [values, keys] = await Promise.all([
        store.getAll(range, CHUNK) as Promise<unknown[]>,
        store.getAllKeys(range, CHUNK),
      ]);
      const [first, end] = [keys[0], keys.at(-1)];
      const beside =
        first === undefined || end === undefined
          ? []
          : ((await tx.objectStore('marks').getAll(IDBKeyRange.bound(first, end))) as unknown[]);
      return {
        papers: values.filter(isPaper),
        marks: beside.filter(isMark),
        last: keys.length === CHUNK ? end : undefined,
      };
    });
    const byId = new Map(marks.map((mark) => [mark.id, plainMark(mark)]));
    const held = papers.map((paper): Held => [paper, byId.get(paper.id)]);
    onChunk(held.filter(([, mark]) => !isTrashed(mark)));
    if (last === undefined) return;
    after = last;
    await breathe();
  }
}

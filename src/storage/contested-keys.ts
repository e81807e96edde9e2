/** Cite keys that two papers come to have by a restore: one of the two gets another on export, which the reader is told. */
import type { Mark } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import type { Tx } from './db.ts';
import { isMark } from './records.ts';

/** The cite key of a paper before and after its mark was merged; undefined: none. */
export interface KeyChange {
  id: PaperId;
  before: string | undefined;
  after: string | undefined;
}

/**
 * Which papers have which cite key. For one chunk of a merge, or for all chunks of a preview, which finds in it what a
 * merge would find stored.
 */
export class KeyHolders {
  readonly #holders = new Map<string, Set<PaperId>>();
  /** Id → the one the paper would have. */
  readonly #moved = new Map<PaperId, PaperId>();

  /** Notes that a paper known as `id` would stand as `place`. */
  move(id: PaperId, place: PaperId): void {
    if (id !== place) this.#moved.set(id, place);
  }

  #place = (id: PaperId): PaperId => this.#moved.get(id) ?? id;

  /** Reads who has the cite keys of `marks`; to be called before these are merged. Asked for together: one by one each would wait. */
  async load(tx: Tx, marks: readonly Mark[]): Promise<void> {
    const index = tx.objectStore('marks').index('citeKey');
    const keys = new Set(marks.filter(isMark).flatMap((mark) => mark.citeKey?.value ?? []));
    await Promise.all(
      [...keys].map(async (key) => {
        if (this.#holders.has(key)) return;
        const ids = await index.getAllKeys(IDBKeyRange.only(key));
        this.#holders.set(key, new Set(ids.map(this.#place)));
      }),
    );
  }

  /** Takes in what a merge changed; returns how many papers have come to a key that another one has, too. */
  take(changes: readonly KeyChange[]): number {
    const changed = changes
      .filter(({ before, after }) => before !== after)
      .map((change) => ({ ...change, id: this.#place(change.id) }));
    // what is given up first: papers may have changed keys with one another
    for (const { id, before } of changed) if (before) this.#holders.get(before)?.delete(id);
    let contested = 0;
    for (const { id, after } of changed) {
      const holders = after && this.#holders.get(after);
      if (!holders) continue;
      holders.add(id);
      if (holders.size > 1) contested++;
    }
    return contested;
  }
}

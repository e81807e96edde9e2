/** How parts of the search index are stored: a small one at once, a large one as it is made, and what is left of old ones. */
import { inTransaction, type Tx } from './db.ts';
import type { SearchParts, StaleRecord } from './schema.ts';
import type { BlockSink, Blocks, DocsPart, SegmentData, TermsPart } from './search-format.ts';
import type { Segment } from './search-segment.ts';
import { partsIn, STORES, segmentOf } from './search-store.ts';

/** Bytes of blocks that are written in one transaction: readers wait for its end. */
const AT_ONCE = 1_000_000;
/** Records that are deleted in one. */
const DELETED = 200;

/** A failed write aborts the transaction, which tells. */
function write(tx: Tx, key: number, kind: string, n: number, value: unknown): void {
  void tx
    .objectStore('index')
    .put(value as never, [key, kind, n])
    .catch(() => undefined);
}

/**
 * Stores a part after all others, and in the same transaction takes the entries up to `upTo` off what waits, `rest` being
 * put back in their place.
 * @throws ManiculeError
 */
export function addPart(data: SegmentData, upTo: number, rest?: StaleRecord): Promise<Segment> {
  return inTransaction([...STORES], 'readwrite', async (tx) => {
    const list = await partsIn(tx);
    const key = list.next;
    if (data.docs.count > 0) {
      write(tx, key, 'docs', 0, data.docs);
      write(tx, key, 'terms', 0, data.terms);
      for (const kind of ['words', 'titles', 'post', 'pos'] as const)
        for (const [n, block] of data[kind].entries()) write(tx, key, kind, n, block);
      const parts = [...list.parts, { key, papers: data.docs.count }];
      await tx.objectStore('meta').put({ ...list, next: key + 1, parts }, 'searchParts');
    }
    await tx.objectStore('stale').delete(IDBKeyRange.upperBound(upTo));
    if (rest) await tx.objectStore('stale').put(rest, upTo);
    return segmentOf(key, data.docs, data.terms);
  });
}

const changeList = <T>(change: (list: SearchParts) => [SearchParts, T]): Promise<T> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    const [list, told] = change(await partsIn(tx));
    await tx.objectStore('meta').put(list, 'searchParts');
    return told;
  });

const bytesOf = (block: Blocks[keyof Blocks]): number =>
  typeof block === 'string'
    ? block.length
    : 'facts' in block
      ? block.facts.byteLength + block.text.length
      : block.length;

/** A part that is written while it is made. Nobody sees it before it takes the place of those it was made of. */
export class PartWriter {
  readonly #key: number;
  #blocks: [kind: keyof Blocks, n: number, block: unknown][] = [];
  #bytes = 0;
  readonly #counts = { words: 0, titles: 0, post: 0, pos: 0 };

  private constructor(key: number) {
    this.#key = key;
  }

  /** @throws ManiculeError */
  static async begin(): Promise<PartWriter> {
    const key = await changeList((list) => [
      { ...list, next: list.next + 1, rest: [...(list.rest ?? []), list.next] },
      list.next,
    ]);
    return new PartWriter(key);
  }

  /** Takes a block; it is written with the next `flush`. */
  readonly sink: BlockSink = (kind, block) => {
    this.#blocks.push([kind, this.#counts[kind]++, block]);
    this.#bytes += bytesOf(block);
  };

  /** Writes what came, where that is much or `all` of it is wanted. @throws ManiculeError */
  async flush(all = false): Promise<void> {
    if (this.#blocks.length === 0 || (!all && this.#bytes < AT_ONCE)) return;
    const blocks = this.#blocks;
    [this.#blocks, this.#bytes] = [[], 0];
    await inTransaction(['index'], 'readwrite', async (tx) => {
      for (const [kind, n, block] of blocks) write(tx as unknown as Tx, this.#key, kind, n, block);
    });
  }

  /**
   * Puts the part in the place of several that stand together; false where another context changed them meanwhile.
   * @throws ManiculeError
   */
  async finish(replaced: readonly number[], docs: DocsPart, terms: TermsPart): Promise<boolean> {
    await this.flush(true);
    const key = this.#key;
    return inTransaction([...STORES], 'readwrite', async (tx) => {
      const list = await partsIn(tx);
      const at = list.parts.findIndex((one) => one.key === replaced[0]);
      const there = list.parts.slice(at, at + replaced.length).map((one) => one.key);
      if (at < 0 || there.join() !== replaced.join()) return false;
      write(tx, key, 'docs', 0, docs);
      write(tx, key, 'terms', 0, terms);
      const parts = [...list.parts];
      parts.splice(at, replaced.length, ...(docs.count > 0 ? [{ key, papers: docs.count }] : []));
      const others = (list.rest ?? []).filter((one) => one !== key || docs.count === 0);
      await tx.objectStore('meta').put({ ...list, parts, rest: [...others, ...replaced] }, 'searchParts');
      return true;
    });
  }
}

/** Deletes what belongs to no part, some records at a time. Only where nobody else makes a part. @throws ManiculeError */
export async function clearRest(): Promise<void> {
  for (;;) {
    const key = await inTransaction(['meta'], 'readonly', async (tx) => (await partsIn(tx)).rest?.[0]);
    if (key === undefined) return;
    for (;;) {
      const more = await inTransaction(['index'], 'readwrite', async (tx) => {
        const index = tx.objectStore('index');
        const keys = await index.getAllKeys(IDBKeyRange.bound([key], [key, []]), DELETED);
        const [first, last] = [keys[0], keys.at(-1)];
        if (first && last) await index.delete(IDBKeyRange.bound(first, last));
        return keys.length === DELETED;
      });
      if (!more) break;
    }
    await changeList((list) => [
      { ...list, rest: (list.rest ?? []).filter((one) => one !== key) },
      undefined,
    ]);
  }
}

/** Where the search index is kept: its parts, and which papers changed since their entry was made. */
import type { PaperId } from '../core/paper.ts';
import { isTrashed } from '../core/trash.ts';
import { inTransaction, type Tx } from './db.ts';
import { readMany } from './reads.ts';
import { isMark, isPaper, plainMark } from './records.ts';
import type { SearchParts, StaleRecord } from './schema.ts';
import type { Source } from './search-build.ts';
import { SEARCH_VERSION } from './search-doc.ts';
import type { DocsPart, TermsPart } from './search-format.ts';
import { type BlockKind, Segment } from './search-segment.ts';

/** What changes together with the parts. */
export const STORES = ['index', 'stale', 'meta'] as const;
const NONE: SearchParts = { version: SEARCH_VERSION, next: 1, parts: [] };

/** A part was replaced by another context while it was read: read the list again. */
export class PartGone extends Error {}

interface BlockRequest {
  range: IDBKeyRange;
  done(blocks: unknown[]): void;
  failed(error: unknown): void;
}
let requests: BlockRequest[] = [];

/** Blocks of a query's words lie in every part: what is asked for in one turn is read in one transaction. */
function blocksIn(range: IDBKeyRange): Promise<unknown[]> {
  return new Promise((done, failed) => {
    requests.push({ range, done, failed });
    if (requests.length === 1) queueMicrotask(() => void readBlocks());
  });
}

async function readBlocks(): Promise<void> {
  const asked = requests;
  requests = [];
  try {
    await inTransaction(['index'], 'readonly', (tx) => {
      const index = tx.objectStore('index');
      return Promise.all(asked.map(async ({ range, done }) => done(await index.getAll(range))));
    });
  } catch (error) {
    for (const { failed } of asked) failed(error); // those that were answered do not hear it
  }
}

/** A part as it is stored. */
export function segmentOf(key: number, docs: DocsPart, terms: TermsPart): Segment {
  const read = async (kind: BlockKind, from: number, to: number) => {
    const blocks = await blocksIn(IDBKeyRange.bound([key, kind, from], [key, kind, to]));
    if (blocks.length !== to - from + 1) throw new PartGone();
    return blocks;
  };
  const titles = async () => {
    const blocks = await blocksIn(IDBKeyRange.bound([key, 'titles'], [key, 'titles', []]));
    if (blocks.length === 0) throw new PartGone();
    return blocks as string[];
  };
  return new Segment(key, docs, terms, read, titles);
}

/** What is told of all parts. */
export const partsIn = async (tx: Tx<IDBTransactionMode>): Promise<SearchParts> =>
  ((await tx.objectStore('meta').get('searchParts')) as SearchParts | undefined) ?? NONE;

/** What waits: entries of the `stale` store in order, some of them only, with their keys. */
export interface Waiting {
  key: number;
  what: StaleRecord;
}

/** Most entries that are read at once. */
const WAITING_AT_ONCE = 500;

/** The parts there are, the oldest first, and how many papers each has. @throws ManiculeError */
export const listParts = (): Promise<SearchParts['parts']> =>
  inTransaction(['meta'], 'readonly', async (tx) => (await partsIn(tx)).parts);

async function segmentIn(tx: Tx<IDBTransactionMode>, key: number): Promise<Segment> {
  const index = tx.objectStore('index');
  const [docs, terms] = await Promise.all([index.get([key, 'docs', 0]), index.get([key, 'terms', 0])]);
  return segmentOf(key, docs as DocsPart, terms as TermsPart);
}

/** Some parts, without the blocks of words. @throws PartGone where one is no longer there. @throws ManiculeError */
export async function readSome(keys: readonly number[]): Promise<Segment[]> {
  const segments = await inTransaction(['index'], 'readonly', (tx) =>
    Promise.all(keys.map((key) => segmentIn(tx as unknown as Tx, key))),
  );
  if (segments.some(({ docs }) => docs === undefined)) throw new PartGone();
  return segments;
}

/**
 * The index as it is stored, without the blocks of words, and what waits to be taken in. An index of another version is
 * thrown away, and every paper waits.
 * @throws ManiculeError
 */
export async function readParts(): Promise<{ segments: Segment[]; waiting: Waiting[] }> {
  const read = await inTransaction([...STORES], 'readonly', async (tx) => {
    const list = await partsIn(tx);
    if (list.version !== SEARCH_VERSION) return undefined;
    const segments = await Promise.all(list.parts.map(({ key }) => segmentIn(tx as unknown as Tx, key)));
    return { segments, waiting: await waitingIn(tx) };
  });
  if (read) return read;
  await startOver();
  return readParts();
}

async function waitingIn(tx: Tx<IDBTransactionMode>): Promise<Waiting[]> {
  const stale = tx.objectStore('stale');
  const [keys, values] = await Promise.all([
    stale.getAllKeys(null, WAITING_AT_ONCE),
    stale.getAll(null, WAITING_AT_ONCE),
  ]);
  return keys.map((key, n) => ({ key, what: values[n] as StaleRecord }));
}

/** What waits to be taken in. @throws ManiculeError */
export const readWaiting = (): Promise<Waiting[]> => inTransaction(['stale'], 'readonly', waitingIn);

const startOver = (): Promise<void> =>
  inTransaction([...STORES], 'readwrite', async (tx) => {
    await tx.objectStore('index').clear();
    await tx.objectStore('stale').clear();
    await tx.objectStore('stale').add({ after: '' });
    await tx.objectStore('meta').put(NONE, 'searchParts');
  });

/** Papers read at once. */
const SLICE = 200;

/** Papers and marks as they are stored now; `paper` missing: gone or unreadable. @throws ManiculeError */
export async function readSources(ids: readonly PaperId[]): Promise<Source[]> {
  const out: Source[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    const some = ids.slice(at, at + SLICE);
    const [papers, marks] = await inTransaction(['papers', 'marks'], 'readonly', (tx) =>
      Promise.all([
        readMany(tx as unknown as Tx, 'papers', some),
        readMany(tx as unknown as Tx, 'marks', some),
      ]),
    );
    for (const id of some) {
      const [paper, mark] = [papers.get(id), marks.get(id)];
      if (isMark(mark) && isTrashed(mark)) {
        out.push({ id }); // search knows nothing of the trash
        continue;
      }
      out.push({
        id,
        ...(isPaper(paper) ? { paper } : {}),
        ...(isMark(mark) ? { mark: plainMark(mark) } : {}),
      });
    }
  }
  return out;
}

/** Up to `limit` ids of stored papers after `after`, in their order. @throws ManiculeError */
export const idsAfter = (after: PaperId, limit: number): Promise<PaperId[]> =>
  inTransaction(['papers'], 'readonly', (tx) =>
    tx.objectStore('papers').getAllKeys(IDBKeyRange.lowerBound(after, true), limit),
  );

/** The papers that wait, where they are at most `most`; undefined: more do. */
export function fewWaiting(waiting: readonly Waiting[], most: number): PaperId[] | undefined {
  if (waiting.length >= WAITING_AT_ONCE) return undefined;
  const ids = new Set<PaperId>();
  for (const { what } of waiting) {
    if ('after' in what) return undefined;
    for (const id of what.ids) ids.add(id);
  }
  return ids.size <= most ? [...ids] : undefined;
}

/** Tells of a paper whether it may wait, as far as what was read of all that waits tells. */
export function mayWait(waiting: readonly Waiting[]): (id: PaperId) => boolean {
  if (waiting.length >= WAITING_AT_ONCE) return () => true;
  const ids = new Set<PaperId>();
  let after: PaperId | undefined;
  for (const { what } of waiting) {
    if (!('after' in what)) for (const id of what.ids) ids.add(id);
    else if (after === undefined || what.after < after) after = what.after;
  }
  return (id) => ids.has(id) || (after !== undefined && id > after);
}

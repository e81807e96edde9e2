/**
 * Papers that wait for a decision: flagged ones, and those met for the first time. What the reader passed over in a
 * review is kept by day beside the other small records, so that nothing is shown twice; it is no decision, and no
 * backup holds it.
 */
import { isDismissed, isFlagged, isSaved, type Mark, sinceOf, statusOf } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { breathe, inTransaction } from './db.ts';
import { getRows, type Row } from './rows.ts';
import type { MetaRecords } from './schema.ts';

/** Papers of one page in its order, or everything met or flagged since an ISO time. */
export type QueueSource = { ids: readonly PaperId[] } | { since: string };

export interface Queue {
  /** Flagged and not looked at since. In page order, else the last flagged first. */
  flagged: PaperId[];
  /** Met for the first time, undecided, not looked at. In page order, else the last met first, as the next. */
  fresh: PaperId[];
  /** Met before, undecided, never looked at in a review: offered, not pressed on anyone. */
  older: PaperId[];
}

/** Most papers looked through for one queue, the last met first. */
export const MAX_QUEUE = 5_000;

/** Of a page's papers those first met within this time are new, in ms: it may have been open since breakfast. */
const TODAY_MS = 12 * 60 * 60 * 1000;

/** How long it is remembered that a paper was looked at, in days. */
const REMEMBERED = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Papers read at once: as many as a page decodes between two frames or three. */
const CHUNK = 150;
const PREFIX = 'reviewed:';

/** Paper → ISO time at which the reader last looked at it in a review. */
export type Reviewed = ReadonlyMap<PaperId, string>;

/**
 * Where a paper stands in the queue; undefined: it does not wait. Saved, dismissed and papers with a reading status are
 * decided. A flag set after the reader looked at the paper makes it wait again.
 */
export function placeOf(
  { paper, mark }: { paper: Pick<Paper, 'id' | 'aliases' | 'seen'>; mark?: Mark },
  reviewed: Reviewed,
  isFresh: boolean,
): keyof Queue | undefined {
  if (isSaved(mark) || isDismissed(mark) || statusOf(mark) !== null) return undefined;
  const looked = [paper.id, ...paper.aliases]
    .map((id) => reviewed.get(id) ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
  if (isFlagged(mark)) return (mark?.flagged ? sinceOf(mark.flagged) : '') > looked ? 'flagged' : undefined;
  if (looked !== '') return undefined;
  return isFresh ? 'fresh' : 'older';
}

const days = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);

async function readReviewed(): Promise<Reviewed> {
  const records = await inTransaction(['meta'], 'readonly', (tx) => tx.objectStore('meta').getAll(days()));
  // by day, and the keys of days sort as they passed: the latest look stands
  return new Map(records.flatMap((one) => Object.entries(one as MetaRecords[`reviewed:${string}`])));
}

/** Flagged papers, then all that were met, the last first. */
function idsSince(since: string): Promise<PaperId[]> {
  return inTransaction(['papers', 'marks'], 'readonly', async (tx) => {
    const range = IDBKeyRange.lowerBound(since);
    const [met, flagged] = await Promise.all([
      tx.objectStore('papers').index('lastSeen').getAllKeys(range),
      tx.objectStore('marks').index('flaggedAt').getAllKeys(range),
    ]);
    return [...new Set([...flagged.reverse(), ...met.reverse()])];
  });
}

/**
 * What waits, read in chunks between which the page goes on. Papers that cannot be read are left out, as lists do.
 * @param now ISO time.
 * @param onPart hears of what was found so far, while more is read.
 * @throws ManiculeError
 */
export async function readQueue(
  source: QueueSource,
  now: string,
  onPart: (found: Queue) => void = () => undefined,
): Promise<Queue> {
  const reviewed = await readReviewed();
  const since = 'since' in source ? source.since : new Date(Date.parse(now) - TODAY_MS).toISOString();
  const all = 'since' in source ? await idsSince(source.since) : source.ids;
  const ids = all.slice(0, MAX_QUEUE);
  const queue: Queue = { flagged: [], fresh: [], older: [] };
  const taken = new Set<PaperId>();
  const put = (row: Row) => {
    const { id, seen } = row.paper;
    if (taken.has(id) || row.trashed) return;
    taken.add(id);
    const place = placeOf(row, reviewed, seen.first.at >= since);
    if (place) queue[place].push(id);
  };
  for (let at = 0; at < ids.length; at += CHUNK) {
    if (at > 0) {
      onPart(queue);
      await breathe();
    }
    const { rows } = await getRows(ids.slice(at, at + CHUNK));
    for (const row of rows) put(row);
  }
  return queue;
}

/**
 * Remembers that the reader looked at these papers in a review; forgets what is older than 90 days.
 * @param now ISO time.
 * @throws ManiculeError
 */
export function noteReviewed(ids: readonly PaperId[], now: string): Promise<void> {
  return inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const key = `${PREFIX}${now.slice(0, 10)}` as const;
    const known = (await meta.get(key)) as MetaRecords[typeof key] | undefined;
    await meta.put({ ...known, ...Object.fromEntries(ids.map((id) => [id, now])) }, key);
    if (known) return;
    const oldest = new Date(Date.parse(now) - REMEMBERED * DAY_MS).toISOString().slice(0, 10);
    await meta.delete(IDBKeyRange.bound(PREFIX, `${PREFIX}${oldest}`, false, true));
  });
}

/**
 * Two papers that the reader says are one: joined as records are that turn out to be one by their ids. What both were is
 * kept, so that they can be taken apart again; what was decided about the one since then stays with it.
 */
import { notItself } from '../core/distinct.ts';
import { ManiculeError } from '../core/errors.ts';
import type { Paper, PaperId, Seen } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { announce } from './changes.ts';
import { inTransaction, type Tx } from './db.ts';
import { applyWrites, flush, noteDecided, type Write } from './flush.ts';
import { DATA_STORES } from './papers.ts';
import { isPaper, storedMark } from './records.ts';
import type { MetaRecords, Replaced } from './schema.ts';
import { undoneMark } from './undo.ts';
import { recountIn } from './views.ts';
import { WorkingSet } from './working-set.ts';

/** What is kept of one joining. */
export interface Joined {
  /** ISO time; its name. */
  at: string;
  /** Ids of both before, and of the one after. */
  ids: [PaperId, PaperId];
  into: PaperId;
  /** Titles of both. */
  titles: [string, string];
  replaced: Replaced[];
}

/** Joinings that can be taken back; of older ones nothing is kept. */
const KEPT = 50;
const PREFIX = 'joined:';
const all = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);
const keyOf = (at: string): keyof MetaRecords & string => `${PREFIX}${at}`;

const image = (store: Replaced['store'], key: IDBValidKey, before: unknown, wrote?: unknown): Replaced => ({
  ...{ store, key },
  ...(before === undefined ? {} : { before }),
  ...(wrote === undefined ? {} : { wrote }),
});

/** What the changes in `set` replace. */
async function replacedBy(set: WorkingSet): Promise<Replaced[]> {
  const out: Replaced[] = [];
  for (const [key, { before, now }] of set.papers)
    if (before !== now) out.push(image('papers', key, before, now?.seen));
  for (const [key, { before, now }] of set.marks)
    if (before !== now) out.push(image('marks', key, before && storedMark(before), now && storedMark(now)));
  for (const [alias, { before, now }] of set.aliases)
    if (before !== now) out.push(image('aliases', alias, before && { alias, id: before }));
  for (const [id, all] of set.sightings)
    for (const { sighting } of all.values()) {
      const key: [PaperId, string, string] = [id, sighting.site, sighting.at];
      out.push(image('sightings', key, await set.tx.objectStore('sightings').get(key)));
    }
  return out;
}

async function keep(tx: Tx, joined: Joined): Promise<void> {
  const meta = tx.objectStore('meta');
  await meta.put(joined, keyOf(joined.at));
  const keys = await meta.getAllKeys(all());
  for (const key of keys.slice(0, Math.max(0, keys.length - KEPT))) await meta.delete(key);
}

/**
 * Makes one paper of two: metadata, marks, sightings and ids of both under the stronger id.
 * @param now ISO time.
 * @returns what `takeApart` needs; undefined where they are one already, or one of them is gone.
 * @throws ManiculeError 'bad-record' where a mark cannot be read.
 */
export async function makeOne(a: PaperId, b: PaperId, now: string): Promise<Joined | undefined> {
  const joined = await inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const set = new WorkingSet(tx);
    await set.loadIds([a, b]);
    const [one, other] = [set.paper(a), set.paper(b)];
    if (!one || !other || one === other) return undefined;
    if (set.locked(one.id) || set.locked(other.id))
      throw new ManiculeError('bad-record', say('mergeMarkUnreadable'));
    await set.loadIds([one, other].flatMap(({ id, aliases }) => [id, ...aliases]));
    const made = await set.join([one, other]);
    if (!made) return undefined;
    const mark = set.mark(made.id);
    if (mark) set.putMark(notItself(mark, made));
    // until it is tagged anew it has the topics of both
    if (made.topicsVersion === 0) await set.putPaper({ ...made, topics: topicsOfBoth(one, other) });
    const record: Joined = {
      at: now,
      ids: [one.id, other.id],
      into: made.id,
      titles: [one.title, other.title],
      replaced: await replacedBy(set),
    };
    await flush(set);
    await keep(tx, record);
    return record;
  });
  if (joined) announce({ ids: [...joined.ids], what: 'all' });
  return joined;
}

const topicsOfBoth = (a: Paper, b: Paper): Paper['topics'] => {
  const known = new Set(a.topics.map(({ id }) => id));
  return [...a.topics, ...b.topics.filter(({ id }) => !known.has(id))];
};

/** The paper as it was, with the meetings of the joined one since. */
function paperBefore({ before, wrote }: Replaced, current: unknown): unknown {
  if (!isPaper(before) || !isPaper(current) || !wrote) return before;
  const { count, last } = wrote as Seen;
  const { seen } = current;
  if (seen.last.at <= last.at) return before;
  const bySite = { ...before.seen.bySite };
  for (const [site, at] of Object.entries(seen.bySite)) if (at > last.at) bySite[site] = at;
  const met = before.seen.count + Math.max(0, seen.count - count);
  return { ...before, seen: { ...before.seen, count: met, last: seen.last, bySite } };
}

/** Ids of every paper that a joining was about, other ids of these too. */
const idsOf = ({ ids, into, replaced }: Joined): PaperId[] => [
  ...[...ids, into],
  ...replaced.flatMap(({ store, key }) => (store === 'papers' || store === 'aliases' ? [String(key)] : [])),
];

/**
 * The joining of this name after every later one that what it made went into, the latest first: each is taken back to
 * what it found. Undefined where nothing is kept of it, or one of the papers has another id by now.
 */
async function toTakeBack(tx: WorkingSet['tx'], at: string): Promise<Joined[] | undefined> {
  const kept = (await tx.objectStore('meta').getAll(all())) as Joined[];
  const [joined, ...later] = kept.filter((one) => one.at >= at);
  if (joined?.at !== at) return undefined;
  const touched = new Set(idsOf(joined));
  const chain = [joined];
  for (const one of later) {
    const ids = idsOf(one);
    if (!ids.some((id) => touched.has(id))) continue;
    for (const id of ids) touched.add(id);
    chain.unshift(one);
  }
  const back = new Set<IDBValidKey>();
  for (const { into, replaced } of chain) {
    if (!back.has(into) && !(await tx.objectStore('papers').getKey(into))) return undefined;
    for (const { store, key, before } of replaced) if (store === 'papers' && before) back.add(key);
  }
  return chain;
}

async function takeBack(tx: WorkingSet['tx'], { at, replaced }: Joined): Promise<void> {
  const writes: Write[] = [];
  for (const one of replaced) {
    const current: unknown = await tx.objectStore(one.store).get(one.key as never);
    if (one.store === 'marks') writes.push(undoneMark(one, current));
    else {
      const value = one.store === 'papers' ? paperBefore(one, current) : one.before;
      writes.push({ store: one.store, key: one.key, ...(value === undefined ? {} : { value }) });
    }
  }
  await applyWrites(tx, writes);
  await tx.objectStore('meta').delete(keyOf(at));
}

/**
 * Takes a joining back, and first every later one of the paper it made: all are as they were; what was decided about the
 * one paper since stays with the one that has its id.
 * @returns the ids of all of them; undefined where nothing is kept of it, or the paper has another id by now.
 * @throws ManiculeError
 */
export async function takeApart(at: string): Promise<PaperId[] | undefined> {
  const ids = await inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const joinings = await toTakeBack(tx, at);
    if (!joinings) return undefined;
    for (const joined of joinings) await takeBack(tx, joined);
    noteDecided(tx as unknown as Tx);
    await recountIn(tx);
    return [...new Set(joinings.reverse().flatMap((joined) => joined.ids))];
  });
  if (ids) announce({ ids: [...ids], what: 'all' });
  return ids;
}

/** What the reader made one and can take apart, the latest first. @throws ManiculeError */
export const listJoined = (): Promise<Omit<Joined, 'replaced'>[]> =>
  inTransaction(['meta'], 'readonly', async (tx) => {
    const kept = (await tx.objectStore('meta').getAll(all())) as Joined[];
    return kept.reverse().map(({ replaced: _, ...joined }) => joined);
  });

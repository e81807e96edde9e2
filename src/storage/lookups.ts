/**
 * The queue of papers other sources are still to be asked about, and the answers that came. Everything that must survive
 * the worker is here: an order is kept until nothing is left to ask, a pace until it is over.
 */
import type { Answer } from '../core/lookups.ts';
import type { PaperId } from '../core/paper.ts';
import type { SourceId } from '../core/sources.ts';
import { inTransaction } from './db.ts';
import { isObject, isTextList, sameJson } from './records.ts';
import type { LookupRecord, SourceState } from './schema.ts';

export interface Order {
  id: PaperId;
  why: LookupRecord['why'];
  /** The tab that shows it. */
  tab?: number | undefined;
}

const isLookup = (value: unknown): value is LookupRecord =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['due'] === 'string' &&
  (value['why'] === 'saved' || value['why'] === 'view') &&
  Array.isArray(value['tabs']) &&
  value['tabs'].every((tab) => typeof tab === 'number');

const isAnswer = (value: unknown): value is Answer =>
  isObject(value) &&
  typeof value['key'] === 'string' &&
  typeof value['until'] === 'string' &&
  isTextList(value['told']) &&
  ['found', 'absent', 'failed'].includes(String(value['state']));

/** Tabs told of one paper. */
const MAX_TABS = 8;

/** Puts papers into the queue; those in it stay, asked about in full once one order says so. @throws ManiculeError */
export async function queueLookups(orders: readonly Order[], now: string): Promise<void> {
  if (orders.length === 0) return;
  await inTransaction(['lookups'], 'readwrite', async (tx) => {
    const store = tx.objectStore('lookups');
    const known: unknown[] = await Promise.all(orders.map(({ id }) => store.get(id)));
    const puts = new Map<PaperId, LookupRecord>();
    orders.forEach(({ id, why, tab }, at) => {
      const stored = known[at];
      const before = puts.get(id) ?? (isLookup(stored) ? stored : undefined);
      const saved = why === 'saved' || before?.why === 'saved';
      const tabs = [...new Set([...(before?.tabs ?? []), ...(tab === undefined ? [] : [tab])])];
      const raised = saved && before?.why !== 'saved';
      puts.set(id, {
        id,
        why: saved ? 'saved' : 'view',
        tabs: tabs.slice(-MAX_TABS),
        due: before && !raised ? before.due : saved ? '' : now,
      });
    });
    for (const record of puts.values()) void store.put(record).catch(() => undefined); // the transaction tells
  });
}

/** Papers that may be worked on at `now`, saved ones first. Unreadable ones are taken out. @throws ManiculeError */
export async function dueLookups(now: string, limit: number): Promise<LookupRecord[]> {
  const found: unknown[] = await inTransaction(['lookups'], 'readonly', (tx) =>
    tx.objectStore('lookups').index('due').getAll(IDBKeyRange.upperBound(now), limit),
  );
  const broken = found.filter((one) => !isLookup(one)) as { id: PaperId }[];
  if (broken.length > 0) {
    await inTransaction(['lookups'], 'readwrite', async (tx) => {
      for (const { id } of broken) void tx.objectStore('lookups').delete(id);
    });
  }
  return found.filter(isLookup);
}

/** When the queue has work again: the earliest due time in it; undefined when it is empty. @throws ManiculeError */
export const nextDue = (): Promise<string | undefined> =>
  inTransaction(
    ['lookups'],
    'readonly',
    async (tx) => (await tx.objectStore('lookups').index('due').openKeyCursor())?.key,
  );

/** How many papers are in the queue. @throws ManiculeError */
export const countLookups = (): Promise<number> =>
  inTransaction(['lookups'], 'readonly', (tx) => tx.objectStore('lookups').count());

/**
 * Takes finished orders out of the queue and puts others off. One that was changed since it was read is left alone: it
 * asks for more now.
 * @throws ManiculeError
 */
export async function settleLookups(
  done: readonly LookupRecord[],
  later: readonly { order: LookupRecord; due: string }[] = [],
): Promise<void> {
  if (done.length === 0 && later.length === 0) return;
  await inTransaction(['lookups'], 'readwrite', async (tx) => {
    const store = tx.objectStore('lookups');
    const all = [...done.map((order) => ({ order, due: undefined })), ...later];
    const now: unknown[] = await Promise.all(all.map(({ order }) => store.get(order.id)));
    all.forEach(({ order, due }, at) => {
      if (!sameJson(now[at], order)) return;
      const request = due === undefined ? store.delete(order.id) : store.put({ ...order, due });
      void request.catch(() => undefined); // the transaction tells
    });
  });
}

/** Empties the queue of what one switch asked for, or all of it. @throws ManiculeError */
export async function dropLookups(why?: LookupRecord['why']): Promise<void> {
  await inTransaction(['lookups'], 'readwrite', async (tx) => {
    const store = tx.objectStore('lookups');
    if (why === undefined) {
      await store.clear();
      return;
    }
    let cursor = await store.openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      if (cursor.value.why === why) void cursor.delete().catch(() => undefined);
    }
  });
}

/** What was answered, by key. @throws ManiculeError */
export async function readAnswers(keys: readonly string[]): Promise<Map<string, Answer>> {
  const unique = [...new Set(keys)];
  const found: unknown[] = await inTransaction(['answers'], 'readonly', (tx) =>
    Promise.all(unique.map((key) => tx.objectStore('answers').get(key))),
  );
  return new Map(found.filter(isAnswer).map((answer) => [answer.key, answer]));
}

/** Keeps answers that tell nothing of a paper. Those that do are kept with it: see `enrichPapers`. @throws ManiculeError */
export async function keepAnswers(answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return;
  await inTransaction(['answers'], 'readwrite', async (tx) => {
    await Promise.all(answers.map((answer) => tx.objectStore('answers').put(answer)));
  });
}

/** Deletes answers that are over. @throws ManiculeError */
export const forgetAnswers = (now: string): Promise<void> =>
  inTransaction(['answers'], 'readwrite', async (tx) => {
    const store = tx.objectStore('answers');
    const keys = await store.index('until').getAllKeys(IDBKeyRange.upperBound(now), 1_000);
    await Promise.all(keys.map((key) => store.delete(key)));
  });

export type SourceStates = Partial<Record<SourceId, SourceState>>;

/** How each source was met last. @throws ManiculeError */
export const sourceStates = (): Promise<SourceStates> =>
  inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('sources')) as SourceStates | undefined) ?? {},
  );

/** Notes how a source was met. @throws ManiculeError */
export const noteSource = (id: SourceId, state: SourceState): Promise<void> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    const meta = tx.objectStore('meta');
    const known = (await meta.get('sources')) as SourceStates | undefined;
    await meta.put({ ...known, [id]: state }, 'sources');
  });

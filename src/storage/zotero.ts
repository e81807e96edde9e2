/**
 * What is on its way to Zotero, what was sent, and which ids are known to be in its library. Everything that must survive
 * the worker is here: an order is written before its request leaves and kept for ever once Zotero took it.
 */
import type { PaperId } from '../core/paper.ts';
import { NO_ZOTERO_STATE, type ZoteroOrder, type ZoteroState } from '../core/zotero.ts';
import { inTransaction } from './db.ts';
import { isObject } from './records.ts';

const STATES: readonly unknown[] = ['queued', 'sent', 'unsure', 'failed'];

const isOrder = (value: unknown): value is ZoteroOrder =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['at'] === 'string' &&
  (value['why'] === 'hand' || value['why'] === 'save') &&
  STATES.includes(value['state']);

/** The order with what its indexes need: queued ones have a due time, sent ones the time of it, others neither. */
function stored(order: ZoteroOrder): ZoteroOrder {
  const { due, sentAt: _, ...rest } = order;
  if (order.state === 'queued') return { ...rest, due: due ?? '' };
  return order.state === 'sent' ? { ...rest, sentAt: order.at } : rest;
}

/** Writes orders as they are given, whatever there was. @throws ManiculeError */
export async function putZotero(orders: readonly ZoteroOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await inTransaction(['zotero'], 'readwrite', async (tx) => {
    // the transaction tells of failures
    for (const order of orders)
      void tx
        .objectStore('zotero')
        .put(stored(order))
        .catch(() => undefined);
  });
}

/** What somebody wants sent: a paper by all ids it is stored under, its own first. */
export interface ZoteroWish extends Pick<ZoteroOrder, 'at' | 'why' | 'again'> {
  ids: readonly PaperId[];
  due: string;
}

/**
 * Orders papers, in one transaction with what is known of them: a paper whose request left goes on as it is, one of unknown
 * outcome waits for the reader unless it is wanted again, and what was ordered by hand stays so.
 * @returns the id each is kept under. @throws ManiculeError
 */
export const giveZotero = (wishes: readonly ZoteroWish[]): Promise<PaperId[]> =>
  inTransaction(['zotero'], 'readwrite', async (tx) => {
    const store = tx.objectStore('zotero');
    const known: unknown[][] = await Promise.all(
      wishes.map(({ ids }) => Promise.all(ids.map((id) => store.get(id)))),
    );
    return wishes.map(({ ids, ...wish }, at) => {
      const before = known[at]?.find(isOrder);
      const id = before?.id ?? (ids[0] as PaperId);
      if (before?.session !== undefined || (before?.state === 'unsure' && !wish.again)) return id;
      const asked = before?.state === 'queued' && before.why === 'hand' ? before : undefined;
      const order: ZoteroOrder = { ...wish, id, state: 'queued', ...(asked ? { why: 'hand' } : {}) };
      if (asked?.due !== undefined) order.due = asked.due;
      void store.put(stored(order)).catch(() => undefined); // the transaction tells
      return id;
    });
  });

/** Takes orders out as if they had never been given. @throws ManiculeError */
export async function dropZotero(ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  await inTransaction(['zotero'], 'readwrite', async (tx) => {
    for (const id of ids)
      void tx
        .objectStore('zotero')
        .delete(id)
        .catch(() => undefined);
  });
}

/** Queued orders that may be worked on at `now` (ISO time), those due first first. Unreadable ones are taken out. @throws ManiculeError */
export async function dueZotero(now: string, limit: number): Promise<ZoteroOrder[]> {
  const found: unknown[] = await inTransaction(['zotero'], 'readonly', (tx) =>
    tx.objectStore('zotero').index('due').getAll(IDBKeyRange.upperBound(now), limit),
  );
  await dropZotero(found.filter((one) => !isOrder(one)).map((one) => (one as ZoteroOrder).id));
  return found.filter(isOrder);
}

/** The earliest due time in the queue; undefined when it is empty. @throws ManiculeError */
export const nextZotero = (): Promise<string | undefined> =>
  inTransaction(
    ['zotero'],
    'readonly',
    async (tx) => (await tx.objectStore('zotero').index('due').openKeyCursor())?.key,
  );

/** The orders given under these ids. @throws ManiculeError */
export async function zoteroOrders(ids: readonly PaperId[]): Promise<Map<PaperId, ZoteroOrder>> {
  const unique = [...new Set(ids)];
  const found: unknown[] = await inTransaction(['zotero'], 'readonly', (tx) =>
    Promise.all(unique.map((id) => tx.objectStore('zotero').get(id))),
  );
  return new Map(found.filter(isOrder).map((order) => [order.id, order]));
}

/** All orders that are not sent, at most `limit`, and how many there are of each state. @throws ManiculeError */
export async function listZotero(
  limit: number,
): Promise<{ orders: ZoteroOrder[]; queued: number; sent: number }> {
  return inTransaction(['zotero'], 'readonly', async (tx) => {
    const store = tx.objectStore('zotero');
    const [queued, sent, all] = await Promise.all([
      store.index('due').count(),
      store.index('sentAt').count(),
      store.count(),
    ]);
    const orders: ZoteroOrder[] = [];
    // most are sent: the rest is looked for only where there is one
    let cursor = all > queued + sent ? await store.openCursor() : null;
    for (; cursor && orders.length < limit; cursor = await cursor.continue()) {
      const { value } = cursor;
      if (isOrder(value) && (value.state === 'unsure' || value.state === 'failed')) orders.push(value);
    }
    return { orders, queued, sent };
  });
}

/** Of `ids` those that Zotero took or is known to have. @throws ManiculeError */
export async function inZotero(ids: readonly PaperId[]): Promise<Set<PaperId>> {
  const unique = [...new Set(ids)];
  return inTransaction(['zotero', 'zoteroItems'], 'readonly', async (tx) => {
    const [orders, items] = await Promise.all([
      Promise.all(unique.map((id) => tx.objectStore('zotero').get(id) as Promise<unknown>)),
      Promise.all(unique.map((id) => tx.objectStore('zoteroItems').getKey(id))),
    ]);
    return new Set(
      unique.filter((_, at) => {
        const order = orders[at];
        return items[at] !== undefined || (isOrder(order) && order.state === 'sent');
      }),
    );
  });
}

/** Notes ids of items met while reading Zotero's library, together with how far that is. @throws ManiculeError */
export const keepZoteroItems = (ids: readonly PaperId[], scan: string, state: ZoteroState): Promise<void> =>
  inTransaction(['zoteroItems', 'meta'], 'readwrite', async (tx) => {
    for (const id of ids)
      void tx
        .objectStore('zoteroItems')
        .put({ id, scan })
        .catch(() => undefined);
    await tx.objectStore('meta').put(state, 'zotero');
  });

/** Forgets ids that the reading `scan` of the whole library did not meet. @throws ManiculeError */
export const sweepZoteroItems = (scan: string): Promise<void> =>
  inTransaction(['zoteroItems'], 'readwrite', async (tx) => {
    const store = tx.objectStore('zoteroItems');
    for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
      if (cursor.value.scan !== scan) void cursor.delete().catch(() => undefined);
    }
  });

/** How Zotero was met last. @throws ManiculeError */
export const zoteroState = (): Promise<ZoteroState> =>
  inTransaction(['meta'], 'readonly', async (tx) => {
    const known: unknown = await tx.objectStore('meta').get('zotero');
    return isObject(known) && typeof known['failures'] === 'number'
      ? (known as unknown as ZoteroState)
      : NO_ZOTERO_STATE;
  });

/** Notes how Zotero was met. @throws ManiculeError */
export const noteZotero = (state: ZoteroState): Promise<void> =>
  inTransaction(['meta'], 'readwrite', async (tx) => {
    await tx.objectStore('meta').put(state, 'zotero');
  });

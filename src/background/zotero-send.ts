/**
 * One group of papers to Zotero. An order knows its session before the request leaves: a request whose answer was lost is
 * sent once more under the same name, and Zotero tells it from a new one. What Zotero refused gets a new name, since it
 * remembers sessions that failed as well.
 */
import { idsOf } from '../core/identity.ts';
import { isSaved } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import {
  isUnknown,
  type Selection,
  type Trouble,
  type ZoteroOrder,
  type ZoteroState,
} from '../core/zotero.ts';
import { type Exportable, exportableOf } from '../exchange/exportable.ts';
import { ownTags, zoteroItem } from '../exchange/to/zotero.ts';
import type { ZoteroClient } from '../platform/zotero.ts';
import {
  announce,
  dropZotero,
  getRows,
  inZotero,
  noteZotero,
  putZotero,
  type Row,
  zoteroState,
} from '../storage/index.ts';

/** Papers in one request. */
const GROUP = 25;
/** Zotero forgets sessions after ten minutes: past this a lost request cannot be told from a new one. In ms. */
export const SESSION_MS = 8 * 60_000;

const MINUTE = 60_000;

export interface SendWorld {
  client: ZoteroClient;
  now(): number;
  /** A name no session had before. */
  session(): string;
}

interface Paper {
  order: ZoteroOrder;
  item: Exportable;
}

const paperOf = (order: ZoteroOrder, row: Row | undefined): Paper | undefined =>
  row && { order, item: exportableOf(row.paper, row.mark) };

const byAnyId = (rows: readonly Row[]): Map<PaperId, Row> =>
  new Map(rows.flatMap((row) => [row.paper.id, ...row.paper.aliases].map((id) => [id, row] as const)));

/** Zotero is never left alone for longer, in ms. */
export const LONGEST_PAUSE = 60 * MINUTE;

/** How long Zotero is left alone after `failures` in a row, in ms; what only the reader can mend is tried less often. */
export function pauseAfter({ kind }: Trouble, failures: number): number {
  const [first, most] = kind === 'absent' || kind === 'slow' ? [MINUTE, 15] : [5 * MINUTE, 12];
  return first * Math.min(2 ** (failures - 1), most);
}

/** Notes a failure; returns how long to wait. */
export async function troubled(trouble: Trouble, now: number): Promise<number> {
  const before = await zoteroState();
  const failures = before.failures + 1;
  const pause = pauseAfter(trouble, failures);
  const at = new Date(now).toISOString();
  await noteZotero({ ...before, trouble, failures, at, nextAt: new Date(now + pause).toISOString() });
  announce({ ids: [], what: 'zotero' });
  return pause;
}

/** Notes that Zotero did what it was asked, or, with `trouble`, nearly so. */
async function went(at: string, change: Partial<ZoteroState> = {}): Promise<void> {
  const { trouble: _trouble, nextAt: _nextAt, ...rest } = await zoteroState();
  await noteZotero({ ...rest, failures: 0, at, ...change });
}

/** The order as it was before it was sent off, and what is kept of one that Zotero took. */
const unsent = ({ id, state, at, why, again }: ZoteroOrder, due = at): ZoteroOrder => ({
  id,
  state,
  at,
  why,
  due,
  ...(again ? { again } : {}),
});
const sent = ({ id, why }: ZoteroOrder, at: string): ZoteroOrder => ({ id, state: 'sent', at, why });

/** The library a target lies in: targets are listed each library first, its collections after it. */
function libraryOf(target: string, { targets }: Selection): string | undefined {
  const at = targets.findIndex(({ id }) => id === target);
  return targets.slice(0, at + 1).findLast(({ level }) => level === 0)?.id;
}

/** Papers of `orders`; those that are gone, not saved any more, or in Zotero already are settled without a request. */
async function papersOf(orders: readonly ZoteroOrder[], now: string): Promise<Paper[]> {
  const { rows } = await getRows(orders.map(({ id }) => id));
  const byId = byAnyId(rows);
  const there = await inZotero(rows.flatMap(({ paper }) => idsOf(paper)));
  const out: Paper[] = [];
  const gone: string[] = [];
  const known: ZoteroOrder[] = [];
  for (const order of orders) {
    const row = byId.get(order.id);
    if (!row || (order.why === 'save' && !order.session && !isSaved(row.mark))) gone.push(order.id);
    else if (!order.again && idsOf(row.paper).some((id) => there.has(id))) known.push(order);
    else out.push(paperOf(order, row) as Paper);
  }
  await dropZotero(gone);
  await putZotero(known.map((order) => sent(order, now)));
  if (gone.length + known.length > 0) announce({ ids: known.map(({ id }) => id), what: 'zotero' });
  return out;
}

/** Tells Zotero where a session belongs and what the reader calls it, and settles its orders. Returns how long to wait. */
async function finish(papers: readonly Paper[], tags: string, world: SendWorld): Promise<number> {
  const now = new Date(world.now()).toISOString();
  const { session = '', target = '', moves, begun = now } = papers[0]?.order ?? {};
  const orders = papers.map(({ order }): ZoteroOrder => ({ ...order, taken: true, due: '' }));
  let problem: Trouble | undefined;
  if (moves) {
    await putZotero(orders);
    const moved = await world.client.move(session, target, tags);
    const late = world.now() - Date.parse(begun) > SESSION_MS;
    if ('trouble' in moved) {
      if (isUnknown(moved.trouble) && !late) return troubled(moved.trouble, world.now());
      problem = moved.trouble;
    } else if (moved.kind === 'no-target') problem = { kind: 'target-gone' };
  }
  await putZotero(orders.map((order) => sent(order, now)));
  const { batch } = await zoteroState();
  await went(now, {
    ...(problem ? { trouble: problem } : {}),
    ...(batch === undefined ? {} : { batch: Math.min(batch * 2, GROUP) }),
  });
  announce({ ids: orders.map(({ id }) => id), what: 'zotero' });
  return 0;
}

/** Orders whose request was never answered and whose session is too old to ask about: told apart where that can be. */
async function tooLate(papers: readonly Paper[], selection: Selection, now: string): Promise<number> {
  const { readable, lookedAt = '' } = await zoteroState();
  // what was not met in the library after the request never arrived there; only the reader's own is read
  const isTold = ({ order: { target = '', begun = now } }: Paper) =>
    readable === true && lookedAt > begun && libraryOf(target, selection) === 'L1';
  await putZotero(
    papers.map((paper) =>
      isTold(paper) ? unsent(paper.order, now) : { ...unsent(paper.order), state: 'unsure', at: now },
    ),
  );
  announce({ ids: [], what: 'zotero' });
  return 0;
}

/**
 * Sends those of `orders` that can go together. Returns how long to wait until the next, in ms.
 * @param chosen where the reader wants them; '': what is selected in Zotero.
 * @throws ManiculeError where storage fails.
 */
export async function sendSome(
  orders: readonly ZoteroOrder[],
  chosen: string,
  world: SendWorld,
): Promise<number> {
  const now = new Date(world.now()).toISOString();
  const begun = orders.find(({ session }) => session !== undefined);
  const same = begun ? orders.filter(({ session }) => session === begun.session) : orders;
  const all = begun?.taken ? await takenPapers(same, now) : await papersOf(same, now);
  const first = all[0];
  if (!first) return 0;
  const tags = ownTags(first.item);
  if (begun?.taken) return finish(all, tags, world);
  const selection = await world.client.selected();
  if ('trouble' in selection) return troubled(selection.trouble, world.now());
  if (begun) {
    const late = world.now() - Date.parse(begun.begun ?? now) > SESSION_MS;
    return late ? tooLate(all, selection, now) : save(all, tags, world);
  }
  const selected = selection.target.id;
  if (chosen === '' && !selection.editable) return troubled({ kind: 'read-only' }, world.now());
  if (chosen !== '' && selection.targets.length > 0 && !selection.targets.some((one) => one.id === chosen)) {
    return troubled({ kind: 'target-gone' }, world.now());
  }
  const { batch = GROUP } = await zoteroState();
  const group = all.filter(({ item }) => ownTags(item) === tags).slice(0, batch);
  const target = chosen || selected;
  const moves = target !== selected || tags !== ''; // tags go the same way
  const session = world.session();
  const papers = group.map((paper) => ({
    ...paper,
    order: { ...paper.order, session, begun: now, target, moves, due: '' },
  }));
  await putZotero(papers.map(({ order }) => order));
  return save(papers, tags, world);
}

/** Papers of orders that Zotero took: sent, whatever became of them here since. */
async function takenPapers(orders: readonly ZoteroOrder[], now: string): Promise<Paper[]> {
  const byId = byAnyId((await getRows(orders.map(({ id }) => id))).rows);
  const row = (order: ZoteroOrder) => byId.get(order.id);
  await putZotero(orders.filter((order) => !row(order)).map((order) => sent(order, now)));
  return orders.flatMap((order) => paperOf(order, row(order)) ?? []);
}

async function save(papers: readonly Paper[], tags: string, world: SendWorld): Promise<number> {
  const now = new Date(world.now()).toISOString();
  const items = papers.map(({ item }) => zoteroItem(item, now));
  const saved = await world.client.save(papers[0]?.order.session ?? '', items);
  if ('kind' in saved) return finish(papers, tags, world);
  if (isUnknown(saved.trouble)) return troubled(saved.trouble, world.now());
  const again = papers.map(({ order }) => unsent(order));
  if (saved.trouble.kind !== 'failed') {
    await putZotero(again);
    return troubled(saved.trouble, world.now());
  }
  // Zotero saves all of a request or nothing: the one it cannot save is found by halves
  if (papers.length > 1) {
    await putZotero(again);
    await noteZotero({ ...(await zoteroState()), batch: Math.ceil(papers.length / 2) });
    return 0;
  }
  await putZotero(again.map((order) => ({ ...order, state: 'failed', at: now })));
  await noteZotero({ ...(await zoteroState()), at: now, batch: GROUP });
  announce({ ids: [], what: 'zotero' });
  return 0;
}

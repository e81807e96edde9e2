/**
 * Reads which papers are in Zotero, where it lets other programs in: the reader's library and those of their groups once a
 * day, what changed in the reader's own in between.
 * Zotero numbers changes only when it synchronises, so that what is new is told by its time.
 */
import type { ZoteroState } from '../core/zotero.ts';
import { readZoteroItems, type ZoteroPage } from '../exchange/from/zotero-items.ts';
import type { ZoteroClient } from '../platform/zotero.ts';
import { announce, keepZoteroItems, noteZotero, sweepZoteroItems, zoteroState } from '../storage/index.ts';

/** Items in one answer. */
const PAGE = 300;
/** The whole library is read again after this, in ms: only so are items missed that were taken out of it. */
const DAY = 24 * 60 * 60 * 1000;
/** A look younger than this is not repeated, in ms. */
export const FRESH = 20_000;

/** Whether the last look was a moment ago and left nothing to read; whichever way a clock was set. */
export const isFresh = (state: ZoteroState, now: number): boolean =>
  state.reading === undefined &&
  state.triedAt !== undefined &&
  Math.abs(now - Date.parse(state.triedAt)) < FRESH;

/**
 * One request. Returns whether there is more to read at once. What goes wrong ends the look until the next one: nothing
 * depends on it.
 * @param whole read all of it, whatever was read before.
 * @throws ManiculeError where storage fails.
 */
export async function look(client: ZoteroClient, now: number, whole: boolean): Promise<boolean> {
  const before = await zoteroState();
  const at = new Date(now).toISOString();
  const [group] = before.reading?.groups ?? [];
  if (before.reading && group !== undefined) return lookAtGroup(client, at, before.reading, group);
  const due = before.readAt === undefined || Math.abs(now - Date.parse(before.readAt)) >= DAY;
  const reading = before.reading ?? (whole || due ? { scan: at, start: 0 } : undefined);
  const answer = reading
    ? await client.read(reading.start, PAGE, 'as added')
    : await client.read(0, PAGE, 'latest change first');
  const { reading: _, ...rest } = { ...(await zoteroState()), triedAt: at };
  if ('trouble' in answer) {
    await noteZotero(rest);
    return false;
  }
  if ('kind' in answer) {
    await noteZotero({ ...rest, readable: false });
    return false;
  }
  const page = pageOf(answer.text);
  if (!page) {
    await noteZotero(rest);
    return false;
  }
  const newest = page.newest > (rest.newest ?? '') ? page.newest : (rest.newest ?? '');
  const known: ZoteroState = { ...rest, lookedAt: at, readable: true, items: answer.total, newest };
  if (!reading) {
    // more changed than one answer holds: rare, and the whole tells it
    const more = page.count === PAGE && page.oldest > (rest.newest ?? '');
    const next = more ? { ...known, reading: { scan: at, start: 0 } } : known;
    await keepZoteroItems(page.ids, rest.readAt ?? at, next);
    if (page.newest > (rest.newest ?? '')) announce({ ids: [], what: 'zotero' });
    return more;
  }
  const start = reading.start + page.count;
  if (page.count > 0 && start < answer.total) {
    await keepZoteroItems(page.ids, reading.scan, { ...known, reading: { scan: reading.scan, start } });
    return true;
  }
  const groups = await client.groups();
  if (groups.length > 0) {
    await keepZoteroItems(page.ids, reading.scan, {
      ...known,
      reading: { scan: reading.scan, start: 0, groups },
    });
    return true;
  }
  await keepZoteroItems(page.ids, reading.scan, { ...known, readAt: at });
  await readWhole(reading.scan);
  return false;
}

/** Everything was met: what was not is there no more. */
async function readWhole(scan: string): Promise<void> {
  await sweepZoteroItems(scan);
  announce({ ids: [], what: 'zotero' });
}

/** One answer of a group's library; a group that cannot be read is passed over. */
async function lookAtGroup(
  client: ZoteroClient,
  at: string,
  { scan, start, groups = [] }: NonNullable<ZoteroState['reading']>,
  group: number,
): Promise<boolean> {
  const answer = await client.read(start, PAGE, 'as added', group);
  const { reading: _, ...rest } = { ...(await zoteroState()), triedAt: at };
  if ('trouble' in answer) {
    await noteZotero(rest);
    return false;
  }
  const page = 'text' in answer ? pageOf(answer.text) : undefined;
  const next = start + (page?.count ?? 0);
  const more = page !== undefined && 'total' in answer && page.count > 0 && next < answer.total;
  const left = more ? groups : groups.slice(1);
  if (left.length > 0) {
    const reading = { scan, start: more ? next : 0, groups: left };
    await keepZoteroItems(page?.ids ?? [], scan, { ...rest, reading });
    return true;
  }
  await keepZoteroItems(page?.ids ?? [], scan, { ...rest, readAt: at });
  await readWhole(scan);
  return false;
}

function pageOf(text: string): ZoteroPage | undefined {
  try {
    return readZoteroItems(text);
  } catch {
    return undefined;
  }
}

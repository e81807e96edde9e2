/** Stores what a listing showed: one transaction per batch, safe to be sent twice. */

import { flagByRules } from '../core/flag-by-rules.ts';
import { idsOf } from '../core/identity.ts';
import type { Mark } from '../core/mark.ts';
import { isNewSighting, meet, metAt, paperOf } from '../core/merge.ts';
import type { Visit } from '../core/messages.ts';
import type { Entry, Paper, PaperId, Sighting, TopicScore } from '../core/paper.ts';
import { flagReasons, type Match } from '../core/rules.ts';
import { shownMark } from '../core/trash.ts';
import { announce, noticeOf } from './changes.ts';
import { inTransaction, type Tx } from './db.ts';
import { flush } from './flush.ts';
import { foreignIds, withoutIds } from './foreign-ids.ts';
import { addLog } from './log.ts';
import { sameJson } from './records.ts';
import type { Row } from './rows.ts';
import { WorkingSet } from './working-set.ts';

/** What storing needs from other rooms. */
export interface SyncTools {
  tag(paper: Paper): TopicScore[];
  topicsVersion: number;
  /** What the watch rules find in a paper, its topics corrected as `mark` says. */
  match(paper: Paper, mark: Mark | undefined): Match[];
}

export interface Synced {
  /** By the id each entry was sent with. */
  rows: Map<PaperId, Row>;
  /** What the rules found, by the same ids. */
  matches: Map<PaperId, Match[]>;
  /** One sentence each; everything else was stored. */
  problems: string[];
}

/** A page reloaded within this time tells nothing new about when a paper was met. */
const FRESH_MS = 5 * 60 * 1000;

const withoutTimes = ({ upvotesAt: _u, commentAt: _c, ...paper }: Paper) => ({
  ...paper,
  seen: { ...paper.seen, last: 0, bySite: 0 },
});

/** Whether `after` says anything that `before` does not. */
function tellsMore(before: Paper, after: Paper): boolean {
  if (Object.keys(after.seen.bySite).length !== Object.keys(before.seen.bySite).length) return true;
  if (Date.parse(after.seen.last.at) - Date.parse(before.seen.last.at) > FRESH_MS) return true;
  return !sameJson(withoutTimes(before), withoutTimes(after));
}

function sightingOf(id: PaperId, entry: Entry, visit: Visit, at: string): Sighting {
  return {
    id,
    site: entry.site,
    at,
    url: visit.url,
    ...(entry.entryType ? { entryType: entry.entryType } : {}),
    position: entry.position,
    ...(entry.upvotes !== undefined ? { upvotes: entry.upvotes } : {}),
  };
}

/** Merges one entry into the set; returns the id its paper has now. */
async function meetEntry(
  set: WorkingSet,
  given: Entry,
  visit: Visit,
  at: string,
  tools: SyncTools,
): Promise<PaperId> {
  const all = idsOf(given);
  const found = set.find(given, all);
  const entry = withoutIds(given, foreignIds(set, all, found));
  const ids = entry === given ? all : idsOf(entry);
  const known = found.length > 1 ? await set.join(found) : found[0];
  let paper = known ? meet(known, entry, at) : paperOf(entry, at);
  if (known && paper.id !== known.id) await set.move(known.id, paper.id);
  await set.takeIn(ids, paper.id);
  if (paper.topicsVersion !== tools.topicsVersion) {
    paper = { ...paper, topics: tools.tag(paper), topicsVersion: tools.topicsVersion };
  }
  if (!known || isNewSighting(known.seen, entry.site, at))
    set.addSighting(sightingOf(paper.id, entry, visit, at));
  if (!known || tellsMore(known, paper)) await set.putPaper(paper, entry.id);
  return paper.id;
}

const STORES = ['papers', 'aliases', 'marks', 'sightings', 'stale', 'meta'] as const;

/** The stores that working sets read and write, undo included. */
export const DATA_STORES = [...STORES, 'rules', 'collections', 'undo'] as const;

async function syncBatch(tx: Tx, entries: readonly Entry[], visit: Visit, tools: SyncTools, now: string) {
  const set = new WorkingSet(tx);
  await set.load(entries.map((entry) => ({ known: entry, ids: idsOf(entry) })));
  const at = metAt(visit.at, now);
  const stands = new Map<PaperId, PaperId>();
  for (const entry of entries) stands.set(entry.id, await meetEntry(set, entry, visit, at, tools));
  const rows = new Map<PaperId, Row>();
  const matches = new Map<PaperId, Match[]>();
  for (const [sent, id] of stands) {
    const paper = set.paper(id);
    if (!paper) continue;
    const found = tools.match(paper, shownMark(set.mark(paper.id)));
    const flagged = flagByRules(set.mark(paper.id), paper.id, flagReasons(found), now);
    if (flagged) set.putMark(flagged);
    const mark = shownMark(set.mark(paper.id));
    rows.set(sent, mark ? { paper, mark } : { paper });
    matches.set(sent, found);
  }
  const marked = [...set.marks].some(([, slot]) => !slot.corrupt && slot.now !== slot.before);
  return { rows, matches, problems: set.corrupt, changed: await flush(set), marked };
}

/**
 * Stores a batch of entries and returns what is known of each paper: found by its ids or title, merged, promoted to a
 * stronger id, joined where two records turn out to be one, tagged, and flagged by the reader's rules.
 * @param now ISO time.
 * @throws ManiculeError 'storage-full' or 'storage-failed'; nothing of the batch is stored then.
 */
export async function syncEntries(
  entries: readonly Entry[],
  visit: Visit,
  tools: SyncTools,
  now: string,
): Promise<Synced> {
  const looked = { ...visit, at: new Date(visit.at).toISOString() };
  const { changed, marked, ...synced } = await inTransaction([...STORES], 'readwrite', (tx) =>
    syncBatch(tx, entries, looked, tools, now),
  );
  const notice = noticeOf(changed, marked ? 'marks' : 'papers');
  if (notice) announce(notice);
  await addLog(...synced.problems.map((message) => ({ at: now, where: 'storage/papers', message })));
  return synced;
}

/** Answers to every message there is. Each reads what it needs from storage: the worker remembers nothing. */
import { ManiculeError } from '../core/errors.ts';
import { metAt } from '../core/merge.ts';
import { type EntryState, FEW, type Visit, type WorkerMessages } from '../core/messages.ts';
import type { Entry, PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { LATER_FILES } from '../core/scripts.ts';
import { undoOf } from '../core/undo-change.ts';
import { setBadge } from '../platform/badge.ts';
import type { Handlers } from '../platform/rpc.ts';
import { inject } from '../platform/scripts.ts';
import { openTab, ownPage, reviewPage } from '../platform/tabs.ts';
import { addLog, changeMarks, getRows, noteSite, syncEntries } from '../storage/index.ts';
import { learnFromCorrections } from './corrections.ts';
import { checkEntries } from './entries.ts';
import { exportFile } from './export.ts';
import { logUnexpected } from './failed.ts';
import { topicFrom } from './learn-topic.ts';
import { lookups } from './lookup-world.ts';
import { relatedTo } from './related.ts';
import { relevanceOf } from './relevance.ts';
import { stateOf, toldOf } from './state.ts';
import { tidy } from './tidy.ts';
import { currentTools } from './tools.ts';
import { zoteroMarks } from './zotero-marks.ts';
import { zotero } from './zotero-world.ts';

const present = (): string => new Date().toISOString();

/** Long enough for the answer to be on its way. */
const TIDY_AFTER_MS = 2_000;

async function sync(visit: Visit, raws: readonly unknown[]): Promise<WorkerMessages['entries.sync']['out']> {
  const now = present();
  const { entries, problems } = checkEntries(raws);
  const tools = await currentTools();
  const synced = await syncEntries(entries, visit, tools, now);
  const marks = await zoteroMarks([...synced.rows.values()].map(({ paper }) => paper));
  const states: [PaperId, EntryState][] = [];
  for (const entry of entries) {
    const row = synced.rows.get(entry.id);
    if (!row) continue;
    // what a visit met first is new to it however long its page stays open
    const at = metAt(visit.at, now);
    const state = stateOf(row, synced.matches.get(entry.id) ?? [], at, tools.topicsOf(row), entry);
    states.push([entry.id, { ...state, ...marks(row.paper) }]);
  }
  setTimeout(() => void tidy(), TIDY_AFTER_MS);
  return {
    states: Object.fromEntries(states),
    words: tools.words,
    problems: [...problems, ...synced.problems],
  };
}

/** Stores the paper first where it is not stored yet. @throws ManiculeError 'not-found' */
async function known(
  id: PaperId,
  entry: Entry | undefined,
  visit: Visit | undefined,
  now: string,
): Promise<PaperId> {
  const { rows } = await getRows([id]);
  const stored = rows[0]?.paper.id;
  if (stored) return stored;
  if (entry) {
    const met = visit ?? { site: entry.site, url: entry.links.page, at: now };
    const { rows: synced } = await syncEntries([entry], met, await currentTools(), now);
    const paper = synced.get(entry.id)?.paper;
    if (paper) return paper.id;
  }
  throw new ManiculeError('not-found', say('paperNotStored'));
}

export const handlers: Handlers<WorkerMessages> = {
  'entries.sync': ({ visit, entries }) => sync(visit, entries),

  'mark.change': async ({ id, change, entry, visit }, sender) => {
    const now = present();
    const at = await known(id, entry, visit, now);
    const changed = await changeMarks([{ id: at, change }], now);
    const { rows } = await getRows([at]);
    const row = rows[0];
    const [done] = changed;
    if (!row || !done) {
      throw new ManiculeError('bad-record', say('markUnreadable'));
    }
    const { match, topicsOf } = await currentTools();
    if (change.saved) {
      void lookups.saved([at], sender.tab?.id); // nobody waits for the network
      void zotero.saved([at]);
    }
    if (change.topics)
      learnFromCorrections().catch((error) => logUnexpected('background/corrections', error));
    const marks = await zoteroMarks([row.paper]);
    return {
      state: {
        ...stateOf(row, match(row.paper, row.mark), metAt(visit?.at, now), topicsOf(row), entry),
        ...marks(row.paper),
      },
      undo: undoOf(done.before, change),
    };
  },

  'states.get': async ({ ids, at }) => {
    const met = metAt(at, present());
    const [{ rows }, { match, words, topicsOf }] = await Promise.all([getRows(ids), currentTools()]);
    const byId = new Map(
      rows.flatMap((row) => [row.paper.id, ...row.paper.aliases].map((id) => [id, row] as const)),
    );
    const marks = await zoteroMarks(rows.map(({ paper }) => paper));
    const states: [PaperId, EntryState][] = [];
    for (const id of ids) {
      const row = byId.get(id);
      if (!row) continue;
      const state = { ...stateOf(row, match(row.paper, row.mark), met, topicsOf(row)), ...marks(row.paper) };
      states.push([id, ids.length <= FEW ? { ...state, ...toldOf(row) } : state]);
    }
    return { states: Object.fromEntries(states), words };
  },

  'lookups.want': async ({ ids }, sender) => {
    void lookups.inView(ids, sender.tab?.id);
    return {};
  },

  'lookups.wake': async ({ saved, library }) => {
    void (library ? lookups.library() : saved ? lookups.saved(saved) : lookups.wake());
    return {};
  },

  'papers.export': ({ ids, format }) => exportFile(ids, format, present()),

  'zotero.send': async ({ ids, auto, again }) => {
    if (!auto) return zotero.send(ids, again === true);
    void zotero.saved(ids);
    return { sent: 0, there: 0, waiting: ids.length, open: 0 };
  },

  'zotero.wake': async ({ look, whole }) => {
    void (look || whole ? zotero.look(whole === true) : zotero.retry());
    return {};
  },

  'badge.set': async ({ count }, sender) => {
    if (sender.tab?.id !== undefined) await setBadge(sender.tab.id, count);
    return {};
  },

  'log.add': async ({ line }) => {
    await addLog(line);
    return {};
  },

  'script.load': async ({ name }, sender) => {
    if (sender.tab?.id !== undefined) await inject(sender.tab.id, LATER_FILES[name]);
    return {};
  },

  'site.read': async ({ outcome }) => {
    await noteSite(outcome, present());
    return {};
  },

  'relevance.of': ({ ids }) => relevanceOf(ids),

  'related.of': async ({ id }) => ({ related: await relatedTo(id) }),

  'topics.learn': async ({ ids }) => ({ topic: await topicFrom(ids) }),

  'page.open': async ({ page, search }, sender) => {
    await openTab(page === 'review' ? reviewPage(sender.tab?.id) : ownPage(page, search ?? ''));
    return {};
  },
};

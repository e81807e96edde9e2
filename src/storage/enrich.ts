/** What other sources told, merged into the papers that are stored: one transaction with the answers it came from. */

import { flagByRules } from '../core/flag-by-rules.ts';
import { idsOf } from '../core/identity.ts';
import { type Answer, lacksOf } from '../core/lookups.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { applyPatch, type Patch } from '../core/patch.ts';
import { flagReasons } from '../core/rules.ts';
import { announce, noticeOf } from './changes.ts';
import { inTransaction } from './db.ts';
import { flush } from './flush.ts';
import { foreignIds } from './foreign-ids.ts';
import type { SyncTools } from './papers.ts';
import { sameJson } from './records.ts';
import { WorkingSet } from './working-set.ts';

/** What one answer tells of one paper. */
export interface Told {
  /** Any id of the paper. */
  id: PaperId;
  patch: Patch;
  /** Kept with it; what it told is noted here. */
  answer: Omit<Answer, 'told'>;
}

export interface Enriched {
  /** Id asked for → the id its paper has now; papers that are no longer stored are missing. */
  ids: Map<PaperId, PaperId>;
  /** Ids whose paper or mark changed. */
  changed: PaperId[];
}

/** The patch without ids that are another paper's, where that one cannot be the same. */
function withoutForeign(set: WorkingSet, paper: Paper, patch: Patch, now: string): Patch {
  const patched = applyPatch(paper, patch, now);
  const ids = idsOf(patched);
  const foreign = foreignIds(set, ids, [paper, ...set.find({ ...patched, id: paper.id }, ids)]);
  if (foreign.size === 0) return patch;
  const { doi, ...rest } = patch;
  return {
    ...rest,
    ids: (patch.ids ?? []).filter((id) => !foreign.has(id)),
    ...(doi && !foreign.has(`doi:${doi}`) ? { doi } : {}),
  };
}

/** Merges one patch; returns the paper as it stands now, undefined where none is stored. */
async function enrichOne(
  set: WorkingSet,
  { id, patch }: Told,
  tools: SyncTools,
  now: string,
): Promise<Paper | undefined> {
  const stored = set.paper(id);
  if (!stored) return undefined;
  const own = withoutForeign(set, stored, patch, now);
  const wanted = applyPatch(stored, own, now);
  const ids = idsOf(wanted);
  const others = set.find({ ...wanted, id: stored.id }, ids).filter((one) => one !== stored);
  const joined = others.length > 0 ? await set.join([stored, ...others]) : stored;
  if (!joined) return undefined;
  let paper = applyPatch(joined, own, now);
  if (paper.id !== joined.id) await set.move(joined.id, paper.id);
  await set.takeIn(ids, paper.id);
  if (paper.topicsVersion !== tools.topicsVersion) {
    paper = { ...paper, topics: tools.tag(paper), topicsVersion: tools.topicsVersion };
  }
  if (!sameJson(paper, set.paper(paper.id))) await set.putPaper(paper);
  const found = flagReasons(tools.match(paper, set.mark(paper.id)));
  const flagged = flagByRules(set.mark(paper.id), paper.id, found, now);
  if (flagged) set.putMark(flagged);
  return paper;
}

const STORES = ['papers', 'aliases', 'marks', 'sightings', 'stale', 'meta', 'answers'] as const;

/**
 * Merges what was told into the stored papers: the best of each field, ids and aliases promoted, papers that turn out
 * to be one joined, topics and rule flags anew where the text changed. Writes no sighting: nobody met the paper. The
 * answers are kept in the same transaction, so that stopped anywhere, a paper has both or neither.
 * @param now ISO time.
 * @throws ManiculeError
 */
export async function enrichPapers(told: readonly Told[], tools: SyncTools, now: string): Promise<Enriched> {
  const result = await inTransaction([...STORES], 'readwrite', async (tx) => {
    const set = new WorkingSet(tx);
    await set.loadIds(told.map(({ id }) => id));
    const first = told.flatMap(({ id, patch }) => {
      const paper = set.paper(id);
      return paper ? [applyPatch(paper, patch, now)] : [];
    });
    await set.load(first.map((known) => ({ known, ids: idsOf(known) })));
    const ids = new Map<PaperId, PaperId>();
    const answers: Answer[] = [];
    for (const one of told) {
      const before = set.paper(one.id);
      const after = await enrichOne(set, one, tools, now);
      if (!before || !after) continue;
      const still = lacksOf(after);
      answers.push({ ...one.answer, told: lacksOf(before).filter((lack) => !still.includes(lack)) });
      ids.set(one.id, after.id);
    }
    for (const answer of answers)
      void tx
        .objectStore('answers')
        .put(answer)
        .catch(() => undefined);
    const marked = [...set.marks].some(([, slot]) => !slot.corrupt && slot.now !== slot.before);
    return { ids, marked, changed: await flush(set) };
  });
  const notice = noticeOf(result.changed, result.marked ? 'marks' : 'papers');
  if (notice) announce(notice);
  return { ids: result.ids, changed: result.changed };
}

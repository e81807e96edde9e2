/** The steps of a restore, each for one chunk in one transaction: merged field by field into what is there. */
import { idsOf, strongest } from '../core/identity.ts';
import { type Mark, mergeMarks } from '../core/mark.ts';
import { mergePapers } from '../core/merge.ts';
import type { Paper, PaperId, Seen, Sighting } from '../core/paper.ts';
import { mergeRules } from '../core/rules.ts';
import type { RestoreCounts } from './backup-types.ts';
import type { Tx } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { isMark, isPaper, isSighting, sameJson } from './records.ts';
import { isRule } from './rule-record.ts';
import type { WorkingSet } from './working-set.ts';

/** Under its strongest id, with every id it is known by. */
function standing(paper: Paper): Paper {
  const ids = idsOf(paper);
  const id = strongest(ids) ?? paper.id;
  return { ...paper, id, aliases: ids.filter((other) => other !== id) };
}

export async function restorePapers(
  set: WorkingSet,
  papers: readonly Paper[],
  counts: RestoreCounts,
): Promise<void> {
  const sound = papers.filter(isPaper).map(standing);
  if (sound.length < papers.length) {
    counts.problems.push(`${papers.length - sound.length} papers could not be read and were left out.`);
  }
  await set.load(sound.map((paper) => ({ known: paper, ids: idsOf(paper) })));
  for (const paper of sound) {
    const ids = idsOf(paper);
    const found = set.find(paper, ids);
    const known = await set.join(found);
    const most = known ? Math.max(known.seen.count, paper.seen.count) : paper.seen.count;
    const merged = known ? mergePapers(known, paper, most) : paper;
    if (known && merged.id !== known.id) await set.move(known.id, merged.id);
    await set.takeIn(ids, merged.id);
    if (known && found.length === 1 && sameJson(known, merged)) {
      counts.unchanged++;
      continue;
    }
    await set.putPaper(merged);
    if (known) counts.changedPapers++;
    else counts.newPapers++;
  }
}

export async function restoreMarks(
  set: WorkingSet,
  marks: readonly Mark[],
  counts: RestoreCounts,
): Promise<void> {
  await set.loadIds(marks.map((mark) => mark.id));
  for (const mark of marks) {
    const id = set.resolve(mark.id);
    if (!isMark(mark) || set.locked(id)) {
      counts.problems.push(`The mark on ${mark.id} was left out: it, or the stored one, cannot be read.`);
      continue;
    }
    const known = set.mark(id);
    const merged = mergeMarks(known ?? { id }, mark, id);
    if (known && sameJson(known, merged)) counts.unchanged++;
    else {
      set.putMark(merged);
      if (known) counts.changedMarks++;
      else counts.newMarks++;
    }
  }
}

/** What all sightings say of when a paper was met; never less than what the paper itself says. */
function seenOf(seen: Seen, sightings: readonly Sighting[]): Seen {
  const out: Seen = { ...seen, count: Math.max(seen.count, sightings.length), bySite: { ...seen.bySite } };
  for (const { at, site } of sightings) {
    if (at < out.first.at) out.first = { at, site };
    if (at > out.last.at) out.last = { at, site };
    if (at > (out.bySite[site] ?? '')) out.bySite[site] = at;
  }
  return out;
}

export async function restoreSightings(
  set: WorkingSet,
  sightings: readonly Sighting[],
  counts: RestoreCounts,
): Promise<void> {
  const sound = sightings.filter(isSighting);
  await set.loadIds(sound.map((one) => one.id));
  const byPaper = new Map<PaperId, Sighting[]>();
  for (const one of sound) {
    const id = set.resolve(one.id);
    byPaper.set(id, [...(byPaper.get(id) ?? []), { ...one, id }]);
  }
  for (const [id, found] of byPaper) {
    const known = new Set((await set.sightingsOf(id)).map((one) => `${one.site} ${one.at}`));
    const fresh = found.filter((one) => !known.has(`${one.site} ${one.at}`));
    counts.newSightings += fresh.length;
    counts.unchanged += found.length - fresh.length;
    for (const one of fresh) set.addSighting(one);
    const paper = set.paper(id);
    if (!paper || fresh.length === 0) continue;
    const seen = seenOf(paper.seen, await set.sightingsOf(id));
    if (!sameJson(seen, paper.seen)) await set.putPaper({ ...paper, seen });
  }
}

export async function restoreRules(
  tx: Tx,
  rules: readonly unknown[],
  counts: RestoreCounts,
  apply: boolean,
): Promise<void> {
  const store = tx.objectStore('rules');
  const writes: Write[] = [];
  for (const rule of rules) {
    if (!isRule(rule)) {
      counts.problems.push('A watch rule could not be read and was left out.');
      continue;
    }
    const known: unknown = await store.get(rule.id);
    const merged = isRule(known) ? mergeRules(known, rule) : rule;
    if (sameJson(known, merged)) counts.unchanged++;
    else {
      writes.push({ store: 'rules', key: rule.id, value: merged });
      if (known === undefined) counts.newRules++;
      else counts.changedRules++;
    }
  }
  if (apply) await applyWrites(tx, writes, true);
}

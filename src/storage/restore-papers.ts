/** One chunk of papers of a backup or another library, merged into what is there. */
import { idsOf, kindOf, strongest } from '../core/identity.ts';
import { mergePapers } from '../core/join.ts';
import type { Paper } from '../core/paper.ts';
import { sayMany } from '../core/say.ts';
import { noteProblem, type RestoreCounts } from './backup-types.ts';
import type { KeyHolders } from './contested-keys.ts';
import { Turns } from './db.ts';
import type { SyncTools } from './papers.ts';
import { isPaper, sameJson } from './records.ts';
import { Strays } from './restore-sightings.ts';
import type { WorkingSet } from './working-set.ts';

/** What assigns topics where merging changed a text; without it that waits until the paper is met. */
export type Tagger = Pick<SyncTools, 'tag' | 'topicsVersion'> & {
  /** Topics of this version are better than what it finds. */
  better?: number;
};

/**
 * A paper of a file as it would be stored: under its strongest id, with every id it is known by, each field in the form
 * that joining gives it. What was stored once has title keys already: more of them would differ from copy to copy.
 */
function standing(paper: Paper): Paper {
  const own = [paper.id, ...paper.aliases];
  const ids = own.some((id) => kindOf(id) === 'title') ? own : idsOf(paper);
  const id = strongest(ids) ?? paper.id;
  const whole = { ...paper, id, aliases: ids.filter((other) => other !== id) };
  return mergePapers(whole, whole, paper.seen.count);
}

/** @param holders of a preview: told of papers that would stand under another id than they do */
export async function restorePapers(
  set: WorkingSet,
  papers: readonly Paper[],
  counts: RestoreCounts,
  apply: boolean,
  tagger?: Tagger,
  holders?: KeyHolders,
): Promise<void> {
  const sound = papers.filter(isPaper).map(standing);
  if (sound.length < papers.length) {
    noteProblem(counts, sayMany('restorePapersLeft', papers.length - sound.length));
  }
  await set.load(sound.map((paper) => ({ known: paper, ids: idsOf(paper) })));
  const strays = await Strays.read(set);
  const turns = new Turns(set.tx);
  for (const paper of sound) {
    await turns.next();
    const ids = idsOf(paper);
    const found = set.find(paper, ids);
    const known = await set.join(found);
    const most = known ? Math.max(known.seen.count, paper.seen.count) : paper.seen.count;
    let merged = known ? mergePapers(known, paper, most) : paper;
    if (known && merged.id !== known.id) await set.move(known.id, merged.id);
    if (known && holders)
      for (const id of [known.id, ...ids]) if (!known.aliases.includes(id)) holders.move(id, merged.id);
    await set.takeIn(ids, merged.id);
    merged = await strays.takeIn(merged, ids);
    if (known && found.length === 1 && sameJson(known, merged)) {
      counts.unchanged++;
      continue;
    }
    if (tagger && merged.topicsVersion !== tagger.topicsVersion && merged.topicsVersion !== tagger.better)
      merged = { ...merged, topics: tagger.tag(merged), topicsVersion: tagger.topicsVersion };
    await set.putPaper(merged);
    if (known) counts.changedPapers++;
    else counts.newPapers++;
  }
  if (apply) await strays.write();
}

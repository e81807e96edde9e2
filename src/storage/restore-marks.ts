/** One chunk of marks of a backup or another library, merged into what is there. */
import { disagreementsOf, mergeImported } from '../core/imported-mark.ts';
import { joinMarks } from '../core/join-marks.ts';
import type { Mark } from '../core/mark.ts';
import { mergeMarks } from '../core/merge-marks.ts';
import type { PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { clip } from '../core/text.ts';
import { MAX_TOLD, noteProblem, type RestoreCounts, type RestoreKind } from './backup-types.ts';
import { type KeyChange, KeyHolders } from './contested-keys.ts';
import { isMark, sameJson } from './records.ts';
import { placesOf } from './restore-places.ts';
import type { WorkingSet } from './working-set.ts';

const shown = (value: unknown): string =>
  clip(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), 200);

/** Cite keys of `marks` that are stored → the paper that has them. Asked for together: one by one each would wait. */
async function ownersOf(set: WorkingSet, marks: readonly Mark[]): Promise<Map<string, PaperId>> {
  const index = set.tx.objectStore('marks').index('citeKey');
  const owners = new Map<string, PaperId>();
  const keys = marks.filter(isMark).flatMap((mark) => mark.citeKey?.value ?? []);
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const owner = await index.getKey(key);
      if (owner !== undefined) owners.set(key, owner);
    }),
  );
  return owners;
}

/**
 * The mark without a cite key that is another paper's: documents refer to papers by it.
 * @param owners cite key → its paper; takes in the mark's
 */
function withFreeKey(
  set: WorkingSet,
  mark: Mark,
  id: PaperId,
  owners: Map<string, PaperId>,
  counts: RestoreCounts,
): Mark {
  const key = mark.citeKey?.value;
  if (key === undefined) return mark;
  const owner = owners.get(key);
  if (owner === undefined || owner === id || set.resolve(owner) === id) {
    owners.set(key, id);
    return mark;
  }
  noteProblem(counts, say('restoreKeyTaken', clip(key, 60), id));
  const { citeKey: _, ...rest } = mark;
  return rest;
}

/**
 * @param now ISO time of decisions that an import changes.
 * @param holders of cite keys, as earlier chunks of a preview left them
 */
export async function restoreMarks(
  set: WorkingSet,
  marks: readonly Mark[],
  counts: RestoreCounts,
  kind: RestoreKind = 'restore',
  now = '',
  holders = new KeyHolders(),
): Promise<void> {
  const placeOf = await placesOf(
    set,
    marks.map((mark) => mark.id),
  );
  const owners = kind === 'import' ? await ownersOf(set, marks) : new Map<string, PaperId>();
  const keys: KeyChange[] = [];
  // an import gives no paper a key that is another's
  if (kind === 'restore') await holders.load(set.tx, marks);
  const isOwn = ({ id }: Mark) => placeOf(id) === id;
  // what was decided about a paper itself before what was about a record that turned out to be it
  for (const given of [...marks.filter(isOwn), ...marks.filter((mark) => !isOwn(mark))]) {
    const id = placeOf(given.id);
    if (!isMark(given) || set.locked(id)) {
      noteProblem(counts, say('restoreMarkLeft', given.id));
      continue;
    }
    const known = set.mark(id);
    const mark = kind === 'import' ? withFreeKey(set, given, id, owners, counts) : given;
    const imported = kind === 'import' ? mergeImported(known, mark, id, now) : undefined;
    const merge = known && given.id !== id ? joinMarks : mergeMarks;
    const merged = imported?.mark ?? merge(known ?? { id }, mark, id);
    const differ = imported?.disagreements ?? (known ? disagreementsOf(known, mark, merged) : []);
    counts.conflicting += differ.length;
    if (kind === 'restore') keys.push({ id, before: known?.citeKey?.value, after: merged.citeKey?.value });
    for (const { field, yours, theirs, kept } of differ) {
      if (counts.conflicts.length >= MAX_TOLD) break;
      counts.conflicts.push({ id, field, yours: shown(yours), theirs: shown(theirs), kept });
    }
    if (known && sameJson(known, merged)) counts.unchanged++;
    else {
      set.putMark(merged);
      if (known) counts.changedMarks++;
      else counts.newMarks++;
    }
  }
  // a job begun before keys were counted has no such count
  counts.contestedKeys = (counts.contestedKeys ?? 0) + holders.take(keys);
}

/** What a restore would change, in sentences. */
import { type CountedKey, say, sayMany } from '../../core/say.ts';
import type { Job, RestoreCounts } from '../../storage/index.ts';
import { list } from './format.ts';
import type { SettingChanges } from './setting-changes.ts';

/** One line for each thing that would change; empty when the backup tells nothing new. */
export function wouldChange(
  counts: RestoreCounts,
  settings: SettingChanges | undefined,
  kind: Job['kind'] = 'restore',
): string[] {
  const lines: string[] = [];
  const line = (count: number, words: CountedKey) => {
    if (count > 0) lines.push(sayMany(words, count));
  };
  line(counts.newPapers, 'optionsWouldNewPapers');
  line(counts.changedPapers, 'optionsWouldKnownPapers');
  line(counts.newMarks, 'optionsWouldNewMarks');
  line(counts.changedMarks, kind === 'import' ? 'optionsWouldAddToMarks' : 'optionsWouldChangeMarks');
  line(counts.newRules, 'optionsWouldNewRules');
  line(counts.changedRules, 'optionsWouldChangeRules');
  line(counts.newCollections ?? 0, 'optionsWouldNewCollections');
  line(counts.changedCollections ?? 0, 'optionsWouldChangeCollections');
  line(counts.newSightings, 'optionsWouldSightings');
  if (settings && settings.names.length > 0) lines.push(say('optionsWouldSettings', list(settings.names)));
  return lines;
}

/** How many cite keys change, and why: those that two papers come to have. Undefined where none does. */
export const keysChange = ({ contestedKeys = 0 }: RestoreCounts): string | undefined =>
  contestedKeys > 0 ? sayMany('optionsRestoreKeys', contestedKeys) : undefined;

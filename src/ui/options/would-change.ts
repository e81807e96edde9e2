/** What a restore would change, in sentences. */
import type { Job, RestoreCounts } from '../../storage/index.ts';
import { many } from './format.ts';
import type { SettingChanges } from './setting-changes.ts';

/** One line for each thing that would change; empty when the backup tells nothing new. */
export function wouldChange(
  counts: RestoreCounts,
  settings: SettingChanges | undefined,
  kind: Job['kind'] = 'restore',
): string[] {
  const lines: string[] = [];
  const line = (count: number, one: string, more?: string) => {
    if (count > 0) lines.push(many(count, one, more));
  };
  line(counts.newPapers, 'new paper');
  line(
    counts.changedPapers,
    'known paper of which more becomes known',
    'known papers of which more becomes known',
  );
  line(counts.newMarks, 'new mark (saves, flags, notes, tags …)', 'new marks (saves, flags, notes, tags …)');
  if (kind === 'import')
    line(counts.changedMarks, 'mark to which something is added', 'marks to which something is added');
  else
    line(
      counts.changedMarks,
      'mark with a later decision in the backup',
      'marks with later decisions in the backup',
    );
  line(counts.newRules, 'new watch rule');
  line(
    counts.changedRules,
    'watch rule with a later edit in the backup',
    'watch rules with later edits in the backup',
  );
  line(counts.newSightings, 'more sighting');
  if (settings && settings.names.length > 0) lines.push(`settings: ${settings.names.join(', ')}`);
  return lines;
}

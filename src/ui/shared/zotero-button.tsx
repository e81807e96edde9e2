/** Sends one paper to Zotero; says so where it is there already, and sends it once more when asked. */
import type { Paper } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { Icon } from './icons.tsx';
import { isInZotero, zoteroOn } from './zotero.ts';

export function ZoteroButton({ paper, title, acts }: { paper: Paper; title: string; acts: Acts }) {
  if (!zoteroOn.value) return null;
  const there = isInZotero(paper);
  return (
    <button
      type="button"
      class="button"
      aria-label={say('sharedNamed', say(there ? 'sharedZoteroAgain' : 'sharedSendToZotero'), title)}
      title={say(there ? 'sharedZoteroAgainHint' : 'sharedSendToZotero')}
      onClick={() => void acts.zotero([paper.id], there)}
    >
      <Icon name="zotero" size={14} />
      {there ? say('sharedInZotero') : 'Zotero'}
    </button>
  );
}

/** Sends one paper to Zotero; says so where it is there already, and sends it once more when asked. */
import type { Paper } from '../../core/paper.ts';
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
      aria-label={`${there ? 'In Zotero. Send again' : 'Send to Zotero'}: ${title}`}
      title={there ? 'It is in Zotero. Send it once more' : 'Send to Zotero'}
      onClick={() => void acts.zotero([paper.id], there)}
    >
      <Icon name="zotero" size={14} />
      {there ? 'In Zotero' : 'Zotero'}
    </button>
  );
}

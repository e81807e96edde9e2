/** Which papers a page is told to be in Zotero: nothing is looked up where that is switched off. */
import { idsOf } from '../core/identity.ts';
import type { EntryState } from '../core/messages.ts';
import type { Paper } from '../core/paper.ts';
import { loadSettings } from '../platform/settings.ts';
import { inZotero } from '../storage/index.ts';

type Mark = Pick<EntryState, 'inZotero'>;

/** What is added to the state of each of `papers`. @throws ManiculeError */
export async function zoteroMarks(papers: readonly Paper[]): Promise<(paper: Paper) => Mark> {
  const { zotero } = await loadSettings();
  const there = zotero ? await inZotero(papers.flatMap(idsOf)) : undefined;
  return (paper) => (there && idsOf(paper).some((id) => there.has(id)) ? { inZotero: true } : {});
}

/** What became of papers on their way to Zotero, and what went wrong, in words. */
import type { Trouble, TroubleKind, ZoteroReport } from '../../core/zotero.ts';
import { papers as countOf } from './words.ts';

const TROUBLES: Readonly<Record<TroubleKind, string>> = {
  permission:
    'The browser does not let Manicule talk to Zotero any more. Switch “Send papers to Zotero” off and on again in the options.',
  absent:
    'Zotero does not answer. Is it running? An ad blocker that guards your local network, or the browser’s own setting for it, can be in the way too.',
  blocked:
    'The browser keeps Manicule from programs on this computer. Allow “Apps on device” (or “Local network access”) for Manicule in the browser’s site settings.',
  slow: 'Zotero takes too long to answer. It may be busy.',
  stranger: 'Another program answers where Zotero should be, on port 23119 of this computer.',
  refused: 'Zotero refused the request.',
  old: 'This Zotero is too old for that. Papers can be sent to it once it is updated; what it took lies where it was selected.',
  outdated: 'This Zotero is newer than this Manicule understands. Update Manicule.',
  'read-only':
    'The library selected in Zotero is read-only. Select another one there, or choose one in the options.',
  'target-gone':
    'The collection chosen in the options is gone from Zotero, or takes no papers any more. Choose another one there.',
  failed: 'Zotero could not do it. Its own log says more: Help, Debug Output Logging.',
};

/** One or two sentences on what went wrong and what helps. */
export function troubleWords({ kind, status }: Trouble): string {
  const words = TROUBLES[kind];
  return status === undefined || kind === 'read-only' ? words : `${words} (It answered ${status}.)`;
}

/** What to tell whoever sent papers: how many arrived, were there, wait, or need the reader. */
export function reportWords({ sent, there, waiting, open, trouble }: ZoteroReport): string {
  const parts: string[] = [];
  if (sent > 0) parts.push(`${countOf(sent)} sent to Zotero.`);
  if (there === 1)
    parts.push(sent + waiting + open === 0 ? 'It is in Zotero already.' : 'One was there already.');
  if (there > 1) parts.push(`${countOf(there)} were there already.`);
  if (trouble) parts.push(troubleWords(trouble));
  if (waiting > 0) {
    const them = waiting === 1 ? 'One paper waits' : `${countOf(waiting)} wait`;
    parts.push(
      trouble ? `${them} here and will be tried again.` : `${them} for Zotero, which is still busy.`,
    );
  }
  if (open > 0) parts.push(`${countOf(open)} could not be settled: see Zotero in the options.`);
  return parts.join(' ') || 'There is nothing to send.';
}

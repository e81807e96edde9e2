/** What became of papers on their way to Zotero, and what went wrong, in words. */
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import type { Trouble, TroubleKind, ZoteroReport } from '../../core/zotero.ts';

const TROUBLES: Readonly<Record<TroubleKind, MessageKey>> = {
  permission: 'sharedZoteroPermission',
  absent: 'sharedZoteroAbsent',
  blocked: 'sharedZoteroBlocked',
  slow: 'sharedZoteroSlow',
  stranger: 'sharedZoteroStranger',
  refused: 'sharedZoteroRefused',
  old: 'sharedZoteroOld',
  outdated: 'sharedZoteroOutdated',
  'read-only': 'sharedZoteroReadOnly',
  'target-gone': 'sharedZoteroTargetGone',
  failed: 'sharedZoteroFailed',
};

/** One or two sentences on what went wrong and what helps. */
export function troubleWords({ kind, status }: Trouble): string {
  const words = say(TROUBLES[kind]);
  return status === undefined || kind === 'read-only'
    ? words
    : say('sharedZoteroAnswered', words, String(status));
}

/** What to tell whoever sent papers: how many arrived, were there, wait, or need the reader. */
export function reportWords({ sent, there, waiting, open, trouble }: ZoteroReport): string {
  const parts: string[] = [];
  if (sent > 0) parts.push(sayMany('sharedZoteroSent', sent));
  if (there === 1 && sent + waiting + open === 0) parts.push(say('sharedZoteroThere'));
  else if (there > 0) parts.push(sayMany('sharedZoteroThereToo', there));
  if (trouble) parts.push(troubleWords(trouble));
  if (waiting > 0) parts.push(sayMany(trouble ? 'sharedZoteroWaits' : 'sharedZoteroBusy', waiting));
  if (open > 0) parts.push(sayMany('sharedZoteroOpen', open));
  return parts.join(' ') || say('sharedZoteroNothing');
}

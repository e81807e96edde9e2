/** How states are put into words: short, plain, the reader's. */
import type { EntryState } from '../core/messages.ts';
import { SITES } from '../sites/index.ts';

const NAMES = new Map(SITES.map((site) => [site.id, site.name]));

export const siteName = (id: string): string => NAMES.get(id) ?? id;

const sameYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** "17 Mar", with the year when it is not this one; "today" for today. */
export function day(iso: string, now = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  if (date.toDateString() === now.toDateString()) return 'today';
  return (date.getFullYear() === now.getFullYear() ? sameYear : otherYear).format(date);
}

/** "seen 3×, first 17 Mar on Hugging Face". */
export function seenWords(state: EntryState): { short: string; rest: string } {
  const { count, first } = state.seen;
  return { short: `seen ${count}×`, rest: `, first ${day(first.at)} on ${siteName(first.site)}` };
}

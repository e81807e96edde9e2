/** How papers and states are put into words: short, plain, the reader's. */

import { siteName } from '../../core/catalog.ts';
import type { Status } from '../../core/mark.ts';
import type { Seen } from '../../core/paper.ts';
import { count, sayMany } from '../../core/say.ts';
import { day, format, seenWords as words } from '../../core/words.ts';

export { siteName } from '../../core/catalog.ts';
export { day } from '../../core/words.ts';

/** "seen 3×, first 17 Mar on Hugging Face", in two parts: see core/words.ts. */
export const seenWords = (seen: Pick<Seen, 'count' | 'first'>, now?: Date, locale?: string) =>
  words({ count: seen.count, first: { at: seen.first.at, site: siteName(seen.first.site) } }, now, locale);

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

/** A publication date as exact as it is known: "11 Mar 2024", "Mar 2024", "2024". */
export function published(date: string, locale?: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (!year || !month) return date;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  if (dayOfMonth) options.day = 'numeric';
  return format(locale, options).format(new Date(Date.UTC(year, month - 1, dayOfMonth ?? 1)));
}

/** "met on Hugging Face 17 Mar, arXiv 18 Mar": each site with its last meeting, earliest first. */
export function metWords(seen: Seen, now = new Date(), locale?: string): string {
  const meetings = Object.entries(seen.bySite).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (meetings.length === 0) return '';
  return `met on ${meetings.map(([site, at]) => `${siteName(site)} ${day(at, now, locale)}`).join(', ')}`;
}

/** "Ada Lovelace, Charles Babbage, +3": at most `most` names. */
export function authorWords(authors: readonly string[], cut: boolean | undefined, most: number): string {
  if (authors.length === 0) return '';
  const shown = authors.slice(0, most).join(', ');
  const more = authors.length - most;
  if (more > 0) return `${shown}, +${more}${cut ? ' and others' : ''}`;
  return cut ? `${shown} et al.` : shown;
}

/** "1 paper", "12,345 papers". */
export const papers = (many: number): string => sayMany('paperCount', many);

/** A count as the reader's locale writes it. */
export const number = (value: number): string => count(value);

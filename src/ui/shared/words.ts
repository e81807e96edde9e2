/** How papers and states are put into words: short, plain, the reader's. */

import { appeared, yearIn } from '../../core/appeared.ts';
import { siteName } from '../../core/catalog.ts';
import type { Status } from '../../core/mark.ts';
import type { Paper, Seen } from '../../core/paper.ts';
import { count, type MessageKey, say, sayMany } from '../../core/say.ts';
import { day, format, seenWords as words } from '../../core/words.ts';

export { siteName } from '../../core/catalog.ts';
export { day } from '../../core/words.ts';

/** "seen 3×, first 17 Mar on Hugging Face", in two parts: see core/words.ts. */
export const seenWords = (seen: Pick<Seen, 'count' | 'first'>, now?: Date, locale?: string) =>
  words({ count: seen.count, first: { at: seen.first.at, site: siteName(seen.first.site) } }, now, locale);

const STATUS_KEYS = {
  'to-read': 'sharedStatusToRead',
  reading: 'sharedStatusReading',
  read: 'sharedStatusRead',
} as const satisfies Record<Status, MessageKey>;

/** "To read". */
export const statusWords = (status: Status): string => say(STATUS_KEYS[status]);

/** A publication date as exact as it is known: "11 Mar 2024", "Mar 2024", "2024". */
export function published(date: string, locale?: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (!year || !month) return date;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  if (dayOfMonth) options.day = 'numeric';
  return format(locale, options).format(new Date(Date.UTC(year, month - 1, dayOfMonth ?? 1)));
}

/** The day, month or year a paper appeared; '' where nobody said. */
export function appearedWords(paper: Paper, locale?: string): string {
  const date = appeared(paper);
  return date === undefined ? '' : published(date, locale);
}

export const yearWords = (paper: Paper): string => appeared(paper)?.slice(0, 4) ?? '';

/** "ICML 2024": the venue, and the year where it does not name one itself. */
export const venueWords = (paper: Paper): string =>
  [paper.venue, yearIn(paper.venue) ? '' : yearWords(paper)].filter(Boolean).join(' ');

/** "met on Hugging Face 17 Mar, arXiv 18 Mar": each site with its last meeting, earliest first. */
export function metWords(seen: Seen, now = new Date(), locale?: string): string {
  const meetings = Object.entries(seen.bySite).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (meetings.length === 0) return '';
  const each = meetings.map(([site, at]) => say('sharedMetOnSite', siteName(site), day(at, now, locale)));
  return say('sharedMet', each.join(', '));
}

/** "Ada Lovelace, Charles Babbage, +3": at most `most` names. */
export function authorWords(authors: readonly string[], cut: boolean | undefined, most: number): string {
  if (authors.length === 0) return '';
  const shown = authors.slice(0, most).join(', ');
  const more = authors.length - most;
  if (more > 0) return say(cut ? 'sharedAuthorsMoreCut' : 'sharedAuthorsMore', shown, more);
  return cut ? say('sharedAuthorsCut', shown) : shown;
}

/** "1 paper", "12,345 papers". */
export const papers = (many: number): string => sayMany('paperCount', many);

/** Every author's name, "et al." after them where the list is known to be cut. */
export function allAuthors(authors: readonly string[], cut: boolean | undefined): string {
  const names = authors.join(', ') || say('sharedNoAuthors');
  return cut ? say('sharedAuthorsCut', names) : names;
}

/** A count as the reader's locale writes it. */
export const number = (value: number): string => count(value);

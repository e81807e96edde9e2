/** How papers and states are put into words: short, plain, the reader's. */
import type { Status } from '../../core/mark.ts';
import type { Seen } from '../../core/paper.ts';

const SITE_NAMES: Readonly<Record<string, string>> = { huggingface: 'Hugging Face', arxiv: 'arXiv' };

/** "Hugging Face" for `huggingface`; the id itself where it has no name. */
export const siteName = (id: string): string => SITE_NAMES[id] ?? id;

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

/** "17 Mar", with the year when it is not this one; "today" for today; '' for what is no time. */
export function day(iso: string, now = new Date(), locale?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  if (date.toDateString() === now.toDateString()) return 'today';
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  if (date.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  return format(locale, options).format(date);
}

/** A publication date as exact as it is known: "11 Mar 2024", "Mar 2024", "2024". */
export function published(date: string, locale?: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (!year || !month) return date;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  if (dayOfMonth) options.day = 'numeric';
  return format(locale, options).format(new Date(Date.UTC(year, month - 1, dayOfMonth ?? 1)));
}

/**
 * "seen 3×, first 17 Mar on Hugging Face"; a paper met once reads "seen 17 Mar on Hugging Face". The first part alone
 * is what a narrow chip shows.
 */
export function seenWords(
  seen: Pick<Seen, 'count' | 'first'>,
  now = new Date(),
  locale?: string,
): { short: string; rest: string } {
  const where = `${day(seen.first.at, now, locale)} on ${siteName(seen.first.site)}`;
  return seen.count > 1
    ? { short: `seen ${seen.count}×`, rest: `, first ${where}` }
    : { short: 'seen', rest: ` ${where}` };
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
export function papers(count: number, locale?: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? 'paper' : 'papers'}`;
}

/** A count as the reader's locale writes it. */
export const number = (count: number): string => new Intl.NumberFormat().format(count);

/** How papers and times are put into words, in pages and in the extension's own: short, plain, the reader's. */
import type { Seen } from './paper.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The whole interface is English: its dates are too, day before month, wherever the reader is. */
const LOCALE = 'en-GB';

/** A date format, made once. */
export function format(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale ?? LOCALE}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale ?? LOCALE, options);
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

/**
 * "seen 3×, first 17 Mar on Hugging Face"; a paper met once reads "seen 17 Mar on Hugging Face". The first part alone
 * is what a narrow chip shows.
 * @param seen whose first meeting names its site as readers know it.
 */
export function seenWords(
  seen: Pick<Seen, 'count' | 'first'>,
  now = new Date(),
  locale?: string,
): { short: string; rest: string } {
  const where = `${day(seen.first.at, now, locale)} on ${seen.first.site}`;
  return seen.count > 1
    ? { short: `seen ${seen.count}×`, rest: `, first ${where}` }
    : { short: 'seen', rest: ` ${where}` };
}

/** Every key in pages, in the order they are learned. */
export const PAGE_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['j k', 'next, previous entry'],
  ['s', 'save'],
  ['f', 'flag'],
  ['x', 'dismiss'],
  ['a', 'abstract in place'],
  ['o Enter', 'open the page'],
  ['p', 'PDF'],
  ['h', 'HTML'],
  ['u', 'undo'],
  ['g s', 'saved papers'],
  ['g f', 'flagged papers'],
  ['g r', 'review this page'],
  ['?', 'these keys'],
  ['Esc', 'close'],
];

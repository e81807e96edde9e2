/** Sizes, dates and lists as the page says them, in the reader's language. */
import { language, say } from '../../core/say.ts';
import { format } from '../../core/words.ts';

/** Bytes in steps of 1,000: `842 bytes`, `14 kB`, `1.3 GB`. */
export function size(bytes: number): string {
  let value = Math.round(bytes);
  let unit = 'byte';
  for (const next of ['kilobyte', 'megabyte', 'gigabyte', 'terabyte']) {
    if (value < (unit === 'byte' ? 1_000 : 999.5)) break;
    value /= 1_000;
    unit = next;
  }
  const digits = unit !== 'byte' && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

const DAY = 86_400_000;
const midnight = (time: Date): number => Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());

/** How long ago a day was by the reader's calendar: `today`, `yesterday`, `12 days ago`, `7 months ago`. */
export function age(then: string, now: Date = new Date()): string {
  const days = Math.max(0, Math.round((midnight(now) - midnight(new Date(then))) / DAY));
  const ago = (many: number, unit: 'day' | 'month' | 'year') =>
    // "last month" would be wrong: days count, not months of the calendar
    new Intl.RelativeTimeFormat(language(), { numeric: unit === 'day' ? 'auto' : 'always' }).format(
      -many,
      unit,
    );
  if (days < 60) return ago(days, 'day');
  return days < 730 ? ago(Math.floor(days / 30.44), 'month') : ago(Math.floor(days / 365.25), 'year');
}

/** A moment in the reader's own time zone: `17 Mar 2026, 09:05`. */
export const moment = (time: string): string => {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return format(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
};

/** `a, b, c`, as the reader's language sets things in a row. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : items.reduce((row, one) => say('commonList', row, one));

/** `2026-03-17` by the reader's calendar, for names of files. */
export function dayOf(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Numbers, sizes and dates as the page says them. English, like its sentences. */

const NUMBER = new Intl.NumberFormat('en');

/** `12410` → `12,410`. */
export const number = (value: number): string => NUMBER.format(value);

/** `1 paper`, `2 papers`, `12,410 papers`. */
export const many = (value: number, one: string, more = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : more}`;

/** Bytes in steps of 1,000: `842 bytes`, `14 kB`, `1.3 GB`. */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${Math.round(bytes)} bytes`;
  let value = bytes;
  let unit = '';
  for (const next of ['kB', 'MB', 'GB', 'TB']) {
    if (value < 999.5) break;
    value /= 1_000;
    unit = next;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

const DAY = 86_400_000;
const midnight = (time: Date): number => Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());

/** How long ago a day was by the reader's calendar: `today`, `yesterday`, `12 days ago`, `7 months ago`. */
export function age(then: string, now: Date = new Date()): string {
  const days = Math.round((midnight(now) - midnight(new Date(then))) / DAY);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 60) return `${days} days ago`;
  if (days < 730) return `${Math.floor(days / 30.44)} months ago`;
  return `${Math.floor(days / 365.25)} years ago`;
}

/** A moment in the reader's own time zone: `17 Mar 2026, 09:05`. */
export const moment = (time: string): string => {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
};

/** `2026-03-17` by the reader's calendar, for names of files. */
export function dayOf(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Days, weeks and months as the reader's clock and calendar have them. */

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-17`, by the local clock. */
export const dayKey = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The local midnight that begins the day of a key. */
export function dayOf(key: string): Date {
  const [year = 0, month = 1, day = 1] = key.split('-').map(Number);
  return new Date(year, month - 1, day);
}

/** The day `by` days later (or earlier), whatever the clock does in between. */
export const dayAfter = (date: Date, by: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + by);

interface WeekInfo {
  /** 1 Monday … 7 Sunday. */
  firstDay: number;
}
type Weekly = { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };

/** The day that weeks begin with where `locale` is spoken, 0 Sunday … 6 Saturday; Monday where the browser does not know. */
export function firstWeekday(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as unknown as Weekly;
    const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
    return first === undefined ? 1 : first % 7;
  } catch {
    return 1; // no language at all
  }
}

/** The day that the week of `date` begins with. */
export const weekStart = (date: Date, first: number): Date =>
  dayAfter(date, -((date.getDay() - first + 7) % 7));

/** The first days of every week that has a day from `from` to `to`, in order. */
export function weeksOf(from: Date, to: Date, first: number): Date[] {
  const out: Date[] = [];
  for (let week = weekStart(from, first); week <= to; week = dayAfter(week, 7)) out.push(week);
  return out;
}

/** `2026-03` for every month that has a day from `from` to `to`, in order. */
export function monthsOf(from: Date, to: Date): string[] {
  const out: string[] = [];
  for (let at = new Date(from.getFullYear(), from.getMonth(), 1); at <= to; ) {
    out.push(dayKey(at).slice(0, 7));
    at = new Date(at.getFullYear(), at.getMonth() + 1, 1);
  }
  return out;
}

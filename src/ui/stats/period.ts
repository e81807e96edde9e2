/** The counts of a stretch of time, as pictures show them. Pure. */
import { dayAfter, dayKey, monthsOf, weekStart, weeksOf } from '../../core/days.ts';
import type { DayCount, Stats } from '../../core/stats.ts';

/** Both days belong to it. */
export interface Period {
  from: Date;
  to: Date;
}

/** The last twelve months up to `today`, in whole weeks. */
export const lastYear = (today: Date, first: number): Period => ({
  from: weekStart(dayAfter(today, -364), first),
  to: dayAfter(today, 0),
});

export const ofYear = (year: number): Period => ({ from: new Date(year, 0, 1), to: new Date(year, 11, 31) });

/** The years with any papers, the latest first. */
export const yearsOf = ({ days }: Stats): number[] =>
  [...new Set([...days.keys()].map((key) => Number(key.slice(0, 4))))].sort((a, b) => b - a);

/** A stretch of days as a query writes it. */
export const span = (from: string, to: string): string => (from === to ? from : `${from}..${to}`);

export interface Week {
  /** Its first and last day. */
  from: string;
  to: string;
  added: number;
  saved: number;
}

const NOTHING: DayCount = { added: 0, saved: 0, any: 0 };
const SEVEN = [0, 1, 2, 3, 4, 5, 6];

/** Every week of the time: whole weeks, so that the first may begin before it. */
export function weekCounts({ days }: Stats, { from, to }: Period, first: number): Week[] {
  return weeksOf(from, to, first).map((week) => {
    const keys = SEVEN.map((n) => dayKey(dayAfter(week, n)));
    const sum = (what: 'added' | 'saved') => keys.reduce((all, key) => all + (days.get(key)?.[what] ?? 0), 0);
    return { from: keys[0] as string, to: keys[6] as string, added: sum('added'), saved: sum('saved') };
  });
}

export interface Day {
  key: string;
  /** Its week from 0 on, and its place in it. */
  week: number;
  row: number;
  papers: number;
}

/** Every day of the time, by week. */
export function calendarDays({ days }: Stats, { from, to }: Period, first: number): Day[] {
  return weeksOf(from, to, first).flatMap((start, week) =>
    SEVEN.flatMap((row) => {
      const date = dayAfter(start, row);
      if (date < from || date > to) return [];
      const key = dayKey(date);
      return [{ key, week, row, papers: (days.get(key) ?? NOTHING).any }];
    }),
  );
}

/** How dark a day is, 0 to 4: by the square root, since a few days hold most of the papers. */
export const level = (papers: number, most: number): number =>
  papers <= 0 ? 0 : Math.max(1, Math.ceil(4 * Math.sqrt(papers / Math.max(most, papers))));

export interface TopicRow {
  id: string;
  /** In the time. */
  papers: number;
  months: { month: string; papers: number }[];
}

/** The `most` topics met most in the time, month by month. */
export function topicRows({ topics }: Stats, { from, to }: Period, most: number): TopicRow[] {
  const months = monthsOf(from, to);
  return topics
    .map(({ id, months: counts }) => {
      const row = months.map((month) => ({ month, papers: counts.get(month) ?? 0 }));
      return { id, papers: row.reduce((all, one) => all + one.papers, 0), months: row };
    })
    .filter(({ papers }) => papers > 0)
    .sort((a, b) => b.papers - a.papers)
    .slice(0, most);
}

/** The weeks in which a month begins, with the month; those that would stand too close to the next are left out. */
export function monthPlaces(weeks: readonly Date[]): { week: number; month: Date }[] {
  const places = weeks.flatMap((start, week) => {
    const end = dayAfter(start, 6);
    if (week > 0 && end.getDate() > 7) return [];
    return [{ week, month: new Date(end.getFullYear(), end.getMonth(), 1) }];
  });
  return places.filter(({ week }, at) => (places[at + 1]?.week ?? Number.POSITIVE_INFINITY) - week > 2);
}

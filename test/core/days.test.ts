import { describe, expect, it, test } from 'vitest';
import { dayAfter, dayKey, dayOf, firstWeekday, monthsOf, weekStart, weeksOf } from '../../src/core/days.ts';

test('a day and its key', () => {
  expect(dayKey(new Date(2026, 2, 7, 23, 59))).toBe('2026-03-07');
  expect(dayOf('2026-03-07')).toEqual(new Date(2026, 2, 7));
  expect(dayKey(dayAfter(new Date(2026, 11, 31), 1))).toBe('2027-01-01');
  expect(dayKey(dayAfter(new Date(2026, 2, 1), -1))).toBe('2026-02-28');
});

describe('weeks begin as the language says', () => {
  it.each([
    ['en-US', 0],
    ['en-GB', 1],
    ['de', 1],
    ['ar-EG', 6],
    ['', 1],
    ['no language', 1],
  ])('%j: %i', (locale, first) => expect(firstWeekday(locale)).toBe(first));

  it('goes back to the first day, from any day', () => {
    const starts = (first: number) =>
      [15, 16, 21].map((day) => weekStart(new Date(2026, 2, day, 12), first).getDate());
    expect(starts(1)).toEqual([9, 16, 16]);
    expect(starts(0)).toEqual([15, 15, 15]);
    expect(starts(6)).toEqual([14, 14, 21]);
  });

  it('lists every week of a stretch, over changes of the clock and the year', () => {
    const weeks = weeksOf(new Date(2025, 11, 31), new Date(2026, 3, 1), 1).map(dayKey);
    expect([weeks[0], weeks[1], weeks.at(-1), weeks.length]).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-03-30',
      14,
    ]);
    expect(weeksOf(new Date(2026, 0, 2), new Date(2026, 0, 1), 5)).toEqual([]);
  });
});

test('months of a stretch', () => {
  expect(monthsOf(new Date(2025, 10, 30), new Date(2026, 1, 1))).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
});

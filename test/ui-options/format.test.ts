import { expect, test } from 'vitest';
import { age, dayOf, many, size } from '../../src/ui/options/format.ts';

test('counts and sizes', () => {
  expect(many(1, 'paper')).toBe('1 paper');
  expect(many(12_410, 'paper')).toBe('12,410 papers');
  expect(many(0, 'entry', 'entries')).toBe('0 entries');
  expect([842, 1_000, 14_200, 999_600, 1_340_000_000].map(size)).toEqual([
    '842 bytes',
    '1.0 kB',
    '14 kB',
    '1.0 MB',
    '1.3 GB',
  ]);
});

test('ages by the calendar, not by the hour', () => {
  const now = new Date(2026, 2, 17, 0, 10);
  const on = (...at: [number, number, number, number]) => age(new Date(...at).toISOString(), now);
  expect(on(2026, 2, 17, 0)).toBe('today');
  expect(on(2026, 2, 16, 23)).toBe('yesterday');
  expect(on(2026, 2, 5, 12)).toBe('12 days ago');
  expect(on(2025, 8, 17, 12)).toBe('5 months ago');
  expect(on(2023, 2, 17, 12)).toBe('3 years ago');
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

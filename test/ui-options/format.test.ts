import { expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { setSpeech } from '../../src/core/say.ts';
import { age, dayOf, list, moment, size } from '../../src/ui/options/format.ts';

test('sizes', () => {
  expect([0, 842, 1_000, 14_200, 999_499, 999_600, 1_340_000_000].map(size)).toEqual([
    '0 bytes',
    '842 bytes',
    '1.0 kB',
    '14 kB',
    '999 kB',
    '1.0 MB',
    '1.3 GB',
  ]);
});

test('ages by the calendar, not by the hour', () => {
  const now = new Date(2026, 2, 17, 0, 10);
  const on = (...at: [number, number, number, number]) => age(new Date(...at).toISOString(), now);
  expect(on(2026, 2, 18, 0)).toBe('today'); // a clock that was put back
  expect(on(2026, 2, 17, 0)).toBe('today');
  expect(on(2026, 2, 16, 23)).toBe('yesterday');
  expect(on(2026, 2, 5, 12)).toBe('12 days ago');
  expect(on(2026, 0, 16, 12)).toBe('1 month ago');
  expect(on(2025, 8, 17, 12)).toBe('5 months ago');
  expect(on(2024, 2, 17, 12)).toBe('1 year ago');
  expect(on(2023, 2, 17, 12)).toBe('3 years ago');
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('moments, and what is none', () => {
  expect(moment(new Date(2026, 2, 17, 9, 5).toISOString())).toBe('17 Mar 2026, 09:05');
  expect(moment('at tea time')).toBe('at tea time');
});

test('things in a row', () => {
  expect([[], ['a'], ['a', 'b', 'c']].map(list)).toEqual(['', 'a', 'a, b, c']);
});

test('another language has its own', () => {
  const words: Record<string, { message: string }> = english;
  setSpeech({ template: (key) => words[key]?.message ?? '', language: () => 'de' });
  expect(size(1_340_000_000)).toBe('1,3\u00a0GB');
  expect(age(new Date(2026, 2, 5).toISOString(), new Date(2026, 2, 17))).toBe('vor 12 Tagen');
  expect(moment(new Date(2026, 2, 17, 9, 5).toISOString())).toBe('17.03.2026, 09:05');
});

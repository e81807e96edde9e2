import { expect, test } from 'vitest';
import { statusWords } from '../../src/ui/options/site-words.ts';

test('the options say it in words', () => {
  const now = new Date('2026-03-05T12:00:00.000Z');
  const at = '2026-03-05T08:00:00.000Z';
  expect(statusWords(undefined, now)).toBe('not read yet');
  expect(statusWords({ read: 1, via: 'site', worked: true, at, workedAt: at }, now)).toBe(
    'worked today, 1 entry',
  );
  expect(statusWords({ read: 12, expected: 50, via: 'links', worked: false, at }, now)).toBe(
    'has not worked yet; today 12 of about 50 read by their links: its layout changed',
  );
});

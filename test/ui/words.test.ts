import { expect, test } from 'vitest';
import { reasonWords } from '../../src/core/words.ts';
import {
  allAuthors,
  authorWords,
  day,
  metWords,
  papers,
  published,
  seenWords,
  siteName,
} from '../../src/ui/shared/words.ts';

const now = new Date('2026-03-20T12:00:00Z');
const first = { at: '2026-03-17T09:00:00Z', site: 'huggingface' };

test('seen: how often, when first, where', () => {
  expect(seenWords({ count: 3, first }, now, 'en-GB')).toEqual({
    short: 'seen 3×',
    rest: ', first 17 Mar on Hugging Face',
  });
  expect(seenWords({ count: 1, first }, now, 'en-GB')).toEqual({
    short: 'seen',
    rest: ' 17 Mar on Hugging Face',
  });
});

test('days: today, this year, another year, no time at all', () => {
  expect(day('2026-03-20T01:00:00Z', now, 'en-GB')).toBe('today');
  expect(day('2026-03-17T09:00:00Z', now, 'en-GB')).toBe('17 Mar');
  expect(day('2025-12-31T12:00:00Z', now, 'en-GB')).toBe('31 Dec 2025');
  expect(day('2026-03-17T09:00:00Z', now, 'de')).toBe('17. März');
  expect(day('yesterday', now, 'en-GB')).toBe('');
});

test('publication dates are as exact as they are known', () => {
  expect(published('2024-03-11', 'en-GB')).toBe('11 Mar 2024');
  expect(published('2024-03', 'en-GB')).toBe('Mar 2024');
  expect(published('2024', 'en-GB')).toBe('2024');
  expect(published('in press', 'en-GB')).toBe('in press');
});

test('where a paper was met, in the order of meeting', () => {
  const seen = {
    count: 2,
    first,
    last: { at: '2026-03-18T09:00:00Z', site: 'arxiv' },
    bySite: { arxiv: '2026-03-18T09:00:00Z', huggingface: '2026-03-17T09:00:00Z' },
  };
  expect(metWords(seen, now, 'en-GB')).toBe('met on Hugging Face 17 Mar, arXiv 18 Mar');
  expect(metWords({ ...seen, bySite: {} }, now, 'en-GB')).toBe('');
});

test('authors: as many as fit, and that there are more', () => {
  expect(authorWords([], undefined, 3)).toBe('');
  expect(authorWords(['A', 'B', 'C'], undefined, 3)).toBe('A, B, C');
  expect(authorWords(['A', 'B', 'C', 'D', 'E'], undefined, 3)).toBe('A, B, C, +2');
  expect(authorWords(['A', 'B'], true, 3)).toBe('A, B et al.');
  expect(authorWords(['A', 'B', 'C', 'D'], true, 3)).toBe('A, B, C, +1 and others');
});

test('every author, and whether there are more', () => {
  expect(allAuthors(['A', 'B'], undefined)).toBe('A, B');
  expect(allAuthors(['A', 'B'], true)).toBe('A, B et al.');
  expect(allAuthors([], undefined)).toBe('No authors listed');
});

test('reasons: what is known is told in the reader’s words, all else as it was written', () => {
  const same = [
    'watch: “GUI agent”',
    'topic: Reasoning',
    'flagged by you',
    'author you saved: Ada Lovelace',
    'author you saved twice: Ada: Lovelace',
    'author you saved 12 times: Ada Lovelace',
    'unlike: author you saved: Ada Lovelace',
    'unlike: survey',
    'bilevel optimization',
    'author you saved never: Ada',
    'unlike: ',
    '',
  ];
  expect(same.map(reasonWords)).toEqual(same);
});

test('counts and names', () => {
  expect(papers(1)).toBe('1 paper');
  expect(papers(12_345)).toBe('12,345 papers');
  expect(siteName('huggingface')).toBe('Hugging Face');
  expect(siteName('some-lab')).toBe('some-lab');
});

/** Texts without a sign that opens markup in Org are told at a glance: exactly those in which nothing has to be escaped. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportPapers } from '../../src/exchange/index.ts';
import { ANY_OPENS, OPENS } from '../../src/exchange/to/org.ts';

const piece = fc.constantFrom(
  ...'*/_=~+[]<>{}()\\$@%:-–—\'" \tab1'.split(''),
  ...['fn:', 'cite', '12%', 'src_', 'call_', '{{{', '\n', 'word', '50', 'é'],
);

test('the quick look finds what the careful one does', () => {
  let found = 0;
  let none = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      const careful = text.replace(OPENS, '\u200b') !== text;
      found += Number(careful);
      none += Number(!careful);
      expect(ANY_OPENS.test(text), JSON.stringify(text)).toBe(careful);
    }),
    { numRuns: 20_000 },
  );
  expect(Math.min(found, none)).toBeGreaterThan(1_000);
});

test('a dollar that is no formula opens none, whatever follows it', () => {
  const heading = (title: string) =>
    /^\* (.*)$/m.exec(
      exportPapers('org', [
        {
          paper: {
            id: 'arxiv:2401.00001',
            title,
            authors: [],
            categories: [],
            links: { page: '', code: [], project: [] },
          },
        },
      ]).text,
    )?.[1];
  expect(heading('Pay $5 or 6$, not $x$')).toBe('Pay \\dollar{}5 or 6\\dollar{}, not \\(x\\)');
  expect(heading('A lone $ and $')).toBe('A lone $ and $');
  expect(heading('$${ and $_x')).toBe('\\dollar{}\\dollar{}\u200b{ and \\dollar{}_x');
});

/** Texts without a sign that opens markup in Org are told at a glance: exactly those in which nothing has to be escaped. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
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

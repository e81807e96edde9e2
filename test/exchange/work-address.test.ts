/** Addresses that are told at a glance to be fit for a file are written as the browser's own reading of them has it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeUrl } from '../../src/core/text.ts';
import { PLAIN_ADDRESS, webAddress } from '../../src/exchange/work.ts';

/** The careful way. */
const careful = (href: string): string | undefined =>
  safeUrl(href.trim())?.replace(/[{}\\<>"`^|\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const usual = [
  'https://arxiv.org/abs/2403.06504',
  'https://arxiv.org/abs/hep-th/9901001',
  'https://openreview.net/forum?id=a_B-9&noteId=x',
  'https://aclanthology.org/2024.acl-long.1/',
  'https://dblp.org/rec/conf/x/~y.html',
];

test('usual addresses are told at a glance', () => {
  for (const href of usual) {
    expect(PLAIN_ADDRESS.test(href), href).toBe(true);
    expect(webAddress(href)).toBe(href);
    expect(careful(href)).toBe(href);
  }
});

/** Mostly parts that browsers leave alone, and among them such as they write in another way, or refuse. */
const mostly = (usual: readonly string[], odd: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const label = mostly(
  ['a', 'arxiv', 'x1', 'com', 'org', '3d'],
  ['1', '127', '0x7f', 'xn--a', 'a-b', 'A', 'ü', '', 'co1'],
);
const part = mostly(
  ['abs', '2403.06504v1', '~x', '-', '_', 'A', 'a.', 'a..b'],
  ['', '.', '..', '...', '.a', '%2e', '%41', 'ü', 'a b', '{', '|'],
);
const address = fc
  .tuple(
    mostly(['https://'], ['http://', 'HTTPS://', 'https:/', ' https://', 'ftp://']),
    fc.array(label, { minLength: 1, maxLength: 4 }),
    mostly([''], [':443', ':8080', '.', '@b.org']),
    fc.array(part, { minLength: 1, maxLength: 4 }),
    mostly(['', '/', '?a=1', '?a=1&b=.'], ['?', '?a=%20', '?a b', '#', '#x', '?a?b', ' ', '\n']),
  )
  .map(([scheme, host, port, path, end]) => `${scheme}${host.join('.')}${port}/${path.join('/')}${end}`);

test('whatever the address, both ways write the same', () => {
  let glanced = 0;
  fc.assert(
    fc.property(address, (href) => {
      glanced += Number(PLAIN_ADDRESS.test(href));
      expect(webAddress(href)).toBe(careful(href));
    }),
    { numRuns: 20_000, examples: usual.map((href) => [href]) },
  );
  expect(glanced).toBeGreaterThan(200);
});

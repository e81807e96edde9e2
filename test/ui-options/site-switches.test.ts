import { expect, test } from 'vitest';
import { SITE_NAMES } from '../../src/core/words.ts';
import { SITES } from '../../src/sites/index.ts';
import { SITE_SWITCHES } from '../../src/ui/options/site-switches.ts';

test('every site that is read can be switched off, and no other', () => {
  expect(SITE_SWITCHES.map((site) => site.id).toSorted()).toEqual(SITES.map((site) => site.id).toSorted());
});

test('every site that is read has its own name in words', () => {
  expect(SITE_NAMES).toEqual(Object.fromEntries(SITES.map((site) => [site.id, site.name])));
});

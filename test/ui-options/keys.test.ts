import { expect, test } from 'vitest';
import { KEYS } from '../../src/content/help.ts';
import { SITES } from '../../src/sites/index.ts';
import { PAGE_KEYS, SITE_SWITCHES } from '../../src/ui/options/keys.ts';

test('the options page lists the keys that the page itself lists', () => {
  expect(PAGE_KEYS).toEqual(KEYS);
});

test('every site that is read can be switched off, and no other', () => {
  expect(SITE_SWITCHES.map((site) => site.id).toSorted()).toEqual(SITES.map((site) => site.id).toSorted());
});

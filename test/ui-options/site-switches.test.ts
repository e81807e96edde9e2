import { expect, test } from 'vitest';
import { CATALOG } from '../../src/core/catalog.ts';
import { SITE_SWITCHES } from '../../src/ui/options/site-switches.ts';

test('every site that is read from install can be switched off, and no other', () => {
  const own = CATALOG.filter((site) => site.fromInstall).map((site) => site.id);
  expect(SITE_SWITCHES.map((site) => site.id).toSorted()).toEqual(own.toSorted());
});

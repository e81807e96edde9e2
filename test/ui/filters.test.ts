import { expect, test } from 'vitest';
import { choose, isFiltering, NO_FILTER } from '../../src/ui/shared/filters.ts';

test('a choice is taken in and out', () => {
  const one = choose(NO_FILTER, 'tags', 'thesis');
  expect(one.tags).toEqual(['thesis']);
  expect(isFiltering(one)).toBe(true);
  expect(isFiltering(choose(one, 'tags', 'thesis'))).toBe(false);
});

import { expect, test } from 'vitest';
import { extend, inOrder, keep, NOTHING, selectAll, toggle } from '../../src/ui/shared/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

test('a row is taken in and out and becomes the anchor', () => {
  const one = toggle(NOTHING, 'b');
  expect(one).toEqual({ ids: new Set(['b']), anchor: 'b' });
  expect(ids(toggle(one, 'b'))).toEqual([]);
  expect(ids(NOTHING)).toEqual([]);
});

test('a range goes from the anchor in either direction and keeps it', () => {
  const down = extend(toggle(NOTHING, 'b'), 'd', shown);
  expect(ids(down)).toEqual(['b', 'c', 'd']);
  expect(down.anchor).toBe('b');
  expect(ids(extend(down, 'a', shown))).toEqual(['a', 'b', 'c', 'd']);
});

test('a range without an anchor that is shown takes the one row', () => {
  expect(extend(NOTHING, 'c', shown)).toEqual({ ids: new Set(['c']), anchor: 'c' });
  expect(ids(extend(toggle(NOTHING, 'gone'), 'c', shown))).toEqual(['c', 'gone']);
  expect(extend(NOTHING, 'gone', shown)).toBe(NOTHING);
});

test('all, in the order shown, without those that left', () => {
  expect(inOrder(selectAll(shown), shown)).toEqual(shown);
  const some = toggle(toggle(NOTHING, 'd'), 'a');
  expect(inOrder(some, shown)).toEqual(['a', 'd']);
  expect(keep(some, ['b', 'd'])).toEqual({ ids: new Set(['d']) });
  expect(keep(some, shown)).toBe(some);
});

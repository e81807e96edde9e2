import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  freshKeys,
  isOrderKey,
  keyBetween,
  keysBetween,
  keysForMove,
  type Placed,
} from '../../src/core/order-keys.ts';

const sorted = (keys: readonly string[]) => keys.every((key, n) => n === 0 || (keys[n - 1] as string) < key);

it('refuses what is no key', () => {
  for (const key of ['', '0', 'a0', 'ä', 'a b', 'a~', 'x'.repeat(201), 'a\n'])
    expect(isOrderKey(key)).toBe(false);
  for (const key of ['1', 'a', '00000001', 'V0V']) expect(isOrderKey(key)).toBe(true);
});

it('finds a key between any two, however often one asks at the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        keys.splice(at, 0, keyBetween(keys[at - 1] ?? '', keys[at] ?? ''));
      }
      expect(sorted(keys)).toBe(true);
      expect(keys.every(isOrderKey)).toBe(true);
    }),
  );
});

it('stays short at both ends', () => {
  const up = keysBetween('', '', 10_000);
  const down = keysBetween('', up[0] as string, 10_000);
  const all = [...down, ...up];
  expect(sorted(all)).toBe(true);
  expect(all.every((key) => key.length === 8 && isOrderKey(key))).toBe(true);
});

it('goes on behind the last and before the first number there is', () => {
  for (const key of ['zzzzzzzz', 'zzzzzzzzz']) expect(keyBetween(key, '') > key).toBe(true);
  for (const key of ['00000001', '000000001']) expect(keyBetween('', key) < key).toBe(true);
  expect(isOrderKey(keyBetween('', '00000001'))).toBe(true);
});

it('finds many keys between two', () => {
  const keys = keysBetween('a', 'a1', 300);
  expect(keys).toHaveLength(300);
  expect(sorted(['a', ...keys, 'a1'])).toBe(true);
});

/** As lists show it: by key, those without behind, then by id. */
const order = (all: readonly Placed[]) =>
  [...all]
    .sort((a, b) => {
      const [x, y] = [a.key || '~', b.key || '~'];
      return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
    })
    .map(({ id }) => id);

it('moves: the list then is as asked for, and little else changes', () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.nat({ max: 999 }).map(String),
      key: fc.constantFrom('', 'a', 'b', 'c', 'aV'),
    }),
    {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(some, fc.nat(), fc.nat(), (list, from, to) => {
      const ids = order(list);
      const keyOf = new Map(list.map(({ id, key }) => [id, key]));
      const id = ids[from % ids.length] as string;
      const others = ids.filter((one) => one !== id);
      const at = to % (others.length + 1);
      const placed = others.map((one): Placed => ({ id: one, key: keyOf.get(one) ?? '' }));
      const changes = keysForMove(placed.slice(0, at), [id], placed.slice(at)) as Map<string, string>;
      const wanted = [...others.slice(0, at), id, ...others.slice(at)];
      expect(order(list.map((one) => ({ id: one.id, key: changes.get(one.id) ?? one.key })))).toEqual(wanted);
      expect(changes.has(id)).toBe(true);
    }),
  );
  expect(
    keysForMove(
      [{ id: 'x', key: 'a' }],
      ['m'],
      [
        { id: 'y', key: 'c' },
        { id: 'z', key: 'd' },
      ],
    ),
  ).toEqual(new Map([['m', 'b']]));
});

it('gives a list new keys once they would be too long', () => {
  const long = `${'a'.repeat(60)}1`;
  const [low, high] = [
    { id: 'x', key: 'a'.repeat(60) },
    { id: 'y', key: long },
  ];
  expect(keysForMove([low], ['m'], [high])).toBeUndefined();
  const fresh = freshKeys(['x', 'm', 'y']);
  expect(sorted(['x', 'm', 'y'].map((id) => fresh.get(id) as string))).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowKeys } from '../../src/ui/shared/row-keys.ts';

const from = (entries: [string, number][]) => new Map(entries);

test('rows that stay keep their element, new ones take those of rows that went', () => {
  const first = rowKeys(from([]), ['a', 'b', 'c']);
  expect(first).toEqual(
    from([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]),
  );
  expect(rowKeys(first, ['x', 'b', 'y'])).toEqual(
    from([
      ['x', 0],
      ['b', 1],
      ['y', 2],
    ]),
  );
  expect(rowKeys(first, ['b', 'c', 'd', 'e'])).toEqual(
    from([
      ['b', 1],
      ['c', 2],
      ['d', 0],
      ['e', 3],
    ]),
  );
});

test('nobody takes over the element of the row that has the focus, even when it leaves the list', () => {
  const first = rowKeys(from([]), ['a', 'b']);
  expect(rowKeys(first, ['x', 'y'], 'a')).toEqual(
    from([
      ['x', 1],
      ['y', 2],
    ]),
  );
});

test('whatever comes and goes: no two rows share an element, who stays keeps it, as few as can be are built', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(ids), fc.constantFrom(undefined, 'a'), (lists, kept) => {
      let before: Map<string, number> = new Map();
      for (const list of lists) {
        const now = rowKeys(before, list, kept);
        expect([...now.keys()]).toEqual(list);
        expect(new Set(now.values()).size).toBe(list.length);
        for (const id of list) if (before.has(id)) expect(now.get(id)).toBe(before.get(id));
        const built = [...now.values()].filter((key) => ![...before.values()].includes(key));
        const usable = [...before.keys()].filter((id) => list.includes(id) || id !== kept).length;
        expect(built.length).toBe(Math.max(0, list.length - usable));
        before = now;
      }
    }),
  );
});

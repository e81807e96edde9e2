import { describe, expect, test } from 'vitest';
import { offsetFor, placeOf, range, totalSize } from '../../src/ui/shared/virtual-rows.ts';

const HUNDRED = { count: 100, height: 10 };
const OPEN = { ...HUNDRED, open: { index: 3, by: 25 } };

describe('places', () => {
  test('follow one another, all of one height', () => {
    expect(placeOf(HUNDRED, 0)).toEqual({ index: 0, start: 0, size: 10 });
    expect(placeOf(HUNDRED, 99)).toEqual({ index: 99, start: 990, size: 10 });
    expect(totalSize(HUNDRED)).toBe(1000);
  });

  test('below the open row lie deeper by what it is taller', () => {
    expect(placeOf(OPEN, 2)).toEqual({ index: 2, start: 20, size: 10 });
    expect(placeOf(OPEN, 3)).toEqual({ index: 3, start: 30, size: 35 });
    expect(placeOf(OPEN, 4)).toEqual({ index: 4, start: 65, size: 10 });
    expect(totalSize(OPEN)).toBe(1025);
  });

  test('of an empty list take no height, whatever is said to be open', () => {
    expect(totalSize({ count: 0, height: 10, open: { index: 0, by: 25 } })).toBe(0);
  });
});

/** Rows that lie in the view, by looking at each. */
function looked(
  rows: typeof HUNDRED & { open?: { index: number; by: number } },
  offset: number,
  size: number,
) {
  const seen = Array.from({ length: rows.count }, (_, n) => placeOf(rows, n)).filter(
    (row) => row.start + row.size > offset && row.start < offset + size,
  );
  return [seen[0]?.index, seen.at(-1)?.index];
}

describe('the rows in view', () => {
  test('are none of an empty list', () => {
    const [first, last] = range({ count: 0, height: 10 }, { offset: 0, size: 50 }, 4);
    expect(last).toBeLessThan(first);
  });

  test('are all of a list shorter than the view', () => {
    expect(range({ count: 3, height: 10 }, { offset: 0, size: 50 }, 4)).toEqual([0, 2]);
  });

  test('end before the one that begins where the view ends', () => {
    expect(range(HUNDRED, { offset: 0, size: 50 }, 0)).toEqual([0, 4]);
    expect(range(HUNDRED, { offset: 5, size: 50 }, 0)).toEqual([0, 5]);
  });

  test('have as many more on either side as asked, within the list', () => {
    expect(range(HUNDRED, { offset: 100, size: 50 }, 4)).toEqual([6, 18]);
    expect(range(HUNDRED, { offset: 20, size: 50 }, 4)).toEqual([0, 10]);
    expect(range(HUNDRED, { offset: 930, size: 50 }, 4)).toEqual([89, 99]);
  });

  test('are the last of a list that became shorter than it is scrolled', () => {
    expect(range({ count: 20, height: 10 }, { offset: 900, size: 50 }, 0)).toEqual([15, 19]);
  });

  test.each([0, 1, 29, 30, 31, 54, 64, 65, 66, 500, 975])('with an open row, scrolled by %i', (offset) => {
    expect(range(OPEN, { offset, size: 50 }, 0)).toEqual(looked(OPEN, offset, 50));
    expect(range(OPEN, { offset, size: 7 }, 0)).toEqual(looked(OPEN, offset, 7));
  });
});

describe('to have a row in view', () => {
  test('nothing is scrolled where it is', () => {
    expect(offsetFor(HUNDRED, { offset: 100, size: 50 }, 10, 0)).toBeUndefined();
    expect(offsetFor(HUNDRED, { offset: 100, size: 50 }, 14, 0)).toBeUndefined();
  });

  test('one above becomes the first, one below the last', () => {
    expect(offsetFor(HUNDRED, { offset: 105, size: 50 }, 10, 0)).toBe(100);
    expect(offsetFor(HUNDRED, { offset: 100, size: 50 }, 15, 0)).toBe(110);
  });

  test('the end of the view that is no place for rows stays free', () => {
    expect(offsetFor(HUNDRED, { offset: 100, size: 50 }, 14, 20)).toBe(120);
  });

  test('an open one is whole in view', () => {
    expect(offsetFor(OPEN, { offset: 0, size: 50 }, 3, 0)).toBe(15);
  });
});

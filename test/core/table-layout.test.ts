import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  moved,
  readTable,
  resized,
  sortedBy,
  USUAL_COLUMNS,
  withShown,
} from '../../src/core/table-layout.ts';

const usual = { on: false, columns: USUAL_COLUMNS };
const find = (layout: ReturnType<typeof readTable>, id: string) =>
  layout.columns.find((one) => one.id === id);

describe('a stored table', () => {
  it.each([[undefined], [null], ['x'], [7], [[]], [{}], [{ on: 'yes', columns: 3, order: 'title' }]])(
    'of %j is the usual one',
    (stored) => expect(readTable(stored)).toEqual(usual),
  );

  it('keeps what is sound and takes the usual for the rest, every column once', () => {
    const layout = readTable({
      on: true,
      columns: [
        { id: 'note', width: 90.4, shown: true },
        { id: 'note', width: 300, shown: false },
        { id: 'colour', width: 90 },
        null,
        { id: 'title', width: Number.NaN, shown: false },
        { id: 'venue', width: 1e9, shown: 'no' },
        { id: 'year', width: -4 },
      ],
      order: { by: 'venue', down: true },
    });
    expect(layout.columns.map(({ id }) => id).slice(0, 4)).toEqual(['note', 'title', 'venue', 'year']);
    expect(layout.columns.map(({ id }) => id).sort()).toEqual([...COLUMNS].sort());
    expect(layout.columns.slice(0, 4)).toEqual([
      { id: 'note', width: 90, shown: true },
      { id: 'title', width: 380, shown: true },
      { id: 'venue', width: 1_200, shown: true },
      { id: 'year', width: 48, shown: true },
    ]);
    expect(layout.order).toEqual({ by: 'venue', down: true });
  });

  it.each([[{ by: 'fit', down: true }], [{ by: 'colour', down: true }], [{ by: 'year', down: 1 }]])(
    'is not sorted by %j',
    (order) => expect(readTable({ order })).toEqual(usual),
  );

  it('comes back as it was', () => {
    const layout = moved(withShown(resized(readTable(undefined), 'year', 99), 'tags', false), 'note', -3);
    expect(readTable(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
  });
});

it('columns are moved within the table, hidden but for the title, and kept between the least and the most width', () => {
  const first = moved(usual, 'title', -1);
  expect(first).toEqual(usual);
  expect(moved(usual, 'authors', -1).columns[0]?.id).toBe('authors');
  expect(moved(usual, 'title', 99).columns.at(-1)?.id).toBe('title');
  expect(find(withShown(usual, 'title', false), 'title')?.shown).toBe(true);
  expect(find(withShown(usual, 'year', false), 'year')?.shown).toBe(false);
  expect(find(resized(usual, 'year', 3), 'year')?.width).toBe(48);
  expect(find(resized(usual, 'year', 80.6), 'year')?.width).toBe(81);
});

it('is sorted one way, the other, and not at all', () => {
  const a = sortedBy(usual, 'title');
  const b = sortedBy(a, 'title');
  expect([a.order, b.order, sortedBy(b, 'title').order]).toEqual([
    { by: 'title', down: false },
    { by: 'title', down: true },
    undefined,
  ]);
  expect(sortedBy(a, 'year').order).toEqual({ by: 'year', down: true });
  expect(sortedBy(sortedBy(a, 'year'), 'year').order).toEqual({ by: 'year', down: false });
});

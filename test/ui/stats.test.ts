import { describe, expect, it, test } from 'vitest';
import { dayKey, dayOf, weeksOf } from '../../src/core/days.ts';
import { NO_FILTER } from '../../src/core/filter.ts';
import type { Stats } from '../../src/core/stats.ts';
import { libraryLink, placeOf } from '../../src/ui/shared/library-link.ts';
import { nextMark } from '../../src/ui/stats/marks.tsx';
import {
  calendarDays,
  lastYear,
  level,
  monthPlaces,
  ofYear,
  span,
  topicRows,
  weekCounts,
  yearsOf,
} from '../../src/ui/stats/period.ts';

const stats = (given: Partial<Stats>): Stats => ({
  papers: 0,
  saved: 0,
  days: new Map(),
  topics: [],
  sites: [],
  authors: [],
  ...given,
});
const count = (added: number, saved: number, any = added + saved) => ({ added, saved, any });

describe('times', () => {
  it('the last twelve months begin with a whole week and end today', () => {
    const { from, to } = lastYear(new Date(2026, 2, 17, 15, 30), 1);
    expect([dayKey(from), from.getDay(), to]).toEqual(['2025-03-17', 1, new Date(2026, 2, 17)]);
    expect(weeksOf(from, to, 1)).toHaveLength(53);
  });

  it('years are those with papers, the latest first', () => {
    const days = new Map(['2024-05-01', '2026-01-01', '2024-12-31'].map((key) => [key, count(1, 0)]));
    expect(yearsOf(stats({ days }))).toEqual([2026, 2024]);
    expect(yearsOf(stats({}))).toEqual([]);
  });

  it('one day is written as a day', () => {
    expect([span('2026-03-02', '2026-03-08'), span('2026-03', '2026-03')]).toEqual([
      '2026-03-02..2026-03-08',
      '2026-03',
    ]);
  });
});

it('adds up weeks, whole ones at the ends of a year', () => {
  const days = new Map([
    ['2025-12-30', count(2, 1)],
    ['2026-01-04', count(1, 0)],
    ['2026-01-05', count(5, 3)],
  ]);
  const weeks = weekCounts(stats({ days }), ofYear(2026), 1);
  expect(weeks.slice(0, 3)).toEqual([
    { from: '2025-12-29', to: '2026-01-04', added: 3, saved: 1 },
    { from: '2026-01-05', to: '2026-01-11', added: 5, saved: 3 },
    { from: '2026-01-12', to: '2026-01-18', added: 0, saved: 0 },
  ]);
  expect(weeks).toHaveLength(53);
});

it('a calendar has each day of its time, and no other', () => {
  const days = new Map([
    ['2026-01-02', count(1, 1, 1)],
    ['2025-12-30', count(7, 0)],
  ]);
  const all = calendarDays(stats({ days }), ofYear(2026), 0);
  expect(all).toHaveLength(365);
  expect(all.slice(0, 2)).toEqual([
    { key: '2026-01-01', week: 0, row: 4, papers: 0 },
    { key: '2026-01-02', week: 0, row: 5, papers: 1 },
  ]);
  expect(all.at(-1)).toEqual({ key: '2026-12-31', week: 52, row: 4, papers: 0 });
});

test.each([
  [0, 100, 0],
  [1, 100, 1],
  [7, 100, 2],
  [30, 100, 3],
  [100, 100, 4],
  [1, 1, 4],
  [3, 0, 4],
])('%i of %i papers: shade %i', (papers, most, shade) => expect(level(papers, most)).toBe(shade));

it('topics are those of the time, the most frequent first', () => {
  const topic = (id: string, months: [string, number][]) => ({ id, papers: 99, months: new Map(months) });
  const topics = [
    topic('old', [['2024-01', 50]]),
    topic('agents', [['2026-01', 1]]),
    topic('vision', [
      ['2026-01', 1],
      ['2026-02', 4],
    ]),
  ];
  const rows = topicRows(stats({ topics }), { from: dayOf('2026-01-15'), to: dayOf('2026-02-01') }, 5);
  expect(rows).toEqual([
    {
      id: 'vision',
      papers: 5,
      months: [
        { month: '2026-01', papers: 1 },
        { month: '2026-02', papers: 4 },
      ],
    },
    {
      id: 'agents',
      papers: 1,
      months: [
        { month: '2026-01', papers: 1 },
        { month: '2026-02', papers: 0 },
      ],
    },
  ]);
  expect(topicRows(stats({ topics }), ofYear(2026), 1).map(({ id }) => id)).toEqual(['vision']);
});

it('months stand over the week they begin in, and not on one another', () => {
  const places = (from: Date, to: Date) =>
    monthPlaces(weeksOf(from, to, 1)).map(({ week, month }) => [week, dayKey(month).slice(0, 7)]);
  expect(places(new Date(2026, 0, 26), new Date(2026, 2, 20))).toEqual([
    [0, '2026-02'],
    [4, '2026-03'],
  ]);
  expect(places(new Date(2025, 11, 22), new Date(2026, 1, 1))).toEqual([
    [1, '2026-01'],
    [5, '2026-02'],
  ]);
});

describe('arrow keys', () => {
  //  0 . 1
  //  . 2 .
  const spots = [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 1, y: 1 },
  ];
  it.each([
    [0, 'ArrowRight', 1],
    [1, 'ArrowRight', 1],
    [1, 'ArrowLeft', 0],
    [0, 'ArrowDown', 2],
    [2, 'ArrowDown', 2],
    [2, 'ArrowUp', 0],
    [2, 'ArrowLeft', 2],
    [0, 'End', 2],
    [2, 'Home', 0],
    [0, 'j', undefined],
    [9, 'ArrowUp', undefined],
  ])('from %i, %s: %s', (at, key, to) => expect(nextMark(spots, at, key)).toBe(to));
});

describe('addresses of the library', () => {
  it('carry a view, a search and facets, and are read again', () => {
    (globalThis as unknown as { chrome: unknown }).chrome = {
      runtime: { getURL: (path: string) => `chrome-extension://me/${path}` },
    };
    const place = {
      typed: 'added:2026-03 author:"Ž & Ü"',
      view: 'met' as const,
      filter: { ...NO_FILTER, topics: ['own:a', 'agents'], sites: ['arxiv'] },
    };
    const url = new URL(libraryLink(place));
    expect(url.pathname).toBe('/src/ui/library/index.html');
    expect(placeOf(url.search)).toEqual(place);
    expect(new URL(libraryLink({})).search).toBe('');
  });

  it('that ask for what is not there open the library as it is', () => {
    const plain = { typed: '', view: 'all', filter: NO_FILTER };
    expect(placeOf('')).toEqual(plain);
    expect(placeOf('?view=everything&colour=red&topics=')).toEqual(plain);
    expect(placeOf(`?sites=${'x'.repeat(501)}`)).toEqual(plain);
    expect(placeOf(`?${'tags=a&'.repeat(50)}`).filter.tags).toHaveLength(20);
  });
});

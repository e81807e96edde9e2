import { describe, expect, it, test } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import { Keep } from '../../src/ui/review/keep.ts';
import { arrowOf } from '../../src/ui/review/review-keys.ts';
import {
  begin,
  extend,
  goTo,
  isDone,
  isOpen,
  reorder,
  resume,
  type Session,
  sameSource,
  spentWords,
} from '../../src/ui/review/session.ts';
import { summaryOf } from '../../src/ui/review/summary.ts';
import type { Row } from '../../src/ui/shared/data.ts';

const DAYS = { kind: 'days', days: 3 } as const;
const PAGE = { kind: 'page', url: 'https://arxiv.example/list', name: 'arXiv' } as const;
const MINUTE = 60_000;
const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];
const walked = (steps: readonly number[]): Session =>
  steps.reduce((session, at, n) => goTo(session, at, (n + 1) * 10_000), begin(DAYS, ids, 0));

describe('a session', () => {
  it('shows the first paper at once, and counts what was shown, however often', () => {
    expect(begin(DAYS, ids, 0)).toMatchObject({ at: 0, seen: 1 });
    expect(walked([1, 0, 1])).toMatchObject({ at: 1, seen: 2, spent: 30_000 });
    expect(walked([1, 2, 3])).toMatchObject({ at: 3, seen: 3 });
  });

  it('ends behind the last paper and goes no further', () => {
    expect(isDone(walked([1, 2]))).toBe(false);
    expect(isDone(walked([1, 2, 3]))).toBe(true);
    expect(walked([1, 2, 3, 4]).at).toBe(3);
    expect(walked([-1]).at).toBe(0);
    expect(begin(DAYS, [], 0)).toMatchObject({ at: 0, seen: 0 });
    expect(goTo(begin(DAYS, [], 0), 1, 1)).toMatchObject({ at: 0, seen: 0 });
  });

  it('counts no pause, no clock put back, and no time between two openings', () => {
    const session = goTo(begin(DAYS, ids, 0), 1, 2 * MINUTE);
    expect(session.spent).toBe(2 * MINUTE);
    expect(goTo(session, 2, 20 * MINUTE).spent).toBe(2 * MINUTE);
    expect(goTo(session, 2, MINUTE).spent).toBe(2 * MINUTE);
    expect(goTo(resume(session, 3 * MINUTE), 2, 4 * MINUTE).spent).toBe(3 * MINUTE);
  });

  it('takes in papers that came to wait, each once, behind the others', () => {
    const more = extend(walked([1]), ['arxiv:2', 'arxiv:4']);
    expect(more).toMatchObject({ ids: [...ids, 'arxiv:4'], at: 1, seen: 2 });
    expect(extend(more, ids)).toBe(more);
    expect(extend(walked([1, 2, 3]), ['arxiv:4'])).toMatchObject({ at: 3, seen: 4 });
  });

  it('orders what was not shown by its score, flagged ones first, and leaves the rest where it was', () => {
    const session = { ...begin(DAYS, [...'abcdefg'], 0), at: 0, seen: 2 };
    const scores: Record<string, number> = { a: 1, b: 0.9, c: 0.1, d: 0.2, f: 0.8 };
    const ordered = reorder(session, new Set(['e']), (id) => scores[id]);
    expect(ordered.ids.join('')).toBe('abefdcg');
    expect(ordered).toMatchObject({ at: 0, seen: 2 });
    expect(reorder(session, new Set(), () => undefined).ids.join('')).toBe('abcdefg');
  });

  it('is gone on with on the same day, unless it was ended', () => {
    const session = walked([1]);
    expect(isOpen(session, 12 * 60 * MINUTE)).toBe(true);
    expect(isOpen(session, 24 * 60 * MINUTE)).toBe(false);
    expect(isOpen(walked([1, 2, 3]), 40_000)).toBe(false);
    expect(isOpen(begin(DAYS, [], 0), 1)).toBe(false);
  });

  it('knows its papers by page or days', () => {
    expect(sameSource(PAGE, { ...PAGE, name: 'another name' })).toBe(true);
    expect(sameSource(PAGE, { ...PAGE, url: 'https://arxiv.example/other' })).toBe(false);
    expect(sameSource(PAGE, DAYS)).toBe(false);
    expect(sameSource(DAYS, { kind: 'days', days: 7 })).toBe(false);
  });
});

test.each([
  [400, '0 seconds'],
  [1_000, '1 second'],
  [59_400, '59 seconds'],
  [MINUTE, '1 minute'],
  [12.4 * MINUTE, '12 minutes'],
])('%d ms are %s', (ms, words) => {
  expect(spentWords(ms)).toBe(words);
});

describe('what is kept', () => {
  const store = (entries: Record<string, string> = {}) => {
    const map = new Map(Object.entries(entries));
    return {
      map,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  };

  it('comes back as it was', () => {
    const there = store();
    const session = goTo(begin(PAGE, ids, 5), 2, 10);
    new Keep(there).write(session);
    expect(new Keep(there).read()).toEqual(session);
  });

  it('writes the list again only when it changed', () => {
    const there = store();
    const keep = new Keep(there);
    const session = begin(DAYS, ids, 0);
    keep.write(session);
    there.map.delete('review');
    keep.write(goTo(session, 1, 1));
    expect([...there.map.keys()]).toEqual(['review-place']);
    keep.write(extend(session, ['arxiv:4']));
    expect(there.map.has('review')).toBe(true);
  });

  const list = JSON.stringify({ source: DAYS, ids });
  const place = { at: 1, seen: 2, spent: 0, last: 0 };
  it.each([
    ['nothing', {}],
    ['no JSON', { review: '{', 'review-place': JSON.stringify(place) }],
    ['no place', { review: list }],
    ['a place beyond the end', { review: list, 'review-place': JSON.stringify({ ...place, at: 4 }) }],
    ['a half place', { review: list, 'review-place': JSON.stringify({ ...place, at: 0.5 }) }],
    ['a negative time', { review: list, 'review-place': JSON.stringify({ ...place, spent: -1 }) }],
    [
      'ids of another kind',
      { review: JSON.stringify({ source: DAYS, ids: [1] }), 'review-place': JSON.stringify(place) },
    ],
    [
      'no source',
      {
        review: JSON.stringify({ source: { kind: 'days', days: 0 }, ids }),
        'review-place': JSON.stringify(place),
      },
    ],
  ])('with %s begins anew', (_what, entries) => {
    expect(new Keep(store(entries)).read()).toBeUndefined();
  });

  it('reads the one above where nothing is wrong with it', () => {
    const kept = new Keep(store({ review: list, 'review-place': JSON.stringify(place) })).read();
    expect(kept).toEqual({ source: DAYS, ids, ...place });
  });

  it('goes on without a store', () => {
    const broken = {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const keep = new Keep(broken);
    keep.write(begin(DAYS, ids, 0));
    keep.setHabits({ days: 7 });
    expect([keep.read(), keep.habits()]).toEqual([undefined, { days: 3, goOn: true }]);
  });

  it('keeps habits, one at a time', () => {
    const keep = new Keep(store());
    keep.setHabits({ days: 7 });
    keep.setHabits({ goOn: false });
    expect(keep.habits()).toEqual({ days: 7, goOn: false });
  });
});

describe('the summary', () => {
  const at = '2026-03-17T09:00:00.000Z';
  const timed = <T>(value: T) => ({ value, at });
  const row = (id: string, mark: Omit<Mark, 'id'>) => ({ paper: { id }, mark: { id, ...mark } }) as Row;
  const flag = timed({ on: true, reasons: [] });

  it('counts what the papers are now', () => {
    const session = {
      ...begin(
        DAYS,
        [...'abcdefg'].map((x) => `arxiv:${x}`),
        0,
      ),
      at: 5,
      seen: 6,
    };
    const summary = summaryOf(session, [
      row('arxiv:a', { saved: timed(true) }),
      row('arxiv:b', { flagged: flag }),
      row('arxiv:c', { flagged: flag, saved: timed(true) }),
      row('arxiv:d', { dismissed: timed(true), flagged: flag }),
      row('arxiv:e', { saved: timed(false) }),
      { paper: { id: 'arxiv:f' } } as Row,
    ]);
    expect({
      ...summary,
      saved: summary.saved.map(({ paper }) => paper.id),
      flagged: summary.flagged.map(({ paper }) => paper.id),
    }).toEqual({
      seen: 6,
      saved: ['arxiv:a', 'arxiv:c'],
      flagged: ['arxiv:b', 'arxiv:c'],
      dismissed: 1,
      passed: 2,
      left: 1,
    });
  });

  it('counts papers that cannot be read any more as passed over', () => {
    expect(summaryOf(walked([1, 2, 3]), [])).toMatchObject({ seen: 3, passed: 3, left: 0 });
  });
});

test('right and left turn over, alone', () => {
  const press = (key: string, ctrl = false) => arrowOf({ key, ctrl, alt: false, shift: false });
  expect([press('ArrowRight'), press('ArrowLeft'), press('ArrowUp'), press('ArrowRight', true)]).toEqual([
    'next',
    'previous',
    undefined,
    undefined,
  ]);
  const rtl = (key: string) => arrowOf({ key, ctrl: false, alt: false, shift: false }, true);
  expect([rtl('ArrowRight'), rtl('ArrowLeft'), rtl('ArrowUp')]).toEqual(['previous', 'next', undefined]);
});

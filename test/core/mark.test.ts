import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagByRules } from '../../src/core/flag-by-rules.ts';
import {
  applyChange,
  isDismissed,
  isFlagged,
  isSaved,
  type Mark,
  type MarkChange,
  STATUSES,
  sinceOf,
  tagsOf,
} from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { undoOf } from '../../src/core/undo-change.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const time = fc.integer({ min: 0, max: 4 }).map(at);
const timed = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
const reason = fc.record({
  by: fc.constantFrom('hand' as const, 'rule' as const),
  text: fc.constantFrom('a', 'b'),
});
const anyMark = fc.record(
  {
    id: fc.constant('arxiv:1'),
    saved: fc.record({ value: fc.boolean(), at: time, since: time }, { requiredKeys: ['value', 'at'] }),
    flagged: timed(fc.record({ on: fc.boolean(), reasons: fc.array(reason, { maxLength: 2 }) })),
    dismissed: timed(fc.boolean()),
    status: timed(fc.constantFrom(...STATUSES, null)),
    rating: timed(fc.constantFrom(1, 5, null)),
    note: timed(fc.constantFrom('', 'x', 'y')),
    topics: fc.dictionary(fc.constantFrom('a', 'b'), timed(fc.constantFrom(true, false, null)), {
      minKeys: 1,
    }),
    citeKey: timed(fc.constantFrom('k1', 'k2')),
    collections: fc.dictionary(fc.constantFrom('c-a', 'c-b'), timed(fc.boolean()), { minKeys: 1 }),
    places: fc.dictionary(fc.constantFrom('c-a', 'reading'), timed(fc.constantFrom('', 'a', 'b')), {
      minKeys: 1,
    }),
    priority: timed(fc.constantFrom('high', 'low', null)),
    trashed: fc.record(
      { value: fc.boolean(), at: time, gone: fc.constant(true as const) },
      { requiredKeys: ['value', 'at'] },
    ),
    tags: fc.dictionary(fc.constantFrom('s', 't', 'u'), timed(fc.boolean()), { minKeys: 1 }),
  },
  { requiredKeys: ['id'] },
) as fc.Arbitrary<Mark>;

describe('merging marks', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(anyMark, (a) => void expect(mergeMarks(a, a)).toEqual(a)));
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(anyMark, anyMark, (a, b) => void expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a))),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(
        anyMark,
        anyMark,
        anyMark,
        (a, b, c) => void expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c))),
      ),
    );
  });

  it('is monotone: merged once more with a part, nothing changes, and no field is lost', () => {
    fc.assert(
      fc.property(anyMark, anyMark, (a, b) => {
        const both = mergeMarks(a, b);
        expect(mergeMarks(both, a)).toEqual(both);
        expect(mergeMarks(both, b)).toEqual(both);
        for (const key of [...Object.keys(a), ...Object.keys(b)]) expect(both).toHaveProperty(key);
        for (const tag of Object.keys({ ...a.tags, ...b.tags })) expect(both.tags).toHaveProperty([tag]);
      }),
    );
  });

  it('lets a flag by hand win over one by rule at whatever time', () => {
    const hand: Mark = { id: 'x', flagged: { value: { on: false, reasons: [] }, at: at(1) } };
    const rule: Mark = {
      id: 'x',
      flagged: { value: { on: true, reasons: [{ by: 'rule', text: 'r' }] }, at: at(9) },
    };
    expect(isFlagged(mergeMarks(hand, rule))).toBe(false);
  });

  it('keeps the first cite key', () => {
    const [one, two]: Mark[] = [
      { id: 'x', citeKey: { value: 'b', at: at(1) } },
      { id: 'x', citeKey: { value: 'a', at: at(2) } },
    ];
    if (one && two) expect(mergeMarks(two, one).citeKey?.value).toBe('b');
  });
});

describe('applyChange', () => {
  it('keeps saved and dismissed apart', () => {
    const saved = applyChange(undefined, 'x', { saved: true }, at(1));
    const dismissed = applyChange(saved, 'x', { dismissed: true }, at(2));
    expect([isSaved(dismissed), isDismissed(dismissed)]).toEqual([false, true]);
    const again = applyChange(dismissed, 'x', { saved: true }, at(3));
    expect([isSaved(again), isDismissed(again)]).toEqual([true, false]);
  });

  it('is later than everything before it, even when the clock went back', () => {
    const first = applyChange(undefined, 'x', { note: 'a' }, at(30));
    const second = applyChange(first, 'x', { note: 'b' }, at(0));
    expect(mergeMarks(first, second).note?.value).toBe('b');
  });

  it('leaves other fields and the mark it was given alone', () => {
    const before = applyChange(undefined, 'x', { tags: { a: true }, note: 'n' }, at(1));
    const copy = structuredClone(before);
    const after = applyChange(before, 'x', { tags: { b: true, a: false }, status: 'read', rating: 4 }, at(2));
    expect(before).toEqual(copy);
    expect(tagsOf(after)).toEqual(['b']);
    expect(after.note).toEqual(before.note);
  });

  it('is taken back by its undo', () => {
    const change: fc.Arbitrary<MarkChange> = fc.record(
      {
        saved: fc.boolean(),
        flagged: fc.boolean(),
        status: fc.constantFrom(...STATUSES, null),
        rating: fc.constantFrom(1, 3, null),
        note: fc.constantFrom('', 'x'),
        tags: fc.dictionary(fc.constantFrom('s', 't'), fc.boolean()),
      },
      { requiredKeys: [] },
    );
    const shown = (mark: Mark | undefined) => [
      isSaved(mark),
      isFlagged(mark),
      isDismissed(mark),
      mark?.status?.value ?? null,
      mark?.rating?.value ?? null,
      mark?.note?.value ?? '',
      tagsOf(mark),
      mark?.saved && isSaved(mark) ? sinceOf(mark.saved) : '',
      mark?.flagged && isFlagged(mark) ? sinceOf(mark.flagged) : '',
      mark?.status?.value ? sinceOf(mark.status) : '',
    ];
    fc.assert(
      fc.property(change, change, (first, step) => {
        const before = applyChange(undefined, 'x', first, at(1));
        const after = applyChange(before, 'x', step, at(2));
        expect(shown(applyChange(after, 'x', undoOf(before, step), at(3)))).toEqual(shown(before));
      }),
    );
  });
});

describe('flagByRules', () => {
  const rule = [{ by: 'rule' as const, rule: 'r', text: 'watch: x' }];

  it('flags once and adds new reasons', () => {
    const first = flagByRules(undefined, 'x', rule, at(1));
    expect(first?.flagged?.value).toEqual({ on: true, reasons: rule });
    expect(flagByRules(first, 'x', rule, at(2))).toBeUndefined();
    const more = flagByRules(first, 'x', [{ by: 'rule', rule: 'q', text: 'topic: y' }], at(3));
    expect(more?.flagged?.value.reasons.map(({ text }) => text)).toEqual(['watch: x', 'topic: y']);
    expect(flagByRules(undefined, 'x', [], at(1))).toBeUndefined();
  });

  it('never touches a flag by hand, on or off', () => {
    const on = applyChange(undefined, 'x', { flagged: true }, at(1));
    const off = applyChange(on, 'x', { flagged: false }, at(2));
    expect(flagByRules(on, 'x', rule, at(3))).toBeUndefined();
    expect(flagByRules(off, 'x', rule, at(3))).toBeUndefined();
  });
});

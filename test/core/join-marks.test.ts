import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMarks, joinRecords } from '../../src/core/join-marks.ts';
import { applyChange, isDismissed, isSaved, type Mark, type MarkChange } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { goneMark, isDeleted, isTrashed } from '../../src/core/trash.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const [A, B] = ['arxiv:2403.00001', 'openreview:abcdefgh'];
const marked = (id: string, ...changes: [minute: number, change: MarkChange][]): Mark =>
  changes.reduce<Mark | undefined>(
    (mark, [minute, change]) => applyChange(mark, id, change, at(minute)),
    undefined,
  ) as Mark;
const bothWays = (a: Mark, b: Mark): Mark => {
  const joined = joinMarks(a, b, A);
  expect(joinMarks(b, a, A)).toEqual(joined);
  return joined;
};

describe('two records that are one paper', () => {
  const saved = marked(B, [1, { saved: true, note: 'mine', tags: { t: true } }]);
  const deleted = marked(
    A,
    [2, { tags: { old: true }, note: 'a copy?' }],
    [3, { saved: true }],
    [4, { trashed: true }],
  );

  it('a deleted duplicate deletes nothing of the other, now or when its backup is restored', () => {
    const tombstone = goneMark(deleted as Parameters<typeof goneMark>[0]);
    for (const duplicate of [tombstone, deleted]) {
      const joined = bothWays(saved, duplicate);
      expect([isSaved(joined), isDeleted(joined), joined.saved]).toEqual([true, false, saved.saved]);
      expect(mergeMarks(joined, { ...duplicate, id: A })).toMatchObject({ trashed: joined.trashed });
      expect(isTrashed(mergeMarks(joined, { ...duplicate, id: A }))).toBe(false);
      expect(joinMarks(joined, duplicate, A)).toEqual(joined);
    }
    expect(bothWays(saved, tombstone).note?.value).toBe('mine');
  });

  it('keeps what was written of the deleted one, not what was decided about it', () => {
    const dismissed = marked(A, [5, { dismissed: true, note: 'a copy?' }], [6, { trashed: true }]);
    const joined = bothWays(saved, dismissed);
    expect([isSaved(joined), joined.dismissed, joined.note?.value]).toEqual([
      true,
      undefined,
      'mine\n\na copy?',
    ]);
  });

  it('both deleted, or the other never decided about, is deleted', () => {
    expect(isTrashed(bothWays(marked(B, [1, { saved: true }], [2, { trashed: true }]), deleted))).toBe(true);
    expect(isTrashed(bothWays({ id: B }, deleted))).toBe(true);
  });

  it('keeps both notes, the older first, and does not repeat one', () => {
    const long = marked(A, [1, { note: 'Long review notes' }]);
    const short = marked(B, [3, { note: 'check later' }]);
    const joined = bothWays(long, short);
    expect(joined.note?.value).toBe('Long review notes\n\ncheck later');
    expect(bothWays(joined, short)).toEqual(joined);
    expect(mergeMarks(joined, { ...short, id: A })).toEqual(joined);
    expect(bothWays(long, marked(B, [5, { note: '' }])).note?.value).toBe('Long review notes');
  });

  it('is what was decided last: saved, or dismissed, never both', () => {
    const dismissed = marked(B, [4, { dismissed: true }]);
    const early = bothWays(marked(A, [1, { saved: true }]), dismissed);
    expect([isSaved(early), isDismissed(early)]).toEqual([false, true]);
    const late = bothWays(marked(A, [5, { saved: true }]), dismissed);
    expect([isSaved(late), isDismissed(late)]).toEqual([true, false]);
    const again = applyChange(early, A, { saved: true }, at(9));
    expect([isSaved(again), isDismissed(again)]).toEqual([true, false]);
  });
});

it('whatever copies say and in whichever order they come, no paper is saved and dismissed', () => {
  const flag = fc.record({ value: fc.boolean(), at: fc.integer({ min: 0, max: 3 }).map(at) });
  const mark = fc.record({ id: fc.constant(A), saved: flag, dismissed: flag }, { requiredKeys: ['id'] });
  fc.assert(
    fc.property(mark as fc.Arbitrary<Mark>, mark as fc.Arbitrary<Mark>, (a, b) => {
      const both = mergeMarks(a, b);
      expect(isSaved(both) && isDismissed(both)).toBe(false);
      if (both.saved?.value || both.dismissed?.value) expect(isSaved(both) || isDismissed(both)).toBe(true);
    }),
  );
});

describe('two records as they turn out to be one', () => {
  const join = (a: Mark, b: Mark): Mark => {
    const joined = joinRecords(a, b, A);
    expect(joinRecords(b, a, A)).toEqual(joined);
    expect(joinRecords(joined, b, A), 'again').toEqual(joined);
    // copies of what either was, from a backup
    for (const copy of [a, b]) expect(joinMarks(joined, copy, A)).toEqual(joined);
    return joined;
  };

  it.each<[MarkChange, MarkChange]>([
    [{ saved: true }, { saved: false }],
    [{ rating: 5 }, { rating: null }],
    [{ status: 'reading' }, { status: null }],
    [{ priority: 'high' }, { priority: null }],
    [{ flagged: true }, { flagged: false }],
    [{ less: true }, { less: false }],
    [{ tags: { nlp: true } }, { tags: { nlp: false } }],
    [{ collections: { 'c-1': true } }, { collections: { 'c-1': false } }],
    [{ topics: { vision: false } }, { topics: { vision: null } }],
  ])('%j of one stays, though it was taken back of the other later', (change, undo) => {
    const kept = marked(A, [1, change]);
    const joined = join(kept, marked(B, [5, change], [6, undo]));
    const values = (mark: Mark) =>
      JSON.parse(JSON.stringify(mark, (key, value) => (key === 'at' || key === 'since' ? undefined : value)));
    expect(values(joined)).toEqual(values(kept));
    // and what the reader does with the one paper holds
    const after = applyChange(joined, A, undo, at(9)) as Mark;
    expect(joinMarks(after, marked(B, [5, change]), A)).toEqual(after);
  });

  it('the later of two decisions holds, a topic taken off among them', () => {
    expect(join(marked(A, [1, { rating: 5 }]), marked(B, [2, { rating: 2 }])).rating?.value).toBe(2);
    const off = marked(B, [2, { topics: { vision: false } }]);
    expect(join(marked(A, [1, { topics: { vision: true } }]), off).topics?.['vision']?.value).toBe(false);
  });

  it('saved is saved, be the duplicate dismissed before or after', () => {
    for (const minute of [0, 5]) {
      const joined = join(marked(A, [3, { saved: true }]), marked(B, [minute, { dismissed: true }]));
      expect([isSaved(joined), isDismissed(joined), joined.saved?.at]).toEqual([true, false, at(3)]);
    }
  });

  it('a flag that the reader took off is not set again by a rule', () => {
    const reasons = [{ by: 'rule' as const, rule: 'r', text: 'watch: "agents"' }];
    const joined = join(
      marked(A, [1, { flagged: true, reasons }]),
      marked(B, [2, { flagged: true }], [3, { flagged: false }]),
    );
    expect(joined.flagged?.value.on).toBe(false);
  });

  it('a short note is not taken for a part of a word of the other', () => {
    const joined = join(marked(A, [1, { note: 'A noble idea' }]), marked(B, [2, { note: 'no' }]));
    expect(joined.note?.value).toBe('A noble idea\n\nno');
  });
});

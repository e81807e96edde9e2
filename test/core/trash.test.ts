import { describe, expect, it } from 'vitest';
import { flagByRules } from '../../src/core/flag-by-rules.ts';
import { mergeImported } from '../../src/core/imported-mark.ts';
import { applyChange, isSaved, type Mark } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { daysLeft, goneMark, isDeleted, isGone, isTrashed, shownMark } from '../../src/core/trash.ts';
import { undoOf } from '../../src/core/undo-change.ts';

const ID = 'arxiv:1';
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const saved = applyChange(undefined, ID, { saved: true, note: 'n', tags: { at: true } }, at(1));
const trashed = applyChange(saved, ID, { trashed: true }, at(5));
const gone = goneMark(trashed as Mark & { trashed: { value: true; at: string } });

describe('a deleted paper', () => {
  it('keeps all that was decided about it and shows none of it', () => {
    expect(trashed).toEqual({ ...saved, trashed: { value: true, at: at(5) } });
    expect([isDeleted(trashed), isTrashed(trashed), isGone(trashed), shownMark(trashed)]).toEqual([
      true,
      true,
      false,
      undefined,
    ]);
  });

  it.each([
    [{ saved: true }],
    [{ note: 'more' }],
    [{ tags: { new: true } }],
    [{ dismissed: true }],
    [{ flagged: true }],
    [{ status: 'read' as const }],
    [{ topics: { a: false } }],
  ])('comes back with %j', (change) => {
    const back = applyChange(trashed, ID, change, at(9));
    expect(back.trashed).toEqual({ value: false, at: at(9) });
    expect(back.tags).toMatchObject({ at: { value: true, at: at(1) } });
    expect(isTrashed(back)).toBe(false);
  });

  it('saved again is saved now', () => {
    expect(applyChange(trashed, ID, { saved: true }, at(9)).saved).toEqual({ value: true, at: at(9) });
  });

  it('comes back by undo exactly as it was, and undo of what brought it back deletes it again', () => {
    const undone = applyChange(trashed, ID, undoOf(saved, { trashed: true }), at(6));
    expect(undone).toEqual({ ...saved, trashed: { value: false, at: at(6) } });
    const back = applyChange(trashed, ID, { note: 'more' }, at(9));
    const again = applyChange(back, ID, undoOf(trashed, { note: 'more' }), at(10));
    expect(isTrashed(again)).toBe(true);
    expect(again.note?.value).toBe('n');
  });

  it('stays deleted whatever was decided before, in copies merged either way', () => {
    for (const merged of [mergeMarks(saved, trashed), mergeMarks(trashed, saved)])
      expect(merged).toEqual(trashed);
  });

  it('is back where a copy decided something later', () => {
    const later = applyChange(saved, ID, { tags: { late: true } }, at(7));
    expect(isTrashed(mergeMarks(trashed, later))).toBe(false);
    expect(isTrashed(mergeMarks(later, trashed))).toBe(false);
  });

  it('is not brought back by a watch rule, and none flags it', () => {
    const flagged = { value: { on: true, reasons: [{ by: 'rule' as const, text: 'w' }] }, at: at(8) };
    expect(isTrashed(mergeMarks(trashed, { id: ID, flagged }))).toBe(true);
    expect(flagByRules(trashed, ID, [{ by: 'rule', text: 'w' }], at(8))).toBeUndefined();
  });

  it('is brought back by an import that has it saved, once', () => {
    const given: Mark = { id: ID, saved: { value: true, at: at(0) } };
    const { mark } = mergeImported(trashed, given, ID, at(9));
    expect(isTrashed(mark)).toBe(false);
    expect(isSaved(mark)).toBe(true);
    expect(mergeImported(mark, given, ID, at(12)).mark).toEqual(mark);
  });

  it('has thirty days', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
    expect([0, 1, 29, 30, 40].map((n) => daysLeft(day(0), day(n)))).toEqual([30, 29, 1, 0, 0]);
    expect(daysLeft(day(0), at(1))).toBe(30);
  });
});

describe('a paper that is gone', () => {
  it('says no more than that it was deleted', () => {
    expect(gone).toEqual({ id: ID, trashed: { value: true, at: at(5), gone: true } });
    expect([isDeleted(gone), isGone(gone), isTrashed(gone)]).toEqual([true, true, false]);
  });

  it('lies in the trash again with what a backup of before says', () => {
    const merged = mergeMarks(gone, saved);
    expect(mergeMarks(saved, gone)).toEqual(merged);
    expect([isTrashed(merged), isGone(merged)]).toEqual([true, false]);
  });

  it('is a new paper to rules and to the reader', () => {
    const flagged = flagByRules(gone, ID, [{ by: 'rule', text: 'w' }], at(8));
    expect(shownMark(flagged)).toEqual(flagged);
    const again = applyChange(gone, ID, { saved: true }, at(9));
    expect([isSaved(again), isDeleted(again)]).toEqual([true, false]);
    expect(isTrashed(applyChange(gone, ID, { trashed: true }, at(9)))).toBe(true);
  });

  it('stays gone beside a copy that still lies in the trash only if both are', () => {
    expect(mergeMarks(gone, trashed)).toEqual(trashed);
    expect(mergeMarks(gone, gone)).toEqual(gone);
  });
});

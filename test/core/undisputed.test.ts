/** Undo takes back what its step wrote, and nothing that was decided since. */
import { expect, it } from 'vitest';
import { applyChange, type Mark, type MarkChange } from '../../src/core/mark.ts';
import { undisputed, undoOf } from '../../src/core/undo-change.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const ID = 'arxiv:2403.00001';
const after = (mark: Mark | undefined, change: MarkChange, minute: number) =>
  applyChange(mark, ID, change, at(minute)) as Mark;

const start = after(undefined, { rating: 2, tags: { old: true } }, 1);

it.each<[MarkChange, MarkChange, MarkChange]>([
  [{ saved: true }, { dismissed: true }, {}],
  [{ saved: true }, { note: 'read' }, { saved: false, dismissed: false }],
  [{ note: 'a' }, { note: 'three paragraphs' }, {}],
  [{ status: 'reading' }, { status: 'read' }, {}],
  [{ rating: 5 }, { rating: 1 }, {}],
  [{ rating: 5 }, { status: 'read' }, { rating: 2 }],
  [{ tags: { a: true, b: true } }, { tags: { a: false } }, { tags: { b: false } }],
  [{ tags: { a: true } }, { trashed: true }, {}],
  [
    { flagged: true },
    { flagged: true, reasons: [{ by: 'rule', rule: 'r', text: 'watch' }] },
    { flagged: false },
  ],
  [{ flagged: true }, { flagged: false }, {}],
])('%j, then elsewhere %j: takes back %j', (step, elsewhere, left) => {
  const wrote = after(start, step, 2);
  const undo = undoOf(start, step);
  expect(undisputed(after(wrote, elsewhere, 3), undo, wrote)).toEqual(left);
  // without anything in between, and where the same was decided again, all of it
  expect(undisputed(wrote, undo, wrote)).toEqual(undo);
  expect(undisputed(after(after(wrote, undo, 3), step, 4), undo, wrote)).toEqual(undo);
});

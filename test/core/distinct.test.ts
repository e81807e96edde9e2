import { describe, expect, it } from 'vitest';
import { distinctChanges, saidDistinct } from '../../src/core/distinct.ts';
import { applyChange, type Mark } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { undoOf } from '../../src/core/undo-change.ts';

const at = (minute: number) => `2026-03-17T09:0${minute}:00.000Z`;
const paper = (id: string, ...aliases: string[]) => ({ id, aliases });
const said = (id: string, minute: number, value = true): Mark => ({
  id: 'arxiv:1',
  distinct: { [id]: { value, at: at(minute) } },
});

describe('"not the same"', () => {
  it('holds from either side, under whatever id the other had', () => {
    const a = { paper: paper('arxiv:1'), mark: said('title:tar|lovelace', 1) };
    const b = { paper: paper('doi:10.1/a', 'title:tar|lovelace') };
    expect(saidDistinct(a, b)).toBe(true);
    expect(saidDistinct(b, a)).toBe(true);
    expect(saidDistinct(a, { paper: paper('doi:10.1/b') })).toBe(false);
    expect(saidDistinct({ paper: paper('constructor') }, { ...a, mark: { id: 'x:1', distinct: {} } })).toBe(
      false,
    );
  });

  it('taken back it does not', () => {
    const a = { paper: paper('arxiv:1'), mark: said('doi:10.1/a', 1, false) };
    expect(saidDistinct(a, { paper: paper('doi:10.1/a') })).toBe(false);
  });

  it('is kept with both and undone as it was', () => {
    const changes = distinctChanges('arxiv:1', 'doi:10.1/a');
    expect(changes.map(({ id }) => id)).toEqual(['arxiv:1', 'doi:10.1/a']);
    const mark = applyChange(undefined, 'arxiv:1', changes[0]!.change, at(1));
    expect(mark).toEqual(said('doi:10.1/a', 1));
    expect(undoOf(undefined, changes[0]!.change)).toEqual({ distinct: { 'doi:10.1/a': false } });
    expect(undoOf(mark, changes[0]!.change)).toEqual({ distinct: { 'doi:10.1/a': true } });
  });

  it('merges by time, each other paper by itself', () => {
    const merged = mergeMarks(said('doi:10.1/a', 1), said('doi:10.1/a', 2, false));
    expect(merged).toEqual(said('doi:10.1/a', 2, false));
    expect(mergeMarks(said('doi:10.1/a', 2, false), said('doi:10.1/a', 1))).toEqual(merged);
    const both = mergeMarks(said('doi:10.1/b', 1), said('doi:10.1/a', 2));
    expect(Object.keys(both.distinct ?? {})).toEqual(['doi:10.1/a', 'doi:10.1/b']);
  });
});

describe('"less like this"', () => {
  it('has its time, merges and is undone', () => {
    const mark = applyChange(undefined, 'arxiv:1', { less: true }, at(1));
    expect(mark).toEqual({ id: 'arxiv:1', less: { value: true, at: at(1) } });
    expect(undoOf(mark, { less: false })).toEqual({ less: true });
    expect(undoOf(undefined, { less: true })).toEqual({ less: false });
    const off = { id: 'arxiv:1', less: { value: false, at: at(2) } };
    expect(mergeMarks(mark, off)).toEqual(off);
    expect(mergeMarks(off, mark)).toEqual(off);
  });
});

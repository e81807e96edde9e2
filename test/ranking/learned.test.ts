import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import { importanceOf, isModel, strongest, train } from '../../src/ranking/index.ts';
import { everything, paper, type Shelved, shelf } from './support/shelf.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const at = '2026-11-26T12:00:00Z';
const YEAR_AGO = '2025-11-26T12:00:00Z';
const mark = (fields: Omit<Mark, 'id'>): Mark => ({ id: 'arxiv:2601.00001', ...fields });

describe('what a mark tells', () => {
  it.each<[string, Omit<Mark, 'id'>, number]>([
    ['nothing', {}, 0],
    ['saved now', { saved: { value: true, at } }, 1],
    ['saved a year ago', { saved: { value: true, at: YEAR_AGO } }, 0.5],
    ['saved ten years ago', { saved: { value: true, at: '2016-11-26T12:00:00Z' } }, 0.3],
    ['saved at a time to come', { saved: { value: true, at: '2027-01-01T00:00:00Z' } }, 1],
    ['saved at no time', { saved: { value: true, at: 'once' } }, 1],
    ['saved and taken back', { saved: { value: false, at } }, 0],
    ['saved and read', { saved: { value: true, at }, status: { value: 'read', at } }, 1.25],
    ['saved and rated well', { saved: { value: true, at }, rating: { value: 5, at } }, 1.5],
    ['saved and rated badly', { saved: { value: true, at }, rating: { value: 1, at } }, -1],
    ['dismissed', { dismissed: { value: true, at } }, -1],
    ['flagged by hand', { flagged: { value: { on: true, reasons: [{ by: 'hand', text: 'me' }] }, at } }, 0.5],
    [
      'flagged by a rule',
      { flagged: { value: { on: true, reasons: [{ by: 'rule', text: 'watch' }] }, at } },
      0,
    ],
    ['a note alone', { note: { value: 'hm', at } }, 0],
  ])('%s', (_what, fields, expected) => expect(importanceOf(mark(fields), NOW)).toBeCloseTo(expected, 3));
});

describe('what was learned', () => {
  it('names the words that speak for and against, by subject', () => {
    const marks = (papers: readonly Shelved[], importance: number) =>
      papers.map(({ features, ...text }) => ({ features, importance, text }));
    const model = train({
      marks: [
        ...marks(shelf('bells', 5), 1),
        ...marks([paper('Rung bells', '', ['Ada Lovelace'], ['acoustics'])], 1),
        ...marks(shelf('wells', 4), -1),
      ],
      met: everything(30).map((one) => one.features),
    });
    if (!isModel(model)) throw new Error('no model');
    const [subject, ...more] = strongest(model, 30);
    expect(more).toEqual([]);
    const words = (list: readonly { term: string }[] | undefined) => list?.map((one) => one.term);
    expect(subject?.papers).toBe(6);
    expect(words(subject?.for)).toEqual(
      expect.arrayContaining(['bell', 'bronze', 'author: Ada Lovelace', 'topic: acoustics']),
    );
    expect(words(subject?.for)).not.toContain('aquifer');
    expect(words(subject?.against)).toEqual(expect.arrayContaining(['aquifer', 'pump']));
    expect(strongest(model, 2)[0]?.for).toEqual(subject?.for.slice(0, 2));
  });
});

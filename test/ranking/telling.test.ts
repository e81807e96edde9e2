/** What is kept of a paper to find related ones by, and how usual its words are. */
import { expect, it } from 'vitest';
import { telling } from '../../src/ranking/related.ts';
import { usualOf, vocabularyAmong } from '../../src/ranking/text.ts';

const rowOf = (values: readonly number[]) => ({
  slots: Int32Array.from(values.keys()),
  values: Float32Array.from(values),
});

it('the 32 heaviest terms are kept, of equal ones the first, at unit length', () => {
  // 4 heavy ones behind 40 of one weight, of which 28 have room
  const row = rowOf([...Array.from({ length: 40 }, () => 1), 2, 2, 2, 2, 0.5]);
  const { slots, values } = telling(row);
  expect([...slots]).toEqual([...Array.from({ length: 28 }, (_, at) => at), 40, 41, 42, 43]);
  const length = Math.sqrt(28 + 4 * 4);
  expect(values[0]).toBeCloseTo(1 / length, 6);
  expect(values[31]).toBeCloseTo(2 / length, 6);
});

it('a short row is kept whole, an empty one is empty', () => {
  const { slots, values } = telling(rowOf([3, 4]));
  expect([...slots]).toEqual([0, 1]);
  expect([...values].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([0.6, 0.8]);
  expect(telling(rowOf([])).slots).toHaveLength(0);
});

it('a vocabulary has the terms that two of all papers have, and none that most of the usual ones have', () => {
  const terms = (...ids: number[]) => ({
    ids: Uint32Array.from(ids),
    counts: new Uint8Array(ids.length).fill(1),
  });
  const met = Array.from({ length: 60 }, (_, n) => terms(...(n < 31 ? [5] : []), ...(n === 0 ? [9] : [])));
  const usual = usualOf(met);
  expect(usual).toEqual({ papers: 60, ids: Uint32Array.of(5, 9), counts: Uint32Array.of(31, 1) });
  const { ids, share } = vocabularyAmong(usual, [terms(2, 5, 7, 9), terms(5, 7, 11)]);
  expect([...ids]).toEqual([7, 9]);
  expect([...share]).toEqual([0.5 / 61, 1.5 / 61].map(Math.fround));
  expect([...vocabularyAmong(usualOf([]), [terms(2, 7), terms(7)]).ids]).toEqual([7]);
});

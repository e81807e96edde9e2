import { expect, it } from 'vitest';
import { knownTerms } from '../../src/core/known-terms.ts';
import { termsOf } from '../../src/core/terms.ts';

it('knows terms until the text is another', () => {
  const paper = { id: 'arxiv:1', title: 'Tar on hulls', abstract: 'Worms.' };
  const first = knownTerms(paper);
  expect(first).toEqual(termsOf('Tar on hulls', 'Worms.'));
  expect(knownTerms({ ...paper })).toBe(first);
  expect(knownTerms({ ...paper, abstract: 'Barnacles.' })).toEqual(termsOf('Tar on hulls', 'Barnacles.'));
  expect(knownTerms({ id: 'arxiv:1', title: 'Tar on hulls' })).toEqual(termsOf('Tar on hulls'));
});

it('of many papers keeps the latest', () => {
  const paper = (n: number) => ({ id: `arxiv:${n}`, title: `Kettle ${n}` });
  const old = knownTerms(paper(0));
  const all = Array.from({ length: 4_000 }, (_, n) => knownTerms(paper(n + 1)));
  expect(knownTerms(paper(4_000))).toBe(all[3_999]);
  expect(knownTerms(paper(0))).not.toBe(old);
  expect(knownTerms(paper(0))).toEqual(old);
});

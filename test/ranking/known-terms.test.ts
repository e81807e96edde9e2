import { expect, it } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { termsOf } from '../../src/core/terms.ts';
import { featuresOf, knownFeatures, knownTerms } from '../../src/ranking/index.ts';

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

it('features follow the authors, topics and categories of the moment', () => {
  const paper = {
    id: 'arxiv:7',
    title: 'Wax and wicks',
    authors: ['Ada Lovelace'],
    categories: ['cs.CL'],
    topics: [{ id: 'speech', score: 1 }],
  } as unknown as Paper;
  const others: Partial<Paper>[] = [
    {},
    { authors: ['Ada Lovelace', 'Kurt Gödel'] },
    { authors: ['Kurt Gödel', 'Ada Lovelace'] },
    { authors: [] },
    { categories: [] },
    { topics: [] },
    { title: 'Wax' },
    {},
  ];
  for (const other of others) {
    const now = { ...paper, ...other };
    expect(knownFeatures(now)).toEqual(featuresOf(now));
    expect(knownFeatures({ ...now, authors: [...now.authors] })).toEqual(featuresOf(now));
  }
});

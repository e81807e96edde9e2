import { expect, it } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { featuresOf, knownFeatures } from '../../src/ranking/index.ts';

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

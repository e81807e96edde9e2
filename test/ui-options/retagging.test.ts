import { expect, it } from 'vitest';
import { retagging } from '../../src/ui/options/retagging.ts';

it('tells how far topics are found anew, and what waits', () => {
  expect(retagging(undefined, 7)).toEqual({ state: 'waits' });
  expect(retagging({ version: 6, done: 3, total: 3 }, 7)).toEqual({ state: 'waits' });
  expect(retagging({ version: 7, done: 100, after: 'arxiv:1', total: 250 }, 7)).toEqual({
    ...{ state: 'at', done: 100, total: 250 },
  });
  // papers met meanwhile are counted in
  expect(retagging({ version: 7, done: 300, after: 'arxiv:1', total: 250 }, 7)).toEqual({
    ...{ state: 'at', done: 250, total: 250 },
  });
  expect(retagging({ version: 7, done: 300, total: 250 }, 7)).toEqual({ state: 'done', total: 250 });
});

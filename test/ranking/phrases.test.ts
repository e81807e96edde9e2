import { describe, expect, it } from 'vitest';
import { distinctPhrases, trustIn } from '../../src/ranking/phrases.ts';
import { paper } from './support/shelf.ts';

const papers = (title: string, many: number) =>
  Array.from({ length: many }, () => paper(title).features.terms);
const trust = (saved: readonly [with_: number, of: number], met: readonly [with_: number, of: number]) =>
  trustIn(
    distinctPhrases(['tidal engine']),
    [...papers('A tidal engine', saved[0]), ...papers('A kite', saved[1] - saved[0])],
    [...papers('Tidal engines', met[0]), ...papers('A bell', met[1] - met[0])],
  );

describe('how far phrases are trusted', () => {
  it('by their share among saved papers, and how much larger that is than among those met', () => {
    // 5.5 of 11, 2 of 100 or 10 of 100: an odds ratio of 49 or 9
    expect(trust([5, 10], [1, 98])).toBeCloseTo((5 + 10 * (Math.log(49) / 3.5)) / 15, 12);
    expect(trust([5, 10], [9, 98])).toBeCloseTo((5 + 10 * (Math.log(9) / 3.5)) / 15, 12);
    expect(trust([8, 10], [1, 98])).toBeGreaterThan(1.5);
  });

  it('whatever was saved, at first', () => {
    expect(trust([0, 0], [0, 0])).toBe(1);
    expect(trust([0, 3], [50, 98])).toBe(5 / 8);
    expect(trust([0, 45], [50, 98])).toBe(5 / 50);
    expect(trustIn([], papers('A kite', 3), [])).toBe(5 / 8);
  });

  it('not without limit', () => {
    expect(trust([200, 200], [0, 2_000])).toBe(3);
  });

  it('any of several will do', () => {
    const saved = [...papers('A tidal engine', 2), ...papers('A bell', 3), ...papers('A kite', 5)];
    const met = papers('A drill', 98);
    const of = (...phrases: string[]) => trustIn(distinctPhrases(phrases), saved, met);
    expect(of('tidal engine')).toBeLessThan(of('bell'));
    expect(of('tidal engine', 'bell')).toBeCloseTo((5 + 10 * (Math.log(99) / 3.5)) / 15, 12);
  });
});

it('phrases that are the same to the ranker are one, and those without a word none', () => {
  const texts = ['graph networks', 'Graph network', 'the', '', 'network of graphs'];
  expect(distinctPhrases(texts).map(({ text }) => text)).toEqual(['graph networks', 'network of graphs']);
});

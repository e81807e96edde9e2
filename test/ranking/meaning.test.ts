import { describe, expect, it } from 'vitest';
import type { TermVectors } from '../../src/core/term-vectors.ts';
import { hashOf, termOf } from '../../src/core/terms.ts';
import { isModel, type Marked, score, train } from '../../src/ranking/index.ts';
import { covariance, meanPlace, Space, solved } from '../../src/ranking/meaning.ts';
import { everything, paper, type Shelved, shelf } from './support/shelf.ts';

/** Vectors of a few words. */
function vectorsOf(words: Readonly<Record<string, readonly number[]>>): TermVectors {
  const all = Object.entries(words)
    .map(([word, numbers]) => ({ id: hashOf(termOf(word)), numbers }))
    .sort((a, b) => a.id - b.id);
  return {
    ids: Uint32Array.from(all, (one) => one.id),
    width: all[0]?.numbers.length ?? 2,
    read: (place, to) => to.set(all[place]?.numbers ?? []),
  };
}

const vocabulary = (...ids: number[]) => ({
  ids: Uint32Array.from(ids),
  idf: new Float32Array(ids.length).fill(1),
  share: new Float32Array(ids.length),
});

describe('a space', () => {
  const vectors: TermVectors = {
    ids: Uint32Array.of(3, 5, 9),
    width: 2,
    read: (place, to) =>
      to.set(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ][place] as number[],
      ),
  };

  it('sums the places of the known terms of a paper', () => {
    const space = new Space(vocabulary(1, 3, 7, 9, 11), vectors);
    const row = { slots: Int32Array.of(0, 1, 3, 4), values: Float32Array.of(9, 2, 0.5, 9) };
    expect([...space.of(row)]).toEqual([4.5, 7]);
    expect([...space.along(Float64Array.of(1, -1))]).toEqual([0, -1, 0, -1, 0]);
  });

  it('has the mean of papers where their places have theirs', () => {
    const space = new Space(vocabulary(1, 3, 7, 9, 11), vectors);
    // two papers, the first counts three times as much as the second: [1, 2] × 2 and [5, 6] × 4
    const mean = Float32Array.of(7, (3 * 2) / 4, 0, 4 / 4, 0);
    expect([...space.ofMean(mean)]).toEqual([6.5, 9]);
  });

  it('without a known term is zeros', () => {
    for (const ids of [[], [4], [1, 2], [10, 12]]) {
      const space = new Space(vocabulary(...ids), vectors);
      expect([...space.along(Float64Array.of(1, 1))]).toEqual(ids.map(() => 0));
      expect([...space.ofMean(new Float32Array(ids.length).fill(1))]).toEqual([0, 0]);
    }
    const none: TermVectors = { ids: new Uint32Array(0), width: 3, read: () => undefined };
    const empty = { slots: new Int32Array(0), values: new Float32Array(0) };
    expect([...new Space(vocabulary(1), none).of(empty)]).toEqual([0, 0, 0]);
  });
});

describe('its arithmetic', () => {
  it('means; of nothing, zeros', () => {
    expect([...meanPlace([Float32Array.of(1, 0), Float32Array.of(3, 2)], 2)]).toEqual([2, 1]);
    expect([...meanPlace([], 2)]).toEqual([0, 0]);
  });

  it('a covariance shrunk towards a sphere keeps its trace', () => {
    const places = [Float32Array.of(2, 1), Float32Array.of(-2, -1)];
    const matrix = covariance(places, Float64Array.of(0, 0));
    expect((matrix[0] as number) + (matrix[3] as number)).toBeCloseTo(5, 6);
    expect(matrix[0]).toBeCloseTo(0.7 * 4 + 0.3 * 2.5, 6);
    expect(matrix[2]).toBeCloseTo(0.7 * 2, 6);
    expect([...covariance([], new Float64Array(2))]).toEqual([1e-9, 0, 0, 1e-9]);
  });

  it('solves', () => {
    const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, 1, 3, 6);
    const [x, y, z] = [...solved(matrix, Float64Array.of(4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18))];
    expect([x, y, z].map((one) => Math.round((one as number) * 1e9) / 1e9)).toEqual([1, 2, 3]);
  });
});

describe('relevance with words of like meaning', () => {
  const marks = (papers: readonly Shelved[], importance = 1): Marked[] =>
    papers.map(({ features, ...text }) => ({ features, importance, text }));
  const met = [...everything(30), paper('Gong and gongs', 'A gong.'), paper('Gong', 'Gongs.')].map(
    (one) => one.features,
  );
  const scores = (vectors: TermVectors | undefined, papers: readonly Shelved[]) => {
    const model = train({ marks: marks(shelf('bells', 4)), met, vectors });
    if (!isModel(model)) throw new Error('no model');
    return score(
      model,
      papers.map((one) => one.features),
    ).map((one) => one.score);
  };

  it('a word never saved counts where it is like those that were', () => {
    const like = vectorsOf({ bell: [1, 0], bronze: [1, 0.1], gong: [1, 0], loom: [0, 1], aquifer: [0.1, 1] });
    const [with_ = 0] = scores(like, [paper('Gong')]);
    const [without = 0] = scores(undefined, [paper('Gong')]);
    expect(with_).toBeGreaterThan(1.5 * without);
  });

  it('vectors that know no word of it change nothing', () => {
    const papers = everything(3, 50);
    const foreign = vectorsOf({ zyzzyva: [1, 0] });
    expect(scores(foreign, papers)).toEqual(scores(undefined, papers));
    const nothing: TermVectors = { ids: new Uint32Array(0), width: 4, read: () => undefined };
    expect(scores(nothing, papers)).toEqual(scores(undefined, papers));
  });
});

it('what has a phrase that was asked for tells of papers without it', () => {
  const marks = shelf('bells', 4).map(({ features, ...text }) => ({ features, importance: 1, text }));
  const kites = Array.from({ length: 6 }, (_, n) =>
    paper(`Kite sail ${'abcdef'[n]}q`, 'Kite sail of silk twine.'),
  );
  const met = [...everything(30), ...kites].map((one) => one.features);
  const of = (phrases: readonly string[]) => {
    const model = train({ marks, met, phrases });
    if (!isModel(model)) throw new Error('no model');
    expect(model.interests.reduce((sum, one) => sum + one.papers, 0)).toBe(4);
    return score(model, [paper('Silk twine').features])[0]?.score as number;
  };
  expect(of(['kite sail'])).toBeGreaterThan(of([]));
  expect(of(['no such phrase'])).toBe(of([]));
});

import { describe, expect, it } from 'vitest';
import type { TermVectors } from '../../src/core/term-vectors.ts';
import { hashOf, termOf } from '../../src/core/terms.ts';
import { isModel, type Marked, score, train } from '../../src/ranking/index.ts';
import { lengthOf, lengthsOf } from '../../src/ranking/lengths.ts';
import { covariance, mainAxes, meanPlace, solved } from '../../src/ranking/matrix.ts';
import { type Asked, type MeaningFound, meaningOf } from '../../src/ranking/meaning.ts';
import { preparedOf, Room } from '../../src/ranking/prepared.ts';
import { Space } from '../../src/ranking/space.ts';
import { type SaidRow, spread } from '../../src/ranking/text.ts';
import { everything, paper, type Shelved, shelf } from './support/shelf.ts';

/** Vectors of a few words. */
function vectorsOf(words: Readonly<Record<string, readonly number[]>>): TermVectors {
  const all = Object.entries(words)
    .map(([word, numbers]) => ({ id: hashOf(termOf(word)), numbers }))
    .sort((a, b) => a.id - b.id);
  return {
    ids: Uint32Array.from(all, (one) => one.id),
    weights: new Float32Array(all.length).fill(1),
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
    weights: Float32Array.of(1, 1, 0.5),
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

  it('sums the places of the known terms of a paper, each as it counts and is said', () => {
    const space = new Space(vocabulary(1, 3, 7, 9, 11), vectors);
    const row = { slots: Int32Array.of(0, 1, 3, 4), said: Float32Array.of(9, 2, 1, 9) };
    expect([...space.of(row)]).toEqual([4.5, 7]);
    expect([...space.of(row, 2)]).toEqual([9, 14]);
    expect([...space.along(Float64Array.of(1, -1))]).toEqual([0, -1, 0, -0.5, 0]);
  });

  it('without a known term is zeros', () => {
    for (const ids of [[], [4], [1, 2], [10, 12]]) {
      const space = new Space(vocabulary(...ids), vectors);
      expect([...space.along(Float64Array.of(1, 1))]).toEqual(ids.map(() => 0));
    }
    const none: TermVectors = {
      ids: new Uint32Array(0),
      weights: new Float32Array(0),
      width: 3,
      read: () => undefined,
    };
    const empty = { slots: new Int32Array(0), said: new Float32Array(0) };
    expect([...new Space(vocabulary(1), none).of(empty)]).toEqual([0, 0, 0]);
  });
});

describe('lengths of papers', () => {
  const measured = (space: Space, met: readonly SaidRow[]) => {
    const steps = lengthsOf(space, met);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  };
  const rowOf = (slots: readonly number[], said: readonly number[]): SaidRow => ({
    slots: Int32Array.from(slots),
    values: new Float32Array(slots.length),
    said: Float32Array.from(said),
  });

  it('are exact, but for the steps of its numbers, where the space has few dimensions', () => {
    const vectors = vectorsOf({ bell: [3, 0, 0], bronze: [1, 2, 2], loom: [0, 0, -4] });
    const space = new Space(vocabulary(...vectors.ids), vectors);
    const papers = [rowOf([0, 1], [1, 2]), rowOf([1, 2], [1, 0.5]), rowOf([2], [3])];
    const lengths = measured(space, papers);
    for (const one of papers) {
      const exact = Math.hypot(...space.of(one));
      const found = lengthOf(lengths, one.slots, one.said, one.slots.length);
      expect(Math.abs(found / exact - 1)).toBeLessThan(0.01);
    }
  });

  it('are near to exact in many dimensions', () => {
    const width = 96;
    const numbers = (word: number) =>
      Array.from(
        { length: width },
        (_, i) => (Math.sin(word * 7.3 + i * (1 + (word % 5))) + 0.3) / (1 + i / 6),
      );
    const words = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `w${'abcdefghij'[at % 10]}${'abcdef'[Math.floor(at / 10)]}q`,
        at,
      ]),
    );
    const vectors = vectorsOf(
      Object.fromEntries(Object.entries(words).map(([word, at]) => [word, numbers(at)])),
    );
    const space = new Space(vocabulary(...vectors.ids), vectors);
    const papers = Array.from({ length: 80 }, (_, at) =>
      rowOf(
        Array.from({ length: 12 }, (_, k) => (at * 5 + k * k) % 60),
        Array.from({ length: 12 }, (_, k) => 1 + ((at + k) % 3)),
      ),
    );
    const lengths = measured(space, papers);
    for (const one of papers) {
      const exact = Math.hypot(...space.of(one));
      const found = lengthOf(lengths, one.slots, one.said, one.slots.length);
      expect(Math.abs(found / exact - 1)).toBeLessThan(0.1);
    }
  });

  it('are 0 of papers none of whose words has a place', () => {
    const space = new Space(vocabulary(1, 2), vectorsOf({ bell: [1, 0] }));
    const lengths = measured(space, [rowOf([0], [1])]);
    expect(lengthOf(lengths, Int32Array.of(0, 1), Float32Array.of(1, 1), 2)).toBe(0);
    expect(lengthOf(measured(space, []), Int32Array.of(1), Float32Array.of(1), 1)).toBe(0);
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
    expect(matrix[0]).toBeCloseTo(0.8 * 4 + 0.2 * 2.5, 6);
    expect(matrix[2]).toBeCloseTo(0.8 * 2, 6);
    expect([...covariance([], new Float64Array(2))]).toEqual([1e-9, 0, 0, 1e-9]);
  });

  it('solves', () => {
    const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, 1, 3, 6);
    const [x, y, z] = [...solved(matrix, Float64Array.of(4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18))];
    expect([x, y, z].map((one) => Math.round((one as number) * 1e9) / 1e9)).toEqual([1, 2, 3]);
  });
});

describe('main axes', () => {
  const rounded = (axes: readonly Float64Array[]) =>
    axes.map((axis) => [...axis].map((one) => Math.abs(Math.round(one * 1e4) / 1e4)));

  it('are those along which papers lie farthest from nothing, farthest first', () => {
    const places = [Float32Array.of(6, 0, 0), Float32Array.of(0, 0.5, 0), Float32Array.of(0, 0, -2)];
    expect(rounded(mainAxes(places, 2, 3))).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it('are zeros where no direction is left', () => {
    const [first, second] = mainAxes([Float32Array.of(3, 4)], 2, 2);
    expect(rounded([first as Float64Array])).toEqual([[0.6, 0.8]]);
    expect([...(second as Float64Array)]).toEqual([0, 0]);
    expect(rounded(mainAxes([], 1, 2))).toEqual([[0, 0]]);
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

  it('a paper that says the same twice over means no more of it', () => {
    const like = vectorsOf({ bell: [1, 0], gong: [1, 0.2], triangle: [0.9, 0.1], loom: [0, 1] });
    const more = [...everything(30), ...everything(4).map(() => paper('Gong triangle', 'A triangle.'))];
    const model = train({
      marks: marks(shelf('bells', 4)),
      met: more.map((one) => one.features),
      vectors: like,
    });
    if (!isModel(model)) throw new Error('no model');
    const meant = (one: Shelved): number => {
      const room = new Room();
      room.take(preparedOf(model), one.features);
      return room.meant;
    };
    const once = meant(paper('Triangle'));
    expect(once).toBeGreaterThan(0);
    expect(meant(paper('Triangle triangle triangle', 'Triangle.')) / once).toBeCloseTo(1, 2);
  });

  it('a reason names a word for what it means', () => {
    const like = vectorsOf({ bell: [1, 0], bronze: [1, 0.1], gong: [1, 0], loom: [0, 1], aquifer: [0.1, 1] });
    const gongs = [paper('Gong', 'A gong.'), ...everything(30)];
    const all = [...marks(shelf('bells', 4)), ...marks([paper('Gong of bronze', 'A bell.')])];
    const because = (vectors: TermVectors | undefined) => {
      const model = train({ marks: all, met: gongs.map((one) => one.features), vectors });
      if (!isModel(model)) throw new Error('no model');
      return (
        score(model, [paper('Gong').features])[0]?.because.find(({ term }) => term === 'gong')?.weight ?? 0
      );
    };
    expect(because(like)).toBeGreaterThan(because(undefined));
  });

  it('vectors that know no word of it change nothing', () => {
    const papers = everything(3, 50);
    const foreign = vectorsOf({ zyzzyva: [1, 0] });
    expect(scores(foreign, papers)).toEqual(scores(undefined, papers));
    const nothing: TermVectors = {
      ids: new Uint32Array(0),
      weights: new Float32Array(0),
      width: 4,
      read: () => undefined,
    };
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

it('a paper met that has a phrase once tells as well', () => {
  const marks = shelf('bells', 4).map(({ features }) => ({ features, importance: 1 }));
  const once = Array.from({ length: 6 }, (_, n) =>
    paper(`Flight ${'abcdef'[n]}q`, 'A kite sail of silk twine.'),
  );
  const met = [...everything(30), ...once].map((one) => one.features);
  const of = (phrases: readonly string[]) => {
    const model = train({ marks, met, phrases });
    if (!isModel(model)) throw new Error('no model');
    return score(model, [paper('Silk twine').features])[0]?.score as number;
  };
  expect(of(['kite sail'])).toBeGreaterThan(of([]));
});

describe('where a phrase lies', () => {
  const words = { bell: [1, 0, 0], loom: [0, 1, 0], zither: [0, 0.1, 1], gong: [0.1, 0, 1] };
  const vectors = vectorsOf(words);
  const slotOf = (word: string): number => vectors.ids.indexOf(hashOf(termOf(word)));
  const rowOf = (...said: string[]): SaidRow => {
    const slots = Int32Array.from(said, slotOf).sort();
    return {
      slots,
      values: new Float32Array(said.length).fill(1),
      said: new Float32Array(said.length).fill(1),
    };
  };
  const met = [rowOf('bell'), rowOf('loom'), rowOf('loom', 'gong'), rowOf('bell', 'loom'), rowOf('gong')];
  const found = (asked?: Asked): MeaningFound => {
    const space = new Space(vocabulary(...vectors.ids), vectors);
    const steps = meaningOf(space, [{ row: rowOf('bell'), importance: 1 }], [], met, asked);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  };

  it('counts, by its weight, beside what was saved', () => {
    const plain = found();
    const asked = found({ phrases: [rowOf('zither')], weight: 0.5 });
    const more = asked.met.map((one, at) => one - (plain.met[at] as number));
    expect(spread(more).deviation).toBeCloseTo(0.5, 5);
    expect(more[4]).toBeGreaterThan(Math.max(more[0] as number, more[1] as number, more[3] as number));
    const rise = (word: string): number =>
      (asked.meaning.weights[slotOf(word)] as number) - (plain.meaning.weights[slotOf(word)] as number);
    expect(rise('gong')).toBeGreaterThan(rise('bell'));
    expect(rise('gong')).toBeGreaterThan(rise('loom'));
    expect(asked.meaning.usual).toBe(plain.meaning.usual);
  });

  it('counts the less the less several have in common', () => {
    const plain = found();
    const risen = (...phrases: SaidRow[]): number => {
      const asked = found({ phrases, weight: 0.5 });
      return spread(asked.met.map((one, at) => one - (plain.met[at] as number))).deviation;
    };
    expect(risen(rowOf('bell'), rowOf('bell'))).toBeCloseTo(0.5, 5);
    // two at right angles: half of the square of both sides
    expect(risen(rowOf('bell'), rowOf('loom'))).toBeCloseTo(0.5 * Math.SQRT1_2, 5);
  });

  it('is the middle of several, and of none that is known nothing', () => {
    const both = found({ phrases: [rowOf('zither'), rowOf('loom')], weight: 0.5 });
    const turned = found({ phrases: [rowOf('loom'), rowOf('zither'), rowOf()], weight: 0.5 });
    expect(turned).toEqual(both);
    expect(both).not.toEqual(found());
    expect(found({ phrases: [rowOf()], weight: 0.5 })).toEqual(found());
    expect(found({ phrases: [], weight: 0.5 })).toEqual(found());
  });
});

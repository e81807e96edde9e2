/** Scores and reasons as they have always been: what makes them faster must not change them. */
import { describe, expect, it } from 'vitest';
import { isModel, score, train, trainInSteps } from '../../src/ranking/index.ts';
import { listing, reader } from './support/made-reader.ts';
import { everything, paper, shelf } from './support/shelf.ts';

type Expected = readonly [number, readonly (readonly [string, number])[]];
const WITHOUT: Expected = [0.058201271, []];
const EXPECTED: readonly Expected[] = [
  [
    0.169441862,
    [
      ['chime', 0.42],
      ['bell', 0.37],
      ['clapper', 0.32],
      ['casting', 0.24],
      ['bell gives', 0.17],
    ],
  ],
  [
    0.525987432,
    [
      ['bronze', 1.5],
      ['bell', 0.59],
      ['clapper', 0.39],
      ['casting', 0.25],
      ['bell gives', 0.18],
    ],
  ],
  [0.021464899, [['method', 0.11]]],
  [0.016935358, []],
  [
    0.15217304,
    [
      ['watch: keel', 0.41],
      ['method', 0.11],
    ],
  ],
  [0.05041561, []],
  [0.021464899, [['method', 0.11]]],
  [0.016935358, []],
  [
    0.137054476,
    [
      ['drilling', 0.56],
      ['water', 0.38],
      ['method', 0.12],
    ],
  ],
  [
    0.096738594,
    [
      ['water', 0.48],
      ['bucket', 0.26],
    ],
  ],
  [
    0.99410157,
    [
      ['topic: mechanics', 1.71],
      ['tidal engines', 1.59],
      ['category: cs.RO', 1.48],
      ['author you saved twice: Ada Lovelace', 0.45],
      ['author you saved twice: Kurt Gödel', 0.45],
    ],
  ],
  [
    0.625832274,
    [
      ['bronze', 1.5],
      ['category: cs.RO', 1.48],
      ['tidal engines', 1.14],
      ['author you saved twice: Ada Lovelace', 0.45],
      ['watch: keel', 0.41],
    ],
  ],
  [
    0.008252198,
    [
      ['topic: mechanics', 1.71],
      ['author you saved twice: Kurt Gödel', 0.45],
      ['unlike: survey', -1.8],
    ],
  ],
  WITHOUT,
  WITHOUT,
  WITHOUT,
];

const features = listing().map((one) => one.features);

describe('exactly', () => {
  const scored = score(reader(), features, 5);

  it('two subjects, watched phrases and words of the reader', () => {
    expect(scored).toHaveLength(EXPECTED.length);
    scored.forEach((one, at) => {
      expect(one.score).toBeCloseTo(EXPECTED[at]?.[0] as number, 7);
      expect(one.because.map(({ term, weight }) => [term, weight])).toEqual(EXPECTED[at]?.[1]);
    });
  });

  it('the same one by one, in another order, without reasons and with fewer', () => {
    const model = reader();
    expect(features.flatMap((one) => score(model, [one], 5))).toEqual(scored);
    expect(score(model, [...features].reverse(), 5).reverse()).toEqual(scored);
    expect(score(model, features, 0)).toEqual(scored.map(({ score }) => ({ score, because: [] })));
    expect(score(model, features, 1).map(({ because }) => because.length)).toEqual(
      scored.map(({ because }) => Math.min(1, because.length)),
    );
  });

  it('a paper of very many terms leaves nothing behind for the next', () => {
    const long = paper('', Array.from({ length: 2_000 }, (_, at) => `bell bronze w${at}`).join(' ')).features;
    const model = reader();
    expect(score(model, [long, ...features], 5).slice(1)).toEqual(scored);
  });
});

it('names that every object has are names as any other', () => {
  const named = (name: string) => paper('Casting of bells', 'Bells.', [name], [name], [name]);
  const odd = ['constructor', '__proto__', 'toString', 'valueOf'].map(named);
  const papers = [...odd, ...shelf('bells', 3)];
  const model = train({
    marks: papers.map(({ features, ...text }) => ({ features, importance: 1, text })),
    met: everything(12).map((one) => one.features),
  });
  if (!isModel(model)) throw new Error('no model');
  const stored = structuredClone(model);
  const other = named('someone');
  for (const one of odd) {
    const [with_, without] = score(stored, [one.features, other.features]);
    expect(with_?.score).toBeGreaterThan(without?.score as number);
  }
  const because = score(stored, [odd[0]!.features], 9)[0]?.because.map((one) => one.term);
  expect(because).toContain('author you saved: constructor');
});

it('learned in steps, the model is the same', () => {
  const marks = [...shelf('bells', 8), ...shelf('wells', 8)].map(({ features, ...text }) => ({
    features,
    importance: 1,
    text,
  }));
  const learning = { marks, met: everything(60).map((one) => one.features) };
  const steps = trainInSteps(learning);
  let stops = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) stops++;
  expect(stops).toBeGreaterThan(5);
  expect(step.value).toEqual(train(learning));
});

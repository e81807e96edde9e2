import { describe, expect, it } from 'vitest';
import { stem } from '../../src/core/stem.ts';
import {
  contentWords,
  eachTerm,
  inAbstract,
  inTitle,
  type Terms,
  termOf,
  termsOf,
} from '../../src/core/terms.ts';

/** Examples of the paper that describes the method, and words of this trade. */
const STEMS = {
  caresses: 'caress',
  ponies: 'poni',
  cats: 'cat',
  feed: 'feed',
  agreed: 'agre',
  plastered: 'plaster',
  motoring: 'motor',
  sing: 'sing',
  conflated: 'conflat',
  hopping: 'hop',
  falling: 'fall',
  filing: 'file',
  happy: 'happi',
  sky: 'sky',
  relational: 'relat',
  conditional: 'condit',
  rational: 'ration',
  digitizer: 'digit',
  operator: 'oper',
  hopefulness: 'hope',
  electrical: 'electr',
  goodness: 'good',
  revival: 'reviv',
  inference: 'infer',
  replacement: 'replac',
  adoption: 'adopt',
  effective: 'effect',
  probate: 'probat',
  rate: 'rate',
  cease: 'ceas',
  controll: 'control',
  roll: 'roll',
  networks: 'network',
  generalization: 'gener',
  yes: 'ye',
  gpt4: 'gpt4',
  größe: 'größe',
  of: 'of',
};

describe('stems', () => {
  it.each(Object.entries(STEMS))('%s → %s', (word, expected) => expect(stem(word)).toBe(expected));

  it('British and American spelling are one term', () => {
    expect(termOf('optimisation')).toBe(termOf('optimization'));
    expect(termOf('behaviours')).toBe(termOf('behaviors'));
    expect(termOf('noise')).not.toBe(termOf('noize'));
  });
});

const shape = (terms: Terms) => [...terms.counts].map((count) => [inTitle(count), inAbstract(count)]).sort();

describe('terms', () => {
  it('stop words, numbers and single letters part their neighbours', () => {
    expect(contentWords('Learning to rank with 3 models: a B test')).toEqual([
      'learning',
      '',
      'rank',
      '',
      '',
      'models',
      '',
      '',
      'test',
    ]);
  });

  it('words and pairs are counted apart for title and abstract, ids ascending', () => {
    const terms = termsOf('Graph networks', 'Graph network. Graphs of trees.');
    // graph, network and their pair stand in both; tree and the pair "network graph" in the abstract
    expect(shape(terms)).toEqual([
      [0, 1],
      [0, 1],
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
    expect([...terms.ids]).toEqual([...terms.ids].sort((a, b) => a - b));
  });

  it('pairs of the abstract may be left out, those of the title never', () => {
    expect(shape(termsOf('Graph networks', 'Tall trees', () => false))).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('counts stop at what a byte holds', () => {
    expect(shape(termsOf('tree '.repeat(20), 'tree. of '.repeat(50)))).toEqual([
      [7, 0],
      [7, 31],
    ]);
  });

  it('no text, no terms; text of other alphabets has terms', () => {
    expect(termsOf('', '').ids).toHaveLength(0);
    expect(termsOf('深層 学習').ids).toHaveLength(3);
  });
});

describe('terms of a text are those of its content words', () => {
  const counted = (text: string) => {
    const counts = new Map<number, number>();
    eachTerm(contentWords(text), (id) => void counts.set(id, Math.min(31, (counts.get(id) ?? 0) + 1)));
    return [...counts].sort((a, b) => a[0] - b[0]);
  };
  it.each([
    '',
    '   ',
    'Bells',
    'Of the bells, and of -- the towers; a b c 12 3d',
    "Don't stop: café-au-lait, naïve Gödel’s İstanbul ẞ ﬁne",
    `${'x'.repeat(40)} bell ${'x'.repeat(41)} tower`,
    'cost \\$x^2 + \\alpha_{ij}$ of Gr\\"obner \\emph{bases} $5',
    'toString constructor __proto__ hasOwnProperty',
    '深層 学習, deep\u00a0learning\u0000and\u007fmore~than^this[one]{two}',
    Array.from({ length: 3_000 }, (_, at) => `w${at}`).join(' '),
    'bells again, after very many',
  ])('%.40s', (text) => {
    const { ids, counts } = termsOf('', text);
    expect(Array.from(ids, (id, at) => [id, counts[at]])).toEqual(counted(text));
  });
});

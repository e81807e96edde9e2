import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { readTopicModel } from '../../scripts/lib/topic-model.ts';
import { ManiculeError } from '../../src/core/errors.ts';
import { knownTerms } from '../../src/core/known-terms.ts';
import { placeOf, TERMS_VERSION, termsOf } from '../../src/core/terms.ts';
import { MODEL_FILE, TOPICS, TopicModel, tag } from '../../src/topics/index.ts';
import { inputOf } from '../../src/topics/input.ts';
import { linearSums, startsOf } from '../../src/topics/linear.ts';
import { MODEL_FORMAT, readParts, writeModel } from '../../src/topics/model-file.ts';
import { MODEL_VERSION } from '../../src/topics/version.ts';
import { about, idOf, smallFile, smallParts } from './support/small-model.ts';

const ids = TOPICS.map(({ id }) => id);

describe('the input', () => {
  const sorted = ['lantern', 'harbour'].map(idOf).sort((a, b) => a - b);
  const vocabulary = { ids: Uint32Array.from(sorted), idf: Float32Array.from([2, 2]) };

  it('counts a word of the title as three of the abstract, and has length 1', () => {
    const { at, weights } = inputOf({ title: 'Lanterns', abstract: 'A harbour, unlit.' }, vocabulary);
    const weight = new Map([...at].map((place, i) => [sorted[place], weights[i]]));
    const [title, abstract] = [2 * Math.log(4), 2 * Math.log(2)];
    const length = Math.hypot(title, abstract);
    expect(weight.get(idOf('lantern'))).toBeCloseTo(title / length, 6);
    expect(weight.get(idOf('harbour'))).toBeCloseTo(abstract / length, 6);
  });

  it('has keywords of the site as words of the title, and nothing of unknown words', () => {
    const given = inputOf({ title: 'Nothing known', keywords: ['harbour'] }, vocabulary);
    expect([...given.at].map((place) => sorted[place])).toEqual([idOf('harbour')]);
    expect([...given.weights]).toEqual([1]);
    expect(inputOf({ title: '' }, vocabulary).at).toHaveLength(0);
  });

  it('is that of the text it has now, whatever was known under its id', () => {
    const texts = [
      { title: 'Lanterns', abstract: 'A harbour, unlit.' },
      { title: 'Lanterns' },
      { title: 'Lanterns', keywords: ['harbour'] },
      { title: `Lanterns ${'x '.repeat(600)} harbour`, abstract: '' },
      { title: 'Lanterns', abstract: `${'x '.repeat(11_000)} harbour` },
      { title: 'Lanterns', abstract: 'A harbour, unlit.' },
    ];
    for (const text of texts)
      expect(inputOf({ id: 'arxiv:2601.00007', ...text }, vocabulary)).toEqual(inputOf(text, vocabulary));
    // a text with keywords, or cut, is not the ranker's
    expect(knownTerms({ id: 'arxiv:2601.00007', title: 'Lanterns' })).toEqual(termsOf('Lanterns'));
  });

  it('finds places in ascending ids', () => {
    const list = Uint32Array.from([3, 9, 4_294_967_295]);
    expect([3, 9, 4_294_967_295, 0, 4, 4_294_967_294].map((id) => placeOf(list, id))).toEqual([
      0, 1, 2, -1, -1, -1,
    ]);
  });
});

describe('a small model', () => {
  const model = new TopicModel(smallFile());
  const logistic = (value: number) => 1 / (1 + Math.exp(-value));

  it('adds the numbers of its terms, lets a tenth of what is negative through, and blends', () => {
    // hidden: 0.5 + 2, 1 - 3 → 2.5, -0.2; the topic's sum: 2.5 - 0.2 + 0.25
    const sums = model.sums({ title: 'Lantern', abstract: 'Unknown.' });
    expect(sums[0]).toBeCloseTo(2.55, 6);
    expect(sums[1]).toBe(-9);
    expect(model.scores({ title: 'Lantern', abstract: 'Unknown.' })[0]).toBeCloseTo(logistic(2.55), 6);
  });

  it('has a blend of its own for titles alone', () => {
    expect(model.scores({ title: 'Lantern' })[0]).toBeCloseTo(logistic(5.1), 6);
  });

  it('adds what a term says of a topic by itself', () => {
    const parts = smallParts();
    const starts = startsOf(parts.linearCounts);
    const vocabulary = model.vocabulary;
    // 64 steps of 1/32, less the constant 0.5; of two terms each has 1/√2 of the length
    const lantern = linearSums(inputOf({ title: 'Lantern' }, vocabulary), parts, starts);
    expect([lantern[0], lantern[1]]).toEqual([-0.5, 1.5]);
    const both = linearSums(inputOf({ title: 'Lantern harbour' }, vocabulary), parts, starts);
    expect(both[1]).toBeCloseTo(2 / Math.SQRT2 - 0.5, 6);
    const blend = Float32Array.from({ length: ids.length * 4 }, (_, at) => [0, 0, 1, 0.25][at % 4] as number);
    const file = writeModel(about, { ...parts, blend }).slice().buffer as ArrayBuffer;
    const scores = new TopicModel(file).scores({ title: 'Lantern', abstract: 'Unknown.' });
    expect(scores[0]).toBeCloseTo(logistic(-0.25), 6);
    expect(scores[1]).toBeCloseTo(logistic(1.75), 6);
  });

  it('finds where the weights of each term begin', () => {
    expect([...startsOf(Uint8Array.from([2, 0, 3, 255, 1]))]).toEqual([0, 2, 2, 5, 260]);
    expect(startsOf(new Uint8Array(0))).toHaveLength(0);
  });

  it('gives topics from its own thresholds on', () => {
    const first = { id: ids[0], score: Math.round(1000 * logistic(2.55)) / 1000 };
    expect(tag({ title: 'Lantern', abstract: 'Unknown.' }, model)).toEqual([first]);
  });
});

describe('a file that is no model this version can use', () => {
  const cases: [string, () => ArrayBuffer, string][] = [
    ['empty', () => new ArrayBuffer(0), 'it is no model'],
    [
      'something else',
      () => new TextEncoder().encode('<!doctype html><p>Not here</p>').buffer as ArrayBuffer,
      'it is no model',
    ],
    ['cut short', () => smallFile().slice(0, -40), 'it is cut short'],
    ['cut in its header', () => smallFile().slice(0, 60), 'its header is damaged'],
    [
      'of other terms',
      () => smallFile({ terms: TERMS_VERSION + 1 }),
      `terms of version ${TERMS_VERSION + 1}`,
    ],
    ['of other topics', () => smallFile({ topics: ids.slice(1) }), 'it is for other topics'],
  ];
  it.each(cases)('%s: refused with a sentence', (_, file, why) => {
    let error: unknown;
    try {
      new TopicModel(file());
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ManiculeError);
    expect((error as ManiculeError).message).toBe(
      `The topic model of this installation cannot be read (${why}). Topics are found by phrases alone until the extension is installed again.`,
    );
  });

  it('a whole one comes back as it was written', () => {
    const { header, parts } = readParts(smallFile(), ids);
    expect(header).toMatchObject({ ...about, format: MODEL_FORMAT });
    expect(parts).toEqual(smallParts());
  });
});

describe('the model that is shipped', () => {
  const model = readTopicModel();

  it('is the one of this version, says where it comes from, and has at most 1.5 MB', () => {
    expect(model.header).toMatchObject({ version: MODEL_VERSION, terms: TERMS_VERSION, topics: ids });
    expect(model.header.provenance).toMatch(
      /4410 papers whose topics a language model chose, checked by no person/,
    );
    expect(model.header.licence).toMatch(/^MIT/);
    expect(statSync(join(ROOT, 'public', MODEL_FILE)).size).toBeLessThanOrEqual(1_500_000);
  });

  it('finds what no phrase names', () => {
    const paper = {
      title: 'Fewer words, same answer',
      abstract:
        'Large models think at length before they answer. We train them with verifiable rewards to stop early, and keep accuracy on mathematics problems with half of the tokens.',
    };
    expect(tag(paper, model).map(({ id }) => id)).toContain('reasoning');
  });

  it('never throws, and keeps scores within 0 and 1', () => {
    for (const paper of [
      { title: '' },
      { title: '大規模言語モデル', abstract: '\ud800' },
      { title: 'x'.repeat(50_000), abstract: 'y z '.repeat(50_000) },
    ])
      for (const { score } of tag(paper, model)) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
  });
});

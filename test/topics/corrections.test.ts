import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/core/terms.ts';
import {
  type Adjustments,
  adjuster,
  type Correction,
  learnCorrections,
  readAdjustments,
} from '../../src/topics/index.ts';
import type { Vocabulary } from '../../src/topics/input.ts';

const paper = (title: string, abstract = '') => ({ title, abstract });
const lamps = [
  'Keeping lighthouse lamps on stormy coasts',
  'Lamps of old lighthouse keepers',
  'The lighthouse lamp in fog',
  'Who keeps the lighthouse lamp burning',
  'A lighthouse lamp for every coast',
].map((title) => paper(title));
const bread = ['Baking bread in ovens', 'Bread and rye', 'Ovens for rye bread'].map((title) => paper(title));

const ids = Uint32Array.from(
  new Set([...lamps, ...bread].flatMap(({ title }) => [...termsOf(title).ids])),
).sort();
const vocabulary: Vocabulary = { ids, idf: new Float32Array(ids.length).fill(1) };
/** Says the same of every paper. */
const model = (score: number) => ({
  vocabulary,
  scoreOf: (_: unknown, topic: string) => (topic === 'nobody' ? undefined : score),
  threshold: () => 0.4,
});
const said = (value: boolean, papers: readonly { title: string }[], topic = 'robots'): Correction[] =>
  papers.map((one) => ({ topic, paper: one, value }));
const adjusted = (adjustments: Adjustments, one: { title: string }, score: number) =>
  adjuster(adjustments, vocabulary)?.(one, [
    { id: 'robots', score },
    { id: 'others', score },
  ]);

describe('corrections of topics', () => {
  it('below three of a topic teach nothing, however many there are of others', () => {
    const few = [...said(false, lamps.slice(0, 2)), ...said(true, lamps.slice(0, 2), 'others')];
    expect(learnCorrections(few, model(0.6))).toEqual({});
    expect(adjuster({}, vocabulary)).toBeUndefined();
    expect(learnCorrections(said(false, lamps, 'nobody'), model(0.6))).toEqual({});
  });

  it('three against a topic take it off a similar paper, and not off another one', () => {
    const learned = learnCorrections(said(false, lamps.slice(0, 3)), model(0.6));
    expect(Object.keys(learned)).toEqual(['robots']);
    const [robots, others] = adjusted(learned, lamps[4]!, 0.6) ?? [];
    expect(robots?.score).toBeLessThan(0.2);
    expect(others).toEqual({ id: 'others', score: 0.6 });
    const far = adjusted(learned, bread[0]!, 0.6)?.[0]?.score as number;
    expect(far).toBeGreaterThan(0.5);
    expect(far).toBeLessThan(0.6);
  });

  it('three for a topic give it to a similar paper', () => {
    const learned = learnCorrections(said(true, lamps.slice(0, 3)), model(0.15));
    expect(adjusted(learned, lamps[4]!, 0.15)?.[0]?.score).toBeGreaterThan(0.4);
    expect(adjusted(learned, bread[0]!, 0.15)?.[0]?.score).toBeLessThan(0.2);
  });

  it('for and against are told apart by what the papers are about', () => {
    const learned = learnCorrections(
      [...said(false, lamps.slice(0, 4)), ...said(true, bread.slice(0, 2))],
      model(0.4),
    );
    expect(adjusted(learned, lamps[4]!, 0.4)?.[0]?.score).toBeLessThan(0.3);
    expect(adjusted(learned, bread[2]!, 0.4)?.[0]?.score).toBeGreaterThan(0.45);
  });

  it('where the model agrees already, hardly anything changes', () => {
    const learned = learnCorrections(said(false, lamps.slice(0, 3)), model(0.01));
    expect(adjusted(learned, lamps[4]!, 0.01)?.[0]?.score).toBeCloseTo(0.01, 2);
  });

  it('are the same from the same corrections, and plain enough to be stored', () => {
    const learned = learnCorrections(said(false, lamps), model(0.6));
    expect(learnCorrections(said(false, lamps), model(0.6))).toEqual(learned);
    expect(readAdjustments(JSON.parse(JSON.stringify(learned)))).toEqual(learned);
    expect(learned['robots']?.terms.length).toBeLessThanOrEqual(200);
  });

  it('that were stored broken are left out', () => {
    const good = { always: 0, terms: [[1, 2]] };
    expect(
      readAdjustments({ a: good, b: null, c: { always: Number.NaN, terms: [] }, d: { always: 1 } }),
    ).toEqual({
      a: good,
    });
    expect(readAdjustments('nonsense')).toEqual({});
    expect(readAdjustments({ e: { always: 1, terms: [['x', 2]] }, f: { always: 1, terms: [null] } })).toEqual(
      {},
    );
  });

  it('of papers without words move nothing', () => {
    const learned = learnCorrections(said(false, [paper(''), paper('…'), paper('')]), model(0.6));
    expect(adjusted(learned, paper(''), 0.6)?.[0]?.score).toBeGreaterThan(0.5);
  });
});

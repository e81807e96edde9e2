import { describe, expect, it } from 'vitest';
import { readLearnedTopic, withoutTerm } from '../../src/core/learned-topic.ts';
import { learnedTopics, topicsVersion } from '../../src/core/own-topics.ts';
import { readTopicChoices } from '../../src/core/topics.ts';

const lamps = {
  terms: [
    [3, 0.5],
    [1, 0.2],
  ] as [number, number][],
  names: ['lamp', 'old lamp'],
  from: 0.1,
};

describe('a learned topic in the settings', () => {
  it('comes back as it was, beside words or without any', () => {
    expect(readLearnedTopic(JSON.parse(JSON.stringify(lamps)))).toEqual(lamps);
    const choices = { 'own:lamps': { name: 'Lamps', learned: lamps }, 'own:w': { name: 'W', words: ['w'] } };
    expect(readTopicChoices(choices)).toEqual(choices);
    expect(learnedTopics(choices)).toEqual([['own:lamps', lamps]]);
  });

  it('broken is left out: whole, or the terms that are', () => {
    for (const wrong of [
      null,
      'x',
      {},
      { ...lamps, from: 0 },
      { ...lamps, from: 'a' },
      { ...lamps, names: 3 },
    ])
      expect(readLearnedTopic(wrong)).toBeUndefined();
    const some = {
      terms: [[3, 0.5], 'x', [1.5, 2], [7, -1], [8, 1], [9, 1]],
      names: ['a', 'b', 'c', 'd', 5, 'f'],
      from: 1,
    };
    expect(readLearnedTopic(some)).toEqual({
      terms: [
        [3, 0.5],
        [9, 1],
      ],
      names: ['a', 'f'],
      from: 1,
    });
    expect(readTopicChoices({ 'own:a': { name: 'A', learned: 'x' } })).toEqual({});
    expect(readTopicChoices({ reasoning: { name: 'R', learned: lamps } })).toEqual({
      reasoning: { name: 'R' },
    });
    const many = Array.from({ length: 500 }, (_, n) => [n, 1]);
    expect(readLearnedTopic({ terms: many, names: many.map(String), from: 1 })?.terms).toHaveLength(120);
  });

  it('loses a term that the reader takes out, but not its last', () => {
    const one = withoutTerm(lamps, 'lamp');
    expect(one).toEqual({ terms: [[1, 0.2]], names: ['old lamp'], from: 0.1 });
    expect(withoutTerm(one!, 'old lamp')).toBeUndefined();
  });

  it('tells versions of topics apart', () => {
    const version = (learned: typeof lamps) => topicsVersion(2, { 'own:lamps': { name: 'Lamps', learned } });
    expect(version(lamps)).not.toBe(version({ ...lamps, from: 0.2 }));
    expect(version(lamps)).not.toBe(topicsVersion(2, {}));
  });
});

import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/core/terms.ts';
import { learnedTagger, learnTopic } from '../../src/topics/examples.ts';
import type { Vocabulary } from '../../src/topics/input.ts';

const paper = (title: string, abstract: string) => ({ title, abstract });

/** Papers about lighthouses, and about other things. */
const lights = [
  paper('Keeping lighthouse lamps', 'We study lighthouse lamps and their keepers on stormy coasts.'),
  paper('Lamps of old lighthouses', 'Old lighthouse lamps are compared with new ones on many coasts.'),
  paper(
    'A lighthouse without keepers',
    'The lighthouse lamp is watched by machines; keepers leave the coast.',
  ),
  paper('Fog and the lighthouse', 'Fog hides the lamp of a lighthouse. We measure how far keepers see.'),
];
const others = [
  paper('Baking bread', 'We study bread and ovens.'),
  paper('Knitting patterns', 'We compare knitting patterns of many islands.'),
  paper('Rail timetables', 'We measure how late trains are.'),
  paper('Machines that sort apples', 'Apples are sorted by machines; we measure how well.'),
];

const ids = Uint32Array.from(
  new Set([...lights, ...others].flatMap(({ title, abstract }) => [...termsOf(title, abstract).ids])),
).sort();
const vocabulary: Vocabulary = { ids, idf: new Float32Array(ids.length).fill(1) };

describe('a topic learned from examples', () => {
  const topic = learnTopic(lights.slice(0, 3), others, vocabulary);

  it('is proposed for papers like them, and for no other', () => {
    const score = learnedTagger(topic!, vocabulary);
    expect(score(lights[3]!)).toBeGreaterThanOrEqual(0.5);
    expect(others.map(score)).toEqual(others.map(() => undefined));
    expect(score(paper('', ''))).toBeUndefined();
  });

  it('is small, and plain enough to be stored', () => {
    expect(JSON.parse(JSON.stringify(topic))).toEqual(topic);
    expect(topic!.terms.length).toBeLessThanOrEqual(120);
    for (const [, weight] of topic!.terms) expect(weight).toBeGreaterThan(0);
  });

  it('names its terms as the examples write them', () => {
    expect(topic!.names).toHaveLength(topic!.terms.length);
    expect(topic!.names.slice(0, 4).sort()).toEqual(['keepers', 'lamps', 'lighthouse', 'lighthouse lamps']);
    expect(topic!.names).not.toContain('');
  });

  it('a term taken out of it counts no more', () => {
    const less = { ...topic!, terms: topic!.terms.slice(4), names: topic!.names.slice(4) };
    expect(learnedTagger(less, vocabulary)(lights[3]!)).toBeUndefined();
  });

  it('needs three examples, and something they have in common', () => {
    expect(learnTopic(lights.slice(0, 2), others, vocabulary)).toBeUndefined();
    expect(learnTopic([paper('', ''), paper('', ''), paper('', '')], others, vocabulary)).toBeUndefined();
    expect(
      learnTopic([others[0]!, lights[0]!, others[1]!], [], { ...vocabulary, ids: new Uint32Array(0) }),
    ).toBeUndefined();
  });
});

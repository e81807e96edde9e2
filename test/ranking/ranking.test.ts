import { describe, expect, it } from 'vitest';
import { isModel, type Learning, type Marked, type Model, score, train } from '../../src/ranking/index.ts';
import { everything, paper, type Shelved, shelf } from './support/shelf.ts';

const marks = (papers: readonly Shelved[], importance = 1): Marked[] =>
  papers.map(({ features, ...text }) => ({ features, importance, text }));
const met = everything(30).map((one) => one.features);

function model(learning: Partial<Learning> & Pick<Learning, 'marks'>): Model {
  const result = train({ met, ...learning });
  if (!isModel(result)) throw new Error(`not enough: ${result.have}`);
  return result;
}
const scores = (of: Model, papers: readonly Shelved[]) =>
  score(
    of,
    papers.map((one) => one.features),
  );
const terms = (of: Model, one: Shelved) => scores(of, [one])[0]?.because.map((reason) => reason.term);

describe('relevance', () => {
  it('below three papers there is no model', () => {
    expect(train({ marks: marks(shelf('bells', 2)), met })).toEqual({ have: 2, need: 3 });
    expect(train({ marks: marks(shelf('bells', 5), -1), met })).toEqual({ have: 0, need: 3 });
    expect(train({ marks: [], met: [] })).toEqual({ have: 0, need: 3 });
  });

  it('from three papers on, what is like them comes first, with scores from 0 to 1', () => {
    const of = model({ marks: marks(shelf('bells', 3)) });
    const [bells, ...others] = scores(of, [...shelf('bells', 1, 7), ...everything(1, 8).slice(1)]);
    for (const other of others) expect(bells?.score).toBeGreaterThan(other.score);
    for (const one of [bells, ...others]) {
      expect(one?.score).toBeGreaterThan(0);
      expect(one?.score).toBeLessThan(1);
    }
  });

  it('the same marks give the same scores', () => {
    const listing = everything(3, 50);
    const once = scores(model({ marks: marks(shelf('looms', 5)) }), listing);
    expect(scores(model({ marks: marks(shelf('looms', 5)) }), listing)).toEqual(once);
  });

  it('a stored and reread model gives the same scores', () => {
    const of = model({ marks: marks(shelf('looms', 5)) });
    const listing = everything(2, 50);
    expect(scores(structuredClone(of), listing)).toEqual(scores(of, listing));
  });

  it('a reason uses the words of saved papers, not stems', () => {
    const of = model({ marks: marks(shelf('ships', 4)) });
    expect(terms(of, paper('Rigging of a harbour ship'))).toEqual(
      expect.arrayContaining(['rigging', 'harbour']),
    );
  });

  it('a pair takes the place of its words', () => {
    const saved = [1, 2, 3].map((at) => paper(`Tidal engines ${'xyz'[at - 1]}x`, 'Tidal engines turn.'));
    const reasons = terms(model({ marks: marks(saved) }), paper('Tidal engines at sea'));
    expect(reasons).toContain('tidal engines');
    expect(reasons).not.toContain('tidal');
  });

  it('what was dismissed pulls down and is named "unlike"', () => {
    const survey = (name: string) =>
      paper(`A survey of ${name} bells`, `We survey bell casting, a survey of surveys.`);
    const without = model({ marks: marks(shelf('bells', 5)) });
    const with_ = model({
      marks: [...marks(shelf('bells', 5)), ...marks(['old', 'new', 'big', 'tiny'].map(survey), -1)],
    });
    const one = survey('church');
    expect(scores(with_, [one])[0]?.score).toBeLessThan(scores(without, [one])[0]?.score as number);
    expect(terms(with_, one)).toContain('unlike: survey');
  });

  it('authors, topics and categories count and are named', () => {
    const saved = [
      paper('Casting of bells', '', ['Ada Lovelace'], ['acoustics'], ['cs.SD']),
      paper('Bells of bronze', '', ['Ada Lovelace'], ['acoustics'], ['cs.SD']),
      paper('Towers with bells', '', ['Kurt Gödel'], ['acoustics'], ['cs.SD']),
    ];
    const of = model({ marks: marks(saved) });
    const plain = paper('Notes', 'Nothing more.');
    const same = paper('Notes', 'Nothing more.', ['ada lovelace'], ['acoustics'], ['cs.SD']);
    expect(scores(of, [same])[0]?.score).toBeGreaterThan(scores(of, [plain])[0]?.score as number);
    expect(terms(of, same)).toEqual(
      expect.arrayContaining(['author you saved twice: Ada Lovelace', 'topic: acoustics', 'category: cs.SD']),
    );
  });

  it('two unlike interests are kept apart', () => {
    const of = model({ marks: marks([...shelf('bells', 6), ...shelf('wells', 6)]) });
    expect(of.interests.map((one) => one.papers).sort()).toEqual([6, 6]);
    expect(model({ marks: marks(shelf('bells', 12)) }).interests).toHaveLength(1);
  });

  it('some words of a phrase count a little, all of it more, and only that is a reason', () => {
    const few = model({ marks: marks(shelf('bells', 3)), phrases: ['tidal engine'] });
    const none = model({ marks: marks(shelf('bells', 3)) });
    const gain = (one: Shelved): number => {
      const sum = (of: Model): number => {
        const value = score(of, [one.features])[0]?.score as number;
        return Math.log(value / (1 - value)) / 1.3;
      };
      return sum(few) - sum(none);
    };
    const half = paper('Engine');
    expect(gain(paper('Kite'))).toBeCloseTo(0, 9);
    expect(gain(half)).toBeCloseTo(few.phraseWeight / 2, 9);
    expect(gain(paper('Engine, tidal'))).toBeCloseTo(few.phraseWeight, 9);
    expect(gain(paper('Tidal engine'))).toBeCloseTo(4 * few.phraseWeight, 9);
    expect(score(few, [half.features])[0]?.because).toEqual([]);
  });

  it('of several phrases, the words of the one that fits best count', () => {
    const of = (...phrases: string[]): number => {
      const one = model({ marks: marks(shelf('bells', 3)), phrases });
      const value = score(one, [paper('Engine').features])[0]?.score as number;
      const none = score(one, [paper('Kite').features])[0]?.score as number;
      return (Math.log(value / (1 - value)) - Math.log(none / (1 - none))) / 1.3 / one.phraseWeight;
    };
    expect(of('tidal engine')).toBeCloseTo(1 / 2, 9);
    expect(of('tidal engine', 'steam engine', 'old steam engine')).toBeCloseTo(1 / 2, 9);
    expect(of('old steam engine')).toBeCloseTo(1 / 3, 9);
  });

  it('one phrase typed in two ways counts once', () => {
    const scores = (...phrases: string[]) =>
      score(
        model({ marks: marks(shelf('bells', 3)), phrases }),
        [paper('Tidal engines').features, paper('Engine').features],
        3,
      );
    const once = scores('tidal engine');
    expect(once[0]?.because[0]?.term).toBe('watch: tidal engine');
    expect(scores('tidal engine', 'Tidal engines', ' tidal-engine ')).toEqual(once);
  });

  it('a phrase counts at once and less the more is saved', () => {
    const few = model({ marks: marks(shelf('bells', 3)), phrases: ['tidal engine'] });
    const many = model({ marks: marks(shelf('bells', 60)), phrases: ['tidal engine'] });
    const one = paper('Tidal engines', 'Of engines and tides.');
    expect(terms(few, one)).toEqual(['watch: tidal engine']);
    expect(scores(few, [one])[0]?.because[0]?.weight).toBeCloseTo(3 * few.phraseWeight, 2);
    expect(scores(many, [one])[0]?.because[0]?.weight).toBeCloseTo(3 * many.phraseWeight, 2);
    // none of the saved ones has it
    expect([few.phraseWeight > 0.4, many.phraseWeight > 0, many.phraseWeight < 0.02]).toEqual([
      true,
      true,
      true,
    ]);
    expect(terms(few, paper('Engines, tidal'))).toEqual([]);
  });

  it("the reader's own word stands above what was learned", () => {
    const one = paper('Of bells', 'A bell.');
    const learned = scores(model({ marks: marks(shelf('bells', 5)) }), [one])[0]?.score as number;
    const off = model({ marks: marks(shelf('bells', 5)), overrides: [{ text: 'bell', weight: 0 }] });
    const against = model({ marks: marks(shelf('bells', 5)), overrides: [{ text: 'bell', weight: -1 }] });
    expect(scores(off, [one])[0]?.score).toBeLessThan(learned);
    expect(scores(against, [one])[0]?.score).toBeLessThan(scores(off, [one])[0]?.score as number);
    expect(terms(against, one)).toEqual(['unlike: bell']);
  });

  it('papers without any text or known word are scored, without reasons', () => {
    const of = model({ marks: marks(shelf('bells', 5)) });
    const [empty] = scores(of, [paper('', '')]);
    expect(empty?.because).toEqual([]);
    expect(empty?.score).toBeGreaterThan(0);
    expect(scores(of, [])).toEqual([]);
  });

  it('works where nothing else was ever met', () => {
    const result = train({ marks: marks(shelf('bells', 4)), met: [] });
    if (!isModel(result)) throw new Error('no model');
    const [bells, other] = scores(result, [...shelf('bells', 1, 9), paper('Wells and pumps', 'Water.')]);
    expect(bells?.score).toBeGreaterThanOrEqual(other?.score as number);
    expect(Number.isFinite(bells?.score)).toBe(true);
  });
});

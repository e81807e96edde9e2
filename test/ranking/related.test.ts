import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/core/terms.ts';
import {
  DuplicateSearch,
  featuresOf,
  mayBeOne,
  possibleDuplicates,
  related,
  relatedIndex,
} from '../../src/ranking/index.ts';
import { everything, paper, shelf } from './support/shelf.ts';

const work = (id: string, title: string, abstract = '', authors: string[] = []) => ({
  id,
  title,
  authors,
  terms: termsOf(title, abstract),
});

const LONG =
  'Hulls of old ships are painted against worms. This study compares eleven paints over nine winters in a cold harbour, ' +
  'with copper plates as control, and weighs what each winter costs in repairs. Tar fails first, lead lasts longest, and ' +
  'a mixture of lime with oil is cheapest over the life of a keel. Sailors prefer tar for its smell; owners prefer lime. ' +
  'We publish every measurement, the drawings of all tanks, and a table of prices by year and port.';

describe('related papers', () => {
  const papers = everything(20).map((one) => one.features);
  const index = relatedIndex(papers);

  it('come from the same subject, best first, never the paper itself', () => {
    const found = related(index, papers[0]!, 5, 0);
    expect(found).toHaveLength(5);
    for (const { at } of found) {
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThan(20);
    }
    expect(found.map((one) => one.score)).toEqual(found.map((one) => one.score).sort((a, b) => b - a));
  });

  it('a shared author is enough, a shared topic alone is not', () => {
    const shelved = [
      ...papers,
      featuresOf({ title: 'Otters', abstract: '', authors: ['Ada Lovelace'], categories: [] }),
      featuresOf({
        title: 'Herons',
        abstract: '',
        authors: [],
        categories: [],
        topics: [{ id: 'birds', score: 1 }],
      }),
    ];
    const one = featuresOf({
      title: 'Zebras',
      abstract: '',
      authors: ['Ada Lovelace'],
      categories: [],
      topics: [{ id: 'birds', score: 1 }],
    });
    expect(related(relatedIndex(shelved), one)).toEqual([{ at: 100, score: 0.12, authors: 1, topics: 0 }]);
  });

  it('an unknown subject has none; an empty library has none', () => {
    expect(related(index, paper('Zebras graze', 'On grass.').features)).toEqual([]);
    expect(related(relatedIndex([]), papers[0]!)).toEqual([]);
  });
});

describe('possible duplicates', () => {
  it('a preprint and its published version, title and text changed a little', () => {
    const pair = [
      work('arxiv:2601.00001', 'Paint against worms on old hulls', LONG, ['Ada Lovelace', 'Kurt Gödel']),
      work(
        'doi:10.1/x',
        'Paints against worms on ship hulls: nine winters',
        LONG.replace('Tar fails first, ', ''),
        ['A. Lovelace', 'K. Gödel'],
      ),
    ];
    const [found, ...more] = possibleDuplicates([
      ...pair,
      ...shelf('looms', 10).map((one, at) => work(`title:${at}`, one.title, one.abstract)),
    ]);
    expect(found).toMatchObject({ a: 0, b: 1, why: 'nearly the same text' });
    expect(more).toEqual([]);
  });

  it('the same title by the same people under two ids', () => {
    const found = possibleDuplicates([
      work('openreview:a', 'On the Casting of Bells', '', ['Ada Lovelace']),
      work('arxiv:2601.00002', 'On the casting of bells', 'Bells.', ['Ada Lovelace', 'Kurt Gödel']),
    ]);
    expect(found).toEqual([{ a: 0, b: 1, likeness: 1, why: 'same title' }]);
  });

  it.each([
    [
      'other people',
      work('a:1', 'On the Casting of Bells', '', ['Ada Lovelace']),
      work('a:2', 'On the Casting of Bells', '', ['Kurt Gödel']),
    ],
    [
      'a title that says nothing',
      work('a:1', 'Editorial', '', ['Ada Lovelace']),
      work('a:2', 'Editorial', '', ['Ada Lovelace']),
    ],
    ['one id', work('a:1', 'On the Casting of Bells'), work('a:1', 'On the Casting of Bells')],
    [
      'a sequel of the same people',
      work('a:1', 'Tower-Bells: casting in semantic layers', LONG, ['Ada Lovelace']),
      work('a:2', 'Towering-Bells++: casting again, with language', shelf('bells', 1)[0]!.abstract, [
        'Ada Lovelace',
      ]),
    ],
  ])('no duplicate: %s', (_what, a, b) => {
    expect(mayBeOne(a, b)).toBeUndefined();
    expect(possibleDuplicates([a, b])).toEqual([]);
  });
});

describe('the search for duplicates among many', () => {
  const add = (search: DuplicateSearch, title: string, abstract = '', authors: string[] = []) =>
    search.add({ title, authors, terms: termsOf(title, abstract) });
  const pairs = (search: DuplicateSearch) => [...search.pairs()].filter((pair) => pair !== undefined);

  it('names pairs with the same title, whatever their text, and with nearly the same text', () => {
    const search = new DuplicateSearch();
    add(search, 'Paints for hulls', LONG);
    add(search, 'Kettles and their spouts');
    add(search, 'PAINTS for Hulls');
    add(search, 'What keeps worms from ships', `${LONG} Kettles are no part of it.`);
    expect(pairs(search)).toEqual([
      [0, 2],
      [0, 3],
    ]);
  });

  it('names no pair of other people, whatever is the same; of papers without authors it cannot tell', () => {
    const search = new DuplicateSearch();
    add(search, 'Paints for hulls', LONG, ['Ada Lovelace', 'Kurt Gödel']);
    add(search, 'Paints for hulls', LONG, ['Emmy Noether']);
    add(search, 'Paints for hulls', LONG, ['K. Gödel', 'Emmy Noether']);
    add(search, 'Paints for hulls', LONG);
    expect(pairs(search)).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('names each pair once, and none of papers without words', () => {
    const search = new DuplicateSearch();
    add(search, 'Paints for hulls of ships', LONG);
    add(search, 'Paints for hulls of ships', LONG);
    add(search, '…');
    add(search, '');
    expect(pairs(search)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('lets other work run between stretches', () => {
    const search = new DuplicateSearch();
    for (let n = 0; n < 2_001; n++) add(search, `Kettle ${n} boils`);
    expect([...search.pairs()].filter((pair) => pair === undefined)).toHaveLength(2 * 13);
  });
});

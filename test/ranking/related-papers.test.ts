import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/core/terms.ts';
import { likelySame, relatedPapers, type Shown, usualOf } from '../../src/ranking/index.ts';

const paper = (
  id: string,
  title: string,
  abstract = '',
  authors: string[] = [],
  topics: string[] = [],
): Shown => ({
  ...{ id, title, authors, abstract, categories: [] },
  topics: topics.map((topic) => ({ id: topic, score: 1 })),
});

const usual = usualOf(
  [
    'Kettles boil water',
    'Herons fly over water',
    'Zebras graze on grass',
    'A study of grass and rain',
    'Roads in the rain',
  ].map((title) => termsOf(title)),
);

const splat = paper(
  'arxiv:1',
  'Layered tar on hulls',
  'Tar keeps worms from hulls. We study tar.',
  ['Ada Lovelace', 'Mary Shelley'],
  ['ships', 'paint'],
);
const others = [
  paper('arxiv:2', 'Tar on hulls in winter', 'Worms and tar.', ['Mary Shelley'], ['ships']),
  paper('arxiv:3', 'Kettles', 'Water boils.', [], ['paint']),
  paper('arxiv:4', 'Otters', '', ['ada lovelace']),
  paper('arxiv:5', 'Worms', 'Worms live in keels.'),
];

describe('related papers', () => {
  it('are told with the words, authors and topics that both have', () => {
    const found = relatedPapers(splat, others, usual);
    expect(found.map(({ id }) => id)).toEqual(['arxiv:2', 'arxiv:5', 'arxiv:4']);
    expect(found[0]).toMatchObject({ authors: ['Mary Shelley'], topics: ['ships'] });
    expect(found[0]?.words).toContain('tar');
    expect(found[2]).toMatchObject({ words: [], authors: ['Ada Lovelace'], topics: [] });
    expect(found[1]).toMatchObject({ words: ['worms'], authors: [], topics: [] });
  });

  it('are as many as asked for; of none there is none', () => {
    expect(relatedPapers(splat, others, usual, 1)).toHaveLength(1);
    expect(relatedPapers(splat, [], usual)).toEqual([]);
    expect(relatedPapers(paper('x:1', ''), others, usualOf([]))).toEqual([]);
  });

  it('a word is not named beside the pair it stands in', () => {
    const one = paper('x:1', 'Gaussian splatting of tar');
    const words = relatedPapers(one, [paper('x:2', 'Gaussian splatting')], usual)[0]?.words ?? [];
    expect(words.join(' ').match(/gaussian/g)).toHaveLength(1);
  });
});

describe('papers that may be the same', () => {
  const long =
    'We keep a map of the hull while the ship moves, with a tree of labels that grows as new kinds of rot are found. ' +
    'Each label takes few numbers, so that the map of a whole fleet fits the memory of one machine on board.';
  const hi = paper('arxiv:1', 'Hi-HULL: A Tree of Labels for Mapping Rot', long, [
    'Ada Lovelace',
    'Mary Shelley',
  ]);
  const hier = paper(
    'arxiv:2',
    'Hier-HULL++: Rules and a Tree of Labels for Mapping Rot',
    'Rules that shipwrights wrote are joined to a tree of labels. The map tells which plank must be replaced before ' +
      'the next voyage, and why, in the words of the yard.',
    ['Ada Lovelace', 'Mary Shelley'],
  );

  it('a follow-up by the same authors is related, no duplicate', () => {
    expect(likelySame(hi, [hier])).toEqual([]);
    expect(relatedPapers(hi, [hier], usual).map(({ id }) => id)).toEqual(['arxiv:2']);
  });

  it('the same title elsewhere is one, with the reason', () => {
    const again = { ...hi, id: 'doi:10.1/a', abstract: '' };
    expect(likelySame(hi, [hier, again])).toEqual([{ id: 'doi:10.1/a', likeness: 1, why: 'same title' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { baseKey } from '../../src/exchange/cite-key.ts';
import { citePattern } from '../../src/exchange/cite-pattern.ts';
import type { Exportable } from '../../src/exchange/index.ts';

const paper = (authors: string[], more: Partial<Exportable['paper']> = {}): Exportable => ({
  paper: {
    id: 'arxiv:2403.06504',
    title: 'On the Slow Turtles of a $k$-Dimensional World: 3D Walks',
    authors,
    published: '2024-03-11',
    categories: [],
    links: { page: '', code: [], project: [] },
    ...more,
  },
});
const THREE = ['Ada Lovelace', 'Kurt Gödel', 'Ludwig van Beethoven'];
const key = (pattern: string, item = paper(THREE), fold: 'plain' | 'german' = 'plain') =>
  baseKey(item, { pattern, fold });

describe('a pattern', () => {
  test.each([
    ['[auth][year][veryshorttitle]', 'Lovelace2024Slow'],
    ['[auth:lower][year][veryshorttitle:lower]', 'lovelace2024slow'],
    ['[auth:upper]_[shortyear]', 'LOVELACE_24'],
    ['[auth3][year]', 'Lov2024'],
    ['[auth3_2][year]', 'God2024'],
    ['[auth(3,2)][year]', 'God2024'],
    ['[authorLast]', 'vanBeethoven'],
    ['[authors]', 'LovelaceGodelvanBeethoven'],
    ['[authors2]', 'LovelaceGodelEtAl'],
    ['[authEtAl]-[month]-[day]', 'LovelaceEtAl-03-11'],
    ['[authorsAlpha][shortyear]', 'LGv24'],
    ['[auth:lower]:[title]', 'lovelace:OnTheSlowTurtlesOfADimensionalWorld3DWalks'],
    ['[shorttitle]', 'SlowTurtlesDimensional'],
    ['[shorttitle2_1:lower]', 'slowturtles'],
    ['[title:skipwords:abbr:lower]', 'stdw3w'],
    ['[title:skipwords:select(2,2):condense=_]', 'Turtles_Dimensional'],
    ['[title:skipwords:select=2,1]', 'Turtles'],
    ['[auth:substring(1,4):lower]', 'love'],
    ['[auth:prefix(x-):postfix(-y)]', 'x-Lovelace-y'],
    ['[auth:replace(Love,Hate)]', 'Hatelace'],
    ['[venue:(preprint)][year]', 'preprint2024'],
    ['[venue][>0][year]|[auth][year]', 'Lovelace2024'],
    ['[id]', '2403.06504'],
    ['[year][auth]', '2024Lovelace'],
  ])('%s', (pattern, expected) => {
    expect(key(pattern)).toBe(expected);
  });

  test('accents fold as set', () => {
    const item = paper(['Kurt Gödel', 'Søren Åström', 'Łukasz Straße']);
    expect(key('[authors]', item)).toBe('GodelAstromStrasse');
    expect(key('[authors]', item, 'german')).toBe('GoedelAastroemStrasse');
  });

  test('the venue has no year of its own', () => {
    expect(key('[auth:lower][venue][year]', paper(THREE, { venue: 'NeurIPS 2025' }))).toBe(
      'lovelaceNeurIPS2025',
    );
  });

  test('names that ASCII cannot stand for: the id; no authors: title and year', () => {
    expect(key('[auth][year]', paper(['王小明']))).toBe('arxiv240306504');
    expect(key('[year]', paper(['王小明']))).toBe('2024');
    expect(key('[auth][year]', paper([]))).toBe('slow2024');
    expect(key('[venue]', paper(THREE))).toBe('arxiv240306504');
  });

  test.each([
    ['', 'A pattern needs a field, such as [auth] or [year].'],
    ['paper', 'A pattern needs a field, such as [auth] or [year].'],
    ['[auth', 'A “[” is never closed.'],
    ['auth]', 'A “]” has no “[” before it.'],
    ['[auth][year]|', 'A pattern needs a field, such as [auth] or [year].'],
  ])('“%s” is refused', (pattern, why) => {
    expect(citePattern(pattern)).toEqual({ why });
  });

  test('what there is not is named', () => {
    expect(citePattern('[publisher]')).toEqual({
      why: expect.stringMatching(/^There is no “\[publisher\]”\. There are: auth, authorLast, /),
    });
    expect(citePattern('[constructor]')).toEqual({ why: expect.stringContaining('There is no') });
    expect(citePattern('[auth:shout]')).toEqual({
      why: expect.stringMatching(/^There is no filter “:shout”\. There are: lower, /),
    });
    expect(citePattern('[auth:select(x,1)]')).toEqual({ why: expect.stringContaining('no filter') });
  });

  test('a broken pattern falls back to the default one', () => {
    expect(key('[auth')).toBe('lovelace2024slow');
  });

  test('no key holds what a .bib file cannot', () => {
    expect(key('{[auth]},% #\\~[year]')).toBe('Lovelace2024');
  });
});

import { describe, expect, test } from 'vitest';
import { addTerms, ruleName, splitTerms, tidy } from '../../src/ui/options/terms.ts';

describe('splitting what was typed or pasted', () => {
  test('commas, semicolons and lines separate; quotes and white space go', () => {
    expect(splitTerms('words', " “GUI agent”, 'world model';\r\n\n  diffusion\u00a0policy ,,")).toEqual([
      'GUI agent',
      'world model',
      'diffusion policy',
    ]);
  });

  test('with semicolons, commas belong to the names', () => {
    expect(splitTerms('authors', 'Lovelace, Ada; Hopper, Grace')).toEqual(['Lovelace, Ada', 'Hopper, Grace']);
    expect(splitTerms('authors', 'Ada Lovelace, Grace Hopper')).toEqual(['Ada Lovelace', 'Grace Hopper']);
  });

  test('an apostrophe inside a word stays', () => {
    expect(splitTerms('authors', "Siobhán O'Neil")).toEqual(["Siobhán O'Neil"]);
  });

  test.each([
    ['CS.cl', 'cs.CL'],
    ['HEP-TH', 'hep-th'],
    ['Math.*', 'math.*'],
    ['physics.OPTICS', 'physics.optics'],
    ['Cond-Mat.str-el', 'cond-mat.str-el'],
    ['not a category', 'not a category'],
  ])('category %s is kept as %s', (typed, kept) => {
    expect(tidy('categories', typed)).toBe(kept);
  });
});

describe('adding terms', () => {
  test('each once, whatever its case and accents', () => {
    expect(addTerms('words', ['Gröbner basis'], ['grobner BASIS', 'agent', 'Agent', 'agent*'])).toEqual({
      terms: ['Gröbner basis', 'agent', 'agent*'],
      added: ['agent', 'agent*'],
      repeated: ['grobner BASIS', 'Agent'],
    });
  });

  test('terms without letters stay apart, so that each can be complained about', () => {
    expect(addTerms('words', ['!!'], ['??']).terms).toEqual(['!!', '??']);
  });
});

test('a rule is named by its first three terms', () => {
  const none = { words: [], authors: [], categories: [], topics: [] };
  expect(ruleName(none)).toBe('New rule');
  expect(ruleName({ ...none, words: ['GUI agent'], authors: ['Ada Lovelace'] })).toBe(
    '“GUI agent”, Ada Lovelace',
  );
  expect(
    ruleName({ words: ['a', 'b'], authors: [], categories: ['cs.CL', 'cs.CV'], topics: ['x'] }, () => 'X'),
  ).toBe('“a”, “b”, cs.CL and 2 more');
});

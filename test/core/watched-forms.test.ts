import { expect, it } from 'vitest';
import { ruleText } from '../../src/core/rules.ts';
import { hasBeginnings, spelledOut } from '../../src/core/watched-forms.ts';

const TEXTS = [
  { title: 'Explainability of Bridges', abstract: 'Explainable bridges. What explainability is.' },
  { title: 'Explaining Bridges', abstract: 'A graph neural network explains.' },
].map(ruleText);

it('spells out words watched by their beginning as the papers write them, the most frequent first', () => {
  expect(spelledOut(['explain*', 'bridge'], TEXTS)).toEqual([
    'explainability',
    'explainable',
    'explaining',
    'explains',
    'bridge',
  ]);
});

it('knows beginnings of the last word of a phrase, accents and case ignored', () => {
  expect(spelledOut(['Graph Néural net*'], TEXTS)).toEqual(['graph neural network']);
});

it('takes the eight most frequent', () => {
  const texts = [
    ` ${Array.from({ length: 12 }, (_, n) => `net${'abcdefghijkl'[n]} `.repeat(n + 1)).join('')}`,
  ];
  expect(spelledOut(['net*'], texts)).toEqual([...'lkjihgfe'].map((one) => `net${one}`));
});

it('keeps a beginning that is nowhere, without its star, and never says a word twice', () => {
  expect(spelledOut(['quantum*', 'quantum', '*'], TEXTS)).toEqual(['quantum']);
});

it('says whether there is anything to spell out', () => {
  expect(hasBeginnings(['bridge', 'graph neural network'])).toBe(false);
  expect(hasBeginnings(['bridge', ' explain* '])).toBe(true);
});

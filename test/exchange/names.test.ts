import { describe, expect, test } from 'vitest';
import { type Name, parseName, parseNames } from '../../src/exchange/names.ts';

const NAMES: [shown: string, name: Name][] = [
  ['Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
  ['Lovelace, Ada', { family: 'Lovelace', given: 'Ada' }],
  ['J. R. R. Tolkien', { family: 'Tolkien', given: 'J. R. R.' }],
  ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', particle: 'van' }],
  ['Otto von Bismarck', { family: 'Bismarck', given: 'Otto', droppingParticle: 'von' }],
  ['María de la Fuente', { family: 'Fuente', given: 'María', particle: 'de la' }],
  ['Laurens van der Maaten', { family: 'Maaten', given: 'Laurens', particle: 'van der' }],
  ['van der Maaten, Laurens', { family: 'Maaten', given: 'Laurens', particle: 'van der' }],
  ['Wernher Von Braun', { family: 'Von Braun', given: 'Wernher' }],
  ['Ana De La Cruz', { family: 'De La Cruz', given: 'Ana' }],
  ['Nguyen Van Hieu', { family: 'Hieu', given: 'Nguyen Van' }],
  ['Kiet Van Nguyen', { family: 'Nguyen', given: 'Kiet Van' }],
  ['The Viet Bui', { family: 'Bui', given: 'The Viet' }],
  ['The Pile Gang', { literal: 'The Pile Gang' }],
  ['The Gaia Team', { literal: 'The Gaia Team' }],
  ['Van Nguyen', { family: 'Nguyen', given: 'Van' }],
  ['De Cheng', { family: 'Cheng', given: 'De' }],
  ['José Ortega y Gasset', { family: 'Ortega y Gasset', given: 'José' }],
  ['Paul Martin dit Grand', { family: 'Martin dit Grand', given: 'Paul' }],
  ["Jean d'Alembert", { family: "d'Alembert", given: 'Jean' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Robert Downey, Jr.', { family: 'Downey', given: 'Robert', suffix: 'Jr.' }],
  ['King, Jr., Martin', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
  ['King, Martin, Jr.', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
  ['King, Martin, MSc', { family: 'King', given: 'Martin', suffix: 'MSc' }],
  ['King, Martin, Jr MD', { family: 'King', given: 'Martin', suffix: 'Jr MD' }],
  ['John Smith III', { family: 'Smith', given: 'John', suffix: 'III' }],
  ['Jane Roe PhD', { family: 'Roe', given: 'Jane', suffix: 'PhD' }],
  ['Bo Junior', { family: 'Junior', given: 'Bo' }],
  ['Wei-chen Li', { family: 'Li', given: 'Wei-chen' }],
  ['Jean-Luc B. Made', { family: 'Made', given: 'Jean-Luc B.' }],
  ['Ada B. Jr', { family: 'B.', given: 'Ada', suffix: 'Jr' }],
  ['Deep-Sea Team', { literal: 'Deep-Sea Team' }],
  ['The Bo', { literal: 'The Bo' }],
  ['Madonna', { family: 'Madonna' }],
  ['Ai Weiwei', { family: 'Weiwei', given: 'Ai' }],
  ['Wei Ai', { family: 'Ai', given: 'Wei' }],
  ['王小明', { family: '王小明' }],
  ['김 철수', { family: '김', given: '철수' }],
  ['Łukasz Żółw', { family: 'Żółw', given: 'Łukasz' }],
  ['Paul Erd\\H{o}s', { family: 'Erdős', given: 'Paul' }],
  ['Linxi "Jim" Fan', { family: 'Fan', given: 'Linxi "Jim"' }],
  ['Ada Lovelace (Analytical Engines)', { family: 'Lovelace', given: 'Ada' }],
  ['and Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
  ['ATLAS Collaboration', { literal: 'ATLAS Collaboration' }],
  ['Gemini Team', { literal: 'Gemini Team' }],
  ['Imaginary-AI', { literal: 'Imaginary-AI' }],
  ['Mistral AI', { literal: 'Mistral AI' }],
  ['Google, Inc.', { literal: 'Google, Inc.' }],
  ['Barnes & Noble', { literal: 'Barnes & Noble' }],
  ['Institute for Things', { literal: 'Institute for Things' }],
  ['A, B, C, D', { literal: 'A, B, C, D' }],
];

describe('names', () => {
  test.each(NAMES)('%s', (shown, name) => {
    expect(parseName(shown)).toEqual(name);
  });

  test.each([':', '', '  ', '—', 'et al.', 'et al', 'and others', '...'])('"%s" names nobody', (shown) => {
    expect(parseName(shown)).toBeUndefined();
  });

  test('a list that says it goes on is cut', () => {
    expect(parseNames(['Ada Lovelace', 'et al.'])).toEqual({
      names: [{ family: 'Lovelace', given: 'Ada' }],
      cut: true,
    });
    expect(parseNames(['Ada Lovelace', ':']).cut).toBe(false);
  });
});

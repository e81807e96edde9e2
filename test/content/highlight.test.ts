import { describe, expect, it } from 'vitest';
import { findWords, needles } from '../../src/content/highlight.ts';

const found = (text: string, ...words: string[]): string[] =>
  findWords(text, needles(words)).map(([start, end]) => text.slice(start, end));

describe('watch words in text', () => {
  it('finds whole words and phrases, whatever their case, accents and hyphens', () => {
    expect(found('A GUI-agent for gui agents', 'gui agent')).toEqual(['GUI-agent']);
    expect(found('Gröbner bases; GROBNER BASES', 'grobner bases')).toEqual([
      'Gröbner bases',
      'GROBNER BASES',
    ]);
  });

  it('does not find words inside words', () => {
    expect(found('agents and agentic work', 'agent')).toEqual([]);
  });

  it('finds beginnings where the reader ended the word in a star', () => {
    expect(found('agents and agentic work by an agent', 'agent*')).toEqual(['agents', 'agentic', 'agent']);
  });

  it('gives offsets into the text as it stands, also after characters that fold to several', () => {
    expect(found('Straße ﬁnds the Straße', 'strasse')).toEqual(['Straße', 'Straße']);
  });

  it('finds nothing for words without letters', () => {
    expect(found('a + b', '+', '  ')).toEqual([]);
  });
});

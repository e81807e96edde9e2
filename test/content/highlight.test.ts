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

  it('finds words of scripts that part none wherever they stand, others beside them whole', () => {
    expect(found('大規模言語モデルの評価', '言語モデル')).toEqual(['言語モデル']);
    expect(found('一个GPT模型与ChatGPT模型', 'GPT模型', '模型*')).toEqual(['GPT模型', '模型', '模型']);
    expect(found('การเรียนรู้ของเครื่อง', 'เรียนรู้')).toEqual(['เรียนรู้']);
    expect(found('한국어 모델과 모델', '모델')).toEqual(['모델']);
  });

  it('finds nothing for words without letters', () => {
    expect(found('a + b', '+', '  ')).toEqual([]);
  });
});

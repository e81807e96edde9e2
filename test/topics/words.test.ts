import { describe, expect, it } from 'vitest';
import { sentences, tokens } from '../../src/topics/words.ts';

describe('tokens', () => {
  it.each([
    ['Multi-agent, multi agent and multiagent', ['multiagent', 'multiagent', 'and', 'multiagent']],
    ['fine-tuning, fine tuned, finetuning', ['finetuning', 'finetuned', 'finetuning']],
    ['data sets and datasets', ['dataset', 'and', 'dataset']],
    ['Optimisation of modelling', ['optimization', 'of', 'modeling']],
    ['studies, boxes, losses, analysis', ['study', 'box', 'loss', 'analysis']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it('are cut before a capital, not inside abbreviations or numbers', () => {
    expect(sentences('We study X, e.g. graphs. It gains 3.5 points. Why? Because.')).toEqual([
      'We study X, e.g. graphs.',
      'It gains 3.5 points.',
      'Why?',
      'Because.',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/core/query.ts';

const word = (text: string, more: object = {}) => ({
  kind: 'text',
  field: 'any',
  text,
  whole: false,
  not: false,
  ...more,
});

describe('parseQuery', () => {
  it.each<[string, unknown[]]>([
    ['', []],
    ['  graph  Neural ', [word('graph'), word('neural')]],
    ['"Graph neural"', [word('graph neural', { whole: true })]],
    ['"still typing', [word('still typing', { whole: true })]],
    ['-survey', [word('survey', { not: true })]],
    ['-"a survey"', [word('a survey', { whole: true, not: true })]],
    ['chain-of-thought', [word('chain of thought')]],
    ['Gr\\"obner ÉCOLE', [word('grobner'), word('ecole')]],
    ['author:Žižek', [word('zizek', { field: 'author' })]],
    [
      'Title:"deep learning" -tag:done',
      [word('deep learning', { field: 'title', whole: true }), word('done', { field: 'tag', not: true })],
    ],
    [
      'is:saved -is:read has:code',
      [
        { kind: 'is', value: 'saved', not: false },
        { kind: 'is', value: 'read', not: true },
        { kind: 'has', value: 'code', not: false },
      ],
    ],
    ['year:2023..2025', [{ kind: 'year', from: 2023, to: 2025, not: false }]],
    ['year:2025..2023', [{ kind: 'year', from: 2023, to: 2025, not: false }]],
    ['year:2024', [{ kind: 'year', from: 2024, to: 2024, not: false }]],
    ['year:..2020', [{ kind: 'year', from: 0, to: 2020, not: false }]],
    ['year:2020..', [{ kind: 'year', from: 2020, to: 9999, not: false }]],
    ['year:soon', [word('year soon')]],
    ['is:nice', [word('is nice')]],
    ['colour:red', [word('colour red')]],
    ['title: x', [word('x')]],
    ['- -- : "" !', []],
    ['id:ARXIV:2403', [word('arxiv:2403', { field: 'id' })]],
    ['2403.06504v2', [word('arxiv:2403.06504', { field: 'id', whole: true })]],
    ['https://arxiv.org/abs/2403.06504', [word('arxiv:2403.06504', { field: 'id', whole: true })]],
  ])('%s', (typed, terms) => expect(parseQuery(typed)).toEqual(terms));

  it('takes anything, and asks for nothing that folding left empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        for (const term of parseQuery(typed)) if (term.kind === 'text') expect(term.text).not.toBe('');
      }),
    );
  });
});

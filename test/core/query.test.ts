import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/core/query.ts';
import { timeSpan } from '../../src/core/query-values.ts';

const word = (text: string, more: object = {}) => ({
  kind: 'text',
  field: 'any',
  text,
  whole: false,
  not: false,
  ...more,
});
const DAY = 86_400_000;
const NO_END = Number.MAX_SAFE_INTEGER;

/** Each term a clause of its own. */
const clauses = (terms: readonly unknown[]) => terms.map((term) => [term]);

describe('parseQuery', () => {
  it.each<[string, unknown[]]>([
    ['', []],
    ['  graph  Neural ', [word('graph'), word('neural')]],
    ['"Graph neural"', [word('graph neural', { whole: true })]],
    ['"still typing', [word('still typing', { whole: true })]],
    ['-survey', [word('survey', { not: true })]],
    ['-"a survey"', [word('a survey', { whole: true, not: true })]],
    ['art*', [word('art')]],
    ['-art*', [word('art', { not: true, longer: true })]],
    ['-tag:ml', [word('ml', { field: 'tag', not: true })]],
    ['-tag:ml*', [word('ml', { field: 'tag', not: true, longer: true })]],
    ['-id:2403.0*', [word('2403.0', { field: 'id', not: true, longer: true })]],
    ['-"an art*"', [word('an art', { whole: true, not: true })]],
    ['-2403.06504v2', [word('arxiv:2403.06504', { field: 'id', whole: true, not: true })]],
    ['chain-of-thought', [word('chain of thought')]],
    ['Gr\\"obner ÉCOLE', [word('grobner'), word('ecole')]],
    ['author:Žižek', [word('zizek', { field: 'author' })]],
    [
      'site:arXiv rule:"graph"',
      [word('arxiv', { field: 'site' }), word('graph', { field: 'rule', whole: true })],
    ],
    [
      'Title:"deep learning" -tag:done',
      [word('deep learning', { field: 'title', whole: true }), word('done', { field: 'tag', not: true })],
    ],
    [
      'is:Saved -is:read has:code',
      [
        { kind: 'is', value: 'saved', not: false },
        { kind: 'is', value: 'read', not: true },
        { kind: 'has', value: 'code', not: false },
      ],
    ],
    ['has:doi', [{ kind: 'has', value: 'doi', not: false }]],
    ['year:2023..2025', [{ kind: 'year', from: 2023, to: 2025, not: false }]],
    ['year:2025..2023', [{ kind: 'year', from: 2023, to: 2025, not: false }]],
    ['year:2024', [{ kind: 'year', from: 2024, to: 2024, not: false }]],
    ['year:..2020', [{ kind: 'year', from: 0, to: 2020, not: false }]],
    ['year:2020..', [{ kind: 'year', from: 2020, to: 9999, not: false }]],
    ['seen:>3', [{ kind: 'seen', from: 4, to: NO_END, not: false }]],
    ['seen:2..5', [{ kind: 'seen', from: 2, to: 5, not: false }]],
    ['-seen:1', [{ kind: 'seen', from: 1, to: 1, not: true }]],
    ['seen:<7d', [{ kind: 'time', field: 'met', span: { age: { from: 0, to: 7 * DAY } }, not: false }]],
    ['saved:<7d', [{ kind: 'time', field: 'saved', span: { age: { from: 0, to: 7 * DAY } }, not: false }]],
    [
      'added:>2w',
      [{ kind: 'time', field: 'added', span: { age: { from: 14 * DAY, to: NO_END } }, not: false }],
    ],
    ['title: x', [word('x')]],
    ['- -- : "" !', []],
    ['id:ARXIV:2403', [word('arxiv:2403', { field: 'id' })]],
    ['2403.06504v2', [word('arxiv:2403.06504', { field: 'id', whole: true })]],
    ['https://arxiv.org/abs/2403.06504', [word('arxiv:2403.06504', { field: 'id', whole: true })]],
    ...[
      '2403.00001',
      'arXiv:2403.00001v2',
      'arXiv: 2403.00001v2',
      '10.48550/arXiv.2403.00001',
      'doi:10.48550/arxiv.2403.00001',
    ].map((typed): [string, unknown[]] => [typed, [word('arxiv:2403.00001', { field: 'id', whole: true })]]),
    ...[
      '10.1145/3397271.3401075',
      'doi:10.1145/3397271.3401075',
      'DOI:10.1145/3397271.3401075.',
      'DOI: 10.1145/3397271.3401075',
      'https://doi.org/10.1145/3397271.3401075',
      'doi.org/10.1145/3397271.3401075',
    ].map((typed): [string, unknown[]] => [
      typed,
      [word('doi:10.1145/3397271.3401075', { field: 'id', whole: true })],
    ]),
    ['10.1000/ABC(1)2-3', [word('doi:10.1000/abc(1)2-3', { field: 'id', whole: true })]],
    ['-10.1000/x', [word('doi:10.1000/x', { field: 'id', whole: true, not: true })]],
    ['-doi: 10.1000/x y', [word('doi:10.1000/x', { field: 'id', whole: true, not: true }), word('y')]],
    ['openreview:rJXMpikCZ', [word('openreview:rjxmpikcz', { field: 'id', whole: true })]],
    ['acl:2024.acl-long.1', [word('acl:2024.acl-long.1', { field: 'id', whole: true })]],
    ['ACL:P19-1001', [word('acl:p19-1001', { field: 'id', whole: true })]],
    ['PMID:12345678', [word('pmid:12345678', { field: 'id', whole: true })]],
    ['PMID: 12345678', [word('pmid:12345678', { field: 'id', whole: true })]],
    ['10.1145', [word('10 1145')]],
    ['"10.1145/3397271"', [word('10 1145 3397271', { whole: true })]],
    ['doi: x', [word('doi'), word('x')]],
    ['doi: -10.1000/x', [word('doi'), word('doi:10.1000/x', { field: 'id', whole: true, not: true })]],
    ['arxiv: 2024 trends', [word('arxiv'), word('2024'), word('trends')]],
    [
      'has:doi 10.1000/x',
      [{ kind: 'has', value: 'doi', not: false }, word('doi:10.1000/x', { field: 'id', whole: true })],
    ],
    ['Attention: all', [word('attention'), word('all')]],
  ])('%s', (typed, terms) => expect(parseQuery(typed)).toEqual({ clauses: clauses(terms), problems: [] }));

  it.each<[string, unknown[][]]>([
    ['a or b c', [[word('a'), word('b')], [word('c')]]],
    [
      'x a OR -b or "c d"',
      [[word('x')], [word('a'), word('b', { not: true }), word('c d', { whole: true })]],
    ],
    ['a or', [[word('a')]]],
    ['"or" b', [[word('or', { whole: true })], [word('b')]]],
    ['tag:a or is:saved', [[word('a', { field: 'tag' }), { kind: 'is', value: 'saved', not: false }]]],
  ])('joins: %s', (typed, expected) =>
    expect(parseQuery(typed)).toEqual({ clauses: expected, problems: [] }),
  );

  it.each(['relevance', 'added', 'seen', 'year', 'title'])('sorts by %s', (sort) =>
    expect(parseQuery(`x sort:${sort}`)).toEqual({ clauses: clauses([word('x')]), sort, problems: [] }),
  );

  it.each<[string, unknown[], [number, number, string]]>([
    ['year:soon', [word('year soon')], [0, 9, 'Expected a year or years, such as 2024 or 2023..2025.']],
    [
      'a is:nice',
      [word('a'), word('is nice')],
      [2, 9, 'Expected saved, flagged, dismissed, unread, to-read, reading, read or new.'],
    ],
    ['has:x y', [word('has x'), word('y')], [0, 5, 'Expected note, code, abstract, doi or tag.']],
    [
      'seen:often',
      [word('seen often')],
      [0, 10, 'Expected a number of meetings or an age, such as >3 or <7d.'],
    ],
    [
      'saved:7 x',
      [word('saved 7'), word('x')],
      [0, 7, 'Expected an age or a date, such as <7d, >2w or 2026-03.'],
    ],
    ['sort:size', [word('sort size')], [0, 9, 'Expected relevance, added, seen, year or title.']],
    [
      '-sort:year',
      [word('sort year', { not: true })],
      [0, 10, 'Expected relevance, added, seen, year or title.'],
    ],
    ['or b', [word('or'), word('b')], [0, 2, 'Expected something to search for on both sides of “or”.']],
    [
      'colour:red',
      [word('colour red')],
      [
        0,
        10,
        'There is no field “colour”. Fields are title, author, tag, collection, topic, is, has, year, venue, note, site, saved, seen, added, abstract, rule, id or sort.',
      ],
    ],
  ])('tells what is wrong and searches words: %s', (typed, terms, [from, to, expected]) =>
    expect(parseQuery(typed)).toEqual({ clauses: clauses(terms), problems: [{ from, to, expected }] }),
  );

  it.each(['is:sav', 'has:', 'year:20', 'year:2023..', 'saved:<', 'saved:<7', 'seen:>', 'sort:ti', 'title:'])(
    'waits for the rest of %s',
    (typed) => expect(parseQuery(typed).problems).toEqual([]),
  );

  it('takes anything, and asks for nothing that folding left empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const { clauses: all, problems } = parseQuery(typed);
        for (const term of all.flat()) if (term.kind === 'text') expect(term.text).not.toBe('');
        for (const { from, to } of problems) expect(0 <= from && from < to && to <= typed.length).toBe(true);
      }),
    );
  });
});

describe('times', () => {
  const local = (...parts: [number, number, number]) => new Date(...parts).getTime();
  it.each<[string, unknown]>([
    ['2026-03', { time: { from: local(2026, 2, 1), to: local(2026, 3, 1) - 1 } }],
    ['2026', { time: { from: local(2026, 0, 1), to: local(2027, 0, 1) - 1 } }],
    ['2026-01..2026-03-17', { time: { from: local(2026, 0, 1), to: local(2026, 2, 18) - 1 } }],
    ['2026-03-17..2026-01', { time: { from: local(2026, 0, 1), to: local(2026, 2, 18) - 1 } }],
    ['2026-03..', { time: { from: local(2026, 2, 1), to: NO_END } }],
    ['..2026-03', { time: { from: 0, to: local(2026, 3, 1) - 1 } }],
    ['>2026-03-17', { time: { from: local(2026, 2, 18), to: NO_END } }],
    ['<2026-03-17', { time: { from: 0, to: local(2026, 2, 17) - 1 } }],
    ['today', { age: { from: 0, to: DAY } }],
    ['1w..2w', { age: { from: 7 * DAY, to: 14 * DAY } }],
    ['2026-13', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (typed, expected) => expect(timeSpan(typed)).toEqual(expected));
});

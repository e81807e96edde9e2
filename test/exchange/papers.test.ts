import { describe, expect, test } from 'vitest';
import { exportPapers, readPapers } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';

const read = (...records: unknown[]) =>
  readPapers(records.map((record) => JSON.stringify(record)).join('\n'));
const one = (record: Record<string, unknown>) => read({ title: 'T', ...record }).items[0];

describe('reading papers of many makers', () => {
  test.each([
    [{ id: '2605.01234' }, 'arxiv:2605.01234'],
    [{ id: '2605.01234v3' }, 'arxiv:2605.01234'],
    [{ id: 'arXiv:2605.01234' }, 'arxiv:2605.01234'],
    [{ id: 'hep-th/9901001' }, 'arxiv:hep-th/9901001'],
    [{ id: 'https://arxiv.org/abs/2605.01234v1' }, 'arxiv:2605.01234'],
    [{ id: '10.48550/arXiv.2605.01234' }, 'arxiv:2605.01234'],
    [{ id: '10.1234/AbC' }, 'doi:10.1234/abc'],
    [{ doi: 'https://doi.org/10.1234/AbC' }, 'doi:10.1234/abc'],
    [{ id: 'acl:2024.acl-long.1' }, 'acl:2024.acl-long.1'],
    [{ url: 'https://openreview.net/forum?id=abcDEF123' }, 'openreview:abcDEF123'],
    [{ id: 'whatever', authors: ['Ada Lovelace'] }, 'title:t|lovelace'],
  ])('%j', (record, id) => {
    expect(one(record)?.paper.id).toBe(id);
  });

  test.each([
    [
      ['Ada Lovelace', ' ', 5, 'Grace Hopper'],
      ['Ada Lovelace', 'Grace Hopper'],
    ],
    [
      [{ name: 'Ada Lovelace' }, { given: 'Grace', family: 'Hopper' }],
      ['Ada Lovelace', 'Grace Hopper'],
    ],
    ['Ada Lovelace and Grace Hopper', ['Ada Lovelace', 'Grace Hopper']],
    ['Ada Lovelace, Grace Hopper, and Alan Turing', ['Ada Lovelace, Grace Hopper', 'Alan Turing']],
    ['Lovelace, Ada; Hopper, Grace', ['Lovelace, Ada', 'Hopper, Grace']],
    ['Ada Lovelace, Grace Hopper', ['Ada Lovelace', 'Grace Hopper']],
    ['Lovelace, Ada', ['Lovelace, Ada']],
    [undefined, []],
  ])('authors %j', (authors, names) => {
    expect(one({ authors })?.paper.authors).toEqual(names);
  });

  test('keeps what is known, whatever the field is called', () => {
    const item = one({
      id: '2605.01234',
      title: ' A\ntitle ',
      summary: 'Text',
      date: '2026-05-03T10:00:00Z',
      categories: 'cs.CL cs.LG',
      keywords: ['k'],
      tags: 'a, b',
      note: 'x\ny',
      status: 'reading',
      rating: 3,
      saved: true,
      topics: [{ id: 'agents', score: 0.5 }, 'vision', 7],
      pdf: 'javascript:alert(1)',
      code: 'https://example.org/code',
      citekey: 'k1',
    });
    expect(item).toEqual({
      paper: {
        id: 'arxiv:2605.01234',
        title: 'A title',
        authors: [],
        abstract: 'Text',
        published: '2026-05-03',
        categories: ['cs.CL', 'cs.LG'],
        keywords: ['k'],
        topics: [
          { id: 'agents', score: 0.5 },
          { id: 'vision', score: 1 },
        ],
        links: { page: 'https://arxiv.org/abs/2605.01234', code: ['https://example.org/code'], project: [] },
      },
      status: 'reading',
      note: 'x\ny',
      tags: ['a', 'b'],
      rating: 3,
      saved: true,
      citeKey: 'k1',
    });
  });

  test('names the lines it cannot read', () => {
    const { items, problems } = readPapers(
      '{"title":"A"}\n\nnonsense\n{"id":"2605.01234"}\n[]\n{"title":"B"',
    );
    expect(items.map((item) => item.paper.title)).toEqual(['A']);
    expect(problems).toEqual([
      { line: 3, why: 'The line is not JSON.' },
      { line: 4, why: 'The record has no title.' },
      { line: 5, why: 'The line holds no record.' },
      { line: 6, why: 'The line is broken or cut off.' },
    ]);
  });

  test('reads a backup with its marks', () => {
    const { items, problems } = readPapers(exportPapers('jsonl', NASTY).text);
    expect(problems).toEqual([]);
    expect(items).toHaveLength(NASTY.length);
    expect(items.find((item) => item.citeKey === 'my:Key_1')).toMatchObject({
      saved: true,
      status: 'to-read',
      rating: 4,
      tags: expect.arrayContaining(['R&D', 'prototype']),
    });
  });
});

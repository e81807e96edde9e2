import { describe, expect, test } from 'vitest';
import { cleanLine, cleanLines } from '../../src/exchange/clean.ts';
import { isoDate, issuedDate, parseDate, risDate } from '../../src/exchange/dates.ts';
import type { Exportable } from '../../src/exchange/index.ts';
import { parseProceedings, parseReference } from '../../src/exchange/reference.ts';
import { publicationOf } from '../../src/exchange/venue.ts';

const paper = (fields: Partial<Exportable['paper']>): Exportable['paper'] => ({
  id: 'arxiv:2401.00001',
  title: 'T',
  authors: [],
  categories: [],
  links: { page: '', code: [], project: [] },
  ...fields,
});

describe('dates', () => {
  test.each<[string | undefined, ReturnType<typeof parseDate>]>([
    ['2024', { year: 2024 }],
    ['2024-07', { year: 2024, month: 7 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2023-02-29', { year: 2023, month: 2 }],
    ['2024-13-01', { year: 2024 }],
    ['2024-07-04T10:00:00Z', { year: 2024, month: 7, day: 4 }],
    ['0012', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toEqual(date);
  });

  test('are written with what is known', () => {
    expect(isoDate({ year: 2024, month: 7, day: 4 })).toBe('2024-07-04');
    expect(isoDate({ year: 2024 })).toBe('2024');
    expect(risDate({ year: 2024, month: 7 })).toBe('2024/07//');
  });

  test('the year of publication outranks that of the preprint', () => {
    const published = paper({ published: '2022-11-02', journalRef: 'J. Made Up 12 (2023) 2001' });
    expect(issuedDate(published, true)).toEqual({ year: 2023 });
    expect(issuedDate(published, false)).toEqual({ year: 2022, month: 11, day: 2 });
    expect(issuedDate(paper({}), false)).toEqual({ year: 2024, month: 1 });
    expect(issuedDate(paper({ id: 'arxiv:hep-th/9912001' }), false)).toEqual({ year: 1999, month: 12 });
    expect(issuedDate(paper({ id: 'title:x' }), false)).toBeUndefined();
  });
});

type Case = [
  name: string,
  fields: Partial<Exportable['paper']>,
  kind: string,
  container?: string | undefined,
  doi?: string,
];

describe('kinds of publication', () => {
  const cases: Case[] = [
    ['a bare preprint', {}, 'preprint'],
    ['a preprint server is no venue', { venue: 'arXiv.org' }, 'preprint'],
    ['an acronym', { venue: 'NeurIPS 2025' }, 'conference', 'NeurIPS 2025'],
    [
      'proceedings',
      { venue: 'Proceedings of the 5th Meeting' },
      'conference',
      'Proceedings of the 5th Meeting',
    ],
    ['under review', { venue: 'Submitted to ICLR 2026' }, 'preprint'],
    ['withdrawn', { venue: 'ICLR 2026 Conference Withdrawn Submission' }, 'preprint'],
    ['a journal', { venue: 'Journal of Made Up Results' }, 'journal', 'Journal of Made Up Results'],
    ['a reference', { journalRef: 'Phys. Rev. X, to appear' }, 'journal', 'Phys. Rev. X, to appear'],
    ['a reference to proceedings', { journalRef: 'Proc. ICML 2020' }, 'conference', 'Proc. ICML 2020'],
    [
      'a venue with a DOI',
      { id: 'doi:10.5555/ab', venue: 'Ad Hoc Things' },
      'journal',
      'Ad Hoc Things',
      '10.5555/ab',
    ],
    [
      'the DOI of a preprint server',
      { id: 'doi:10.1101/2024.01.01.1', venue: 'bioRxiv' },
      'preprint',
      undefined,
      '10.1101/2024.01.01.1',
    ],
    ["arXiv's own DOI", { doi: '10.48550/arxiv.2401.00001' }, 'preprint'],
    ['only a DOI', { id: 'doi:10.5555/ab' }, 'other', undefined, '10.5555/ab'],
    ['only a title', { id: 'title:x' }, 'other'],
  ];
  test.each(cases)('%s', (_, fields, kind, container, doi) => {
    expect(publicationOf(paper(fields))).toEqual({
      kind,
      ...(container ? { container } : {}),
      ...(doi ? { doi } : {}),
    });
  });
});

describe('journal references', () => {
  test.each<[string, ReturnType<typeof parseReference>]>([
    ['Phys. Rev. X 7, 041 (2017)', { journal: 'Phys. Rev. X', volume: '7', pages: '041' }],
    ['J. Made Up 12(3):34–56, 2020', { journal: 'J. Made Up', volume: '12', issue: '3', pages: '34-56' }],
    [
      'J. Made Up, vol. 12, no. 3, pp. 34--56 (2020)',
      { journal: 'J. Made Up', volume: '12', issue: '3', pages: '34-56' },
    ],
    ['J. Made Up 12 (2023) 34 - 56', { journal: 'J. Made Up', volume: '12', pages: '34-56' }],
    ['JMUP 05 (2020) 123', { journal: 'JMUP', volume: '05', pages: '123' }],
    ['Astron. Made Up. 601, A42 (2017)', { journal: 'Astron. Made Up.', volume: '601', pages: 'A42' }],
    ['J. Made Up 12 (2020)', { journal: 'J. Made Up', volume: '12' }],
    ['J. Made Up 2017, 34', undefined],
    ['J. Made Up 2017 (2017) 34', undefined],
    ['Proc. of 3 Things 2 (2020) 1-2', undefined],
    ['A journal', undefined],
    ['', undefined],
    ['1 2 3 '.repeat(60), undefined],
  ])('%s', (text, parts) => {
    expect(parseReference(text)).toEqual(parts);
  });

  test.each<[string, ReturnType<typeof parseProceedings>]>([
    ['Proc. Made Up 2020, pp. 34-56', { name: 'Proc. Made Up 2020', pages: '34-56' }],
    ['Proceedings of Made Up, pages 34–56, 2020', { name: 'Proceedings of Made Up, 2020', pages: '34-56' }],
    ['Made Up Conf. p. 1 -- 9 (2020).', { name: 'Made Up Conf. (2020)', pages: '1-9' }],
    ['Proc. Made Up 2020, p. 34', undefined],
    ['Proc. Made Up 34-56', undefined],
  ])('%s', (text, parts) => {
    expect(parseProceedings(text)).toEqual(parts);
  });

  test('give conferences their pages', () => {
    expect(publicationOf(paper({ journalRef: 'Proc. ICML 2020, pp. 34-56' }))).toEqual({
      kind: 'conference',
      container: 'Proc. ICML 2020',
      reference: { pages: '34-56' },
    });
    expect(publicationOf(paper({ venue: 'ICML 2020', journalRef: 'Proc. ICML 2020, pp. 34-56' }))).toEqual({
      kind: 'conference',
      container: 'ICML 2020',
      reference: { pages: '34-56' },
    });
  });

  test('give journals their volume and pages', () => {
    expect(publicationOf(paper({ journalRef: 'Phys. Rev. X 7, 041 (2017)' }))).toEqual({
      kind: 'journal',
      container: 'Phys. Rev. X',
      reference: { volume: '7', pages: '041' },
    });
  });
});

describe('clean text', () => {
  test('loses what no file can hold, keeps scripts and emoji', () => {
    expect(cleanLine(' a\n\tb\u200b \u202ec\u202c \ud800 👩‍🔬 می‌شود ')).toBe('a b c \ufffd 👩‍🔬 می‌شود');
    expect(cleanLines('\r\n a \r\n\n b\u2028c\n')).toBe('a\n\nb\nc');
    expect(cleanLine('a\ufffeb\uffffc\ufdd0d\u{1fffe}e')).toBe('abcde');
    expect(cleanLine(undefined)).toBe('');
  });
});

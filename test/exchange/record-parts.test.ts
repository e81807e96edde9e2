import { describe, expect, test } from 'vitest';
import { cleanLine, cleanNote } from '../../src/exchange/clean.ts';
import { isoDate, issuedDate, parseDate, risDate } from '../../src/exchange/dates.ts';
import type { Exportable } from '../../src/exchange/index.ts';
import { parsePlace } from '../../src/exchange/place.ts';
import { type PlaceParts, parseProceedings, parseReference } from '../../src/exchange/reference.ts';
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

describe('venues as Semantic Scholar, DBLP, OpenAlex and BibTeX files write them', () => {
  const kindOf = (venue: string, fields: Partial<Exportable['paper']> = {}) =>
    publicationOf(paper({ venue, ...fields }));

  test.each([
    'International Conference on Machine Learning',
    'International Conference on Learning Representations',
    'Annual Meeting of the Association for Computational Linguistics',
    'North American Chapter of the Association for Computational Linguistics',
    'Findings of the Association for Computational Linguistics: EMNLP 2023',
    'Conference on Empirical Methods in Natural Language Processing',
    'European Conference on Computer Vision',
    'IEEE Symposium on Security and Privacy',
    'Neural Information Processing Systems',
    'Advances in Neural Information Processing Systems',
    'advances in neural information processing systems 30',
    'Computer Vision and Pattern Recognition',
    'Proceedings of the IEEE/CVF Conference on Computer Vision & Pattern Recognition',
    'Uncertainty in Artificial Intelligence',
    'AAAI Conference on Artificial Intelligence',
    'Knowledge Discovery and Data Mining',
    'Robotics: Science and Systems',
    'ACM Multimedia',
    'Medical Image Computing and Computer-Assisted Intervention',
    'Lecture Notes in Computer Science',
    'IOP Conference Series: Materials Science and Engineering',
    'International Symposium on Physical Review Systems',
    'ACL (1)',
    'EMNLP (Findings)',
    'ICLR2025',
    'CVPRW 2024',
    'Interspeech',
    'WORKSHOP ON LOOMS',
    'Int. Conf. on Looms',
    'Tiny Papers @ ICLR 2024',
    'TIDE 2024 Oral',
    'Looms ’24',
  ])('%s is a conference', (venue) => {
    expect(kindOf(venue)).toEqual({ kind: 'conference', container: venue });
  });

  test.each([
    'Machine Learning',
    'Bioinformatics',
    'Information Sciences',
    'Mach. Learn.',
    'Trans. Mach. Learn. Res.',
    'Nature Communications',
    'Artificial Intelligence',
    'Pattern Recognition',
    'Data Mining and Knowledge Discovery',
    'Journal of Physics: Conference Series',
    'J. Phys.: Conf. Ser.',
    'IEEE Transactions on Looms (Proceedings of CHI)',
    'Transactions of the Association for Computational Linguistics',
    'IEEE Signal Proc. Lett.',
    'The VLDB Journal',
    'Proceedings of the National Academy of Sciences of the United States of America',
    'Proc. Natl. Acad. Sci. USA',
    'Proceedings of the IEEE',
    'Proc. ACM Program. Lang.',
    'Proceedings of the VLDB Endowment',
    'Old gardens 12 (2020), 3-4',
    'Things Nobody Knows',
  ])('%s is a journal', (venue) => {
    expect(kindOf(venue)).toEqual({ kind: 'journal', container: venue });
    expect(kindOf(venue, { id: 'title:x' })).toEqual({ kind: 'journal', container: venue });
  });

  test('proceedings of the IEEE’s conferences are no journal', () => {
    const venue = 'Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition';
    expect(kindOf(venue)).toEqual({ kind: 'conference', container: venue });
    expect(publicationOf(paper({ journalRef: `${venue}, pp. 770-778 (2016)` }))).toEqual({
      kind: 'conference',
      container: `${venue} (2016)`,
      reference: { pages: '770-778' },
    });
  });

  test.each([
    'arXiv',
    'ArXiv',
    'arXiv.org',
    'arXiv preprint arXiv:2401.00001',
    'CoRR',
    'CoRR abs/2401.00001',
    'Computing Research Repository',
    'bioRxiv',
    'medRxiv : the preprint server for health sciences',
    'Preprint',
    'Social Science Research Network',
    'IACR Cryptology ePrint Archive',
    'Cold Spring Harbor Laboratory',
    'OpenReview',
    'OpenReview.net',
    'Submitted to ICLR 2025',
    'Under review as a conference paper at ICLR 2025',
    'ICLR 2025 Conference Submission',
    'ICLR 2026 Conference Desk Rejected Submission',
    'Decision pending for TMLR',
    'Unpublished',
    'Hugging Face',
    'huggingface.co',
    'https://www.example.org/papers',
    'www.example.org',
    'Papers with Code',
    'Semantic Scholar',
    'alphaXiv',
    'GitHub',
    'Zenodo',
  ])('%s is no venue', (venue) => {
    expect(kindOf(venue)).toEqual({ kind: 'preprint' });
  });

  test('where a DOI, an id or a reference tells more', () => {
    expect(kindOf('Things Nobody Knows', { id: 'openreview:AbCd12345' }).kind).toBe('conference');
    expect(kindOf('Things Nobody Knows', { id: 'acl:2024.things-1.1' }).kind).toBe('conference');
    expect(kindOf('Computational Linguistics', { id: 'acl:2024.cl-1.1' }).kind).toBe('journal');
    expect(kindOf('Genome Research', { id: 'doi:10.1101/gr.1.1' })).toEqual({
      kind: 'journal',
      container: 'Genome Research',
      doi: '10.1101/gr.1.1',
    });
    const reference = 'Things Nobody Knows, pp. 3–14 (2019)';
    expect(kindOf('Things Nobody Knows', { journalRef: reference })).toEqual({
      kind: 'conference',
      container: 'Things Nobody Knows',
      reference: { pages: '3-14' },
    });
    expect(publicationOf(paper({ journalRef: 'AIP Conf. Proc. 1234, 56 (2010)' }))).toEqual({
      kind: 'conference',
      container: 'AIP Conf. Proc.',
      reference: { volume: '1234', pages: '56' },
    });
  });

  test.each([
    ['PhD thesis, Loom University', 'thesis', 'PhD thesis', 'Loom University'],
    ['Ph.D. Dissertation, MIT', 'thesis', 'Ph.D. Dissertation', 'MIT'],
    ['Master’s thesis, Loom Institute', 'thesis', 'Master’s thesis', 'Loom Institute'],
    ['Universität Webstadt', 'thesis', 'PhD thesis', 'Universität Webstadt'],
    ['Technical report, Loom Labs', 'report', 'Technical report', 'Loom Labs'],
  ])('%s is a %s', (venue, kind, genre, container) => {
    expect(kindOf(venue)).toEqual({ kind, genre, container });
  });

  test('a thesis named in a reference; no thesis for the name of a university alone', () => {
    expect(publicationOf(paper({ journalRef: 'PhD thesis, Loom University, 2019' }))).toEqual({
      kind: 'thesis',
      genre: 'PhD thesis',
      container: 'Loom University',
    });
    for (const venue of ['Journal of Loom University', 'Loom University Press'])
      expect(kindOf(venue)).toEqual({ kind: 'journal', container: venue });
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
    ['Proc. of Looms, pp. 12:1–12:20 (2020)', { name: 'Proc. of Looms (2020)', pages: '12:1-12:20' }],
    ['Proc. of Looms, pp. e34 (2020)', undefined],
    ['Proc. Made Up 2020, p. 34', undefined],
    ['Proc. Made Up 34-56', undefined],
  ])('%s', (text, parts) => {
    expect(parseProceedings(text)).toEqual(parts);
  });

  test.each<[string, string, ReturnType<typeof parsePlace>]>([
    // proceedings and books, whatever their names hold
    [
      'In: Proc. of Looms, Lyon, ser. Loom Notes (LN), vol. 12 LN, no. 4, pp. 7–9 (2016)',
      'Proc. of Looms, Lyon',
      { name: 'Proc. of Looms, Lyon', series: 'Loom Notes (LN)', volume: '12 LN', issue: '4', pages: '7-9' },
    ],
    ['In: Looms, vol. 3', '', { name: 'Looms', volume: '3' }],
    ['In: Looms, p. 7 (2016)', 'Other Looms', { name: 'Looms', pages: '7' }],
    ['In: Looms, ser. LOOM ’16 (2016)', '', { name: 'Looms', series: 'LOOM ’16' }],
    ['In: Looms (2016)', '', undefined],
    [`In: ${'x, '.repeat(200)}vol. 3`, '', undefined],
  ])('%s: within proceedings', (text, known, place) => {
    expect(parsePlace(text, known)).toEqual(place && { ...place, within: true });
  });

  test.each<[string, string, PlaceParts | undefined]>([
    ['J. Made Up, 7–9 (2016)', 'J. Made Up', { pages: '7-9' }],
    ['J. Made Up, p. e12 (2016)', 'J. Made Up', { pages: 'e12' }],
    ['J. Made Up, no. 4, 7–9', 'J. Made Up', { issue: '4', pages: '7-9' }],
    ['J. Made Up, no. 4 (2016)', 'J. Made Up', { issue: '4' }],
    ['J. Made Up 7(2), xii–xx, 3', 'J. Made Up', { volume: '7', issue: '2', pages: 'xii-xx, 3' }],
    ['3D (Things) IV, 27', '3D (Things)', { volume: 'IV', pages: '27' }],
    ['J. Made Up 2017(3), 34 (2017)', 'J. Made Up', { volume: '2017', issue: '3', pages: '34' }],
    // others' references: a number alone is a volume, a year is none
    ['J. Made Up, 34 (2016)', 'J. Made Up', { volume: '34' }],
    ['J. Made Up 2017, 34', 'J. Made Up', undefined],
    ['J. Made Up Physics, 7–9 (2016)', 'J. Made Up', undefined],
    ['J. Made Up 12, to appear (2020)', 'J. Made Up', undefined],
    ['J. Made Up, 7–9 (2016)', 'Other Looms', undefined],
  ])('%s: within %s', (text, known, place) => {
    expect(parsePlace(text, known)).toEqual(place && { name: known, ...place });
  });

  test('of two publications of a paper none takes the other’s place', () => {
    const journalRef = 'Phys. Rev. X 7, 041 (2017)';
    expect(publicationOf(paper({ venue: 'NeurIPS 2016', journalRef }))).toEqual({
      kind: 'conference',
      container: 'NeurIPS 2016',
    });
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
    expect(cleanNote('\r\n a \r\n\n b\u2028c\n')).toBe(' a\n\n b\nc');
    expect(cleanLine('a\ufffeb\uffffc\ufdd0d\u{1fffe}e')).toBe('abcde');
    expect(cleanLine(undefined)).toBe('');
  });
});

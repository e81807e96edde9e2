/** What one format carries out comes back in: the same papers under the same ids, and a second round changes nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/exchange/clean.ts';
import { detectImport, type ImportRecord, readImport } from '../../src/exchange/imports.ts';
import { type Exportable, exportPapers, type FormatId, readPapers } from '../../src/exchange/index.ts';
import { plainText } from '../../src/exchange/latex-read.ts';
import { displayName, parseNames } from '../../src/exchange/names.ts';
import { NASTY } from './nasty.ts';
import { ROUND_FORMATS, type RoundFormat, TOLD_APART } from './round-formats.ts';

const NOW = '2026-01-31T08:00:00.000Z';

/** Out and in again; whatever is said on the way is a failure. */
function around(format: RoundFormat, items: readonly Exportable[], unicode = true): ImportRecord[] {
  const { text } = exportPapers(format as FormatId, items, { now: NOW, unicode });
  if (items.length > 0) expect(detectImport(text)).toBe(TOLD_APART[format]);
  const { records, problems } = readImport(text, TOLD_APART[format]);
  expect(problems).toEqual([]);
  return records;
}

const names = (authors: readonly string[]) =>
  parseNames(authors.map(cleanLine))
    .names.map(displayName)
    .map((name) => name.replaceAll(',', ''));
const plain = (text: string | undefined): string => plainText(cleanLine(text));

/** What every format carries, in one form. */
const view = ({ paper, note, tags }: Exportable) => ({
  id: paper.id,
  title: plain(paper.title),
  authors: names(paper.authors),
  abstract: plain(paper.abstract),
  published: paper.published ?? '',
  venue: paper.venue ?? '',
  doi: paper.doi ?? '',
  page: paper.links.page,
  // BibTeX reads notes as TeX
  note: plain(note),
  tags: [...(tags ?? [])].sort(),
});
const withoutPlace = ({ place: _, ...rest }: ImportRecord) => rest;

const word = fc.constantFrom(
  ...'looms memory BERT LLMs naïve Łódź 注意力 über Café 5% R&D C# under_score x<y a>b {set} [list] (round) "quoted" it’s O’Brien semi; Q&A 100$ $x^2$ $\\alpha_{i,j}$ $O(n^2)$ – — … α ≤ ~ ^ @home *bold* `code` |bar| \\cite back/slash $ % # é = + -'.split(
    ' ',
  ),
);
const line = (least: number, most: number) =>
  fc
    .array(word, { minLength: least, maxLength: most })
    // begins with letters: a title of nothing but signs has no key of its own
    .map((words) => (least > 0 ? `Study of ${words.join(' ')}` : words.join(' ')));
const person = fc
  .tuple(
    fc.constantFrom('Ada', 'Kurt', 'J. R. R.', 'María José', 'Đặng', 'Jean-Luc'),
    fc.constantFrom('Lovelace', 'Gödel', 'van der Maaten', 'O’Neil', 'von Neumann', 'de la Cruz', 'Şahin'),
  )
  .map((parts) => parts.join(' '));
const author = fc.oneof(
  { weight: 6, arbitrary: person },
  fc.constantFrom('The Loom Collaboration', 'Qwen Team', 'Madonna', '王 小明'),
);
const tag = fc.constantFrom('to cite', 'R&D', 'C#', 'thesis', '注意', '100%', 'under_score');

const identified = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map((n) => {
    const number = `2401.${String(n).padStart(5, '0')}`;
    return { id: `arxiv:${number}`, page: `https://arxiv.org/abs/${number}` };
  }),
  fc.integer({ min: 1, max: 9_999 }).map((n) => ({
    id: `doi:10.1234/a_b.${n}`,
    page: `https://doi.org/10.1234/a_b.${n}`,
    doi: `10.1234/a_b.${n}`,
  })),
  fc
    .integer({ min: 1000, max: 9_999 })
    .map((n) => ({ id: `openreview:AbCd${n}`, page: `https://openreview.net/forum?id=AbCd${n}` })),
  fc
    .integer({ min: 1, max: 9_999 })
    .map((n) => ({ id: `acl:2024.acl-long.${n}`, page: `https://aclanthology.org/2024.acl-long.${n}/` })),
);
const item: fc.Arbitrary<Exportable> = fc
  .record({
    known: identified,
    title: line(1, 8),
    authors: fc.array(author, { maxLength: 5 }),
    abstract: line(0, 20),
    published: fc.constantFrom('2019', '2021-05', '2021-05'),
    venue: fc.constantFrom('Proceedings of ICML 2021', 'Journal of Looms & Threads', undefined),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    note: line(0, 6),
  })
  .map(({ known: { page, ...known }, venue, abstract, note, tags, ...rest }) => ({
    paper: {
      ...known,
      ...rest,
      // a year in the name of a venue is the year of the paper
      published: venue?.includes('2021') ? '2021-05' : rest.published,
      ...(venue && !known.id.startsWith('openreview:') ? { venue } : {}),
      ...(abstract ? { abstract } : {}),
      categories: [],
      links: { page, code: [], project: [] },
    },
    ...(tags.length > 0 ? { tags } : {}),
    ...(note ? { note } : {}),
    saved: true,
  }));
const items = fc.uniqueArray(item, { selector: ({ paper }) => paper.id, maxLength: 6 });

describe.each(ROUND_FORMATS)('%s, out and in again', (format) => {
  test('gives the same papers', () => {
    fc.assert(
      fc.property(items, (all) => {
        const back = around(format, all);
        expect(back.map(view)).toEqual(all.map(view));
        expect(around(format, back).map(withoutPlace)).toEqual(back.map(withoutPlace));
      }),
      { numRuns: 60 },
    );
  });

  test('nasty records come back under their ids, with their titles', () => {
    const back = new Map(around(format, NASTY).map((record) => [record.paper.id, record]));
    const named = NASTY.filter(({ paper }) => /^arxiv:/.test(paper.id) && paper.title.trim() !== '');
    expect(named.length).toBeGreaterThan(60);
    // signs that a format cannot tell from its own: TeX's in formulas, styles, markup in CSL and .bib files
    const lossy = /^(?:bib|csl)/.test(format)
      ? /\\left|\$x#1\$|\\textsc|<b>|&amp;|\\\{x/
      : /\\left|\$x#1\$|\\textsc|<b>|\\\{x/;
    for (const { paper } of named) {
      const found = back.get(paper.id);
      expect(found, paper.title).toBeDefined();
      if (!lossy.test(paper.title)) expect(plain(found?.paper.title)).toBe(plain(paper.title));
    }
  });
});

test('what a spreadsheet would run as a formula is none in CSV, where lists are cut at semicolons too, and comes back as it was', () => {
  const titles = [
    '=1+1 of x',
    '＝SUM(A1) x',
    '－x ＋y',
    '@SUM x',
    'Looms;=HYPERLINK("http://example.org")',
    'a;－x;@y',
    "it;'=x",
  ];
  const items = titles.map((title, n) => ({
    paper: { ...(NASTY[0] as Exportable).paper, id: `arxiv:2401.0000${n}`, title },
    note: `${title}\nmore`,
  }));
  const { text } = exportPapers('csv', items, { now: NOW });
  expect(text).not.toMatch(/(?:^|[;,\n]"?)[=+\-@＝＋－＠]/m);
  expect(around('csv', items).map(({ paper, note }) => [paper.title, note])).toEqual(
    items.map(({ paper, note }) => [paper.title, note]),
  );
});

test.each(['ris', 'endnote', 'csv', 'papers', 'jsonl'] as const)(
  'tags and reasons with signs that separate lists come back whole from %s',
  (format) => {
    const lists = [
      ['a;b'],
      ['a, b'],
      ['weaving; old', 'looms'],
      ['"a"; b', 'plain', '"quoted"', '5" disks'],
      ['=1;=2', ';-x', "it;'=y"],
      ['a;', '"', 'x'],
    ];
    const items: Exportable[] = lists.map((tags, n) => ({
      paper: { ...(NASTY[0] as Exportable).paper, id: `arxiv:2401.0000${n}`, title: `Looms ${n}` },
      tags,
      reasons: tags.map((text) => `words: ${text}`),
      saved: true,
      flagged: true,
    }));
    const back = around(format, items);
    expect(back.map(({ tags }) => [...(tags ?? [])].sort())).toEqual(lists.map((tags) => [...tags].sort()));
    if (format === 'csv')
      expect(back.map(({ reasons }) => reasons)).toEqual(items.map(({ reasons }) => reasons));
  },
);

describe.each(['bibtex', 'biblatex'] as const)('a semicolon in tags, out to %s and in again', (format) => {
  const tagged = (...tags: string[]): Exportable => ({
    paper: { ...(NASTY[0] as Exportable).paper, id: 'arxiv:2401.00001' },
    tags,
  });

  test.each(['a; b', 'a;b;', '; a', 'É; _ 50%', '$x;y$', '{a; b}', 'a} ; {b', 'a{; b'])(
    '%s alone is one tag',
    (tag) => {
      for (const unicode of [true, false])
        expect(around(format, [tagged(tag)], unicode).map(({ tags }) => tags)).toEqual([[tag]]);
    },
  );

  test('stands as before beside another tag, and in the place of a comma', () => {
    expect(around(format, [tagged('a; b', 'c')])[0]?.tags).toEqual(['a; b', 'c']);
    expect(around(format, [tagged('a, b')])[0]?.tags).toEqual(['a; b']);
    expect(exportPapers(format, [tagged('a; b', 'c')]).text).toContain('  keywords = {a; b, c}');
    expect(exportPapers(format, [tagged('a; b')]).text).toContain('  keywords = {{a; b}}');
    expect(exportPapers(format, [tagged('a b')]).text).toContain('  keywords = {a b}');
  });
});

test.each([
  ['a; b', ['a', 'b']],
  ['a; b;', ['a', 'b']],
  ['a, b', ['a', 'b']],
  ['a; b, c', ['a; b', 'c']],
  ['{a; b}', ['a; b']],
])('keywords = {%s} of others are read as before', (keywords, tags) => {
  expect(readImport(`@misc{a, title={Looms}, keywords={${keywords}}}`, 'bibtex').records[0]?.tags).toEqual(
    tags,
  );
});

test('of a CSV file by others, tags are separated as before, quotes or not', () => {
  const { records } = readImport('title,tags\nLooms,"""a""; b; c"\nThreads,"x, y"\n', 'csv');
  expect(records.map(({ tags }) => tags)).toEqual([
    ['"a"', 'b', 'c'],
    ['x', 'y'],
  ]);
});

describe('where a paper appeared', () => {
  const placed = (venue: string, fields: Partial<Exportable['paper']> = {}): Exportable => ({
    paper: {
      id: 'arxiv:1512.03385',
      title: 'Looms of memory',
      authors: ['Ada Lovelace'],
      published: '2016',
      categories: [],
      links: { page: 'https://arxiv.org/abs/1512.03385', code: [], project: [] },
      venue,
      ...fields,
    },
  });
  const seen = ({ paper }: Exportable) => [paper.venue, paper.journalRef];

  test.each(['bibtex', 'biblatex', 'ris', 'csl-json', 'endnote', 'papers'] as const)(
    'comes back from %s: pages in proceedings, schools of theses, who gave a report out',
    (format) => {
      const proceedings = 'Advances in Neural Information Processing Systems';
      const items = [
        placed(proceedings, { journalRef: `${proceedings}, pp. 770–778 (2016)` }),
        placed('Looms and Shuttles', { journalRef: 'Looms and Shuttles, pp. 12:1–12:20 (2016)' }),
        placed('PhD thesis, Loom University'),
        placed('Master’s thesis, Loom University'),
        placed('Technical report, Loom Labs'),
        placed('Machine Learning', { journalRef: 'Machine Learning 20(3), 273–297 (2016)' }),
        placed('Machine Learning'),
        placed(proceedings, {
          journalRef: `In: ${proceedings}, ser. Loom Notes (LN), vol. 139, no. 2, pp. 770–778 (2016)`,
        }),
        placed('Looms and Shuttles', { journalRef: 'In: Looms and Shuttles, vol. 12 LN (2016)' }),
        placed('Looms and Shuttles', { journalRef: 'In: Looms and Shuttles, p. 7 (2016)' }),
        placed('Machine Learning', { journalRef: 'Machine Learning, 273–297 (2016)' }),
        placed('Machine Learning', { journalRef: 'Machine Learning, p. e12 (2016)' }),
        placed('Machine Learning', { journalRef: 'Machine Learning, no. 3, 273–297 (2016)' }),
        placed('Machine Learning', { journalRef: 'Machine Learning 2016(3), 27 (2016)' }),
        placed('3D Weaving (Reprints)', { journalRef: '3D Weaving (Reprints) IV (2016)' }),
      ].map(({ paper, ...item }, n) => {
        const number = `1512.0${String(n).padStart(4, '0')}`;
        const links = { ...paper.links, page: `https://arxiv.org/abs/${number}` };
        return { ...item, paper: { ...paper, id: `arxiv:${number}`, links } };
      });
      const back = around(format, items);
      expect(back.map(seen)).toEqual(items.map(seen));
      expect(around(format, back).map(withoutPlace)).toEqual(back.map(withoutPlace));
    },
  );

  test.each([
    ['bibtex', '@inproceedings{', 'booktitle = {Advances in Neural Information Processing Systems}'],
    ['biblatex', '@inproceedings{', 'pages = {770--778}'],
    ['ris', 'TY  - CONF', 'EP  - 778'],
    ['csl-json', '"type": "paper-conference"', '"page": "770-778"'],
    ['endnote', '<ref-type name="Conference Proceedings">10</ref-type>', '<pages>770-778</pages>'],
  ] as const)('a paper of a .bib file in %s', (format, ...parts) => {
    const bib = `@inproceedings{a, title={Looms}, author={Ada Lovelace}, year=2016, pages={770--778},
      booktitle={Advances in Neural Information Processing Systems}}`;
    const { text } = exportPapers(format, readImport(bib, 'bibtex').records);
    for (const part of parts) expect(text.replace(/":(?=")/g, '": ')).toContain(part);
  });

  const volume = `@inproceedings{a, title={Looms}, author={Ada Lovelace}, year=2016, pages={770--778}, volume=139,
      series={Loom {Notes} \\& More}, number={05}, booktitle={Proceedings of the 38th Meeting on Looms}}`;
  const journal = `@article{a, title={Looms}, author={Ada Lovelace}, year=2016, pages={273--297},
      journal={Machine Learning}}`;
  const conferenceJournal = `@article{a, title={Looms}, author={Ada Lovelace}, year=2020, pages={8034--8041}, volume=34,
      number={05}, journal={Proceedings of the AAAI Conference on Artificial Intelligence}}`;
  test.each([
    [
      'proceedings with series and volume',
      'bibtex',
      volume,
      [
        '@inproceedings{',
        '  booktitle = {Proceedings of the 38th Meeting on Looms},\n  series = {Loom Notes \\& More},\n  volume = {139},\n  number = {05},\n  pages = {770--778},\n  year = {2016}',
      ],
    ],
    [
      'proceedings with series and volume',
      'biblatex',
      volume,
      [
        '@inproceedings{',
        '  series = {Loom Notes \\& More},\n  volume = {139},\n  number = {05},\n  pages = {770--778},\n  date = {2016}',
      ],
    ],
    [
      'proceedings with series and volume',
      'ris',
      volume,
      [
        'TY  - CONF\r\n',
        'T2  - Proceedings of the 38th Meeting on Looms\r\nT3  - Loom Notes & More\r\nVL  - 139\r\nIS  - 05\r\nSP  - 770\r\nEP  - 778\r\n',
      ],
    ],
    [
      'proceedings with series and volume',
      'csl-json',
      volume,
      [
        '"type":"paper-conference"',
        '"container-title":"Proceedings of the 38th Meeting on Looms","collection-title":"Loom Notes & More","volume":"139","collection-number":"05","page":"770-778"',
      ],
    ],
    [
      'proceedings with series and volume',
      'endnote',
      volume,
      [
        '<secondary-title>Proceedings of the 38th Meeting on Looms</secondary-title><tertiary-title>Loom Notes &amp; More</tertiary-title>',
        '<pages>770-778</pages><volume>139</volume><number>05</number>',
      ],
    ],
    [
      'a journal without volumes',
      'bibtex',
      journal,
      ['@article{', '  journal = {Machine Learning},\n  pages = {273--297},\n  year = {2016}'],
    ],
    [
      'a journal without volumes',
      'ris',
      journal,
      ['TY  - JOUR\r\n', 'JO  - Machine Learning\r\nSP  - 273\r\nEP  - 297\r\n'],
    ],
    [
      'a journal without volumes',
      'csl-json',
      journal,
      ['"type":"article-journal"', '"container-title":"Machine Learning","page":"273-297"'],
    ],
    [
      'proceedings that come out as a journal',
      'bibtex',
      conferenceJournal,
      [
        '  booktitle = {Proceedings of the AAAI Conference on Artificial Intelligence},\n  volume = {34},\n  number = {05},\n  pages = {8034--8041}',
      ],
    ],
    [
      'proceedings that come out as a journal',
      'ris',
      conferenceJournal,
      ['VL  - 34\r\nIS  - 05\r\nSP  - 8034\r\nEP  - 8041\r\n'],
    ],
    [
      'proceedings that come out as a journal',
      'csl-json',
      conferenceJournal,
      ['"volume":"34","issue":"05","page":"8034-8041"'],
    ],
  ] as const)('%s of a .bib file in %s', (_, format, bib, parts) => {
    const { text } = exportPapers(format, readImport(bib, 'bibtex').records);
    for (const part of parts) expect(text).toContain(part);
  });

  test.each([
    ['bibtex', '@phdthesis{', '  school = {Loom University}'],
    ['biblatex', '@thesis{', '  institution = {Loom University}', '  type = {phdthesis}'],
    ['ris', 'TY  - THES', 'PB  - Loom University', 'M3  - PhD thesis'],
    ['csl-json', '"type": "thesis"', '"publisher": "Loom University"', '"genre": "PhD thesis"'],
    [
      'endnote',
      '<ref-type name="Thesis">32</ref-type>',
      '<publisher>Loom University</publisher>',
      '<work-type>PhD thesis</work-type>',
    ],
  ] as const)('a thesis of a .bib file in %s', (format, ...parts) => {
    const bib = '@phdthesis{a, title={Looms}, author={Ada Lovelace}, year=2016, school={Loom University}}';
    const { text } = exportPapers(format, readImport(bib, 'bibtex').records);
    for (const part of parts) expect(text.replace(/":(?=")/g, '": ')).toContain(part);
  });
});

test('BibTeX in TeX characters comes back as Unicode', () => {
  const found = around('bibtex', NASTY, false).map(({ paper }) => paper.title);
  expect(found).toContain('Élan vital: Łódź, Ångström, Straße, Ærø, Þórr, İstanbul');
  expect(found).toContain('Vietnamese: Trần Thị Ngọc Ánh, Đặng');
  expect(found).toContain('“Curly” ‘quotes’ – en — em … ™ ® © ° € £ §');
});

const shared = process.env['MANICULE_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const real = join(shared, 'papers/arxiv.jsonl.gz');
if (!existsSync(real))
  console.info('SKIPPED real papers out and in again: papers/arxiv.jsonl.gz is not here');

describe.skipIf(!existsSync(real))('real papers, out and in again', () => {
  /** TeX's dashes and quotes become Unicode's: of titles that hold them, the rest is compared. */
  const unsigned = (text: string) => text.replace(/[-–—`'‘’“”"]/g, '');
  let items: Exportable[] = [];
  beforeAll(() => {
    const lines = gunzipSync(readFileSync(real)).toString().split('\n');
    const some = lines.filter((_, i) => i % 20 === 0);
    items = readPapers(some.join('\n')).items.filter(({ paper }) =>
      /[\\$&%_#~^<>]|[^ -~]/.test(paper.title + paper.authors.join()),
    );
  }, 60_000);
  test.each(ROUND_FORMATS)('%s', (format) => {
    expect(items.length).toBeGreaterThan(150);
    const back = new Map(around(format, items).map((record) => [record.paper.id, record]));
    expect([...back.keys()]).toEqual(items.map(({ paper }) => paper.id));
    const tex = format.startsWith('bib') ? unsigned : (text: string) => text;
    for (const { paper } of items) {
      expect(tex(plain(back.get(paper.id)?.paper.title))).toBe(tex(plain(paper.title)));
    }
    // names that hold signs of their own: nobody can tell a title or a degree from a name in every format
    const differ = items.filter(
      ({ paper }) => names(back.get(paper.id)?.paper.authors ?? []).join() !== names(paper.authors).join(),
    );
    expect(differ.length).toBeLessThanOrEqual(2);
  });
});

import { describe, expect, test } from 'vitest';
import { bibNames, bibText } from '../../src/exchange/from/bibtex-text.ts';
import { readImport } from '../../src/exchange/imports.ts';
import {
  ACCENT_COMMANDS,
  LETTER_COMMANDS,
  MATH_COMMANDS,
  TEXT_COMMANDS,
} from '../../src/exchange/latex-symbols.ts';
import { texOf } from '../../src/exchange/latex-write.ts';
import { shownAs } from '../../src/exchange/names.ts';

const read = (text: string) => readImport(text, 'bibtex');
/** The one record of a file that has nothing else in it. */
const only = (text: string) => {
  const { records, problems } = read(text);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0]!;
};

describe('a BibTeX library', () => {
  test('a preprint as arXiv writes it', () => {
    expect(
      only(`@misc{lovelace2024looms,
        title={Looms of {BERT}: Weaving $O(n)$ Memory},
        author={Ada Lovelace and Kurt G{\\"o}del and others},
        year={2024},
        eprint={2403.06504v2},
        archivePrefix={arXiv},
        primaryClass={cs.CL},
        url={https://arxiv.org/abs/2403.06504},
      }`),
    ).toEqual({
      paper: {
        id: 'arxiv:2403.06504',
        title: 'Looms of BERT: Weaving $O(n)$ Memory',
        authors: ['Ada Lovelace', 'Kurt Gödel'],
        authorsCut: true,
        published: '2024',
        categories: ['cs.CL'],
        links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
      },
      aliases: [],
      citeKey: 'lovelace2024looms',
      place: { line: 1 },
    });
  });

  test('a journal article: DOI, place in the journal, day in the month', () => {
    const { paper } = only(`@string{jir = "J. Imaginary " # {Res.}}
      @article{a, title = "Bells \\& Whistles", author = {Hopper, Grace}, journal = jir, volume = 7, number = 2,
        pages = {10--19}, year = 2019, month = "10~" # jul, doi = {https://doi.org/10.1234/JIR.2019}}`);
    expect(paper).toMatchObject({
      id: 'doi:10.1234/jir.2019',
      title: 'Bells & Whistles',
      authors: ['Grace Hopper'],
      venue: 'J. Imaginary Res.',
      journalRef: 'J. Imaginary Res. 7(2), 10–19 (2019)',
      published: '2019-07-10',
      doi: '10.1234/jir.2019',
      links: { page: 'https://doi.org/10.1234/jir.2019' },
    });
  });

  test.each([
    [
      '@inproceedings',
      'booktitle={Proceedings of Looms}, pages={770--778}',
      'Proceedings of Looms, pp. 770–778 (2016)',
    ],
    [
      '@incollection',
      'booktitle={Loom Book}, pages={7-9}, volume=3',
      'In: Loom Book, vol. 3, pp. 7–9 (2016)',
    ],
    [
      '@inproceedings',
      'booktitle={Proc. of Looms, Lyon}, series={Loom Notes (LN), New Series}, volume={12 LN}, number=4, pages={7--9}',
      'In: Proc. of Looms, Lyon, ser. Loom Notes (LN), New Series, vol. 12 LN, no. 4, pp. 7–9 (2016)',
    ],
    ['@inproceedings', 'booktitle={Looms}, series={LOOM ’16}', 'In: Looms, ser. LOOM ’16 (2016)'],
    ['@inproceedings', 'booktitle={Looms}, volume=139', 'In: Looms, vol. 139 (2016)'],
    ['@inproceedings', 'booktitle={Looms}, pages={12:1--12:20}', 'Looms, pp. 12:1–12:20 (2016)'],
    ['@inproceedings', 'booktitle={Looms}, pages={7}', 'In: Looms, p. 7 (2016)'],
    ['@inproceedings', 'booktitle={CoRR}, pages={1--2}', undefined],
    ['@inproceedings', 'booktitle={Looms}', undefined],
    ['@article', 'journal={J. of Looms}, pages={7--9}', 'J. of Looms, 7–9 (2016)'],
    ['@article', 'journal={J. of Looms}, pages={e1234}', 'J. of Looms, p. e1234 (2016)'],
    ['@article', 'journal={J. of Looms}, number=4, pages={7--9}', 'J. of Looms, no. 4, 7–9 (2016)'],
    ['@article', 'journal={J. of Looms}, number=4', 'J. of Looms, no. 4 (2016)'],
    ['@article', 'journal={J. of Looms}, pages={in press}', undefined],
    ['@article', 'journal={J. of Looms}', undefined],
    ['@article', 'journal={CoRR}, pages={1--2}', undefined],
  ])('%s{%s}', (type, fields, journalRef) => {
    expect(only(`${type}{a, title={T}, year=2016, ${fields}}`).paper.journalRef).toBe(journalRef);
  });

  test.each([
    ['@phdthesis', 'school={MIT}', 'PhD thesis, MIT'],
    ['@phdthesis', 'school={MIT}, type={Ph.D. Dissertation}', 'Ph.D. Dissertation, MIT'],
    ['@mastersthesis', 'school={MIT}, type={Diplomarbeit}', 'Master’s thesis, MIT'],
    ['@thesis', 'institution={MIT}, type={mathesis}', 'Master’s thesis, MIT'],
    ['@techreport', 'institution={Loom Labs}, number=7', 'Technical report, Loom Labs'],
    ['@phdthesis', 'year=2016', undefined],
  ])('%s{%s} says what it is and who gave it out', (type, fields, venue) => {
    expect(only(`${type}{a, title={T}, ${fields}}`).paper.venue).toBe(venue);
  });

  test('BibLaTeX: date, journaltitle, eprinttype, extended names', () => {
    const { paper, aliases } =
      only(`@online{b, title = {Threads}, subtitle = {A Study}, date = {2021-05-06/2021-05-08},
      author = {family=Maaten, given=Laurens, prefix=van der and {Loom Collective}}, eprinttype = {arXiv},
      eprint = {2105.00001}, doi = {10.1234/threads}}`);
    expect(paper).toMatchObject({
      id: 'arxiv:2105.00001',
      title: 'Threads: A Study',
      authors: ['Laurens van der Maaten', 'Loom Collective'],
      published: '2021-05-06',
      doi: '10.1234/threads',
    });
    expect(aliases).toEqual(['doi:10.1234/threads']);
  });

  test.each([
    ['journal = {arXiv preprint arXiv:1706.00001}', 'arxiv:1706.00001'],
    ['journal = {CoRR}, volume = {abs/1706.00001}', 'arxiv:1706.00001'],
    ['arxivId = {1706.00001}', 'arxiv:1706.00001'],
    ['eprint = {arXiv:hep-th/9901001}', 'arxiv:hep-th/9901001'],
    ['howpublished = {\\url{https://arxiv.org/pdf/1706.00001v3}}', 'arxiv:1706.00001'],
    ['note = {arXiv:1706.00001 [cs.LG]}', 'arxiv:1706.00001'],
    ['doi = {10.48550/arXiv.1706.00001}', 'arxiv:1706.00001'],
    ['url = {https://openreview.net/forum?id=AbCd12345}', 'openreview:AbCd12345'],
    ['url = {https://aclanthology.org/2024.acl-long.1/}', 'acl:2024.acl-long.1'],
    ['eprint = {123456}, eprinttype = {pubmed}', 'pmid:123456'],
    ['url = {https://example.org/a\\_b}', 'title:threads'],
  ])('%s', (field, id) => {
    expect(only(`@misc{x, title = {Threads}, ${field}}`).paper).toMatchObject({ id, title: 'Threads' });
  });

  test.each([
    ['10.1234/(LOOM)0733(2005)131:7(679)', '10.1234/(loom)0733(2005)131:7(679)'],
    [
      '10.1234/(SICI)1097(1994)45:1{\\textless}2::AID-X1{\\textgreater}3.0.CO;2-M',
      '10.1234/(sici)1097(1994)45:1<2::aid-x1>3.0.co;2-m',
    ],
    [
      '10.1234/(SICI)1097(1994)45:1\\textless 2::AID-X1\\textgreater{}3.0.CO;2-M',
      '10.1234/(sici)1097(1994)45:1<2::aid-x1>3.0.co;2-m',
    ],
    [
      '10.1234/(SICI)1097(1994)45:1$<$2::AID-X1$>$3.0.CO;2-M',
      '10.1234/(sici)1097(1994)45:1<2::aid-x1>3.0.co;2-m',
    ],
    [
      '10.1234/(SICI)1097(1994)45:1&lt;2::AID-X1&gt;3.0.CO;2-M',
      '10.1234/(sici)1097(1994)45:1<2::aid-x1>3.0.co;2-m',
    ],
    ['10.1234/a{\\_}b\\textunderscore c', '10.1234/a_b_c'],
  ])('doi = {%s}', (written, doi) => {
    expect(only(`@article{a, title={T}, doi={${written}}}`).paper).toMatchObject({ id: `doi:${doi}`, doi });
  });

  test.each([
    ['mar # "~12"', '2020-03-12'],
    ['jul # "~4"', '2020-07-04'],
    ['"4~" # jul', '2020-07-04'],
    ['"10~" # jan', '2020-01-10'],
    ['jul # "-" # aug', '2020-07'],
    ['jul # "/" # aug', '2020-07'],
    ['{7-8}', '2020-07'],
    ['{07--09 Jul}', '2020-07'],
    ['dec # " 6--12"', '2020-12'],
    ['{July 5 - 10}', '2020-07'],
    ['{July 5--August 2}', '2020-07'],
    ['{28 June -- 2 July}', '2020-06'],
    ['{June 5, 7}', '2020-06'],
    ['{May--June 5}', '2020-05'],
    ['{5 July}', '2020-07-05'],
    ['{July 5th}', '2020-07-05'],
    ['{5th of July}', '2020-07-05'],
    ['{Jul. 5}', '2020-07-05'],
    ['{Sept. 2020}', '2020-09'],
    ['{Early March}', '2020-03'],
    ['{March 31}, day={4}', '2020-03-04'],
    ['mar, day=4', '2020-03-04'],
    ['{Dec.}', '2020-12'],
    ['{June}', '2020-06'],
    ['{7}', '2020-07'],
    ['07', '2020-07'],
    ['{2020-07}', '2020-07'],
    ['{13}', '2020'],
    ['{Fall}', '2020'],
  ])('year = 2020, month = %s', (month, published) => {
    expect(only(`@article{a, title={T}, year=2020, month=${month}}`).paper.published).toBe(published);
  });

  test('a macro of a month is its name in running text', () => {
    expect(only('@misc{a, title={T}, note="Read in " # mar # " again"}').paper.comment).toBe(
      'Read in March again',
    );
  });

  test.each(['\\apj', '{\\apj}'])("journals as ADS's macros, %s, names in double braces", (journal) => {
    const { paper } =
      only(`@ARTICLE{2013ApJ, author = {{Hopper}, G.~B. and {van der Maaten}, L.}, title = "{Bells}",
      journal = {${journal}}, year = 2013, month = apr, volume = 4, eid = {003}, archivePrefix = "arXiv", eprint = {1302.00832}}`);
    expect(paper).toMatchObject({
      id: 'arxiv:1302.00832',
      authors: ['G. B. Hopper', 'L. van der Maaten'],
      venue: 'Astrophysical Journal',
      journalRef: 'Astrophysical Journal 4 (2013)',
      published: '2013-04',
    });
  });

  test('what reference managers keep in fields of their own', () => {
    const record =
      only(`@article{k, title={T and more}, keywords={looms, {weaving, old}, R\\&D}, annote={Read {again}.},
      readstatus={skimmed}, ranking={rank4}, timestamp={2020.03.04}, groups={Thesis}}`);
    expect(record).toMatchObject({
      tags: ['looms', 'weaving, old', 'R&D', 'Thesis'],
      note: 'Read again.',
      status: 'reading',
      rating: 4,
      savedAt: '2020-03-04T00:00:00.000Z',
    });
    expect(record.saved).toBeUndefined();
  });

  test('crossref and xdata lend their fields; proceedings with papers in the file are none themselves', () => {
    const { records, problems } = read(`
@inproceedings{one, title={First}, author={A B}, crossref={Proc}}
@proceedings{proc, title={Proceedings of Looms}, year={2018}, editor={E F}, xdata={shared}}
@xdata{shared, month={6}}
@inproceedings{two, title={Second}, author={C D}, crossref={proc}}
@proceedings{alone, title={Proceedings of Nothing}, year={2001}, editor={E F}}`);
    expect(problems).toEqual([]);
    expect(
      records.map(({ paper, place }) => [paper.title, paper.venue, paper.published, place.line]),
    ).toEqual([
      ['First', 'Proceedings of Looms', '2018-06', 2],
      ['Second', 'Proceedings of Looms', '2018-06', 5],
      ['Proceedings of Nothing', undefined, '2001', 6],
    ]);
  });

  test('comments, preambles, entries in parentheses, @ in prose', () => {
    const { records, problems } = read(`Write to ada@example.org {please}.
@comment{jabref-meta: databaseType:bibtex;}
@Preamble{ "\\newcommand{\\x}{y}" }
% @article{gone, title={Commented out}}
@ARTICLE ( paren, Title = {In parentheses}, YEAR = 1999 )
@misc{nokey title={not}}`);
    expect(records.map(({ paper }) => paper.title)).toEqual(['In parentheses']);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.line).toBe(6);
  });
});

describe('a broken BibTeX file', () => {
  test('an entry that is not closed costs itself, and keeps what stood before', () => {
    const { records, problems } = read(`@article{a, title={Whole}, year={2001}}
@article{b, title={Open at the end}, year={2002, abstract={Lost
@article{c, title={Whole again}, year={2003}}`);
    expect(records.map(({ paper }) => [paper.title, paper.published])).toEqual([
      ['Whole', '2001'],
      ['Open at the end', undefined],
      ['Whole again', '2003'],
    ]);
    expect(problems).toEqual([
      { line: 2, why: 'The entry “b” is not closed in “year”. What stands before is kept.' },
    ]);
  });

  test('a file that was cut short', () => {
    const { records, problems } = read('@misc{a, title={One}}\n\n@misc{b, title={Two}, year={20');
    expect(records.map(({ paper }) => paper.title)).toEqual(['One', 'Two']);
    expect(problems).toEqual([
      {
        line: 3,
        why: 'The entry “b” is not closed in “year”: the file may have been cut short. What stands before is kept.',
      },
    ]);
  });

  test.each([
    [
      '@misc{a, title={One}, = {x}}\n@misc{b, title={Two}}',
      'The entry “a” has “=” where a field should begin. What stands before is kept.',
    ],
    [
      '@misc{a, title={One}, year {x}}\n@misc{b, title={Two}}',
      'The entry “a” has no value for “year”. What stands before is kept.',
    ],
    [
      '@misc{a, title={One}, year = }\n@misc{b, title={Two}}',
      'The entry “a” has no value for “year”. What stands before is kept.',
    ],
  ])('%j', (text, why) => {
    const { records, problems } = read(text);
    expect(records.map(({ paper }) => paper.title)).toEqual(['One', 'Two']);
    expect(problems).toEqual([{ line: 1, why }]);
  });

  test('an abbreviation that nobody explains stands as it is', () => {
    const { records, problems } = read('@misc{a, title={One}, howpublished = nips}\n@misc{, year={1999}}');
    expect(records).toHaveLength(1);
    expect(problems).toEqual([
      {
        line: 1,
        why: 'The entry “a” uses the abbreviation “nips”, which the file does not explain; it stands as it is.',
        kept: true,
      },
      { line: 2, why: 'The entry “@misc” has neither a title nor an id.' },
    ]);
  });

  test('lines and ends of lines behind a percent sign are comments', () => {
    const { paper } = only(`@article{a, % the key
      title={50\\% of 100% looms}, % {a} comment, with "signs" = and @misc{b, more}
      % year = {1999},
      %}
      journal % one more
        = % and one
        {J. of % Looms},
      year = 2001% the last
    }`);
    expect(paper).toMatchObject({ title: '50% of 100% looms', venue: 'J. of % Looms', published: '2001' });
  });

  test('a missing comma between fields is no loss', () => {
    expect(only('@misc{a, title={One} year={2001}\n abstract={Two}}').paper).toMatchObject({
      published: '2001',
      abstract: 'Two',
    });
  });
});

test.each([
  ['{Deep Learning} and {{BERT}}', 'Deep Learning and BERT'],
  [
    '{\\\'E}cole, G{\\"{o}}del, {\\O}re, Erd{\\H{o}}s, na{\\"\\i}ve, \\c{c}a',
    'École, Gödel, Øre, Erdős, naïve, ça',
  ],
  ['\\`{\\^{a}} and \\u{\\d{a}}', 'ầ and ặ'],
  ['A--B---C ~ D', 'A–B—C D'],
  ["``Quoted'' and `single'", '“Quoted” and ‘single’'],
  ['5\\% of \\$3 \\& \\#1 \\_x \\{y\\}', '5% of $3 & #1 _x {y}'],
  ['$\\alpha_{i}$ and \\ensuremath{x^2}', '$\\alpha_{i}$ and $x^2$'],
  ['10\\textsuperscript{-3} H\\textsubscript{2}O', '10⁻³ H₂O'],
  ['{\\bf Old} \\emph{style {nested}}', 'Old style nested'],
  ['a group { of } words and {x', 'a group of words and {x'],
  [
    '{\\textquotedblleft}Weave{\\textquotedblright} a weaver{\\textquoteright}s {\\textquoteleft}loom\\textquoteright',
    '“Weave” a weaver’s ‘loom’',
  ],
  [
    '\\textquotedblleft Weave\\textquotedblright\\ a loom\\textquoteright s \\guillemotleft x\\guillemotright y',
    '“Weave” a loom’s «x» y',
  ],
  ['weavers\\textquoteright{} looms \\textquotedblright and', 'weavers’ looms ” and'],
  [
    'a {\\textbullet} b \\textbullet{} c {\\textperiodcentered} \\guilsinglleft{}d\\guilsinglright{}',
    'a • b • c · ‹d›',
  ],
  ['{\\textsection}3 {\\textparagraph} a{\\textunderscore}b {\\textminus}1', '§3 ¶ a_b −1'],
  ["!`Hola! ?`Qu{\\'e}? {\\textexclamdown}A! {\\textquestiondown}B?", '¡Hola! ¿Qué? ¡A! ¿B?'],
  ["Why?``Because''", 'Why?“Because”'],
  // whose command it is, nobody knows: it ends where its group does
  ['{\\loom}Weave and {x\\loom}s', '\\loom{}Weave and x\\loom{}s'],
  ['{\\bf}x {\\em }y {\\o}re', 'x y øre'],
])('%s', (tex, text) => {
  expect(bibText(tex)).toBe(text);
});

test('every command that is written is read', () => {
  const back = (text: string) => bibText(texOf(text, { unicode: false }));
  const signs = [...TEXT_COMMANDS].filter(([, tex]) => /[\\!?]/.test(tex)).map(([sign]) => sign);
  expect(signs.length).toBeGreaterThan(30);
  const accented = [...ACCENT_COMMANDS.keys()].flatMap((mark) => [`o${mark}`, `x${mark}`]);
  for (const sign of [...signs, ...LETTER_COMMANDS.keys(), ...accented])
    for (const text of [sign, `a${sign}b`, `a ${sign} b`, `${sign}${sign}{a`])
      expect(back(text), text).toBe(text.normalize('NFC'));
  for (const [sign, command] of MATH_COMMANDS)
    if (/^[a-z]/i.test(command) && sign !== 'µ') expect(bibText(`{\\${command}}`)).toBe(sign);
});

test.each([
  ['Lovelace, Ada and Kurt G\\"odel', ['Ada Lovelace', 'Kurt Gödel']],
  ['de la Cruz, Jr., Ana', ['Ana de la Cruz Jr.']],
  ['{Barnes and Noble, Inc.} and others', ['Barnes and Noble, Inc.']],
  ['{\\L}ukasz Kaiser AND Andy', ['Łukasz Kaiser', 'Andy']],
  ['Ludwig\n   van Beethoven', ['Ludwig van Beethoven']],
])('names: %s', (field, authors) => {
  const shown = bibNames(field).authors.map((name) => (typeof name === 'string' ? name : shownAs(name)));
  expect(shown).toEqual(authors);
});

test('hostile nesting and quotes take no time', () => {
  const { records, problems } = read('@misc{a, title={'.repeat(20_000));
  expect(records.length + problems.length).toBeLessThan(100);
  expect(only(`@misc{a, title={T}, ${'% x\n'.repeat(3_000_000)} year=2001}`).paper.published).toBe('2001');
  expect(bibText(`${'{'.repeat(50_000)}x${'}'.repeat(50_000)}`)).toContain('x');
});

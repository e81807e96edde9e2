/** Family names of several words and editors: in from every format that tells them, out again, and in again. */
import { describe, expect, test } from 'vitest';
import { mergePapers } from '../../src/core/join.ts';
import { mergeMetadata } from '../../src/core/merge.ts';
import type { Paper } from '../../src/core/paper.ts';
import { type ImportId, readImport } from '../../src/exchange/imports.ts';
import { exportPapers, type TextFormatId } from '../../src/exchange/index.ts';
import { type Name, parseName, parseNames, shownAs, worthTelling } from '../../src/exchange/names.ts';

/** Names as files give them: their parts, how they are shown, and what is kept beside that. */
const NAMES: [Name, string, string | undefined][] = [
  [{ family: 'García Márquez', given: 'Gabriel' }, 'Gabriel García Márquez', 'García Márquez, Gabriel'],
  [{ family: 'van der Berg', given: 'Jan' }, 'Jan van der Berg', undefined],
  [{ family: 'Van Tran', given: 'Le' }, 'Le Van Tran', 'Van Tran, Le'],
  [{ family: 'Li', given: 'Xiang van' }, 'Xiang van Li', 'Li, Xiang van'],
  [
    { family: 'Lloyd Webber', given: 'Andrew', suffix: 'Jr.' },
    'Andrew Lloyd Webber Jr.',
    'Lloyd Webber, Andrew, Jr.',
  ],
  [{ family: 'Bin Laila Quill' }, 'Bin Laila Quill', 'Bin Laila Quill,'],
  [{ literal: 'Loom Collective' }, 'Loom Collective', 'Loom Collective,'],
  [{ literal: 'Loom Team' }, 'Loom Team', undefined],
  [{ family: 'Lovelace', given: 'Ada' }, 'Ada Lovelace', undefined],
  [{ family: '王', given: '小明' }, '王 小明', undefined],
  [{ family: 'Plato' }, 'Plato', undefined],
];

test.each(NAMES)('%j is shown as %s and keeps %s', (name, shown, told) => {
  expect(shownAs(name)).toBe(shown);
  expect(worthTelling(name)).toBe(told);
  const [found] = parseNames([shown], told ? [told] : []).names;
  const whole = ({ literal, droppingParticle, particle, family, given, suffix }: Name) => [
    literal ?? [droppingParticle, particle, family].filter(Boolean).join(' '),
    given ?? '',
    suffix ?? '',
  ];
  expect(whole(found ?? {})).toEqual(whole(name));
});

test('what is told of a name counts for that name alone, and broken words harm none', () => {
  const { names } = parseNames(
    ['Ana Ruiz Paz', 'Ada Lovelace'],
    ['Ruiz Paz, Ana', '', ',', 'x', '__proto__,'],
  );
  expect(names).toEqual([{ family: 'Ruiz Paz', given: 'Ana' }, parseName('Ada Lovelace')]);
});

const BIB = `@inproceedings{a, title={On looms}, author={Garc{\\'i}a M{\\'a}rquez, Gabriel and van der Berg, Jan and Gabriel {Ruiz Paz}
  and {Loom Collective}}, editor={Ferro, Ines and De Sol Mar, Kim}, booktitle={Proceedings of Looms}, year={2021}, doi={10.1/a}}`;
const RIS = `TY  - CONF
TI  - On looms
AU  - García Márquez, Gabriel
AU  - van der Berg, Jan
AU  - Ruiz Paz, Gabriel
AU  - Loom Collective,
A2  - Ferro, Ines
A2  - De Sol Mar, Kim
T2  - Proceedings of Looms
PY  - 2021
DO  - 10.1/a
ER  -
`;
const CSL = JSON.stringify([
  {
    id: 'a',
    type: 'paper-conference',
    title: 'On looms',
    author: [
      { family: 'García Márquez', given: 'Gabriel' },
      { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' },
      { family: 'Ruiz Paz', given: 'Gabriel' },
      { literal: 'Loom Collective' },
    ],
    editor: [
      { family: 'Ferro', given: 'Ines' },
      { family: 'De Sol Mar', given: 'Kim' },
    ],
    'container-title': 'Proceedings of Looms',
    issued: { 'date-parts': [[2021]] },
    DOI: '10.1/a',
  },
]);
const person = (name: string) => `<author><style face="normal">${name}</style></author>`;
const ENDNOTE = `<xml><records><record><ref-type name="Conference Proceedings">10</ref-type><contributors><authors>${[
  'García Márquez, Gabriel',
  'van der Berg, Jan',
  'Ruiz Paz, Gabriel',
  'Loom Collective,',
]
  .map(person)
  .join(
    '',
  )}</authors><secondary-authors>${['Ferro, Ines', 'De Sol Mar, Kim'].map(person).join('')}</secondary-authors></contributors>
<titles><title>On looms</title><secondary-title>Proceedings of Looms</secondary-title></titles>
<dates><year>2021</year></dates><electronic-resource-num>10.1/a</electronic-resource-num></record></records></xml>`;
const REFER = `%0 Conference Proceedings
%T On looms
%A García Márquez, Gabriel
%A van der Berg, Jan
%A Ruiz Paz, Gabriel
%A Loom Collective,
%E Ferro, Ines
%E De Sol Mar, Kim
%B Proceedings of Looms
%D 2021
%R 10.1/a
`;
const PAPER = {
  title: 'On looms',
  authors: ['Gabriel García Márquez', 'Jan van der Berg', 'Gabriel Ruiz Paz', 'Loom Collective'],
  editors: ['Ines Ferro', 'Kim De Sol Mar'],
  familyFirst: ['García Márquez, Gabriel', 'Ruiz Paz, Gabriel', 'Loom Collective,', 'De Sol Mar, Kim'],
};
const FILES: [ImportId, string][] = [
  ['bibtex', BIB],
  ['ris', RIS],
  ['csl-json', CSL],
  ['endnote-xml', ENDNOTE],
  ['refer', REFER],
];
const OUT: [TextFormatId, ImportId][] = [
  ['bibtex', 'bibtex'],
  ['biblatex', 'bibtex'],
  ['ris', 'ris'],
  ['csl-json', 'csl-json'],
  ['endnote', 'endnote-xml'],
  ['papers', 'jsonl'],
  ['jsonl', 'backup'],
];

describe.each(FILES)('from %s', (format, text) => {
  const { records, problems } = readImport(text, format);

  test('names come in whole', () => {
    expect(problems).toEqual([]);
    expect(records.map(({ paper }) => paper)).toMatchObject([PAPER]);
  });

  test.each(OUT)('and go out as %s, and come back', (to, back) => {
    const out = exportPapers(to, records);
    expect(out.skipped).toEqual([]);
    // RIS has no sign for a group: makers write persons without a comma too
    const familyFirst = PAPER.familyFirst.filter((told) => to !== 'ris' || !told.endsWith(','));
    expect(readImport(out.text, back).records.map(({ paper }) => paper)).toMatchObject([
      { ...PAPER, familyFirst },
    ]);
  });
});

test('each format writes editors where it has a place for them', () => {
  const { records } = readImport(BIB, 'bibtex');
  const written = (format: TextFormatId) => exportPapers(format, records).text;
  for (const format of ['bibtex', 'biblatex'] as const) {
    expect(written(format)).toContain(
      'author = {García Márquez, Gabriel and van der Berg, Jan and Ruiz Paz, Gabriel and {Loom Collective}},\n',
    );
    expect(written(format)).toContain('editor = {Ferro, Ines and De Sol Mar, Kim},\n');
  }
  expect(written('ris')).toContain('A2  - Ferro, Ines\r\nA2  - De Sol Mar, Kim\r\n');
  expect(JSON.parse(written('csl-json'))[0].editor).toEqual([
    { family: 'Ferro', given: 'Ines' },
    { family: 'De Sol Mar', given: 'Kim' },
  ]);
  expect(written('endnote')).toContain(
    '<secondary-authors><author>Ferro, Ines</author><author>De Sol Mar, Kim</author></secondary-authors>',
  );
});

test('an edited volume has editors and no authors', () => {
  const source = '@proceedings{v, title={Looms of 2021}, editor={Ferro, Ines}, year={2021}}';
  const { records } = readImport(source, 'bibtex');
  expect(records[0]?.paper).toMatchObject({ authors: ['Ines Ferro'], editors: ['Ines Ferro'] });
  const { text } = exportPapers('bibtex', records);
  expect(text).toContain('editor = {Ferro, Ines}');
  expect(text).not.toContain('author =');
  expect(exportPapers('ris', records).text).not.toContain('AU  -');
  expect(readImport(text, 'bibtex').records[0]?.paper).toMatchObject({ authors: ['Ines Ferro'] });
});

test('merging keeps what either copy tells, in any order', () => {
  const [record] = readImport(BIB, 'bibtex').records;
  const blank = { at: '2026-01-01T00:00:00.000Z', site: '' };
  const stored = (more: object): Paper => ({
    ...(record?.paper as Paper),
    aliases: [],
    topics: [],
    topicsVersion: 0,
    seen: { count: 0, first: blank, last: blank, bySite: {} },
    ...more,
  });
  const a = stored({ editors: ['Ines Ferro'], familyFirst: ['García Márquez, Gabriel'] });
  const b = stored({ familyFirst: ['De Sol Mar, Kim'] });
  for (const merged of [
    mergePapers(a, b, 0),
    mergePapers(b, a, 0),
    mergeMetadata(a, b, a.id),
    mergeMetadata(b, a, a.id),
  ]) {
    expect(merged.editors).toEqual(['Ines Ferro', 'Kim De Sol Mar']);
    expect([...(merged.familyFirst ?? [])].sort()).toEqual(['De Sol Mar, Kim', 'García Márquez, Gabriel']);
  }
  expect(mergePapers(a, b, 0)).toEqual(mergePapers(b, a, 0));
});

describe('names as PubMed lists them', () => {
  const MET = { at: '2026-03-17T08:00:00.000Z', site: 'pubmed' };
  const paper = (authors: string[], aliases = ['pmid:39900001']): Paper => ({
    id: 'doi:10.5555/uel.1',
    title: 'Moss on roofs',
    categories: [],
    links: { page: 'https://example.org/', code: [], project: [] },
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: MET, last: MET, bySite: { pubmed: MET.at } },
    aliases,
    authors,
  });
  const bib = (one: Paper) => exportPapers('bibtex', [{ paper: one }]).text;

  test('have their family name first', () => {
    const text = bib(paper(['Lindqvist AB', 'van der Berg K Jr', 'Spore Atlas Group']));
    expect(text).toContain('author = {Lindqvist, A. B. and van der Berg, Jr, K. and {Spore Atlas Group}}');
    expect(text).toMatch(/^@article\{lindqvist|^@misc\{lindqvist/m);
  });

  test('are told from those of other lists', () => {
    expect(bib(paper(['Ada XU', 'Grace Hopper']))).toContain('author = {XU, Ada and Hopper, Grace}');
    expect(bib(paper(['Ada XU'], []))).toContain('author = {XU, Ada}');
  });
});

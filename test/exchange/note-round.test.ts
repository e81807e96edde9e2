/** Notes, which the reader writes in Markdown, come out of every format and back in as they were. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeImported } from '../../src/core/imported-mark.ts';
import { cleanNote } from '../../src/exchange/clean.ts';
import { readImport } from '../../src/exchange/imports.ts';
import { type Exportable, exportPapers, type FormatId } from '../../src/exchange/index.ts';
import { ROUND_FORMATS, TOLD_APART } from './round-formats.ts';

const NOW = '2026-01-31T08:00:00.000Z';

const item = (note: string): Exportable => ({
  paper: {
    id: 'arxiv:2401.00001',
    title: 'Slow lamps',
    authors: ['Ada Lovelace'],
    published: '2024-01-15',
    categories: [],
    links: { page: 'https://arxiv.org/abs/2401.00001', code: [], project: [] },
  },
  saved: true,
  note,
});

const NOTES = {
  'nested lists and code': [
    'Points:',
    '',
    '- one',
    '    - nested',
    '- two',
    '',
    '```python',
    'for i in x:',
    '    if i < 3:',
    '        print(f"{i}--{x}")',
    '```',
  ].join('\n'),
  'a table and columns': '| a   | b |\n|-----|---|\n| 1   | 2 |\n\n\tindented by a tab',
  'what looks like tags': 'Fields of a file:\nER  - x\n  TY  - JOUR\nAB  - x\nEP - 9\n\nT1- y',
  'a first line that is long': `${'long '.repeat(30)}line\n\n- and a list`,
  'signs of TeX':
    "It’s “5%” of `a_b#c` -- or --- $x_1^{2}$, $5 & ~~no~~ {set} ``x'' '''y!` \\emph{z} \\\\ ^ < > | \"q\" $$\\alpha$$ naïve α ≤ − µ",
  'braces alone': 'open { and\n  close } } and $\\{$ and \\{',
  'only indented lines after its first': '- a\n    - b\n    - c',
  'what begins an entry': '@cache(maxsize, 5)\n@misc{key,\n  @article{x, title={y}}',
  'an indent in its first line': '    code()\n\nand text',
};

describe.each(ROUND_FORMATS)('%s', (format) => {
  test.each(Object.entries(NOTES))('gives back a note with %s', (_, note) => {
    const { text } = exportPapers(format, [item(note)], { now: NOW });
    const [record] = readImport(text, TOLD_APART[format]).records;
    expect(record?.note).toBe(note);
  });
});

describe('BibTeX', () => {
  const read = (note: string) => readImport(note, 'bibtex').records[0]?.note;

  test('of notes is lossless', () => {
    const piece = fc.constantFrom(
      ...[
        '`',
        '``',
        '```',
        '~~~',
        '$',
        '$x$',
        '$a_{1} + b$',
        '$$',
        '\\',
        '\\{',
        '\\alpha',
        '{',
        '}',
        '{}',
        '<',
        '>',
      ],
      ...[
        '\n',
        '\n\n',
        '\t',
        ' ',
        '  ',
        '    ',
        '- ',
        '-',
        '--',
        "'",
        "''",
        '"',
        '!',
        '?',
        '@',
        '@misc{k,',
        '@f(x,',
        '%',
      ],
      ...[
        '#',
        '&',
        '_',
        '^',
        '~',
        '|',
        ',',
        ';',
        '=',
        'a',
        'b c',
        '1',
        'é',
        'ß',
        'ø',
        'α',
        '≤',
        '–',
        '’',
        '“',
        '²',
        '注',
      ],
    );
    const notes = fc.array(piece, { maxLength: 20 }).map((parts) => cleanNote(parts.join('')));
    fc.assert(
      fc.property(notes, fc.boolean(), fc.constantFrom('bibtex', 'biblatex'), (note, unicode, format) => {
        const { text } = exportPapers(format as FormatId, [item(note)], { now: NOW, unicode });
        expect(read(text) ?? '').toBe(note);
      }),
      { numRuns: 500 },
    );
  });

  test('of other programs: lines stay, what lays out the file goes, TeX is read', () => {
    expect(
      read(
        '@misc{k, title={T}, annote = { One {and two}\\&.\n            Wrapped -- \\"uber~all.\n\n            Three }}',
      ),
    ).toBe('One and two&.\nWrapped -- über~all.\n\nThree');
    expect(read('@misc{k, title={T}, comment = "\r\n    - a\r\n      - b\r\n"}')).toBe('- a\n  - b');
  });
});

describe.each(ROUND_FORMATS)('%s', (format) => {
  test.each(Object.entries(NOTES))('read over what is stored changes no note with %s', (_, value) => {
    const { text } = exportPapers(format, [item(value)], { now: NOW });
    const [record] = readImport(text, TOLD_APART[format]).records;
    const known = { id: 'arxiv:2401.00001', note: { value, at: '2026-01-01T00:00:00.000Z' } };
    const given = { id: 'arxiv:2401.00001', note: { value: record?.note ?? '', at: NOW } };
    expect(mergeImported(known, given, known.id, NOW)).toEqual({ mark: known, disagreements: [] });
  });
});

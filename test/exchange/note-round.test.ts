/** Notes, which the reader writes in Markdown, come out of every format and back in as they were. */
import { describe, expect, test } from 'vitest';
import { readImport } from '../../src/exchange/imports.ts';
import { type Exportable, exportPapers, type FormatId } from '../../src/exchange/index.ts';

const NOW = '2026-01-31T08:00:00.000Z';
const CARRIERS = {
  ris: 'ris',
  'csl-json': 'csl-json',
  endnote: 'endnote-xml',
  csv: 'csv',
  papers: 'jsonl',
  jsonl: 'backup',
} as const;
const FORMATS = Object.keys(CARRIERS) as (keyof typeof CARRIERS & FormatId)[];

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
  'an indent in its first line': '    code()\n\nand text',
};

describe.each(FORMATS)('%s', (format) => {
  test.each(Object.entries(NOTES))('gives back a note with %s', (_, note) => {
    const { text } = exportPapers(format, [item(note)], { now: NOW });
    const [record] = readImport(text, CARRIERS[format]).records;
    expect(record?.note).toBe(note);
  });
});

/** Properties that hold for any text, of the formats that are not BibTeX, RIS or Markdown. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readPapers } from '../../src/exchange/from/papers.ts';
import { type Exportable, exportPapers, type TextFormatId } from '../../src/exchange/index.ts';

const now = '2026-01-31T08:00:00.000Z';
const { DOMParser } = new JSDOM('').window;

const signs = fc.string({
  unit: fc.constantFrom(
    ...'aB 1&<>"\'$\\{}[]()*/_=~+#|:;,.-@!?%^`\n\r\t',
    '\u0000',
    '\u200b',
    '\u202e',
    '\ud800',
    '\ufffe',
    '\u2028',
    'é',
    '中',
    '👩‍🔬',
    ']]>',
    '<!--',
    '&amp;',
    '%%',
    '* ',
    '#+end_src',
    ':END:',
    '{{title}}',
    '\\(',
    '$x$',
    '\n---\n',
  ),
  maxLength: 60,
});
const text = fc.oneof(signs, fc.string({ unit: 'binary' }));
const items = fc
  .array(
    fc.record({ title: text, author: text, abstract: text, venue: text, note: text, tag: text, key: text }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(
      ({ title, author, abstract, venue, note, tag, key }, at): Exportable => ({
        paper: {
          id: `arxiv:2401.0000${at}`,
          title,
          authors: [author, 'Ada Lovelace'],
          abstract,
          venue,
          categories: [],
          links: { page: 'https://example.org/?a=b&c', code: [], project: [] },
        },
        flagged: true,
        reasons: [tag],
        note,
        tags: [tag],
        citeKey: key,
      }),
    ),
  );
const holds = (format: TextFormatId, check: (written: string, list: Exportable[]) => void) =>
  fc.assert(
    fc.property(items, (list) => check(exportPapers(format, list, { now }).text, list)),
    { numRuns: 200 },
  );

test.each([
  ['endnote', 'record'],
  ['atom', 'entry'],
] as const)('%s is well-formed XML with an element for each paper', (format, element) => {
  holds(format, (written, list) => {
    const read = new DOMParser().parseFromString(written, 'application/xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.getElementsByTagName(element)).toHaveLength(list.length);
  });
});

const ATTRIBUTES = new Set('id class dir href lang charset http-equiv content name'.split(' '));

test('HTML has an item for each paper, and no element that a text brought with it', () => {
  const own = new Set('html head meta title style body h1 h2 ol li p a span em i b sup sub'.split(' '));
  holds('html', (written, list) => {
    const document = new DOMParser().parseFromString(written, 'text/html');
    expect(document.querySelectorAll('li')).toHaveLength(list.length);
    const all = [...document.querySelectorAll('*')];
    expect(all.map((one) => one.localName).filter((name) => !own.has(name))).toEqual([]);
    const names = all.flatMap((one) => one.getAttributeNames());
    expect(names.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:/);
  });
});

test('Org has a heading and a drawer for each paper, and no other', () => {
  holds('org', (whole, list) => {
    // a block holds the reader's own lines, whatever they look like
    const written = whole.replace(/^#\+begin_src markdown\n(?:(?!#\+end_src)[^\n]*\n)*#\+end_src$/gm, '');
    expect(written.match(/^\*+ /gm) ?? []).toHaveLength(list.length);
    expect(written.match(/^:PROPERTIES:$/gm) ?? []).toHaveLength(list.length);
    expect(written.match(/^:END:$/gm) ?? []).toHaveLength(list.length);
    expect(written).not.toMatch(/^#\+(?:begin|end)_/im);
  });
});

test('CSV has a row for each paper, and no cell that is a formula', () => {
  holds('csv', (written, list) => {
    const rows: string[][] = parseCsv(written, { bom: true });
    expect(rows).toHaveLength(list.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  });
});

test('lines of papers come back as they were written', () => {
  holds('papers', (written, list) => {
    const { items: read, problems } = readPapers(written);
    expect(problems).toEqual([]);
    expect(read.map(({ paper }) => paper.id)).toEqual(list.map(({ paper }) => paper.id));
    expect(exportPapers('papers', read, { now }).text).toBe(written);
  });
});

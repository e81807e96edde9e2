/** Whatever stands in a file, reading it ends, throws nothing, and every paper that comes out can be stored. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { importItems } from '../../src/exchange/import-items.ts';
import { detectImport, IMPORTS, type ImportId, readImport, whyUnknown } from '../../src/exchange/imports.ts';
import { exportPapers, type FormatId } from '../../src/exchange/index.ts';
import { MarkSchema, PaperSchema } from '../../src/exchange/schemas.ts';
import { NASTY } from './nasty.ts';

const NOW = '2026-03-17T08:00:00.000Z';
const FORMATS = (Object.keys(IMPORTS) as ImportId[]).filter((format) => format !== 'backup');
const SOURCES = (
  [
    'bibtex',
    'biblatex',
    'ris',
    'csl-json',
    'endnote',
    'csv',
    'papers',
    'markdown',
    'papermemory',
    'html',
  ] as FormatId[]
).map((format) => exportPapers(format, NASTY.slice(0, 12), { now: NOW }).text);
const MORE = [
  '%0 Journal Article\n%T Looms\n%A A B\n%R 10.1234/x\n',
  'PMID- 12\nTI  - Looms\nFAU - A, B\nDP  - 2019 Jul\n',
  'From: a@b.c\nSubject: =?utf-8?Q?L=C3?=\nDate: x\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGEgaHJlZj0iaHR0cHM6Ly9hcnhpdi5vcmcvYWJzLzI0MDMuMDY1MDQiPkE8L2E+\n--b--\n',
  '\\\\\narXiv:2403.06504\nDate: x\n\nTitle: Looms\nAuthors: A (B), C\n\\\\\n  We.\n\\\\ ( x )\n',
  '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"><bib:Article rdf:about="#1"><dc:title>L</dc:title></bib:Article></rdf:RDF>',
  '{"a":{"pdfLink":"https://arxiv.org/pdf/2403.06504","source":"arxiv","title":"L","bibtex":"@misc{"},"__dataVersion":1}',
];

/** A file with pieces cut out, doubled or swapped for what means something elsewhere. */
const broken = fc
  .tuple(
    fc.constantFrom(...SOURCES, ...MORE),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        fc.constantFrom(
          '',
          '',
          '{',
          '}',
          '"',
          '<',
          '>',
          '\\',
          '$',
          '\n',
          '\n\n',
          ',',
          '@misc{x,',
          'ER  - ',
          '\0',
          '\ud800',
          '&',
          '](',
          '=?',
          '%',
          '\r',
          'TY  - ',
        ),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((all, [place, length, put]) => {
      const at = Math.floor(place * all.length);
      return all.slice(0, at) + put + all.slice(at + length);
    }, text),
  );
const anything = fc.oneof(broken, fc.string({ unit: 'binary', maxLength: 200 }));

function sound(text: string, format: ImportId): void {
  const { records, problems } = readImport(text, format);
  for (const { why } of problems) expect(why).toMatch(/\S.*[.)]$/s);
  for (const record of records) {
    for (const { kind, value } of importItems(record, { save: true, tags: [], now: NOW })) {
      const result = v.safeParse<typeof PaperSchema | typeof MarkSchema>(
        kind === 'paper' ? PaperSchema : MarkSchema,
        value,
      );
      expect(result.issues?.map(({ message }) => message)).toBeUndefined();
    }
  }
}

describe('any text', () => {
  test('is told apart, or refused in a sentence, and read', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const format = detectImport(text);
        if (format === undefined) expect(whyUnknown(text)).toMatch(/Nothing was changed\.$/);
        else if (format !== 'backup') sound(text, format);
      }),
      { numRuns: 300 },
    );
  });

  test.each(FORMATS)('is read as %s without an error', (format) => {
    fc.assert(
      fc.property(anything, (text) => sound(text, format)),
      { numRuns: 60 },
    );
  });
});

/** Where a file is gone through once for each of its parts, these take longer than any test may. */
test.each(FORMATS)('hostile repetition as %s comes to an end', (format) => {
  for (const piece of [
    '{',
    '<a "',
    '[',
    '@misc{x, title={',
    '"',
    '"\n',
    'TY  - ',
    '<record>',
    '%0 ',
    '\\\\\n',
    '$',
    '](http://',
    '{"a":',
  ]) {
    const { records, problems } = readImport(piece.repeat(20_000), format);
    expect(records.length + problems.length).toBeLessThanOrEqual(20_001);
  }
});

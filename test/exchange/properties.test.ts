/** What holds for any text whatever: strings here mix hostile pieces of TeX, Markdown, markup and Unicode. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/exchange/clean.ts';
import { type Exportable, exportChunks, exportPapers, FORMATS } from '../../src/exchange/index.ts';
import { plainText } from '../../src/exchange/latex-read.ts';

const PIECES = [
  '{',
  '}',
  '\\',
  '$',
  '%',
  '&',
  '_',
  '#',
  '~',
  '^',
  '<',
  '>',
  '[',
  ']',
  '*',
  '`',
  '|',
  '"',
  "'",
  ',',
  ';',
  ' and ',
  '@',
  '\\{',
  '\\}',
  '\\$',
  '\\emph{',
  '\\textbf{a}',
  '{\\bf ',
  '\\"o',
  "\\'{\\i}",
  '\\c',
  '\\(',
  '\\)',
  '$$',
  '$x_1$',
  '$\\{$',
  '\\\\',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\ud800',
  '\udc00',
  '\0',
  'é',
  'e\u0301',
  'ß',
  'α',
  '注',
  '🤖',
  'ع',
  '<b>',
  '</script>',
  'ER  - ',
  '=1+1',
  '+',
  '-',
  '@',
  'TY  - JOUR',
  '"""',
  ' ',
  'a',
  'BERT',
  'van',
  'Jr.',
  '1',
  'https://example.org/a_b',
];
const nasty = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((list) => list.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const number = fc.integer({ min: 1, max: 99_999 });
const item: fc.Arbitrary<Exportable> = fc
  .record({
    number,
    title: nasty,
    authors: fc.array(nasty, { maxLength: 4 }),
    abstract: nasty,
    published: fc.oneof(nasty, fc.constantFrom('2024', '2024-05', '2024-05-06')),
    venue: fc.oneof(nasty, fc.constantFrom('ICML 2024', 'Journal of X', '')),
    journalRef: fc.oneof(nasty, fc.constant('')),
    doi: fc.oneof(nasty, fc.constant('10.1234/x')),
    page: fc.oneof(nasty, fc.constant('https://example.org/{a}?b=\\c')),
    categories: fc.array(nasty, { maxLength: 2 }),
    tags: fc.array(nasty, { maxLength: 3 }),
    note: nasty,
    citeKey: fc.oneof(nasty, fc.constant('')),
  })
  .map(({ number: n, page, tags, note, citeKey, ...rest }) => ({
    paper: {
      id: `arxiv:2401.${String(n).padStart(5, '0')}`,
      ...rest,
      links: { page, code: [page], project: [] },
    },
    tags,
    note,
    citeKey,
    topicLabels: tags,
    reasons: tags,
    flagged: true,
  }));
const items = fc.uniqueArray(item, { selector: ({ paper }) => paper.id, maxLength: 5 });

/** Brace depth as BibTeX counts it, which ignores backslashes; undefined when it ever falls below zero. */
function depth(text: string): number | undefined {
  let open = 0;
  for (const c of text) {
    if (c === '{') open++;
    else if (c === '}' && --open < 0) return undefined;
  }
  return open;
}

const holds = (check: (list: Exportable[]) => void, numRuns = 400) =>
  fc.assert(fc.property(items, check), { numRuns });

describe('any text', () => {
  test.each([true, false])('keeps the braces of BibTeX in pairs, field by field (unicode: %s)', (unicode) => {
    holds((list) => {
      const { text } = exportPapers('bibtex', list, { unicode });
      const entries = text.split(/^}$/m).slice(0, -1);
      expect(entries).toHaveLength(list.length);
      for (const entry of entries) {
        // notes have lines
        const [head, ...fields] = entry.trim().split(/\n(?= {2}[a-zA-Z]+ = )/);
        expect(head).toMatch(/^@(?:misc|article|inproceedings)\{[^\s{},="#%~\\']+,$/);
        for (const field of fields) {
          const value = /^ {2}[a-zA-Z]+ = (?:\{(.*)\}|[a-z]{3}),?$/su.exec(field);
          expect(value, field).not.toBeNull();
          expect(depth(value?.[1] ?? ''), field).toBe(0);
        }
      }
    });
  });

  test('leaves no character in BibTeX that would start a comment, a formula or a table', () => {
    holds((list) => {
      for (const { paper, ...marks } of list) {
        // without dollars there is no formula, so each of these characters must be escaped
        const plain = { ...paper, title: paper.title.replace(/\$|\\[([]/g, ''), abstract: '' };
        const { text } = exportPapers('bibtex', [{ paper: plain, ...marks, note: '', tags: [] }]);
        const title = /^ {2}title = \{(.*)\},$/m.exec(text)?.[1] ?? '';
        expect(title.replace(/\\[%&#_$]/g, '')).not.toMatch(/[%&#_$~^]/);
      }
    });
  });

  test('in TeX characters is ASCII where TeX has a name for it', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aZ éÜñçøŁßœğşžőįđþαΩ≤→∞–—“”’…®°²₃') });
    fc.assert(
      fc.property(latin, (title) => {
        const paper = {
          id: 'arxiv:2401.00001',
          title,
          authors: [title],
          categories: [],
          links: { page: '', code: [], project: [] },
        };
        expect(exportPapers('bibtex', [{ paper }], { unicode: false }).text).toMatch(/^[\0-\x7f]*$/);
      }),
    );
  });

  test('makes RIS lines with a tag each but for those of notes, records whole', () => {
    holds((list) => {
      const { text } = exportPapers('ris', list);
      expect(text === '' || text.endsWith('ER  - \r\n')).toBe(true);
      const lines = text.split('\r\n').slice(0, -1);
      let tag = '';
      for (const line of lines) {
        expect(line).toMatch(/^[^\r\n\u2028\u2029]*$/);
        const tagged = /^([A-Z][A-Z0-9]) {2}- /.exec(line);
        // only notes have several lines
        if (!tagged) expect([tag, /^\s*[A-Z][A-Z0-9]\s*-/.test(line)]).toEqual(['N1', false]);
        tag = tagged?.[1] ?? tag;
      }
      expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(list.length);
      expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(list.length);
    });
  });

  test('comes back from CSV, and no cell is a formula', () => {
    holds((list) => {
      const { text } = exportPapers('csv', list);
      expect(text.startsWith('\ufeffid,title,')).toBe(true);
      const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        newline: '\r\n',
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(data).toHaveLength(list.length);
      const csl: { title: string }[] = JSON.parse(exportPapers('csl-json', list).text);
      expect(csl).toHaveLength(list.length);
      data.forEach((row, i) => {
        expect(row['id']).toBe(list[i]?.paper.id);
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      });
    });
  });

  test('of a CSV cell is the cleaned text itself', () => {
    holds((list) => {
      const { text } = exportPapers('csv', list);
      const rows = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true }).data.slice(
        1,
      );
      rows.forEach((row, i) => {
        const words = (value: string) => value.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
        // a title that says nothing ("{}", "{\\bf }") gives way to the id, or stands as its signs
        const { title, id } = list[i]?.paper ?? { title: '', id: '' };
        const told = plainText(cleanLine(title)).trim() === '' ? '' : words(cleanLine(title));
        expect(told === '' ? ['', words(id)] : [told]).toContain(words(row[1] ?? ''));
        expect(words(row[10] ?? '')).toBe(words(list[i]?.note ?? ''));
      });
    });
  });

  test('stays in its own list item in Markdown', () => {
    holds((list) => {
      const { text } = exportPapers('markdown', list);
      expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(list.length);
      for (const line of text.split('\n')) expect(line).toMatch(/^(?:- | {2}|$)/);
    });
  });

  test('is the same in pieces and in one go, and skips nobody', () => {
    holds((list) => {
      for (const { id } of FORMATS) {
        if (id === 'obsidian') continue;
        const options = { now: '2026-01-31T08:00:00.000Z' };
        const chunks = exportChunks(id, list, options);
        const pieces: string[] = [];
        let step = chunks.next();
        for (; !step.done; step = chunks.next()) pieces.push(step.value);
        expect(pieces.join('')).toBe(exportPapers(id, list, options).text);
        expect(step.value.written + (step.value.passed ?? 0)).toBe(list.length);
      }
    }, 60);
  });
});

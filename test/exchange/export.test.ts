import { describe, expect, test } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import { type Exportable, exportableOf, exportPapers, FORMATS } from '../../src/exchange/index.ts';

const good = (n: number, fields: Partial<Exportable['paper']> = {}): Exportable => ({
  paper: {
    id: `arxiv:2401.${String(n).padStart(5, '0')}`,
    title: `Made-up results number ${n} for LLMs in $O(n)$`,
    authors: [
      'Ada Lovelace',
      'Kurt Gödel',
      'Ludwig van Beethoven',
      'María de la Fuente',
      'Grace Hopper',
      'Imaginary Team',
    ],
    published: '2024-01-15',
    categories: ['cs.CL', 'cs.LG'],
    abstract: 'We show that 5% of $x_1$ made-up results hold — for R&D, as naïve readers expect. '.repeat(20),
    ...fields,
    links: { page: `https://arxiv.org/abs/2401.${String(n).padStart(5, '0')}`, code: [], project: [] },
  },
  tags: ['to cite'],
  flagged: true,
});

const broken = [
  null,
  {},
  { paper: null },
  { paper: { title: 'No id' } },
  { paper: { id: 'arxiv:2401.09999', title: 7 } },
  { paper: { ...good(9).paper, authors: 'Ada Lovelace' } },
  {
    paper: {
      ...good(8).paper,
      published: 2024,
      abstract: {},
      doi: 5,
      venue: [],
      links: null,
      categories: null,
    },
  },
  { ...good(7), tags: 'x', note: 3, citeKey: {}, topicLabels: 'y', reasons: 4, status: 9 },
] as unknown as Exportable[];

const TEXT = FORMATS.map((format) => format.id).filter((id) => id !== 'obsidian');

describe('an export', () => {
  test.each(TEXT)('to %s: broken records stop nothing and are named', (id) => {
    const { text, skipped } = exportPapers(id, [good(1), ...broken, good(2)]);
    expect(text).toContain('2401.00001');
    expect(text).toContain('2401.00002');
    // a feed holds flagged papers only
    if (id !== 'atom') expect(text).toContain('2401.00008');
    if (id !== 'atom') expect(text).toContain('2401.00009');
    const why = skipped.map((entry) => entry.why);
    expect(why.filter((sentence) => sentence === 'The record is broken.')).toHaveLength(3);
    expect(skipped).toContainEqual({ id: '', title: 'No id', why: 'The record has no id.' });
    expect(skipped).toContainEqual({ id: 'arxiv:2401.09999', title: '', why: 'The record has no title.' });
    expect(why).toContain('Its list of authors is broken and was left out.');
  });

  test('writes a paper once', () => {
    const { text, skipped } = exportPapers('bibtex', [good(1), good(1)]);
    expect(text.match(/^@misc/gm)).toHaveLength(1);
    expect(skipped.map((entry) => entry.why)).toEqual(['It is in the list twice and was written once.']);
  });

  test('of nothing is a valid empty file', () => {
    expect(exportPapers('bibtex', []).text).toBe('');
    expect(JSON.parse(exportPapers('csl-json', []).text)).toEqual([]);
    expect(exportPapers('csv', []).text.split('\r\n')).toHaveLength(2);
  });

  test('to an unknown format is refused', () => {
    expect(() => exportPapers('docx' as 'bibtex', [])).toThrow(ManiculeError);
  });

  test('never uses a key that is taken, and keeps those it is told', () => {
    const [, free] = /^@misc\{(.*),$/m.exec(exportPapers('bibtex', [good(1)]).text) ?? [];
    expect(free).toBe('lovelace2024made');
    expect(exportPapers('bibtex', [good(1)], { taken: new Set(['Lovelace2024made']) }).text).toContain(
      '{lovelace2024madea,',
    );
    expect(exportPapers('bibtex', [good(1)], { keys: new Map([[good(1).paper.id, 'mine']]) }).text).toContain(
      '{mine,',
    );
  });

  test('takes 5,000 authors and cuts what no spreadsheet cell holds', () => {
    const crowd = good(1, {
      authors: Array.from({ length: 5_000 }, (_, i) =>
        `Ada${i} Lovelace`.replace(/\d/g, (d) => 'abcdefghij'[+d] ?? ''),
      ),
    });
    expect(exportPapers('bibtex', [crowd]).text.match(/ and /g)).toHaveLength(4_999);
    expect(exportPapers('ris', [crowd]).text.match(/^AU {2}- /gm)).toHaveLength(5_000);
    expect(exportPapers('markdown', [crowd]).text).toContain('and 4990 others');
    expect(exportPapers('csv', [crowd]).skipped.map((entry) => entry.why)).toEqual([
      'Its authors are longer than a spreadsheet cell may be and were cut.',
    ]);
  });

  test('sees a stored paper and its mark', () => {
    const at = '2026-01-31T08:00:00.000Z';
    const { paper } = good(1);
    expect(exportableOf(paper, undefined)).toMatchObject({
      saved: false,
      flagged: false,
      status: null,
      note: '',
      tags: [],
    });
    expect(
      exportableOf(paper, {
        id: paper.id,
        saved: { value: true, at },
        flagged: { value: { on: true, reasons: [{ by: 'hand', text: 'why' }] }, at },
        tags: { on: { value: true, at }, off: { value: false, at } },
        citeKey: { value: 'k', at },
      }),
    ).toMatchObject({
      saved: true,
      savedAt: at,
      flagged: true,
      reasons: ['why'],
      tags: ['on'],
      citeKey: 'k',
    });
  });
});

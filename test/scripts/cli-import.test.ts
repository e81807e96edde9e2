/** `import` as a program: files of every kind in, JSON lines out that `export` takes, what is wrong on stderr. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

function cli(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/cli.ts', ...args],
    { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 1e8 },
  );
  return { out: stdout, err: stderr, code: status };
}
const records = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let folder = '';
const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manicule-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PAPERS = [
  {
    id: 'arxiv:2403.06504',
    title: 'Looms of BERT & $O(n)$',
    authors: ['Ada Lovelace', 'Kurt Gödel'],
    abstract: '100% of it.',
    published: '2024-03',
    categories: ['cs.CL'],
    links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
    tags: ['R&D', 'thesis'],
    note: 'Read again.',
    citeKey: 'lovelace2024looms',
  },
  {
    id: 'doi:10.1234/bells',
    title: 'Bells and Whistles',
    authors: ['Grace Hopper'],
    published: '2019',
    venue: 'Journal of Looms',
    doi: '10.1234/bells',
    categories: [],
    links: { page: 'https://doi.org/10.1234/bells', code: [], project: [] },
    citeKey: 'hopper2019bells',
  },
];

describe('cli import', () => {
  it.each(['bibtex', 'endnote', 'csv', 'jsonl'])(
    'export --to %s | import gives the same papers',
    (format) => {
      const input = PAPERS.map((paper) => JSON.stringify(paper)).join('\n');
      const out = cli(['export', '--to', format], input);
      expect(out.err).toBe('');
      const back = cli(['import', '-'], out.out);
      expect([back.err, back.code]).toEqual(['', 0]);
      // categories beyond the primary one and whether it is saved have no place in most formats
      expect(
        records(back.out).map(
          ({
            categories: _,
            saved: __,
            flagged: ___,
            status: ____,
            rating: _____,
            topics: ______,
            from: _______,
            ...paper
          }) => paper,
        ),
      ).toMatchObject(PAPERS.map(({ categories: _, ...paper }) => paper));
    },
  );

  it('says line by line what it could not read, and writes the rest', () => {
    const path = file(
      'broken.bib',
      '@misc{a, title={One}}\n@misc{b, title={Two}, year={20\n@misc{c, title={Three}}\n',
    );
    const { out, err, code } = cli(['import', path]);
    expect(records(out).map(({ title, from }) => [title, from])).toEqual([
      ['One', { line: 1 }],
      ['Two', { line: 2 }],
      ['Three', { line: 3 }],
    ]);
    expect(err).toBe(`${path}:2: The entry “b” is not closed in “year”. What stands before is kept.\n`);
    expect(code).toBe(1);
  });

  it('reads a saved page by the reader of its site', () => {
    const page = `${ROOT}test/fixtures/arxiv/search-simple/page.html`;
    const url = 'https://arxiv.org/search/?query=garden';
    const extracted = records(cli(['extract', '--url', url, page]).out);
    const { out, code } = cli(['import', '--url', url, page]);
    expect(code).toBe(0);
    expect(extracted.length).toBeGreaterThan(0);
    expect(records(out).map(({ id, title, abstract }) => [id, title, abstract])).toEqual(
      extracted.map(({ id, title, abstract }) => [id, title, abstract]),
    );
  });

  it('reads Windows-1252, and a format that is asked for', () => {
    expect(
      records(cli(['import', file('old.bib', Buffer.from('@misc{a, title={Gödel}}', 'latin1'))]).out),
    ).toMatchObject([{ title: 'Gödel' }]);
    expect(
      records(cli(['import', '--from', 'list'], 'see 2403.06504 there\nand much else besides\n').out),
    ).toMatchObject([{ id: 'arxiv:2403.06504', title: 'arXiv:2403.06504' }]);
  });

  it('reads UTF-16, and of a file cut within a sign everything else as it was', () => {
    const text = '@misc{a, title={Gödel 王}}\n@misc{b, title={Łódź}, note={é';
    for (const [name, bytes] of Object.entries({
      'marked.bib': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'big.bib': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'bare.bib': Buffer.from(text, 'utf16le'),
      'cut.bib': Buffer.from(text).subarray(0, -1),
    })) {
      const { out, err, code } = cli(['import', file(name, bytes)]);
      expect(records(out)).toMatchObject([{ title: 'Gödel 王' }, { title: 'Łódź' }]);
      expect(err).toContain(`${name}:2: `);
      expect(code).toBe(1);
    }
    const exported = cli([
      'export',
      '--to',
      'papers',
      file('p.jsonl', Buffer.from('\ufeff{"title":"Łódź"}\n', 'utf16le')),
    ]);
    expect(records(exported.out)).toMatchObject([{ title: 'Łódź' }]);
    expect(exported.code).toBe(0);
  });

  it.each([
    [['import', '/no/such/file.bib'], '', '/no/such/file.bib cannot be read: there is no such file.\n'],
    [['import'], '', 'stdin: The file is empty.\n'],
    [
      ['import'],
      'Dear all.\n',
      'stdin: Nothing in this file looks like papers in a form that can be read here (BibTeX, RIS, CSL-JSON, EndNote XML, Zotero RDF, PaperMemory, CSV, JSON Lines, a list of addresses or ids, a digest, a mail).\n',
    ],
    [
      ['import', '--from', 'csv'],
      'title,year\n',
      'stdin: it was read as a table (CSV) and holds no papers.\n',
    ],
    [['import'], '{"format":"manicule"}\n', 'does not say which version wrote it'],
  ])('%j < %j', (args, input, sentence) => {
    const { out, err, code } = cli(args, input);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });

  it('names the formats there are', () => {
    const { err, code } = cli(['import', '--from', 'docx'], 'x');
    expect(err).toMatch(/^There is no import format “docx”\. There are: backup, jsonl, json, bibtex, ris, /);
    expect(code).toBe(1);
  });
});

/** Tables, pasted lists, mails, digests, saved pages, JSON Lines: and how all formats are told apart. */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { planCsv } from '../../src/exchange/from/csv.ts';
import { textOfFile } from '../../src/exchange/from/file-text.ts';
import { savedFrom } from '../../src/exchange/from/paper-links.ts';
import { detectImport, type ImportId, readImport, whyUnknown } from '../../src/exchange/imports.ts';
import { exportPapers } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';

const read = (format: ImportId, text: string) => {
  expect(detectImport(text)).toBe(format);
  return readImport(text, format);
};
const brief = (text: string, format: ImportId) =>
  read(format, text).records.map(({ paper }) => [paper.id, paper.title]);

describe('a table', () => {
  test('of Zotero: names of columns, several for tags, quoted line breaks', () => {
    const { records, problems } = read(
      'csv',
      `\ufeff"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Date Added","Manual Tags","Automatic Tags","Notes"\r
"AB12","journalArticle","2019","Lovelace, Ada; Gödel, Kurt","Looms, ""quoted""","Journal of Looms","10.1234/JIR","https://example.org/a","Two\r
lines","2019-07-10","2020-01-02 03:04:05","looms; memory","weaving","'=mine"\r
"","","","","","","","","","","","","",""\r
"CD","x","","","","","","","","","","","",""\r
`,
    );
    expect(records).toEqual([
      {
        paper: {
          id: 'doi:10.1234/jir',
          title: 'Looms, "quoted"',
          authors: ['Ada Lovelace', 'Kurt Gödel'],
          abstract: 'Two lines',
          published: '2019-07-10',
          venue: 'Journal of Looms',
          doi: '10.1234/jir',
          categories: [],
          links: { page: 'https://example.org/a', code: [], project: [] },
        },
        aliases: [],
        tags: ['looms', 'memory', 'weaving'],
        note: '=mine',
        savedAt: '2020-01-02T03:04:05.000Z',
        place: { line: 2 },
      },
    ]);
    expect(problems).toEqual([{ line: 5, why: 'The row has neither a title nor an id.' }]);
  });

  test('without a header, separated by tabs or semicolons: columns are guessed', () => {
    const text =
      'Looms of memory and more\tAda Lovelace, Kurt Gödel\t2019\thttps://arxiv.org/abs/1907.00001\nThreads and needles again\tGrace Hopper and Alan Turing\t2020\thttps://arxiv.org/abs/2007.00001\n';
    expect(planCsv(text)).toMatchObject({
      delimiter: '\t',
      header: false,
      columns: ['title', 'authors', 'published', 'url'],
    });
    expect(brief(text, 'csv')).toEqual([
      ['arxiv:1907.00001', 'Looms of memory and more'],
      ['arxiv:2007.00001', 'Threads and needles again'],
    ]);
    expect(planCsv('sep=;\nTitle;Year\nA, b;2001').columns).toEqual(['title', 'published']);
  });

  test.each([
    ['Ada Lovelace and Kurt Gödel', ['Ada Lovelace', 'Kurt Gödel']],
    ['Lovelace, Ada and Gödel, Kurt', ['Ada Lovelace', 'Kurt Gödel']],
    ['de la Cruz, Ada Maria and Gödel, Kurt', ['Ada Maria de la Cruz', 'Kurt Gödel']],
    ['Ada Lovelace, Kurt Gödel, and Grace Hopper', ['Ada Lovelace', 'Kurt Gödel', 'Grace Hopper']],
    ['Ada Lovelace, Kurt Gödel and Grace Hopper', ['Ada Lovelace', 'Kurt Gödel', 'Grace Hopper']],
    ['Ada Lovelace and Kurt Gödel and Grace Hopper', ['Ada Lovelace', 'Kurt Gödel', 'Grace Hopper']],
    ['Lovelace, Ada; Gödel, Kurt; and Hopper, Grace', ['Ada Lovelace', 'Kurt Gödel', 'Grace Hopper']],
    ['Research and Development Team', ['Research and Development Team']],
    ['The Loom and Needle Circle', ['The Loom and Needle Circle']],
  ])('takes %s apart', (written, authors) => {
    const { records } = read('csv', `title,authors,year\nLooms,"${written}",2019\n`);
    expect(records[0]?.paper.authors).toEqual(authors);
  });

  test('a group whose name holds "and" stays one in our own files', () => {
    const authors = ['Ministry of Looms and Threads'];
    const paper = { ...NASTY[0]!.paper, authors };
    expect(read('csv', exportPapers('csv', [{ paper }]).text).records[0]?.paper.authors).toEqual(authors);
  });

  test('authors that are there twice are taken once, in full, without their numbers', () => {
    const scopus =
      'Authors,Author full names,Author(s) ID,Title,Year\n"Lovelace A.; Gödel K.","Lovelace, Ada (123); Gödel, Kurt (456)","123;456",Looms,2019\n';
    const science =
      'Authors\tAuthor Full Names\tArticle Title\tDOI\nLovelace, A; Gödel, K\tLovelace, Ada; Gödel, Kurt\tLooms\t10.1234/x\n';
    for (const text of [scopus, science])
      expect(read('csv', text).records[0]?.paper.authors).toEqual(['Ada Lovelace', 'Kurt Gödel']);
    const several = 'Author,Author,Title,Year\nAda Lovelace,Kurt Gödel,Looms,2019\n';
    expect(read('csv', several).records[0]?.paper.authors).toEqual(['Ada Lovelace', 'Kurt Gödel']);
  });

  test('columns may be chosen by hand', () => {
    const text = 'Werk,Jahr,title\nLooms,2001,x\n';
    const plan = planCsv(text);
    expect(plan.columns).toEqual([undefined, undefined, 'title']);
    const { records } = readImport(text, 'csv', {
      csv: { ...plan, columns: ['title', 'published', 'note'] },
    });
    expect(records).toMatchObject([{ paper: { title: 'Looms', published: '2001' }, note: 'x' }]);
  });

  test('a quote that never ends costs no other row', () => {
    const { records, problems } = read('csv', 'title,year\n"Open,2001\nWhole,2002\n');
    expect(records.map(({ paper }) => paper.title)).toEqual(['"Open', 'Whole']);
    expect(problems).toEqual([
      {
        line: 2,
        why: 'A quoted cell of this row never ends; its quotes were taken as they stand.',
        kept: true,
      },
    ]);
  });
});

test('a table that was cut says so, one with a short last row does not', () => {
  const table = 'title,year,doi\nLooms,2024,10.1234/x\nBells,20';
  expect(readImport(table, 'csv')).toMatchObject({
    records: [{ paper: { title: 'Looms' } }, { paper: { title: 'Bells' } }],
    problems: [{ line: 3, why: 'The file ends within this row; what stands before it was read.' }],
  });
  expect(readImport(`${table}\n`, 'csv').problems).toEqual([]);
  expect(readImport('title,year\nLooms,2024', 'csv').problems).toEqual([]);
});

describe('a pasted list', () => {
  test('addresses, DOIs, ids, Markdown, titles beside them', () => {
    const { records, problems } = read(
      'list',
      `# Reading list
https://arxiv.org/pdf/2403.06504v2.pdf
arXiv:2403.06505, 2403.06506v1 and hep-th/9901001
- [Looms of *memory*](https://doi.org/10.1234/Looms).
doi:10.1234/B;
pmid: 123456
Threads and Needles - https://openreview.net/forum?id=AbCd12345
see https://aclanthology.org/2024.acl-long.1/ for more
nothing here
https://example.org/no-paper
`,
    );
    expect(records.map(({ paper, place }) => [paper.id, paper.title, place.line])).toEqual([
      ['arxiv:2403.06504', 'arXiv:2403.06504', 2],
      ['arxiv:2403.06505', 'arXiv:2403.06505', 3],
      ['arxiv:2403.06506', 'arXiv:2403.06506', 3],
      ['arxiv:hep-th/9901001', 'arXiv:hep-th/9901001', 3],
      ['doi:10.1234/looms', 'Looms of *memory*', 4],
      ['doi:10.1234/b', 'doi:10.1234/b', 5],
      ['pmid:123456', 'pmid:123456', 6],
      ['openreview:AbCd12345', 'Threads and Needles', 7],
      ['acl:2024.acl-long.1', 'acl:2024.acl-long.1', 8],
    ]);
    expect(problems).toEqual([
      { line: 9, why: '“nothing here” names no paper by address, DOI or id.' },
      { line: 10, why: '“https://example.org/no-paper” names no paper by address, DOI or id.' },
    ]);
  });
});

test('the Markdown of this program is such a list', () => {
  const text =
    '- [Looms of \\*memory\\*](https://arxiv.org/abs/2403.06504) · Ada Lovelace · 2024  \n  tags: x · code: <https://github.com/a/b>\n\n  > a note\n';
  expect(brief(text, 'list')).toEqual([['arxiv:2403.06504', 'Looms of *memory*']]);
  expect(read('list', text).problems).toEqual([]);
});

const MAILING = `Submissions to:
Computation and Language
------------------------------------------------------------------------------
------------------------------------------------------------------------------
\\\\
arXiv:2403.06504
Date: Mon, 11 Mar 2024 08:00:00 GMT   (120kb,D)

Title: Looms of Memory: a title
  that wraps
Authors: Ada Lovelace (1, 2), Kurt G\\"odel and Grace Hopper
Categories: cs.CL cs.LG
Comments: 12 pages
DOI: 10.1234/looms
\\\\
  We weave threads
of attention.
\\\\ ( https://arxiv.org/abs/2403.06504 ,  120kb)
------------------------------------------------------------------------------
\\\\
arXiv:2312.00001
replaced with revised version Mon, 11 Mar 2024 09:00:00 GMT   (10kb)

Title: Second
Authors: Alan Turing
Categories: math.LO
\\\\ ( https://arxiv.org/abs/2312.00001 ,  10kb)
%%--%%--%%--%%
`;

const mail = (type: string, body: string, encoding = '7bit') => `Received: by example.org\r
From: =?utf-8?Q?Ada_L=C3=B6velace?= <ada@example.org>\r
Subject: =?utf-8?B?TG9vbXM=?= of the\r
 week\r
Date: Mon, 11 Mar 2024 08:00:00 +0100\r
MIME-Version: 1.0\r
Content-Type: ${type}\r
Content-Transfer-Encoding: ${encoding}\r
\r
${body}`;

describe('a mail', () => {
  test("arXiv's mailing, as text and as a mail", () => {
    const expected = [
      {
        id: 'arxiv:2403.06504',
        title: 'Looms of Memory: a title that wraps',
        authors: ['Ada Lovelace', 'Kurt G\\"odel', 'Grace Hopper'],
        abstract: 'We weave threads of attention.',
        published: '2024-03-11',
        comment: '12 pages',
        doi: '10.1234/looms',
        categories: ['cs.CL', 'cs.LG'],
        links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
      },
      expect.objectContaining({ id: 'arxiv:2312.00001', title: 'Second', authors: ['Alan Turing'] }),
    ];
    expect(read('arxiv-mail', MAILING).records.map(({ paper }) => paper)).toEqual(expected);
    expect(
      read('mail', mail('text/plain; charset=us-ascii', MAILING)).records.map(({ paper }) => paper),
    ).toEqual(expected);
  });

  test('a Scholar alert: redirects, bylines, snippets; quoted-printable in a multipart', () => {
    const html = `<html><head><style>a{}</style></head><body><h3><span>[PDF]</span> <a href=3D"https://scholar.google.com/scholar_url?url=3Dhttps://arxiv.org/pdf/2403.06504&amp;hl=3Den" class=3D"gse_alrt_title">Looms of <b>memory</b></a></h3>
<div>A Lovelace, K G=C3=B6del=E2=80=A6&nbsp;- arXiv preprint arXiv:2403.06504, 2024</div><div class=3D"gse_alrt_sni">We weave threads of attention into looms of =
memory &hellip;</div>
<h3><a href=3D"https://scholar.google.com/scholar_url?url=3Dhttps://looms.example/a&amp;hl=3Den" class=3D"gse_alrt_title">Needles and threads</a></h3>
<div>G Hopper - Journal of Looms, 2023</div><a href=3D"https://scholar.google.com/x">Save</a></body></html>`;
    const body = `--b1\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html}\r\n--b1--\r\n`;
    const { records, problems } = read('mail', mail('multipart/alternative; boundary="b1"', body));
    expect(problems).toEqual([]);
    expect(records.map(({ paper }) => paper)).toEqual([
      {
        id: 'arxiv:2403.06504',
        title: 'Looms of memory',
        authors: ['A Lovelace', 'K Gödel'],
        authorsCut: true,
        abstract: 'We weave threads of attention into looms of memory …',
        published: '2024',
        categories: [],
        links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
      },
      {
        id: 'title:needles-and-threads|hopper',
        title: 'Needles and threads',
        authors: ['G Hopper'],
        published: '2023',
        venue: 'Journal of Looms',
        categories: [],
        links: { page: 'https://looms.example/a', code: [], project: [] },
      },
    ]);
  });

  test('a newsletter in base64 and another character set: its links to papers', () => {
    const html =
      '<p>Hi. <a href="https://arxiv.org/abs/2403.06504">Löoms of memory</a> <a href="https://arxiv.org/pdf/2403.06504">PDF</a> <a href="https://example.org">us</a></p>';
    const body = Buffer.from(html, 'latin1').toString('base64');
    const { records } = read('mail', mail('text/html; charset=iso-8859-1', body, 'base64'));
    expect(records.map(({ paper }) => [paper.id, paper.title])).toEqual([
      ['arxiv:2403.06504', 'Löoms of memory'],
    ]);
  });

  test('without any paper says so with its subject', () => {
    expect(read('mail', mail('text/plain', 'Hello')).problems).toEqual([
      { why: 'The mail “Looms of the week” names no paper.' },
    ]);
  });
});

const ABSTRACT =
  'We weave threads of attention into looms of memory. Each loom keeps what its threads have met, so that a later pass costs less. On four tasks the cloth is wider at half the yarn, and an ablation shows that the shuttle matters most of all its parts.';

test('a plain-text digest', () => {
  expect(
    brief(
      `Papers of the day\n\nLooms of Memory\n\n${ABSTRACT}\n\nNeedles and Their Threads\n\n${ABSTRACT}\n`,
      'digest',
    ),
  ).toEqual([
    ['title:looms-of-memory', 'Looms of Memory'],
    ['title:needles-and-their-threads', 'Needles and Their Threads'],
  ]);
});

test('a saved page: its links, and where it was saved from', () => {
  const page =
    '<!DOCTYPE html>\n<!-- saved from url=(0025)https://looms.example/list -->\n<html><body><a href="https://arxiv.org/abs/2403.06504">arXiv:2403.06504</a><a href="https://www.arxiv.org/abs/2403.06504v1"><b>Looms</b> of memory</a></body></html>';
  expect(brief(page, 'html')).toEqual([['arxiv:2403.06504', 'Looms of memory']]);
  expect(savedFrom(page)).toBe('https://looms.example/list');
  expect(savedFrom('<link href="https://looms.example/c" rel="canonical">')).toBe('https://looms.example/c');
  expect(read('html', '<html><body>Hello</body></html>').problems).toEqual([
    { why: 'The page (“Hello”) links to no paper.' },
  ]);
});

test('JSON: one record a line, a list of records, a backup', () => {
  const record = {
    id: 'arxiv:2403.06504',
    title: 'Looms',
    tags: ['a'],
    aliases: ['doi:10.1234/looms', 'nonsense'],
  };
  const expected = [
    {
      paper: { id: 'arxiv:2403.06504', title: 'Looms' },
      tags: ['a'],
      aliases: ['doi:10.1234/looms'],
      place: { line: 1 },
    },
  ];
  expect(read('jsonl', `${JSON.stringify(record)}\n{"id":\n`)).toMatchObject({
    records: expected,
    problems: [{ line: 2, why: 'The line is broken or cut off.' }],
  });
  expect(read('json', JSON.stringify([record, 3]))).toMatchObject({
    records: expected,
    problems: [{ line: 1, why: 'The entry is no record.' }],
  });
  expect(detectImport('{"format":"manicule","version":1}')).toBe('backup');
});

test.each([
  ['', 'The file is empty. Nothing was changed.'],
  ['%PDF-1.7', 'This is a PDF; papers are imported from lists and libraries. Nothing was changed.'],
  ['PK\u0003\u0004x', 'This is a ZIP file; unpack it and import what is in it. Nothing was changed.'],
])('%j is no import', (text, why) => {
  expect(detectImport(text)).toBeUndefined();
  expect(whyUnknown(text)).toBe(why);
});

test('a paper of a backup that has no title is named by its id, so that its line can be read', () => {
  const backup = exportPapers('jsonl', [
    { paper: { ...(NASTY[0] as (typeof NASTY)[0]).paper, title: '' }, saved: true },
  ]).text;
  const { records, problems } = readImport(backup, 'backup');
  expect(problems).toEqual([]);
  expect(records.map(({ paper }) => paper.title)).toEqual(['arXiv:2401.00001']);
});

test('what is no text is no digest, whatever lines chance makes of it', async () => {
  const { text } = exportPapers('bibtex', NASTY);
  const pixels = new Uint8Array(60_000).map((_, n) => ((n * 2654435761) >>> 13) & 255);
  for (const bytes of [gzipSync(text), deflateSync(text), pixels]) {
    const read = await textOfFile(new Blob([new Uint8Array(bytes)]));
    expect(detectImport(read)).toBeUndefined();
  }
  const packed = await textOfFile(new Blob([new Uint8Array(gzipSync(text))]));
  expect(whyUnknown(packed)).toBe(
    'This file is compressed; unpack it and import what is in it. Nothing was changed.',
  );
  // a control sign here and there makes no text binary
  expect(
    detectImport('https://arxiv.org/abs/2403.06504\u0007\n\u0000https://arxiv.org/abs/2403.06505\n'),
  ).toBe('list');
});

test.each([
  'Dear all,\nhello, world.\n',
  '{"a":1}',
  '[1,2]',
  '<svg></svg>',
  'a,b\n1,2\n',
  '\0\0\0',
  '{',
  '[',
  '@',
  'TY',
])('nothing is read into %j', (text) => {
  const format = detectImport(text);
  expect(format === undefined ? [] : readImport(text, format).records).toEqual([]);
});

/** RIS, CSL-JSON, EndNote XML, Zotero RDF and PaperMemory, as their programs write them. */
import { describe, expect, test } from 'vitest';
import { detectImport, type ImportId, readImport } from '../../src/exchange/imports.ts';

/** Reads what must be told apart as `format`. */
const read = (format: ImportId, text: string) => {
  expect(detectImport(text)).toBe(format);
  return readImport(text, format);
};

describe('RIS', () => {
  const RIS = `Provider: somebody\r
TY  - JOUR\r
AU  - Lovelace, Ada\r
AU  - van der Maaten, Laurens\r
A1  - Loom Consortium,\r
TI  - Looms of memory and\r
how they wrap\r
JO  - Journal of Looms\r
VL  - 7\r
IS  - 2\r
SP  - 10\r
EP  - 19\r
PY  - 2019\r
DA  - 2019/07/10/\r
AB  - We weave - and more.\r
KW  - looms\r
KW  - weaving; old\r
N1  - Read again\r
DO  - 10.1234/JIR.2019\r
UR  - https://example.org/looms\r
L1  - https://example.org/looms.pdf\r
ID  - lovelace2019\r
ER  - \r
\r
TY - UNPB\r
T1 - One space\r
AN - arXiv:2403.06504\r
N1 - The listing showed the first authors only.\r
AU - Hopper, G.\r
Y1 - 2024/03//\r
ER -\r
TY  - GEN\r
PY  - 2001\r
ER  - \r
TY  - GEN\r
TI  - Without an end\r
`;
  test('journal article, preprint, what is broken', () => {
    const { records, problems } = read('ris', RIS);
    expect(records).toEqual([
      {
        paper: {
          id: 'doi:10.1234/jir.2019',
          title: 'Looms of memory and how they wrap',
          authors: ['Ada Lovelace', 'Laurens van der Maaten', 'Loom Consortium'],
          abstract: 'We weave - and more.',
          published: '2019-07-10',
          venue: 'Journal of Looms',
          journalRef: 'Journal of Looms 7(2), 10–19 (2019)',
          doi: '10.1234/jir.2019',
          categories: [],
          links: {
            page: 'https://example.org/looms',
            pdf: 'https://example.org/looms.pdf',
            code: [],
            project: [],
          },
        },
        aliases: [],
        tags: ['looms', 'weaving', 'old'],
        note: 'Read again',
        citeKey: 'lovelace2019',
        place: { line: 2 },
      },
      {
        paper: {
          id: 'arxiv:2403.06504',
          title: 'One space',
          authors: ['G. Hopper'],
          authorsCut: true,
          published: '2024-03',
          categories: [],
          links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
        },
        aliases: [],
        place: { line: 25 },
      },
      expect.objectContaining({ place: { line: 35 } }),
    ]);
    expect(problems).toEqual([
      { line: 32, why: 'The record has neither a title nor an id.' },
      { line: 35, why: 'The last record has no end (“ER  -”): the file may have been cut short.' },
    ]);
  });
});

test.each<[ImportId, string]>([
  ['ris', 'TY  - CONF\nTI  - T\nT2  - Proceedings of Looms\nSP  - 770\nEP  - 778\nPY  - 2016\nER  - \n'],
  ['ris', 'TY  - CHAP\nTI  - T\nBT  - Proceedings of Looms\nSP  - 770-778\nPY  - 2016\nER  - \n'],
  ['refer', '%0 Conference Paper\n%T T\n%B Proceedings of Looms\n%P 770-778\n%D 2016\n'],
  [
    'csl-json',
    '[{"type":"paper-conference","title":"T","container-title":"Proceedings of Looms","page":"770-778","issued":{"date-parts":[[2016]]}}]',
  ],
  [
    'endnote-xml',
    '<xml><records><record><ref-type name="Conference Proceedings">10</ref-type><titles><title>T</title><secondary-title>Proceedings of Looms</secondary-title></titles><pages>770-778</pages><dates><year>2016</year></dates></record></records></xml>',
  ],
  [
    'zotero-rdf',
    `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"><rdf:Description rdf:about="#item_1">
    <z:itemType>conferencePaper</z:itemType><dc:title>T</dc:title><bib:pages>770-778</bib:pages><dc:date>2016</dc:date>
    <dcterms:isPartOf><bib:Journal><dc:title>Proceedings of Looms</dc:title></bib:Journal></dcterms:isPartOf>
    </rdf:Description></rdf:RDF>`,
  ],
])('a paper in proceedings keeps its pages: %s', (format, text) => {
  const { paper } = read(format, text).records[0]!;
  expect([paper.venue, paper.journalRef]).toEqual([
    'Proceedings of Looms',
    'Proceedings of Looms, pp. 770–778 (2016)',
  ]);
});

test.each<[ImportId, string]>([
  [
    'ris',
    'TY  - CONF\nTI  - T\nT2  - Meeting of Looms\nT3  - Loom Notes\nVL  - 139\nSP  - 770\nEP  - 778\nPY  - 2016\nER  - \n',
  ],
  ['refer', '%0 Conference Paper\n%T T\n%B Meeting of Looms\n%S Loom Notes\n%V 139\n%P 770-778\n%D 2016\n'],
  [
    'csl-json',
    '[{"type":"paper-conference","title":"T","container-title":"Meeting of Looms","collection-title":"Loom Notes","volume":139,"page":"770-778","issued":{"date-parts":[[2016]]}}]',
  ],
  [
    'endnote-xml',
    '<xml><records><record><ref-type name="Conference Proceedings">10</ref-type><titles><title>T</title><secondary-title>Meeting of Looms</secondary-title><tertiary-title>Loom Notes</tertiary-title></titles><pages>770-778</pages><volume>139</volume><dates><year>2016</year></dates></record></records></xml>',
  ],
  [
    'jsonl',
    '{"title":"T","venue":"Meeting of Looms","series":"Loom Notes","volume":139,"pages":"770-778","published":"2016"}\n',
  ],
])('a paper in proceedings keeps their series and volume: %s', (format, text) => {
  const { paper } = read(format, text).records[0]!;
  expect([paper.venue, paper.journalRef]).toEqual([
    'Meeting of Looms',
    'In: Meeting of Looms, ser. Loom Notes, vol. 139, pp. 770–778 (2016)',
  ]);
});

describe('relatives of RIS', () => {
  test("EndNote's tagged files, as Google Scholar writes them", () => {
    const { records, problems } = read(
      'refer',
      `%0 Journal Article
%T Looms of memory
and how they wrap
%A Lovelace, Ada
%A Kurt Gödel
%J Journal of Looms
%V 7
%N 2
%P 10-19
%D 2019
%R 10.1234/JIR.2019
%! ignored
that too
%K looms

%0 Generic
%D 2001
`,
    );
    expect(records).toMatchObject([
      {
        paper: {
          id: 'doi:10.1234/jir.2019',
          title: 'Looms of memory and how they wrap',
          authors: ['Ada Lovelace', 'Kurt Gödel'],
          venue: 'Journal of Looms',
          journalRef: 'Journal of Looms 7(2), 10–19 (2019)',
          published: '2019',
        },
        tags: ['looms'],
        place: { line: 1 },
      },
    ]);
    expect(problems).toEqual([{ line: 16, why: 'The record has neither a title nor an id.' }]);
  });

  test('lines of keywords are as many keywords, lines of notes stay lines', () => {
    const ris =
      'TY  - JOUR\nTI  - Looms\nKW  - warp\nweft; not warp\n  shed\nKW  - a\nN1  - one\n\n  two\nAB  - we\nweave\nER  - \n';
    const refer =
      '%0 Generic\n%T Looms\n%K warp\nweft; not warp\n  shed\n%K a\n%Z one\n\n  two\n%X we\nweave\n';
    for (const [format, text] of [
      ['ris', ris],
      ['refer', refer],
    ] as const)
      expect(read(format, text).records).toMatchObject([
        {
          paper: { abstract: 'we weave' },
          tags: ['warp', 'weft', 'not warp', 'shed', 'a'],
          note: 'one\n\n  two',
        },
      ]);
    const pubmed = 'PMID- 123456\nTI  - Looms\nOT  - warp and\n      weft\nOT  - shed\n';
    expect(read('medline', pubmed).records).toMatchObject([{ tags: ['warp and weft', 'shed'] }]);
  });

  test("PubMed's", () => {
    const { records, problems } = read(
      'medline',
      `PMID- 123456
DP  - 2019 Jul 10
TI  - Looms of memory and
      how they wrap.
LID - 10.1234/jir.2019 [doi]
AB  - We weave.
FAU - Lovelace, Ada
AU  - Lovelace A
JT  - Journal of looms
PHST- 2019/01/01 00:00 [received]

PMID- 123457
TI  - Needles.
`,
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        paper: {
          id: 'doi:10.1234/jir.2019',
          title: 'Looms of memory and how they wrap.',
          authors: ['Ada Lovelace'],
          abstract: 'We weave.',
          published: '2019-07-10',
          venue: 'Journal of looms',
        },
        aliases: ['pmid:123456'],
        place: { line: 1 },
      },
      { paper: { id: 'pmid:123457', title: 'Needles.' }, place: { line: 12 } },
    ]);
  });
});

describe('CSL-JSON', () => {
  test('items of Zotero, Crossref and Pandoc; broken ones; a cut file', () => {
    const { records, problems } = read(
      'csl-json',
      `[
{"id":"lovelace2024","type":"article","title":"Looms of <i>memory</i> in <span class=\\"nocase\\">BERT</span>","author":[{"family":"Lovelace","given":"Ada"},
 {"family":"Maaten","given":"Laurens","non-dropping-particle":"van der"},{"literal":"Loom Team"}],
 "issued":{"date-parts":[["2024",3,11]]},"number":"arXiv:2403.06504","publisher":"arXiv","note":"arXiv:2403.06504 [cs]\\nmine: read","keyword":"a, b"},
{"id":7,"type":"paper-conference","title":["In a list"],"container-title":["Proceedings of Looms"],"DOI":"10.1234/X","issued":{"raw":"12 March 2020"},"abstract":"<jats:p>Weave.</jats:p>","volume":3},
{"type":"book","title": oops},
7,
{"type":"article","author":"nobody"},
{"type":"article","title":"Cut`,
    );
    expect(records).toMatchObject([
      {
        paper: {
          id: 'arxiv:2403.06504',
          title: 'Looms of memory in BERT',
          authors: ['Ada Lovelace', 'Laurens van der Maaten', 'Loom Team'],
          published: '2024-03-11',
        },
        tags: ['a', 'b'],
        note: 'mine: read',
        citeKey: 'lovelace2024',
        place: { line: 2 },
      },
      {
        paper: {
          id: 'doi:10.1234/x',
          title: 'In a list',
          venue: 'Proceedings of Looms',
          published: '2020-03-12',
          abstract: 'Weave.',
        },
        place: { line: 5 },
      },
    ]);
    expect(records[1]!.citeKey).toBeUndefined();
    expect(problems).toEqual([
      { line: 6, why: 'The entry is not valid JSON.' },
      { line: 7, why: 'The entry is no record.' },
      { line: 8, why: 'The entry has neither a title nor an id.' },
      { line: 9, why: 'The entry is cut off: the file may have been cut short.' },
    ]);
  });

  test('one item alone', () => {
    const item = {
      type: 'article-journal',
      title: 'Alone',
      DOI: '10.1234/alone',
      issued: { 'date-parts': [[1999]] },
    };
    for (const text of [JSON.stringify(item), JSON.stringify(item, null, 2)]) {
      const { records } = read('csl-json', text);
      expect(records.map(({ paper }) => [paper.id, paper.published])).toEqual([
        ['doi:10.1234/alone', '1999'],
      ]);
    }
  });
});

describe('EndNote XML', () => {
  const record = (inner: string) => `<record><database name="x.enl">x.enl</database>${inner}</record>`;
  const style = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
  test('records with styles; a broken one; a cut one', () => {
    const { records, problems } = read(
      'endnote-xml',
      `<?xml version="1.0" encoding="UTF-8" ?><xml><records>
${record(`<ref-type name="Journal Article">17</ref-type><contributors><authors><author>${style('Lovelace, Ada')}</author><author>${style('Loom Team,')}</author></authors></contributors>
<titles><title>${style('H')}<style face="subscript">2</style>${style('O &amp; looms')} plain</title><secondary-title>${style('Journal of Looms')}</secondary-title></titles>
<pages>10-19</pages><volume>7</volume><keywords><keyword>${style('looms')}</keyword></keywords><dates><year>${style('2019')}</year><pub-dates><date>July 10</date></pub-dates></dates>
<abstract>${style('We weave.')}</abstract><notes>${style('Mine')}</notes><electronic-resource-num>10.1234/jir.2019</electronic-resource-num>
<urls><related-urls><url>https://example.org/looms</url></related-urls></urls>`)}
${record('<titles><title>A < B</title></titles>')}
${record('<dates><year>1999</year></dates>')}
${record('<titles><title>Last</title></titles><accession-num>arXiv:2403.06504</accession-num>')}
<record><titles><title>Cut`,
    );
    expect(records).toMatchObject([
      {
        paper: {
          id: 'doi:10.1234/jir.2019',
          title: 'H2O & looms plain',
          authors: ['Ada Lovelace', 'Loom Team'],
          venue: 'Journal of Looms',
          journalRef: 'Journal of Looms 7, 10–19 (2019)',
          published: '2019',
          abstract: 'We weave.',
          links: { page: 'https://example.org/looms' },
        },
        tags: ['looms'],
        note: 'Mine',
        place: { line: 2 },
      },
      { paper: { id: 'arxiv:2403.06504', title: 'Last' }, place: { line: 9 } },
    ]);
    expect(problems).toEqual([
      { line: 7, why: 'The record is not readable XML.' },
      { line: 8, why: 'The record has neither a title nor an id.' },
      { line: 10, why: 'The record is cut off: the file may have been cut short.' },
    ]);
  });
});

describe('Zotero RDF', () => {
  test('items, tags, notes and collections', () => {
    const { records, problems } = read(
      'zotero-rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <bib:Article rdf:about="#item_1">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lovelace</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_3"/>
    <dc:subject>looms</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>weaving</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Looms &amp; memory</dc:title>
    <dcterms:abstract>We weave.</dcterms:abstract>
    <dc:date>2019-07-10</dc:date>
    <dc:identifier>DOI 10.1234/jir.2019</dc:identifier>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/looms</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2020-01-02 03:04:05</dcterms:dateSubmitted>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:1234-5678"><prism:volume>7</prism:volume><dc:title>Journal of Looms</dc:title></bib:Journal>
  <bib:Memo rdf:about="#item_3"><rdf:value>&lt;p&gt;Read &lt;b&gt;again&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Soon.&lt;/p&gt;</rdf:value></bib:Memo>
  <rdf:Description rdf:about="http://arxiv.org/abs/2403.06504">
    <z:itemType>preprint</z:itemType>
    <dc:title>Second</dc:title>
  </rdf:Description>
  <z:Attachment rdf:about="#item_9"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
  <z:Collection rdf:about="#collection_1"><dc:title>Thesis</dc:title><dcterms:hasPart rdf:resource="#item_1"/></z:Collection>
  <bib:Article rdf:about="#item_4"><z:itemType>journalArticle</z:itemType></bib:Article>
</rdf:RDF>`,
    );
    expect(records).toMatchObject([
      {
        paper: {
          id: 'doi:10.1234/jir.2019',
          title: 'Looms & memory',
          authors: ['Ada Lovelace'],
          venue: 'Journal of Looms',
          journalRef: 'Journal of Looms 7 (2019)',
          published: '2019-07-10',
          abstract: 'We weave.',
          links: { page: 'https://example.org/looms' },
        },
        tags: ['looms', 'weaving', 'Thesis'],
        note: 'Read again.\n\nSoon.',
        savedAt: '2020-01-02T03:04:05.000Z',
        place: { line: 2 },
      },
      { paper: { id: 'arxiv:2403.06504', title: 'Second' }, place: { line: 18 } },
    ]);
    expect(problems).toEqual([{ line: 24, why: 'The item has neither a title nor an id.' }]);
  });
});

describe('PaperMemory', () => {
  const entry = (fields: object) => ({
    id: 'Arxiv-2403.06504',
    title: 'Looms of Memory',
    author: 'Ada Lovelace and Kurt Gödel',
    year: '2024',
    source: 'arxiv',
    pdfLink: 'http://arxiv.org/pdf/2403.06504v2.pdf',
    bibtex: '',
    key: 'lovelace2024looms',
    note: '',
    tags: [],
    ...fields,
  });
  test('a backup: tags, notes, favourites and visits', () => {
    const { records, problems } = read(
      'papermemory',
      JSON.stringify({
        'Arxiv-2403.06504': entry({
          note: 'Accepted @ ICLR (2024) -- [dblp.org]\nRead again.',
          tags: ['looms', 'looms', 'memory'],
          favorite: true,
          favoriteDate: '2024-04-01T00:00:00.000Z',
          addDate: '2024-03-12T08:00:00.000Z',
          lastOpenDate: '2024-05-01T09:00:00.000Z',
          count: 4,
          codeLink: 'https://github.com/ada/looms',
        }),
        'Arxiv-hep-th_9901001': entry({
          id: 'Arxiv-hep-th_9901001',
          title: 'Old',
          pdfLink: 'file:///tmp/x.pdf',
          year: 1999,
          bibtext: '@article{broken',
          codeLink: false,
        }),
        'NeurIPS-2020_abcdef12': entry({
          id: 'NeurIPS-2020_abcdef12',
          title: 'Conference',
          pdfLink: 'https://proceedings.neurips.cc/paper/2020/file/x-Paper.pdf',
          venue: '',
          bibtex: '@inproceedings{c, booktitle = {Advances in Looms}, doi={10.1234/C}}',
        }),
        Website_1: entry({ id: 'Website_1', title: '', pdfLink: 'https://example.org/', key: '' }),
        __dataVersion: 10100,
        __syncId: 'x',
      }),
    );
    expect(records).toMatchObject([
      {
        paper: {
          id: 'arxiv:2403.06504',
          title: 'Looms of Memory',
          authors: ['Ada Lovelace', 'Kurt Gödel'],
          published: '2024',
          venue: 'ICLR',
          links: {
            page: 'https://arxiv.org/abs/2403.06504',
            pdf: 'https://arxiv.org/pdf/2403.06504v2.pdf',
            code: ['https://github.com/ada/looms'],
          },
        },
        tags: ['looms', 'memory'],
        note: 'Accepted @ ICLR (2024) -- [dblp.org]\nRead again.',
        saved: true,
        flagged: true,
        reasons: ['favourite in PaperMemory'],
        savedAt: '2024-03-12T08:00:00.000Z',
        visits: { count: 4, first: '2024-03-12T08:00:00.000Z', last: '2024-05-01T09:00:00.000Z' },
        citeKey: 'lovelace2024looms',
      },
      { paper: { id: 'arxiv:hep-th/9901001', title: 'Old', published: '1999' }, saved: true },
      { paper: { id: 'doi:10.1234/c', title: 'Conference', venue: 'Advances in Looms' }, saved: true },
    ]);
    expect(records.map(({ flagged }) => flagged)).toEqual([true, undefined, undefined]);
    expect(problems).toEqual([{ line: 1, why: '“Website_1” has neither a title nor an id.' }]);
  });

  test('its BibTeX by id, and its list of addresses', () => {
    const bib = read(
      'papermemory',
      JSON.stringify({
        'Arxiv-2403.06504': '@misc{a, title={Looms}, eprint={2403.06504}}',
        b: '@misc{b, year={1}}',
      }),
    );
    expect(bib.records).toMatchObject([{ paper: { id: 'arxiv:2403.06504', title: 'Looms' }, saved: true }]);
    expect(bib.problems).toEqual([{ line: 1, why: '“b”: The entry “b” has neither a title nor an id.' }]);
    const list = read(
      'papermemory',
      JSON.stringify([
        { url: 'https://arxiv.org/abs/2403.06504', tags: ['x'], codeLink: '' },
        { url: 'https://example.org', tags: [] },
      ]),
    );
    expect(list.records).toMatchObject([
      { paper: { id: 'arxiv:2403.06504', title: 'arXiv:2403.06504' }, tags: ['x'] },
    ]);
    expect(list.problems).toEqual([{ line: 1, why: 'The entry names no paper.' }]);
  });
});

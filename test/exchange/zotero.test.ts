import { describe, expect, it } from 'vitest';
import { idsOf } from '../../src/core/identity.ts';
import { idsOfZoteroItem, readZoteroItems } from '../../src/exchange/from/zotero-items.ts';
import type { Exportable } from '../../src/exchange/index.ts';
import { ownTags, zoteroItem } from '../../src/exchange/to/zotero.ts';
import { NASTY } from './nasty.ts';

const NOW = '2026-03-17T09:00:00.000Z';

const paper = (
  change: Partial<Exportable['paper']> = {},
  marks: Omit<Exportable, 'paper'> = {},
): Exportable => ({
  paper: {
    id: 'arxiv:2403.06504',
    title: 'Lanterns on the water',
    authors: ['Ada Lovelace', 'Laurens van der Maaten'],
    published: '2024-03-11',
    categories: ['cs.DC', 'cs.LG'],
    links: {
      page: 'https://huggingface.co/papers/2403.06504',
      pdf: 'https://arxiv.org/pdf/2403.06504',
      code: [],
      project: [],
    },
    ...change,
  },
  ...marks,
});

describe('an item', () => {
  it('of an arXiv paper is what Zotero’s own translator makes of it', () => {
    const item = paper(
      { abstract: 'We light $n$ lanterns \\& watch.', comment: '9 pages & 2 <figures>' },
      { note: 'Read before <Monday>\n- with tea\n    - green\n\nand twice' },
    );
    expect(zoteroItem(item, NOW)).toEqual({
      id: 'arxiv:2403.06504',
      itemType: 'preprint',
      title: 'Lanterns on the water',
      creators: [
        { creatorType: 'author', firstName: 'Ada', lastName: 'Lovelace' },
        { creatorType: 'author', firstName: 'Laurens', lastName: 'van der Maaten' },
      ],
      date: '2024-03-11',
      abstractNote: 'We light $n$ lanterns & watch.',
      url: 'https://arxiv.org/abs/2403.06504',
      accessDate: '2026-03-17T09:00:00Z',
      DOI: '10.48550/arXiv.2403.06504',
      repository: 'arXiv',
      archiveID: 'arXiv:2403.06504',
      libraryCatalog: 'arXiv.org',
      extra: 'arXiv:2403.06504 [cs.DC]',
      tags: [{ tag: 'cs.DC' }],
      notes: [
        { note: '<p>Comment: 9 pages &amp; 2 &lt;figures&gt;</p>' },
        {
          note: '<p>Read before &lt;Monday&gt;<br/>- with tea<br/>&nbsp;&nbsp;&nbsp;&nbsp;- green</p><p>and twice</p>',
        },
      ],
      attachments: [
        {
          title: 'Preprint PDF',
          url: 'https://arxiv.org/pdf/2403.06504',
          mimeType: 'text/html',
          snapshot: false,
        },
      ],
    });
  });

  it('of an old arXiv id names no category', () => {
    expect(zoteroItem(paper({ id: 'arxiv:hep-th/9901001', categories: ['hep-th'] }), NOW)).toMatchObject({
      extra: 'arXiv:hep-th/9901001',
      archiveID: 'arXiv:hep-th/9901001',
      DOI: '10.48550/arXiv.hep-th/9901001',
      url: 'https://arxiv.org/abs/hep-th/9901001',
    });
  });

  it('of a paper in a journal is an article that keeps its arXiv id', () => {
    const item = zoteroItem(
      paper({ venue: 'Journal of Lanterns', doi: '10.1145/12345', journalRef: 'J. Lanterns 3 (2025) 1' }),
      NOW,
    );
    expect(item).toMatchObject({
      itemType: 'journalArticle',
      publicationTitle: 'Journal of Lanterns',
      DOI: '10.1145/12345',
      date: '2025',
      extra: 'arXiv:2403.06504 [cs.DC]',
    });
    expect(item).not.toHaveProperty('repository');
    expect(item).not.toHaveProperty('archiveID');
  });

  it.each([
    [
      'J. Lanterns 3(2), 34-56 (2025)',
      {
        itemType: 'journalArticle',
        volume: '3',
        issue: '2',
        pages: '34-56',
        extra: 'arXiv:2403.06504 [cs.DC]',
      },
    ],
    [
      'In: Meeting of Looms, ser. Loom Notes, vol. 139, no. 4, pp. 770-778 (2016)',
      {
        itemType: 'conferencePaper',
        series: 'Loom Notes',
        volume: '139',
        pages: '770-778',
        extra: 'arXiv:2403.06504 [cs.DC]\nCollection Number: 4',
      },
    ],
  ])('says where it stands: %s', (journalRef, fields) => {
    const item = zoteroItem(paper({ journalRef }), NOW);
    expect(item).toMatchObject(fields);
    expect(Object.hasOwn(item, 'issue')).toBe('issue' in fields);
  });

  it('of a paper at a conference has its proceedings', () => {
    const item = paper({
      id: 'acl:2024.acl-long.1',
      venue: 'Proceedings of ACL 2024',
      links: { page: 'https://aclanthology.org/2024.acl-long.1/', code: [], project: [] },
    });
    const made = zoteroItem(item, NOW);
    expect(made).toMatchObject({
      itemType: 'conferencePaper',
      proceedingsTitle: 'Proceedings of ACL 2024',
      url: 'https://aclanthology.org/2024.acl-long.1/',
      libraryCatalog: 'aclanthology.org',
      attachments: [],
    });
    expect(made).not.toHaveProperty('DOI');
  });

  it.each([
    ['International Conference on Machine Learning', 'conferencePaper', 'proceedingsTitle'],
    ['Bioinformatics', 'journalArticle', 'publicationTitle'],
    ['PhD thesis, Loom University', 'thesis', 'university'],
    ['Technical report, Loom University', 'report', 'institution'],
  ] as const)('of a paper in %s is a %s', (venue, itemType, field) => {
    const item = zoteroItem(paper({ venue }), NOW);
    expect([item.itemType, item[field]]).toEqual([itemType, venue.replace(/^.*, /, '')]);
    expect([item.thesisType, item.reportType]).toEqual([
      itemType === 'thesis' ? 'PhD thesis' : undefined,
      itemType === 'report' ? 'Technical report' : undefined,
    ]);
  });

  it.each([
    ['title:x', 'IACR Cryptology ePrint Archive', 'IACR Cryptology ePrint Archive'],
    ['doi:10.1101/2024.01.01.1', 'bioRxiv', 'bioRxiv'],
    ['openreview:abcdef123', 'Submitted to ICLR 2026', 'OpenReview'],
    ['openreview:abcdef123', undefined, 'OpenReview'],
    ['doi:10.1101/2024.01.01.1', undefined, undefined],
  ])('of a preprint elsewhere (%s, %s) names where: %s', (id, venue, repository) => {
    const item = zoteroItem(paper({ id, ...(venue ? { venue } : {}), categories: [] }), NOW);
    expect([item.itemType, item.repository, item.archiveID]).toEqual(['preprint', repository, undefined]);
  });

  it('of anything else keeps its DOI where documents can: in Extra', () => {
    const item = paper({ id: 'doi:10.5281/zenodo.1', doi: '10.5281/zenodo.1', categories: [] });
    expect(zoteroItem(item, NOW)).toMatchObject({
      itemType: 'document',
      extra: 'DOI: 10.5281/zenodo.1',
      tags: [],
    });
  });

  it.each([
    ['Plato', { lastName: 'Plato', fieldMode: 1 }],
    ['The Lantern Collaboration', { lastName: 'The Lantern Collaboration', fieldMode: 1 }],
    ['Sammy Davis Jr.', { firstName: 'Sammy, Jr.', lastName: 'Davis' }],
    ['Wernher von Braun', { firstName: 'Wernher', lastName: 'von Braun' }],
    ["Poincar\\'{e}, Henri", { firstName: 'Henri', lastName: 'Poincaré' }],
  ])('names %s', (author, expected) => {
    expect(zoteroItem(paper({ authors: [author] }), NOW).creators).toEqual([
      { creatorType: 'author', ...expected },
    ]);
  });

  it('says so where the listing cut the authors', () => {
    expect(zoteroItem(paper({ authorsCut: true }), NOW).notes).toEqual([
      { note: '<p>The listing showed the first authors only.</p>' },
    ]);
  });

  it('can be made of every nasty record, and goes through JSON unchanged', () => {
    expect(NASTY.length).toBeGreaterThan(50);
    for (const one of NASTY) {
      if (typeof one?.paper?.title !== 'string') continue;
      const item = zoteroItem(one, NOW);
      expect(JSON.parse(JSON.stringify(item))).toEqual(item);
      expect(item.title).not.toBe('');
      expect(item.creators.every(({ lastName }) => lastName !== '')).toBe(true);
      for (const { url } of item.attachments) expect(url).toMatch(/^https?:\/\//);
    }
  });
});

it('the reader’s labels are one text, in one order, with no comma of their own', () => {
  expect(ownTags(paper({}, { tags: ['to read', 'b, c', ' a '] }))).toBe('a,b; c,to read');
  expect(ownTags(paper())).toBe('');
});

describe('an item of the library', () => {
  it('sent from here is known again by every id', () => {
    const one = paper({ doi: '10.1145/12345', venue: 'Journal of Lanterns' });
    const ids = idsOfZoteroItem({ key: 'ABCD', data: zoteroItem(one, NOW) });
    expect(ids).toEqual(['arxiv:2403.06504', 'doi:10.1145/12345', 'title:lanterns-on-the-water|lovelace']);
    expect(ids.every((id) => idsOf(one.paper).includes(id))).toBe(true);
  });

  it.each<[string, object, string[]]>([
    ['an arXiv DOI', { DOI: '10.48550/arXiv.2403.06504' }, ['arxiv:2403.06504']],
    ['an address with a version', { url: 'http://arxiv.org/abs/2403.06504v3' }, ['arxiv:2403.06504']],
    [
      'Extra',
      { extra: 'tex.x: y\narXiv: 2403.06504 [cs]\nPMID: 123\nDOI: 10.1145/ABC' },
      ['arxiv:2403.06504', 'doi:10.1145/abc', 'pmid:123'],
    ],
    ['a report number that is none', { number: '2403.06504', archiveID: '77' }, []],
    ['a title alone', { title: 'A very telling title of a paper' }, []],
    [
      'a title with markup',
      { title: 'On H<sub>2</sub>O', creators: [{ name: 'ACME' }] },
      ['title:on-h2o|acme'],
    ],
    ['an attachment', { itemType: 'attachment', url: 'https://arxiv.org/abs/2403.06504' }, []],
    ['fields of a wrong kind', { DOI: 5, url: null, extra: [], creators: 'x', title: {} }, []],
  ])('%s', (_, data, ids) => expect(idsOfZoteroItem({ data })).toEqual(ids));
});

describe('an answer of the library', () => {
  it('gives ids and the times between which it lies', () => {
    const items = [
      { data: { itemType: 'preprint', DOI: '10.1145/A', dateModified: '2026-03-01T00:00:00Z' } },
      { data: { itemType: 'note', dateModified: '2026-02-01T00:00:00Z' } },
      { data: { itemType: 'journalArticle', DOI: '10.1145/a', dateModified: '2026-03-03T00:00:00Z' } },
      null,
      'nonsense',
    ];
    expect(readZoteroItems(JSON.stringify(items))).toEqual({
      ids: ['doi:10.1145/a'],
      count: 5,
      newest: '2026-03-03T00:00:00Z',
      oldest: '2026-02-01T00:00:00Z',
    });
    expect(readZoteroItems('[]')).toEqual({ ids: [], count: 0, newest: '', oldest: '' });
  });

  it.each(['', '{}', '[1,', 'null'])('that is no list is refused: %j', (answer) => {
    expect(() => readZoteroItems(answer)).toThrow('What Zotero answered cannot be read.');
  });
});

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { bestDay, dayOf, nameOf, namesOf, plain } from '../../src/sites/citation-fields.ts';
import { metaListing, paperInMeta } from '../../src/sites/citation-meta.ts';

const URL_ = new URL('https://journal.example.org/articles/12');
const pageOf = (head: string, body = '<h1>Sealing Wax</h1>') =>
  new JSDOM(`<html><head>${head}</head><body>${body}</body></html>`, { url: URL_.href }).window.document;
const paper = (head: string, body?: string) => paperInMeta(pageOf(head, body), URL_);
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const json = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('names', () => {
  it.each([
    ['Quill, Isadora', 'Isadora Quill'],
    ['Isadora Quill', 'Isadora Quill'],
    ['de la Plume, Isadora', 'Isadora de la Plume'],
    ['Post, Jonas, Jr.', 'Jonas Post Jr.'],
    ['Post, Jr., Jonas', 'Jonas Post Jr.'],
    ['Quill, Isadora, Ph.D.', 'Isadora Quill'],
    ['  The  Ink Collaboration ', 'The Ink Collaboration'],
  ])('%s → %s', (written, name) => expect(nameOf(written)).toBe(name));

  it('several in one meta', () => {
    expect(namesOf(['Quill, Isadora; Post, Jonas'])).toEqual(['Isadora Quill', 'Jonas Post']);
    expect(namesOf(['I. Quill, J. Post, and C. Nettle'])).toEqual(['I. Quill', 'J. Post', 'C. Nettle']);
    expect(namesOf(['Quill, Isadora;'])).toEqual(['Isadora Quill']);
  });
});

it('tells editors from authors', () => {
  const told = paper(
    meta('citation_title', 'Sealing Wax') +
      meta('citation_author', 'Quill, Isadora') +
      meta('citation_pdf_url', 'https://journal.example.org/12.pdf') +
      meta('citation_editor', 'Vellum, Petra') +
      meta('citation_editor', 'Post, Jonas, Jr.'),
  );
  expect(told).toMatchObject({ authors: ['Isadora Quill'], editors: ['Petra Vellum', 'Jonas Post Jr.'] });
});

describe('dates', () => {
  it.each([
    ['2020/03/25', '2020-03-25'],
    ['2020-3-5', '2020-03-05'],
    ['2020-03-25T10:00:00Z', '2020-03-25'],
    ['2012 Nov 26', '2012-11-26'],
    ['2012 Nov', '2012-11'],
    ['Dec 20, 2006', '2006-12-20'],
    ['20200325', '2020-03-25'],
    ['2020/00/00', '2020'],
    ['2020', '2020'],
    ['soon', undefined],
  ])('%s → %s', (written, day) => expect(dayOf(written)).toBe(day));

  it('the first of January stands for its year where more is known of that', () => {
    expect(bestDay(['2020/01/01', '2020-03-27'])).toBe('2020-03-27');
    expect(bestDay(['2020/01/01', '2019-12-30'])).toBe('2019-12-30');
    expect(bestDay(['2020/01/01', '2020'])).toBe('2020-01-01');
    expect(bestDay(['2023/08/02', '2017/06/12', '2017'])).toBe('2017-06-12');
  });

  it('the first that names a day, else the most exact', () => {
    expect(bestDay(['2020', '2020/03', '2020/04/01', '2020/05/01'])).toBe('2020-04-01');
    expect(bestDay([])).toBeUndefined();
  });
});

it('leaves out tags that publishers left in', () => {
  expect(plain('<h3>ABSTRACT</h3><p>On <i>E. ink</i>,</p><p>p<0.01 <think></p>')).toBe(
    'On E. ink, p<0.01 <think>',
  );
});

describe('one paper', () => {
  it('by Scholar’s metas', () => {
    const read = paper(
      meta('citation_title', 'Sealing Wax') +
        meta('citation_author', 'Quill, Isadora') +
        meta('citation_conference_title', 'Letters') +
        meta('citation_arxiv_id', '2003.00001') +
        meta('citation_pmid', '42') +
        meta('citation_date', '2020/03/25'),
    );
    expect(read).toMatchObject({
      id: 'arxiv:2003.00001',
      aliases: ['pmid:42'],
      title: 'Sealing Wax',
      authors: ['Isadora Quill'],
      venue: 'Letters',
      published: '2020-03-25',
      links: { page: URL_.href },
    });
  });

  it.each([
    [
      'Dublin Core',
      meta('DC.Title', 'Sealing Wax') +
        meta('dc.creator', 'Quill, Isadora') +
        meta('DC.identifier', 'doi:10.1234/wax'),
    ],
    [
      'bepress',
      meta('bepress_citation_title', 'Sealing Wax') +
        meta('bepress_citation_author', 'Quill, Isadora') +
        meta('bepress_citation_doi', '10.1234/WAX'),
    ],
    [
      'EPrints',
      meta('eprints.title', 'Sealing Wax') +
        meta('eprints.creators_name', 'Quill, Isadora') +
        meta('eprints.id_number', '10.1234/wax'),
    ],
    [
      'JSON-LD in a graph',
      json({
        '@graph': [
          { '@type': 'WebPage' },
          {
            '@type': 'ScholarlyArticle',
            name: 'Sealing Wax',
            author: [{ name: 'Isadora Quill' }],
            sameAs: 'https://doi.org/10.1234/wax',
          },
        ],
      }),
    ],
    [
      'JSON-LD after broken JSON-LD',
      `<script type="application/ld+json">{"@type":</script>${json([{ '@type': ['Thing', 'ScholarlyArticle'], headline: 'Sealing Wax', author: { givenName: 'Isadora', familyName: 'Quill' }, identifier: { value: '10.1234/wax' } }])}`,
    ],
  ])('by %s', (_, head) =>
    expect(paper(head)).toMatchObject({
      id: 'doi:10.1234/wax',
      title: 'Sealing Wax',
      authors: ['Isadora Quill'],
    }),
  );

  it('by COinS, where they tell of what the page is named after', () => {
    const span =
      '<span class="Z3988" title="rft.atitle=Sealing+Wax&amp;rft.au=Quill%2C+Isadora&amp;rft_id=info%3Adoi%2F10.1234%2Fwax"></span>';
    expect(paper('', `<h1>Sealing Wax</h1>${span}`)).toMatchObject({
      id: 'doi:10.1234/wax',
      authors: ['Isadora Quill'],
    });
    expect(paper('', `<h1>History of Wax</h1>${span}`)).toBeUndefined();
  });

  it('shows its mark at the heading of its title', () => {
    const head = meta('citation_title', 'Sealing Wax') + meta('citation_doi', '10.1234/wax');
    const doc = pageOf(head, '<h1>Journal of Letters</h1><h2>Sealing Wax</h2>');
    const [item, more] = metaListing.items(doc);
    expect(item?.localName).toBe('h2');
    expect(more).toBeUndefined();
    expect(item && metaListing.slot(item)).toMatchObject({ parent: item, style: 'flow' });
  });
});

describe('abstracts', () => {
  const head = meta('citation_title', 'Sealing Wax') + meta('citation_doi', '10.1234/wax');
  const whole = `Wax is brittle when it is cold. ${'We warm it by hand. '.repeat(6)}`.trim();
  it('are taken whole, from the page first', () => {
    const body = `<h1>Sealing Wax</h1><div class="abstract"><h2>Abstract</h2><p>${whole}</p></div>`;
    expect(paper(head + meta('citation_abstract', 'Another.'.repeat(20)), body)?.abstract).toBe(whole);
    expect(paper(head + meta('citation_abstract', whole))?.abstract).toBe(whole);
    expect(
      paper(head, `<h1>Sealing Wax</h1><h2>Abstract</h2><p>${whole}</p><h2>1 Wax</h2><p>Text.</p>`)?.abstract,
    ).toBe(whole);
  });

  it('are none when cut', () => {
    expect(paper(head + meta('dc.description', `${whole} …`))?.abstract).toBeUndefined();
    expect(
      paper(head, `<h1>Sealing Wax</h1><div class="abstract">${whole} Read more</div>`)?.abstract,
    ).toBeUndefined();
  });
});

describe('no paper', () => {
  it.each([
    ['nothing', ''],
    ['news', json({ '@type': 'NewsArticle', headline: 'Sealing Wax', author: { name: 'Isadora Quill' } })],
    ['a blog', json({ '@type': 'BlogPosting', headline: 'Sealing Wax' })],
    ['a journal', meta('citation_journal_title', 'Journal of Letters')],
    ['a stray title', meta('citation_title', 'Sealing Wax')],
    [
      'a stray author of something that is not shown',
      meta('citation_title', 'Blotting Paper') + meta('citation_author', 'Quill, Isadora'),
    ],
    [
      'a site described by Dublin Core',
      meta('dc.title', 'Sealing Wax') + meta('dc.creator', 'Office of Letters') + meta('dc.type', 'Text'),
    ],
    [
      'a page that describes an article it is not named after',
      json({ '@type': 'ScholarlyArticle', name: 'Blotting Paper', author: { name: 'Isadora Quill' } }),
    ],
    ['a list of articles', json([1, 2].map((i) => ({ '@type': 'ScholarlyArticle', name: `Paper ${i}` })))],
  ])('%s', (_, head) => expect(paper(head)).toBeUndefined());
});

/** What fixtures cannot show: lists that change under the reader, stale and hostile data, addresses. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { site as huggingface } from '../../src/sites/huggingface.ts';
import { type Reading, readPage } from '../../src/sites/read-page.ts';

const FIXTURES = new URL('../fixtures/huggingface/', import.meta.url).pathname;
const DAY = 'https://huggingface.co/papers/date/2026-01-06';

const load = (name: string, url = DAY): Document =>
  new JSDOM(readFileSync(`${FIXTURES}${name}/page.html`, 'utf8'), { url }).window.document;
const page = (main: string, url = DAY): Document =>
  new JSDOM(`<!doctype html><body><main>${main}</main></body>`, { url }).window.document;

function read(doc: Document, url = DAY): Reading {
  const listing = huggingface.listing(new URL(url));
  if (!listing) throw new Error(`no listing at ${url}`);
  return readPage(huggingface, listing, doc, new URL(url));
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the fixture lacks something');
  return value;
}

const names = ({ entries }: Reading) => entries.map(({ id, title }) => [id, title]);
const dataOf = (doc: Document): Element => must(doc.querySelector('[data-target="DailyPapers"]'));
const withData = (papers: unknown[], cards = ''): Document => {
  const doc = page(`<div data-target="DailyPapers"><section>${cards}</section></div>`);
  dataOf(doc).setAttribute(
    'data-props',
    JSON.stringify({ dailyPapers: papers.map((paper) => ({ paper })), query: {} }),
  );
  return doc;
};
const card = (id: string, title: string, votes = '3'): string =>
  `<article><a href="/login?next=%2Fpapers%2F2601.99990"><div><input type="checkbox"> <div>${votes}</div></div></a><h3><a href="/papers/${id}">${title}</a></h3><a href="/papers/2601.99991#community">2</a></article>`;

describe('addresses', () => {
  it.each([
    ['/papers', 'listing'],
    ['/papers/', 'listing'],
    ['/papers?date=2024-08-01', 'listing'],
    ['/papers/date/2026-05-27', 'listing'],
    ['/papers/week/2026-W23', 'listing'],
    ['/papers/month/2026-06', 'listing'],
    ['/papers/trending', 'listing'],
    ['/papers?q=a%20b', 'listing'],
    ['/quill/papers', 'listing'],
    ['/quill/activity/papers', 'listing'],
    ['/organizations/harbour-lab/activity/papers', 'listing'],
    ['/collections/quill/sea-1', 'listing'],
    ['/papers/2601.97001', 'paper'],
    ['/papers/2601.97001v2?x=1#community', 'paper'],
    ['/', undefined],
    ['/models', undefined],
    ['/quill', undefined],
    ['/quill/seashell-7b', undefined],
    ['/papers/submit', undefined],
    ['/papers/2601.97001/edit', undefined],
    ['/docs/papers', undefined],
    ['/blog/papers', undefined],
    ['/datasets/quill/papers', undefined],
  ])('%s is %s', (path, kind) => {
    expect(huggingface.listing(new URL(path, 'https://huggingface.co'))?.kind).toBe(kind);
  });

  it('of other hosts are not read', () => {
    expect(huggingface.listing(new URL('https://huggingface.co.example.com/papers'))).toBeUndefined();
    expect(huggingface.listing(new URL('https://discuss.huggingface.co/papers'))).toBeUndefined();
  });
});

describe('lists that change without a load', () => {
  it('follow the cards: the data of the day adds nothing to other papers', () => {
    const doc = load('daily-2026');
    const first = must(doc.querySelector('article'));
    const grid = must(first.parentElement);
    const other = first.cloneNode(true) as Element;
    const link = must(other.querySelector('h3 a'));
    link.setAttribute('href', '/papers/2601.98000');
    link.textContent = 'A Paper of Another Day';
    grid.replaceChildren(other, must(doc.querySelectorAll('article')[2]));
    const reading = read(doc);
    expect(names(reading)).toEqual([
      ['arxiv:2601.98000', 'A Paper of Another Day'],
      ['arxiv:2601.97002', 'When p < 0.05 & Nobody Listens: <think> Tokens in Choir Models'],
    ]);
    expect(reading.entries.map(({ authors }) => authors)).toEqual([[], ['Ada Ferro', 'Zhang']]);
    expect(reading.entries[0]?.abstract).toBeUndefined();
  });

  it('take nothing from data that tells another title for the same id', () => {
    const doc = load('daily-2026');
    must(doc.querySelector('h3 a')).textContent = 'Renamed in the Meantime';
    const [entry] = read(doc).entries;
    expect([entry?.id, entry?.title, entry?.authors, entry?.abstract]).toEqual([
      'arxiv:2601.97001',
      'Renamed in the Meantime',
      [],
      undefined,
    ]);
  });

  it('parse the data once, and again when the page replaces it', () => {
    const doc = load('daily-2026');
    const parse = vi.spyOn(JSON, 'parse');
    const before = read(doc);
    read(doc);
    expect(parse).toHaveBeenCalledTimes(1);
    const element = dataOf(doc);
    element.setAttribute(
      'data-props',
      must(element.getAttribute('data-props')).replace('"upvotes": 31', '"upvotes": 32'),
    );
    const after = read(doc);
    expect(parse).toHaveBeenCalledTimes(2);
    parse.mockRestore();
    expect([before.entries[0]?.upvotes, after.entries[0]?.upvotes]).toEqual([31, 32]);
  });

  it('read the same after the cards were drawn anew and marks were put in', () => {
    const doc = load('trending', 'https://huggingface.co/papers/trending');
    const before = read(doc, 'https://huggingface.co/papers/trending');
    for (const article of doc.querySelectorAll('article')) {
      const fresh = article.cloneNode(true) as Element;
      fresh.append(doc.createElement('div'));
      must(fresh.lastElementChild).setAttribute('data-manicule', '');
      article.replaceWith(fresh);
    }
    expect(read(doc, 'https://huggingface.co/papers/trending')).toEqual(before);
  });

  it('are empty, not unknown, when a search finds nothing', () => {
    const url = 'https://huggingface.co/papers?q=nothing';
    const doc = load('daily-2026', url);
    for (const article of doc.querySelectorAll('article')) article.remove();
    const byAddress = read(doc, url);
    expect([byAddress.entries, byAddress.expected, byAddress.recognised]).toEqual([[], undefined, true]);
  });

  it('promise what the data holds while the cards are not there yet', () => {
    const doc = load('daily-2026');
    for (const article of doc.querySelectorAll('article')) article.remove();
    const listing = must(huggingface.listing(new URL(DAY)));
    expect(listing.items(doc)).toEqual([]);
    expect(listing.expected(doc)).toBe(4);
    must(doc.querySelector<HTMLInputElement>('input[name="daily-papers-search"]')).value = 'words typed';
    expect(listing.expected(doc)).toBeUndefined();
  });
});

describe('cards', () => {
  it('are told by the link of their heading, never by login or discussion links', () => {
    expect(names(read(page(card('2601.97010', 'Alone'))))).toEqual([['arxiv:2601.97010', 'Alone']]);
  });

  it.each([
    ['-', 0],
    ['12', 12],
    ['1,204', 1204],
    ['Upvote 7', 7],
    ['1.2k', undefined],
    ['', undefined],
  ])('show %j votes as %s', (shown, votes) => {
    expect(read(page(card('2601.97010', 'Alone', shown))).entries[0]?.upvotes).toBe(votes);
  });

  it('may lie in an article that holds the whole list', () => {
    const doc = page(
      `<article><div>${card('2601.97010', 'One')}</div><div><h3><a href="/papers/2601.97011">Two</a></h3></div></article>`,
    );
    expect(names(read(doc))).toEqual([
      ['arxiv:2601.97010', 'One'],
      ['arxiv:2601.97011', 'Two'],
    ]);
  });

  it('keep a formula as TeX, once', () => {
    const katex =
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span>';
    expect(read(page(card('2601.97010', `On ${katex} and More`))).entries[0]?.title).toBe(
      'On $x^2$ and More',
    );
  });

  it('without a link get their id from the data by title, else a title id', () => {
    const cards =
      '<article><h3>Known by Name</h3></article><article><h3>Known by Nobody at All</h3></article>';
    const reading = read(
      withData([{ id: '2601.97010', title: 'Known by\nName', authors: [{ name: 'Ada Quill' }] }], cards),
    );
    expect(reading.entries.map(({ id, authors, links }) => [id, authors, links.page])).toEqual([
      ['arxiv:2601.97010', ['Ada Quill'], 'https://huggingface.co/papers/2601.97010'],
      ['title:known-by-nobody-at-all', [], 'https://huggingface.co/papers?q=Known%20by%20Nobody%20at%20All'],
    ]);
  });

  it('in a grid cell of their own are left out with it', () => {
    const doc = load('daily-2024');
    const listing = must(huggingface.listing(new URL(DAY)));
    const [item] = listing.items(doc);
    expect(listing.extent?.(must(item))).toEqual([item?.parentElement]);
    const svelte = load('daily-2026');
    const [article] = listing.items(svelte);
    expect(listing.extent?.(must(article))).toEqual([article]);
  });
});

describe('hostile data', () => {
  it('of any shape breaks nothing', () => {
    for (const props of [
      'null',
      '[]',
      '7',
      '""',
      '{"dailyPapers":[null,{"paper":null},{"paper":{"id":1}}]}',
      '{"a":'.repeat(5_000),
    ]) {
      const doc = withData([], card('2601.97010', 'Alone'));
      dataOf(doc).setAttribute('data-props', props);
      expect(names(read(doc))).toEqual([['arxiv:2601.97010', 'Alone']]);
    }
  });

  it('is cut, cleaned and kept to safe links', () => {
    const doc = withData([
      {
        id: '2601.97010',
        title: 'A <b>Bold</b>\u0000 Title',
        authors: [
          { name: 'Ada' },
          { name: 7 },
          null,
          { name: '  ' },
          { name: 'Bo', hidden: true },
          { name: 'x'.repeat(900) },
        ],
        summary: 'long '.repeat(600_000),
        publishedAt: 'yesterday',
        upvotes: -3,
        githubRepo: 'javascript:alert(1)',
        projectPage: 'https://arxiv.org/abs/2601.97010',
        ai_keywords: 'none',
      },
    ]);
    const [entry] = read(doc).entries;
    expect(entry?.abstract?.length).toBe(20_000);
    expect({ ...entry, abstract: '' }).toEqual({
      id: 'arxiv:2601.97010',
      site: 'huggingface',
      position: 1,
      title: 'A <b>Bold</b> Title',
      authors: ['Ada', `${'x'.repeat(199)}…`],
      abstract: '',
      categories: [],
      links: {
        page: 'https://huggingface.co/papers/2601.97010',
        pdf: 'https://arxiv.org/pdf/2601.97010',
        code: [],
        project: [],
      },
    });
  });
});

describe('one paper’s page', () => {
  it('reads its data alone, and not that of another paper', () => {
    const url = 'https://huggingface.co/papers/2601.97001';
    const doc = load('paper', url);
    must(doc.querySelector('h1')).remove();
    expect(names(read(doc, url))).toEqual([['arxiv:2601.97001', 'Tide Tables from Seashell Recordings']]);
    expect(read(doc, 'https://huggingface.co/papers/2601.97002').entries).toEqual([]);
  });

  it('after a change of page without a load shows the new paper, not the old data', () => {
    const doc = load('paper');
    must(doc.querySelector('h1')).textContent = 'Folding Maps without Tears';
    const [entry] = read(doc, 'https://huggingface.co/papers/2601.97004').entries;
    expect([entry?.id, entry?.title, entry?.keywords]).toEqual([
      'arxiv:2601.97004',
      'Folding Maps without Tears',
      undefined,
    ]);
  });
});

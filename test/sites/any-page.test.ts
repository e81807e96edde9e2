/** Pages of no known site, by links and metadata alone; and known ones whose markup has changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { anyKnown } from '../../src/sites/any.ts';
import { anyListing } from '../../src/sites/any-page.ts';
import type { Listing, Site } from '../../src/sites/define-site.ts';
import { readPage } from '../../src/sites/read-page.ts';

const FIXTURES = new URL('../fixtures/any/', import.meta.url).pathname;
const file = (name: string, part: string) => readFileSync(`${FIXTURES}${name}/${part}`, 'utf8');

const site: Site = { id: 'example', any: true, verified: true, examples: [], listing: () => undefined };
const at = (html: string, listing: Listing = anyListing(), url = 'https://example.org/list') => {
  const { document } = new JSDOM(html, { url }).window;
  return { document, listing, ...readPage(site, listing, document, new URL(url)) };
};
const told = (html: string, listing?: Listing) =>
  at(html, listing).entries.map(({ id, title }) => [id, title]);

const names = readdirSync(FIXTURES).sort();

describe.each(names)('fixture %s', (name) => {
  const { url } = JSON.parse(file(name, 'meta.json')) as { url: string };
  const { document } = new JSDOM(file(name, 'page.html'), { url }).window;
  const known = anyKnown(document, new URL(url));

  it('reads exactly', () => {
    const { kind, entries, problems } = readPage(known.site, known.listing, document, new URL(url));
    expect({ kind, entries }).toEqual(JSON.parse(file(name, 'expected.json')));
    expect(problems).toEqual([]);
  });

  it('gives every entry an item and a place of its own, in no link', () => {
    const items = known.listing.items(document);
    expect(new Set(items).size).toBe(items.length);
    const places = items.map((item) => {
      const slot = known.listing.slot(item);
      expect(slot?.style).toBe('flow');
      expect(slot?.parent.closest('a')).toBeNull();
      if (slot?.before) expect(slot.before.parentNode).toBe(slot.parent);
      expect(known.listing.texts(item).length).toBeGreaterThan(0);
      return slot;
    });
    for (const [i, slot] of places.entries()) {
      for (const other of places.slice(i + 1)) {
        expect(slot?.parent === other?.parent && slot?.before === other?.before).toBe(false);
      }
    }
    expect(known.listing.items(document), 'found again').toEqual(items);
  });
});

describe('what is no title', () => {
  it.each([
    ['this paper'],
    ['pdf'],
    ['[1]'],
    ['Download PDF'],
    ['arXiv:2401.00001v2'],
    ['https://arxiv.org/abs/2401.00001'],
    ['Quill et al., 2024'],
    ['(Quill and Post, 2024)'],
    ['NeurIPS 2024'],
    ['as has been shown before'],
    ['Nibformer'],
  ])('“%s” in running text', (text) => {
    expect(
      told(`<p>Long before, ink ran (<a href="https://arxiv.org/abs/2401.00001">${text}</a>) and dried.</p>`),
    ).toEqual([['arxiv:2401.00001', 'arXiv:2401.00001']]);
  });
});

describe('titles around links', () => {
  const link = '<a href="https://arxiv.org/abs/2401.00001">paper</a>';
  it.each([
    ['heading above', `<h3>Ink and Its Many Uses</h3><p>${link}</p>`],
    ['quoted', `<ul><li>Quill, I., & Post, J. (2024). Ink and Its Many Uses. Annals, 2. ${link}</li></ul>`],
    ['numbered', `<p>12. Ink and Its Many Uses [${link}]</p>`],
    ['dated, with authors', `<ul><li>Ink and Its Many Uses (ICML 2024), I. Quill [${link}]</li></ul>`],
    [
      'card',
      `<div><div class="card"><div class="card-title">Ink and Its Many Uses</div><div><span>${link}</span></div></div></div>`,
    ],
    ['term', `<dl><dt>Ink and Its Many Uses</dt><dd>Isadora Quill</dd><dd>${link}</dd></dl>`],
    ['quotation marks', `<p>“Ink and Its Many Uses”, ${link}</p>`],
  ])('%s', (_, html) => expect(told(html)).toEqual([['arxiv:2401.00001', 'Ink and Its Many Uses']]));
});

describe('a known site', () => {
  const key = (url: URL) => /^\/v1\/(\w+)\./.exec(url.pathname)?.[1];
  const rows = `<div class="x"><p>Ink and Its Many Uses</p><p><span>Isadora Quill</span></p><p>[<a href="/v1/a.html">abs</a>][<a href="/v1/a.pdf">Download PDF</a>]</p></div>
    <div class="x"><p>Preface</p><p><span>Jonas Post</span></p><p>[<a href="/v1/b.html">abs</a>]</p></div>`;

  it('is read by its own links, all to one paper together', () => {
    const within = { embedded: () => [], context: () => undefined } as unknown as Listing;
    const { entries } = at(rows, anyListing({ key, within }));
    expect(entries[0]).toMatchObject({
      id: 'title:ink-and-its-many-uses|quill',
      title: 'Ink and Its Many Uses',
      links: { page: 'https://example.org/v1/a.html', pdf: 'https://example.org/v1/a.pdf' },
    });
  });

  it('lends what its own data tells, and a broken reading of it does no harm', () => {
    const html = '<p><a href="https://arxiv.org/abs/2401.00001">pdf</a></p>';
    const read = {
      id: 'arxiv:2401.00001',
      title: 'Ink',
      authors: ['Isadora Quill'],
      abstract: 'All of it.',
      categories: [],
      links: { page: 'https://arxiv.org/abs/2401.00001', code: [], project: [] },
    };
    const within = { context: () => [read], embedded: (all: unknown) => all } as unknown as Listing;
    expect(at(html, anyListing({ within })).entries[0]).toMatchObject(read);
    const broken = {
      context: () => {
        throw new Error('changed');
      },
      embedded: () => [read],
    } as unknown as Listing;
    expect(told(html, anyListing({ within: broken }))).toEqual([['arxiv:2401.00001', 'arXiv:2401.00001']]);
  });
});

it('takes time in proportion to the page', () => {
  const row = (i: number) =>
    `<li><b>Ink and Its ${i} Uses</b> <a href="https://arxiv.org/abs/2401.${String(i).padStart(5, '0')}">pdf</a></li>`;
  const time = (n: number) => {
    const { document } = new JSDOM(`<ul>${Array.from({ length: n }, (_, i) => row(i)).join('')}</ul>`).window;
    const listing = anyListing();
    const start = performance.now();
    expect(listing.items(document).length).toBe(n);
    return performance.now() - start;
  };
  time(200);
  expect(time(2_000)).toBeLessThan(60 * Math.max(time(200), 5));
});

/** How papers stand on pages of all kinds: lists, tables, cards, comments, references, running text. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../src/core/identity.ts';
import { anyListing } from '../../src/sites/any-page.ts';
import type { Listing, Site } from '../../src/sites/define-site.ts';
import { type KeyOf, keyOf, linkedPapers } from '../../src/sites/evidence.ts';
import { readPage } from '../../src/sites/read-page.ts';

const site: Site = { id: 'example', any: true, verified: true, examples: [], listing: () => undefined };
/** A site whose own markup is gone. */
const changed = { context: () => undefined, items: () => [] } as unknown as Listing;

const at = (n: number): string => `https://arxiv.org/abs/2401.${String(n).padStart(5, '0')}`;
const id = (n: number): string => `arxiv:2401.${String(n).padStart(5, '0')}`;

function read(html: string, url = 'https://example.org/list', key?: KeyOf) {
  const { document } = new JSDOM(`<body>${html}</body>`, { url }).window;
  const listing = key ? anyListing({ key: keyOf(key), within: changed }) : anyListing();
  const { entries } = readPage(site, listing, document, new URL(url));
  return { document, listing, entries };
}

/** Ids with titles; '' where there is none. */
const told = (...page: Parameters<typeof read>): [string, string][] =>
  read(...page).entries.map((entry) => [entry.id, isPlaceholder(entry.title) ? '' : entry.title]);

describe('in lists', () => {
  it('bold, linked, plain, with venue, year, authors around', () => {
    expect(
      told(`<ul>
        <li><strong>Weft Attention for Long Cloth</strong> [<a href="${at(1)}">paper</a>] [<a href="https://github.com/a/b">code</a>]</li>
        <li><p><strong>Warp Is Enough: A Study of Threads</strong>, <em>NeurIPS 2023</em>, <a href="${at(2)}">[paper]</a></p></li>
        <li><a href="${at(3)}">Knots in Deep Weaving</a>. Ada Quill, Bo Reed. ICML 2023.</li>
        <li>(<em>ICLR'23</em>) Spinning Yarn with Diffusion, A. Quill et al. [<a href="${at(4)}">pdf</a>]</li>
        <li>[<strong>CVPR 2022</strong>] Seeing Cloth Through Mist <a href="${at(5)}">[Paper]</a><a href="https://github.com/x/y">[Code]</a></li>
        <li>Deep Cloth Style Transfer (2017), F. Luan et al. <a href="${at(6)}">[pdf]</a></li>
        <li><a href="${at(7)}">[2401.00007]</a> Weaving Beyond Borders</li>
        <li><a href="${at(8)}">arXiv:2401.00008</a>: Yarn Theory and Practice, by Ada Quill</li>
      </ul>`),
    ).toEqual([
      [id(1), 'Weft Attention for Long Cloth'],
      [id(2), 'Warp Is Enough: A Study of Threads'],
      [id(3), 'Knots in Deep Weaving'],
      [id(4), 'Spinning Yarn with Diffusion'],
      [id(5), 'Seeing Cloth Through Mist'],
      [id(6), 'Deep Cloth Style Transfer'],
      [id(7), 'Weaving Beyond Borders'],
      [id(8), 'Yarn Theory and Practice'],
    ]);
  });

  it('nested, two in one item, one by three ids', () => {
    expect(
      told(`<ul><li>Weaving<ul><li><a href="${at(1)}">Plain Weave Networks</a></li></ul></li>
        <li><strong>GPT Looms</strong>: <a href="${at(2)}">Improving Looms by Pre-Weaving</a>, <a href="${at(3)}">Looms are Unsupervised Weavers</a></li>
        <li><p><strong>Ada Quill</strong>, Bo Reed. <em>Teaching Looms to Read</em>. ACL 2023. <a href="https://aclanthology.org/2023.acl-long.1/">[pdf]</a></p></li>
        <li><div class="title">Spools of Thought</div><div class="authors">A. Quill and B. Reed</div>
          <div><a href="${at(4)}">arXiv</a> <a href="https://aclanthology.org/2023.acl-long.2.pdf">PDF</a> <a href="https://doi.org/10.18653/v1/2023.acl-long.2">DOI</a></div></li></ul>`),
    ).toEqual([
      [id(1), 'Plain Weave Networks'],
      [id(2), 'Improving Looms by Pre-Weaving'],
      [id(3), 'Looms are Unsupervised Weavers'],
      ['acl:2023.acl-long.1', 'Teaching Looms to Read'],
      [id(4), 'Spools of Thought'],
    ]);
  });

  it('without markup, line by line', () => {
    expect(
      told(`<p>1. The Art of Slow Looms<br><a href="${at(1)}">${at(1)}</a><br><br>2. Fast Looms Considered Harmful<br><a href="${at(2)}">${at(2)}</a></p>
        <p>- Carding wool by hand (1997), A. Quill <a href="${at(3)}">[pdf]</a>\n- Long short-term felting (1998), B. Reed and C. Dee. <a href="https://doi.org/10.1000/felt">[pdf]</a></p>`),
    ).toEqual([
      [id(1), 'The Art of Slow Looms'],
      [id(2), 'Fast Looms Considered Harmful'],
      [id(3), 'Carding wool by hand'],
      ['doi:10.1000/felt', 'Long short-term felting'],
    ]);
  });
});

describe('in tables', () => {
  it('by the column that is called so; else the cell that reads as one', () => {
    expect(
      told(`<table><tr><th>Venue</th><th>Title</th><th>Link</th></tr>
        <tr><td>Conference of Looms and Large Looking Glasses</td><td>Felted Embeddings</td><td><a href="${at(1)}">Link</a></td></tr></table>
        <table><tr><td>1) <strong>Carding Large Fleeces</strong> - a method that cards, and what came of it when it was tried.</td><td><a href="${at(2)}">Paper</a>, <a href="https://x.example/1">Tweet</a></td></tr>
        <tr><td>2) Loomer  Researchers present a machine that weaves at night, and discuss what it weaves.</td><td><a href="${at(3)}">Paper</a></td></tr></table>`),
    ).toEqual([
      [id(1), 'Felted Embeddings'],
      [id(2), 'Carding Large Fleeces'],
      [id(3), ''],
    ]);
  });

  it('as homes of researchers and lists of links have them', () => {
    expect(
      told(`<table><tr><td><img src="a"></td><td><a href="https://p.example"><span class="papertitle">Weaving Radiance Fields</span></a><br>
        <a href="https://ada.example">Ada Quill</a>, <a href="https://bo.example">Bo Reed</a><br><em>CVPR</em>, 2023<br><a href="https://p.example">project page</a> / <a href="${at(1)}">arXiv</a></td></tr></table>
        <table><tr><td><span class="titleline"><a href="${at(2)}">Small Spindles: Efficient Carding [pdf]</a> (<a href="from?site=arxiv.org">arxiv.org</a>)</span></td></tr>
        <tr><td>12 points by <a href="user?id=x">x</a> | <a href="item?id=9">12&nbsp;comments</a></td></tr></table>`),
    ).toEqual([
      [id(1), 'Weaving Radiance Fields'],
      [id(2), 'Small Spindles: Efficient Carding'],
    ]);
  });
});

describe('in text', () => {
  it.each([
    [
      `See "Weaving Without Thread at Scale" (<a href="${at(1)}">arxiv.org/abs/2401.00001</a>)`,
      'Weaving Without Thread at Scale',
    ],
    [
      `Quill, Ada. "Cloth Memory." <a href="${at(1)}"><span>arxiv.org/abs/2401.00001</span></a>`,
      'Cloth Memory',
    ],
    [
      `<b>Wool and Water: an Essay on Felt</b> — a nice one. <a href="${at(1)}">link</a>. I liked how they dye it.`,
      'Wool and Water: an Essay on Felt',
    ],
    [`We follow <a href="${at(1)}">Dyeing by Gradient Descent</a>.`, 'Dyeing by Gradient Descent'],
    [`The relevant paper is here: <a href="${at(1)}">${at(1)}</a>`, ''],
    [
      `New paper alert! Our work is out and I could not be happier <a href="${at(1)}">arxiv.org/abs/2401.0…</a>`,
      '',
    ],
    [`As shown by <a href="${at(1)}">a newer loom</a> in <a href="https://example.org">its manual</a>`, ''],
    [`Counting is hard. (<a href="${at(1)}">paper</a> | <a href="https://github.com/a/t">code</a>)`, ''],
  ])('%s', (html, title) => {
    expect(told(`<p>${html}</p><p><a href="${at(9)}">Something Else Altogether</a></p>`)[0]).toEqual([
      id(1),
      title,
    ]);
  });

  it('under headings of their own, not under those of chapters', () => {
    const two = `<h3>1. A Loom of One's Own</h3><p>Looms can dream. <a href="${at(1)}">Read the paper</a></p>
      <h3>2. Thread Counting with Looms</h3><p>Counting is hard. (<a href="${at(2)}">paper</a>)</p>`;
    expect(told(two)).toEqual([
      [id(1), "A Loom of One's Own"],
      [id(2), 'Thread Counting with Looms'],
    ]);
    expect(
      told(
        `<h3>Why Does This Matter?</h3><p>It was shown in the <a href="${at(1)}">paper</a> that it does.</p>`,
      ),
    ).toEqual([[id(1), '']]);
  });

  it('references, by the order that styles have', () => {
    const link = (n: number) => `<a href="https://doi.org/10.1000/q.${n}">https://doi.org/10.1000/q.${n}</a>`;
    expect(
      told(`<ul><li>Quill, A., &amp; Reed, B. (2021). The quiet loom: a field study. <em>Journal of Threads</em>, 12(3), 4–9. ${link(1)}</li>
        <li>A. Quill and B. Reed, “Noise in looms,” <em>IEEE Trans. Cloth</em>, vol. 3, 2020, doi: ${link(2)}.</li>
        <li>Ada Quill, Bo Reed, and Cy Dee. 2022. Measuring yarn tension with transformers. In Proceedings of LOOM. ${link(3)}</li></ul>`).map(
        ([, title]) => title,
      ),
    ).toEqual([
      'The quiet loom: a field study',
      'Noise in looms',
      'Measuring yarn tension with transformers',
    ]);
  });
});

describe('a changed site', () => {
  it('rows of links under plain titles, with authors', () => {
    const key: KeyOf = (url) => /\/v\d+\/([a-z]+\d+[a-z])(?:\.html|\/)/.exec(url.pathname)?.[1];
    const row = (title: string, names: string, name: string) =>
      `<div class="q"><p>${title}</p><p><span>${names}</span></p><p>[<a href="/v97/${name}.html">abs</a>][<a href="/v97/${name}/${name}.pdf">Download PDF</a>][<a href="/v97/${name}/${name}-supp.pdf">Supplementary PDF</a>]</p></div>`;
    const { entries } = read(
      row('Learning to Spin', 'Ada Quill, Bo Reed', 'quill19a') + row('Weft', 'Cy Dee', 'dee19a'),
      'https://proceedings.mlr.press/v97/',
      key,
    );
    expect(entries.map(({ id, authors }) => [id, authors])).toEqual([
      ['title:learning-to-spin|quill', ['Ada Quill', 'Bo Reed']],
      ['title:weft|dee', ['Cy Dee']],
    ]);
  });

  it('terms, also as nothing but boxes; what a description mentions is no entry’s title', () => {
    const html = `<dl><dt>[1] <a href="/abs/2401.00001">arXiv:2401.00001</a> (replaced) [<a href="/pdf/2401.00001">pdf</a>]</dt>
      <dd><div><div><span>Title:</span> Spindles and Wheels</div><div><a href="/search/q">Ada Quill</a></div><div>Comments: extends <a href="/abs/2312.00099">arXiv:2312.00099</a></div></div></dd>
      <dt>[2] <a href="/abs/2401.00002">arXiv:2401.00002</a> [<a href="/pdf/2401.00002">pdf</a>]</dt><dd><div><span>Title:</span> On Bobbins</div></dd></dl>`;
    const want = [
      [id(1), 'Spindles and Wheels'],
      ['arxiv:2312.00099', ''],
      [id(2), 'On Bobbins'],
    ];
    const url = 'https://arxiv.org/list/cs.CL/new';
    expect(told(html, url, () => undefined)).toEqual(want);
    expect(told(html.replace(/<(\/?)d[ldt]>/g, '<$1div>'), url, () => undefined)).toEqual(want);
  });

  it('a row’s other ids are its own', () => {
    const key: KeyOf = (url) => /\/(?:html|papers)\/([^/]+?)_paper\.(?:html|pdf)$/.exec(url.pathname)?.[1];
    const html = `<dl><dt><a href="/content/X2024/html/Quill_X_2024_paper.html">Threads in the Wild</a></dt><dd>Ada Quill</dd>
      <dd>[<a href="/content/X2024/papers/Quill_X_2024_paper.pdf">pdf</a>][<a href="${at(1)}">arXiv</a>]</dd>
      <dt><a href="/content/X2024/html/Reed_X_2024_paper.html">Cloth</a></dt><dd>Bo Reed</dd><dd>[<a href="/content/X2024/papers/Reed_X_2024_paper.pdf">pdf</a>]</dd></dl>`;
    expect(told(html, 'https://openaccess.example.org/X2024', key)).toEqual([
      [id(1), 'Threads in the Wild'],
      ['title:cloth|reed', 'Cloth'],
    ]);
  });
});

describe('frames', () => {
  it('hold no entries; the foot of a card is no frame', () => {
    const html = `<nav><a href="${at(1)}">In the Nav Bar Text</a></nav><div id="cookie-banner"><a href="${at(2)}">Cookies and Their Crumbs</a></div>
      <article><h3>Carding for Everyone</h3><footer><a href="${at(3)}">arXiv</a></footer></article><footer><a href="${at(4)}">Cite Us Please Now</a></footer>`;
    const { document, entries } = read(html);
    expect(entries.map(({ id: one, title }) => [one, title])).toEqual([[id(3), 'Carding for Everyone']]);
    expect(linkedPapers(document.body, document.URL, keyOf(undefined))).toBe(2); // the notice's and the card's
  });
});

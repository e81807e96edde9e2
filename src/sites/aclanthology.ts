/**
 * ACL Anthology: events, volumes, venues, people. A row holds badges (pdf, bib, abs) and a block with title, authors and
 * volume; the abstract stands in a card that follows the row, folded. Bootstrap 4 until 2025, 5 since:
 * https://github.com/acl-org/acl-anthology (hugo/layouts).
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf } from './parts.ts';

/** The paper a link within the Anthology leads to; not its PDF or BibTeX, which stand in the same row. */
function pageId(url: URL): string | undefined {
  return /\.\w{2,4}$/.test(url.pathname.replace(/\.\d+\/?$/, '')) ? undefined : idOfUrl(url.href);
}

const idOf = (link: Element | null | undefined): string | undefined => {
  const url = link && addressOf(link, link.ownerDocument.URL);
  return url?.hostname.includes('acl') ? pageId(url) : undefined;
};

/** Titles of rows: links to papers in bold. A volume's own heading links to its front matter or PDF alone. */
const titles = (area: ParentNode): Element[] =>
  [...area.querySelectorAll('strong a[href], b a[href], a.align-middle[href]')].filter(
    (link) => !link.classList.contains('badge') && !link.closest('h1, h2, h3') && idOf(link),
  );

const titleOf = (item: Element): Element | undefined => titles(item)[0];

/** The folded card after a row. */
function abstractOf(item: Element): Element | undefined {
  const next = item.nextElementSibling;
  if (!next || titles(next).length > 0) return undefined;
  return /abstract/.test(`${next.id} ${next.className}`) ? next : undefined;
}

/** The row around a title: the widest element that holds no other title. */
function rowOf(link: Element): Element {
  let row = link;
  for (let above = link.parentElement; above && above.localName !== 'body'; above = above.parentElement) {
    if (above.localName === 'section' || /^(?:main|section)$/.test(above.id) || titles(above).length > 1)
      break;
    if (/^h\d$/.test(above.firstElementChild?.localName ?? '')) break;
    // a row and its folded abstract: the row is the part with the title
    if ([...above.children].some((part) => /abstract/.test(`${part.id} ${part.className}`))) break;
    row = above;
  }
  return row;
}

/** "2024.acl-long.1" → 2024; "P19-1001" → 2019, "J99-…" → 1999. */
function yearOf(id: string): string | undefined {
  const name = id.slice('acl:'.length);
  const old = /^[A-Z](\d\d)-/.exec(name)?.[1];
  if (old) return `${Number(old) > 60 ? 19 : 20}${old}`;
  return /^(\d{4})\./.exec(name)?.[1];
}

const list = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => titles(doc)[0]?.closest('#main, main, section, body') ?? doc.querySelector('#main'),
  items: (doc) => distinct(titles(doc).map(rowOf)),
  context: () => undefined,
  read(item) {
    const title = titleOf(item);
    const id = idOf(title);
    if (!title || !id) return undefined;
    const people = [...item.querySelectorAll('a[href*="/people/"]')];
    const venue = [...item.querySelectorAll('a[href*="/volumes/"], a[href*="/events/"]')][0];
    const pdf = [...item.querySelectorAll('a[href$=".pdf"]')].find((link) =>
      /^\s*pdf\s*$/i.test(link.textContent ?? ''),
    );
    return entryOf(
      {
        ids: [id],
        title: textOf(title),
        authors: people.map((one) => textOf(one)),
        abstract: textOf(abstractOf(item)).replace(/^Abstract\s*:?\s+/, ''),
        published: yearOf(id),
        venue: textOf(venue),
        page: hrefOf(title),
        pdf: hrefOf(pdf ?? item.querySelector('a[href$=".pdf"]')),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    // at the end of the authors' and volume's lines
    const parent = beside?.closest('span, p, div') ?? item;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  extent: (item) => distinct([item, abstractOf(item)]),
  texts: (item) => distinct([titleOf(item), abstractOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, pageId) || undefined,
});

/** Metas name authors as their accounts do; the page shows them as they signed. */
const paper: typeof metaListing = {
  ...metaListing,
  read(item, known) {
    const shown = [...item.ownerDocument.querySelectorAll('.lead a[href*="/people/"]')].map((one) =>
      textOf(one),
    );
    return known && shown.length > 0 ? { ...known, authors: shown } : known;
  },
};

const LISTS = /^\/(?:events|volumes|venues|people|sigs)\/./;

export const site = defineSite({
  id: 'aclanthology',
  verified: true,
  examples: [
    'https://aclanthology.org/events/acl-2024/',
    'https://aclanthology.org/volumes/2024.acl-long/',
    'https://aclanthology.org/venues/tacl/',
    'https://aclanthology.org/people/ada-quill/',
    'https://aclanthology.org/people/q/ada-quill/',
    'https://aclanthology.org/2024.acl-long.1/',
    'https://aclanthology.org/P19-1001',
  ],
  listing(url) {
    if (url.hostname !== 'aclanthology.org') return undefined;
    if (LISTS.test(url.pathname)) return list;
    return pageId(url) ? paper : undefined;
  },
});

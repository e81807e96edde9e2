/** ICML: accepted papers of 2012 with abstracts, the book of 2020, and the lists of the virtual sites. */
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, idsIn, namesIn } from './parts.ts';
import { eventOf, isVirtualList, virtualEvent, virtualList } from './virtual-conference.ts';

/** `/2012/papers/943.pdf`, `/discuss/2012/943.html`, `/book/3241.pdf`, `/virtual/2024/poster/34567`. */
function paper(url: URL): string | undefined {
  if (!/(?:^|\.)icml\.cc$/.test(url.hostname)) return undefined;
  const found = /^\/(?:book|\d{4}\/papers|discuss\/\d{4})\/(\d+)\.(?:pdf|html)$/.exec(url.pathname);
  return found?.[1] ?? eventOf(url);
}

const isFile = (link: Element, base: string): boolean => {
  const url = addressOf(link, base);
  return url !== undefined && paper(url) !== undefined;
};

const titleOf = (item: Element): Element | null => item.querySelector('h2, h3');

/** The paragraph that begins with "Abstract:"; the tags of these pages are not closed. */
const abstractOf = (item: Element): Element | undefined =>
  [...item.querySelectorAll('p')].find((part) => /^\s*Abstract:/i.test(part.textContent ?? ''));

/** Not every paper has a file; each has its discussion. */
const LINKS = 'a[href*="papers/"][href$=".pdf"], a[href*="/discuss/"]';

const accepted = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector(LINKS)?.closest('div')?.parentElement ?? null,
  items: (doc) =>
    distinct(
      [...doc.querySelectorAll(LINKS)]
        .filter((link) => isFile(link, doc.URL))
        .map((link) => link.closest('div')),
    ).filter((item) => titleOf(item)),
  context: (doc) => /\b(?:19|20)\d\d\b/.exec(doc.URL)?.[0],
  read(item, year) {
    const files = [...item.querySelectorAll('a[href$=".pdf"]')].map(hrefOf);
    const next = titleOf(item)?.nextElementSibling;
    const line =
      item.querySelector('.authors') ?? (/^\s*(?:Abstract:|–)/.test(next?.textContent ?? '') ? null : next);
    const abstract = textOf(abstractOf(item)).replace(/^Abstract:\s*/i, '');
    return entryOf(
      {
        ids: idsIn(item),
        title: textOf(titleOf(item)),
        ...namesIn(textOf(line)),
        abstract,
        venue: year && `ICML ${year}`,
        published: year,
        page: files[0] ?? hrefOf(item.querySelector(LINKS)),
        pdf: files[0],
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    const parent = beside?.nextElementSibling;
    return beside && parent ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item), abstractOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

const book = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('a[href*="/book/"][href$=".pdf"]')?.closest('ul, ol, table, div') ?? null,
  items: (doc) =>
    distinct(
      [...doc.querySelectorAll('a[href*="/book/"][href$=".pdf"]')].map(
        (link) => link.closest('li, tr, p') ?? link.closest('div'),
      ),
    ),
  context: (doc) => /\b(?:19|20)\d\d\b/.exec(doc.URL)?.[0],
  read(item, year) {
    const link = item.querySelector('a[href$=".pdf"]');
    const pdf = hrefOf(link);
    return entryOf(
      {
        title: textOf(link),
        ...namesIn(textOf(item.querySelector('i, em'))),
        venue: year && `ICML ${year}`,
        published: year,
        page: pdf,
        pdf,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = item.querySelector('a[href$=".pdf"]');
    return beside ? { parent: item, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([item.querySelector('a[href$=".pdf"]')]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

export const site = defineSite({
  id: 'icml',
  verified: true,
  examples: [
    'https://icml.cc/2012/papers/',
    'https://icml.cc/2012/papers.1.html',
    'https://proceedings.icml.cc/book/2020',
    'https://icml.cc/virtual/2024/papers.html?filter=titles',
    'https://icml.cc/virtual/2024/poster/34567',
  ],
  paper,
  listing(url) {
    if (!/(?:^|\.)icml\.cc$/.test(url.hostname)) return undefined;
    if (/^\/\d{4}\/papers(?:\.\d+)?(?:\.html|\/)?$/.test(url.pathname)) return accepted;
    if (/^\/book\/\d{4}\/?$/.test(url.pathname)) return book;
    if (isVirtualList(url)) return virtualList;
    return eventOf(url) ? virtualEvent : undefined;
  },
});

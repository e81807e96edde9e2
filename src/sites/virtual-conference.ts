/**
 * Lists of papers on the virtual sites of ICML, ICLR and others, which share their software: `/virtual/2024/papers.html`,
 * one `li` with a link to the poster each; the authors only where cards are shown.
 */
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';

/** `/virtual/2024/poster/34567`, `/virtual/2024/oral/35442`: its number. */
export const eventOf = (url: URL): string | undefined =>
  /^\/virtual\/\d{4}\/(?:poster|oral|spotlight)\/(\d+)\/?$/.exec(url.pathname)?.[1];

export const isVirtualList = (url: URL): boolean =>
  /^\/virtual\/\d{4}\/(?:papers(?:\.html)?|events\/(?:oral|poster|spotlight)\w*|session\/\d+)\/?$/i.test(
    url.pathname,
  );

function titles(doc: Document): Element[] {
  const seen = new Set<string>();
  return [...doc.querySelectorAll('a[href*="/virtual/"]')].filter((link) => {
    const url = addressOf(link, doc.URL);
    const key = url && eventOf(url);
    if (!key || seen.has(key) || !textOf(link) || link.closest('nav, header, footer')) return false;
    seen.add(key);
    return true;
  });
}

const titleOf = (item: Element): Element | null => item.querySelector('a[href*="/virtual/"]');

export const virtualList = defineListing({
  kind: 'listing',
  live: true,
  root: (doc) => doc.querySelector('main, #main, .container, body'),
  items: (doc) => distinct(titles(doc).map((link) => link.closest('li, tr, .displaycards, .card, div'))),
  context: (doc) => ({ year: /\/virtual\/(\d{4})\//.exec(doc.URL)?.[1] }),
  read(item, { year }) {
    const link = titleOf(item);
    return entryOf(
      {
        title: textOf(link),
        ...namesIn(textOf(item.querySelector('.author-str, .authors, .author'))),
        published: year,
        page: hrefOf(link),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    return beside ? { parent: item, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, eventOf) || undefined,
});

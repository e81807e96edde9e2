/**
 * NeurIPS proceedings, on both hosts. Books until 2019: `li` with a link and `a.author`s; since 2020 a link with the
 * paper's hash and the authors in `i` or a span of their own.
 */
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';

const HOSTS = /^(?:papers|proceedings)\.(?:nips|neurips)\.cc$/;

/** `/paper/6606-wider-…`, `/paper/6606-….pdf`, `/paper_files/paper/2024/hash/0f1…-Abstract-Conference.html`. */
function paper(url: URL): string | undefined {
  if (!HOSTS.test(url.hostname)) return undefined;
  const hash = /\/paper\/(?:\d{4})\/(?:hash|file|poster)\/([0-9a-f]{24,})\b/.exec(url.pathname);
  return hash?.[1] ?? /^\/paper\/(\d+)-[^/]+$/.exec(url.pathname)?.[1];
}

const CONTAINER = 'li, tr, article, .paper-content, div';

/** The first link to each paper, which shows its title. */
function titles(doc: Document): Element[] {
  const seen = new Set<string>();
  const out: Element[] = [];
  for (const link of doc.querySelectorAll('a[href*="/paper/"]')) {
    const url = addressOf(link, doc.URL);
    const key = url && paper(url);
    if (!key || seen.has(key) || link.closest('nav, header, footer') || !textOf(link)) continue;
    seen.add(key);
    out.push(link);
  }
  return out;
}

const titleOf = (item: Element): Element | null =>
  item.localName === 'a' ? item : item.querySelector('a[href*="/paper/"]');

const book = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) =>
    titles(doc)[0]?.closest('ul, ol, table, main') ?? doc.querySelector('.main, main, .container'),
  items: (doc) => distinct(titles(doc).map((link) => link.closest(CONTAINER))),
  // "Advances in Neural Information Processing Systems 30 (NIPS 2017)"
  context(doc) {
    const heading = textOf(doc.querySelector('h2.subtitle, h4, h2, h1'));
    return {
      venue: /^Advances in Neural/i.test(heading) ? heading : undefined,
      year: /\b(?:19|20)\d\d\b/.exec(`${heading} ${doc.URL}`)?.[0],
    };
  },
  read(item, { venue, year }) {
    const link = titleOf(item);
    const page = hrefOf(link);
    if (!page) return undefined;
    const people = [...item.querySelectorAll('a.author, a[href^="/author/"]')];
    const line = textOf(item.querySelector('.paper-authors, i, .authors'));
    return entryOf(
      {
        title: textOf(link),
        ...(people.length > 0 ? { authors: people.map((one) => textOf(one)) } : namesIn(line)),
        venue,
        published: year,
        page,
        pdf: page.includes('/hash/')
          ? page.replace('/hash/', '/file/').replace(/-Abstract(-[\w]+)?\.html$/, '-Paper$1.pdf')
          : `${page.replace(/\.pdf$/, '')}.pdf`,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    return beside ? { parent: item, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

export const site = defineSite({
  id: 'neurips',
  verified: true,
  examples: [
    'https://papers.nips.cc/book/advances-in-neural-information-processing-systems-30-2017',
    'https://proceedings.neurips.cc/paper_files/paper/2023',
    'https://proceedings.neurips.cc/paper/2021',
    'https://papers.nips.cc/paper/2019/',
    'https://papers.neurips.cc/paper_files/paper/2020',
    'https://proceedings.neurips.cc/papers/search?q=ink',
    'https://papers.nips.cc/paper/8668-ink-and-paper',
    'https://proceedings.neurips.cc/paper_files/paper/2023/hash/00aa11bb22cc33dd44ee55ff66778899-Abstract-Conference.html',
  ],
  paper,
  listing(url) {
    if (!HOSTS.test(url.hostname)) return undefined;
    const path = url.pathname;
    if (paper(url)) return /\.(?:pdf|zip)$/.test(path) ? undefined : metaListing;
    return /^\/(?:book\/|(?:paper_files\/)?paper\/\d{4}\/?$|papers\/search|author\/)/.test(path)
      ? book
      : undefined;
  },
});

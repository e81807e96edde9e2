/**
 * NeurIPS proceedings, on all hosts. Books until 2019: `li` with a link and `a.author`s; since 2020 a link with the
 * paper's hash and the authors in `i`, since 2025 in a span of their own.
 */
import { fold } from '../core/text.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, FRAME, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';
import { afterTitle, blocksOf } from './title-blocks.ts';

/** The proceedings of ICLR are kept by the same software. */
const HOSTS = /^(?:papers|proceedings)\.(?:nips|neurips|iclr)\.cc$/;

/** `/paper/6606-wider-…`, `/paper/6606-….pdf`, `/paper_files/paper/2024/hash/0f1…-Abstract-Conference.html`. */
const keyIn = (path: string): string | undefined =>
  /\/paper\/\d{4}\/(?:hash|file|poster)\/([0-9a-f]{24,})\b/.exec(path)?.[1] ??
  /^\/paper\/(\d+)-[^/]+$/.exec(path)?.[1];

/** The key of a paper in such proceedings. */
export const paperInBook = (url: URL): string | undefined =>
  HOSTS.test(url.hostname) ? keyIn(url.pathname) : undefined;

/** The first link to each paper, which shows its title. */
function titles(doc: Document): Element[] {
  const seen = new Set<string>();
  return [...doc.querySelectorAll('a[href*="/paper/"]')].filter((link) => {
    const url = addressOf(link, doc.URL);
    const key = url && paperInBook(url);
    if (!key || seen.has(key) || link.closest(FRAME) || !textOf(link)) return false;
    seen.add(key);
    return true;
  });
}

const titleOf = (item: Element): Element | null =>
  item.localName === 'a' ? item : item.querySelector('a[href*="/paper/"]');

function authorsOf(item: Element, title: Element | null): { authors: string[]; authorsCut?: true } {
  const people = [...item.querySelectorAll('a.author, a[href*="/author/"]')];
  if (people.length > 0) return { authors: people.map((one) => textOf(one)) };
  const lines = [...item.querySelectorAll('.paper-authors, .authors, i')];
  const line = lines.find((one) => !title?.contains(one)) ?? (title && afterTitle(title, item));
  const text = textOf(line);
  // papers without authors are followed by the name of their track
  return namesIn(/\b(?:track|conference|proceedings)\b/i.test(text) ? '' : text);
}

const book = defineListing({
  kind: 'listing',
  live: false,
  early: true,
  root: (doc) =>
    titles(doc)[0]?.closest('ul, ol, table, main') ??
    doc.querySelector('.main, main, .container, .container-fluid'),
  items: (doc) => distinct(blocksOf(titles(doc))),
  // "Advances in Neural Information Processing Systems 30 (NIPS 2017)"
  context(doc) {
    const headings = [...doc.querySelectorAll('h1, h2, h3, h4')].map((one) => textOf(one));
    return headings.find((text) => /^(?:Advances in Neural|International Conference on)/i.test(text));
  },
  read(item, venue) {
    const link = titleOf(item);
    const page = hrefOf(link);
    if (!page) return undefined;
    const { URL: base } = item.ownerDocument;
    return entryOf(
      {
        title: textOf(link),
        ...authorsOf(item, link),
        venue,
        // lists that are found by words or a person hold papers of many years
        published: /\/paper\/(\d{4})\//.exec(page)?.[1] ?? /\b(?:19|20)\d\d\b/.exec(`${venue} ${base}`)?.[0],
        page,
        pdf: page.includes('/hash/')
          ? page.replace('/hash/', '/file/').replace(/-Abstract(-[\w-]+)?\.html$/, '-Paper$1.pdf')
          : `${page.replace(/\.pdf$/, '')}.pdf`,
      },
      base,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    const parent = item === beside ? item.parentElement : item;
    return beside && parent
      ? { parent, before: item === beside ? item.nextSibling : null, style: 'gutter', beside }
      : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paperInBook, 'a[href*="/paper/"]') || undefined,
});

/** The title of a paper's own page is a small heading, the same as those of its parts. */
const one = defineListing({
  ...metaListing,
  items(doc) {
    const title = metaListing.context(doc, new URL(doc.URL), [])?.title;
    const headings = title ? [...doc.querySelectorAll('h1, h2, h3, h4')] : [];
    const shown = headings.find((heading) => fold(textOf(heading)) === fold(title ?? ''));
    return shown ? [shown] : metaListing.items(doc);
  },
});

/** How a page of such proceedings is read. */
export function bookAt(url: URL): Listing | undefined {
  if (!HOSTS.test(url.hostname)) return undefined;
  const path = url.pathname;
  if (paperInBook(url)) return /\.(?:pdf|zip)$/.test(path) ? undefined : (one as Listing);
  return /^\/(?:book\/|(?:paper_files\/)?paper\/\d{4}\/?$|(?:papers\/)?search\b|author\/)/.test(path)
    ? (book as Listing)
    : undefined;
}

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
    'https://papers.nips.cc/search/?q=ink',
    'https://papers.nips.cc/paper/8668-ink-and-paper',
    'https://proceedings.neurips.cc/paper_files/paper/2023/hash/00aa11bb22cc33dd44ee55ff66778899-Abstract-Conference.html',
  ],
  paper: paperInBook,
  listing: (url) => (url.hostname.endsWith('iclr.cc') ? undefined : bookAt(url)),
});

/**
 * JMLR volumes and topics, MLOSS, and TMLR's list of papers. Unverified: built from what scrapers of jmlr.org and its
 * own BibTeX scripts rely on: `dl > dt` title, `dd` with the authors in `b > i` and links [abs][pdf][bib][code].
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, keyOf, linkedPapers } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, namesIn } from './parts.ts';

/** `/papers/v25/22-1200.html`, `/papers/volume25/22-1200/22-1200.pdf`, `/papers/v3/blei03a.html`. */
function paper(url: URL): string | undefined {
  if (!/^(?:www\.)?jmlr\.org$/.test(url.hostname)) return undefined;
  const found =
    /^\/(?:papers|proceedings\/papers)\/v(?:olume)?(\d+)\/([\w-]*\d[\w-]*)(?:\/[^/]+)?(?:\.html|\.pdf)?$/.exec(
      url.pathname,
    );
  return found ? `${found[1]}/${found[2]}` : undefined;
}

const key = keyOf(paper);

const links = (item: ParentNode): Element[] =>
  [...item.querySelectorAll('a[href]')].filter((link) => {
    const url = addressOf(link, link.ownerDocument.URL);
    return url !== undefined && key(url) !== undefined;
  });

/** The `dd` after a title, and what follows it before the next one. */
function rest(item: Element): Element[] {
  const out: Element[] = [];
  if (item.localName !== 'dt') return out;
  for (let next = item.nextElementSibling; next && next.localName !== 'dt'; next = next.nextElementSibling)
    out.push(next);
  return out;
}

const titleOf = (item: Element): Element => item.querySelector('h4, h3, b, strong') ?? item;

/** What a link is called: "abs", "pdf", "code". */
const called = (parts: Element[], label: RegExp): string | undefined =>
  hrefOf(
    parts.flatMap((part) => [...part.querySelectorAll('a[href]')]).find((link) => label.test(textOf(link))),
  );

const codeIn = (parts: Element[]): (string | undefined)[] =>
  parts.flatMap((part) =>
    [...part.querySelectorAll('a[href]')].filter((link) => /code|software/i.test(textOf(link))).map(hrefOf),
  );

const volume = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('dl > dt')?.closest('#content, main, body') ?? null,
  items: (doc) =>
    [...doc.querySelectorAll('dl > dt')].filter((item) => links(rest(item)[0] ?? item).length > 0),
  context: (doc) => textOf(doc.querySelector('h1, h2, title')),
  read(item) {
    const parts = rest(item);
    const names = parts.map((part) => part.querySelector('b > i, i > b, b, i, .authors')).find(Boolean);
    const line = parts.map((part) => textOf(part)).join(' ');
    return entryOf(
      {
        title: textOf(item),
        ...namesIn(textOf(names)),
        venue: 'Journal of Machine Learning Research',
        // "(1):1−48, 2024": what stands between the names and the links
        journalRef: /\(\d+\)\s*:\s*[\d−–-]+,\s*\d{4}/.exec(line)?.[0],
        published: /,\s*((?:19|20)\d\d)\b/.exec(line)?.[1],
        page: called(parts, /^abs/i) ?? hrefOf(links(parts[0] ?? item)[0]),
        pdf: called(parts, /^pdf/i),
        more: codeIn(parts),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const parent = rest(item)[0];
    return parent ? { parent, before: null, style: 'gutter', beside: item } : undefined;
  },
  extent: (item) => [item, ...rest(item)],
  texts: (item) => [item],
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

/** TMLR: a heading and a line with authors, month and links to OpenReview. */
const tmlr = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => links(doc)[0]?.closest('ul, ol, main, #content, body') ?? null,
  items: (doc) => distinct(links(doc).map((link) => link.closest('li, .item, article, dd'))),
  context: () => undefined,
  read(item) {
    const page = hrefOf(links(item)[0]);
    const line = textOf(item.querySelector('p') ?? titleOf(item).nextElementSibling);
    const date = textOf(item.querySelector('i, em, .date'));
    return entryOf(
      {
        ids: [page && idOfUrl(page)],
        title: textOf(titleOf(item)),
        ...namesIn((date ? (line.split(date)[0] ?? '') : line).replace(/\[.*$/, '')),
        venue: 'Transactions on Machine Learning Research',
        published: dateOf(date),
        page,
        pdf: called([item], /^pdf/i),
        more: codeIn([item]),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const parent = item.querySelector('p') ?? item;
    return { parent, before: null, style: 'gutter', beside: titleOf(item) };
  },
  texts: (item) => [titleOf(item)],
  expected: (doc) => linkedPapers(doc.body, doc.URL, key) || undefined,
});

export const site = defineSite({
  id: 'jmlr',
  verified: false,
  examples: [
    'https://www.jmlr.org/papers/v25/',
    'https://jmlr.org/papers/v3/',
    'https://www.jmlr.org/papers/',
    'https://www.jmlr.org/papers/topic/bayesian.html',
    'https://www.jmlr.org/mloss/',
    'https://jmlr.org/tmlr/papers/',
    'https://www.jmlr.org/papers/v25/22-1200.html',
  ],
  paper,
  listing(url) {
    if (!/^(?:www\.)?jmlr\.org$/.test(url.hostname)) return undefined;
    const path = url.pathname;
    if (/^\/tmlr\/papers\/?(?:index\.html)?$/.test(path)) return tmlr;
    if (/^\/(?:papers\/(?:v\d+\/)?(?:index\.html)?|papers\/topic\/[\w-]+\.html|mloss\/)$/.test(path))
      return volume;
    return paper(url) && path.endsWith('.html') ? metaListing : undefined;
  },
});

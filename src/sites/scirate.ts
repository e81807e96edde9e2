/**
 * SciRate: feeds of arXiv by category, its home feed, search, what a person scited, one paper.
 * Unverified: built from the site's open templates (scirate/scirate: app/views/papers/_paper.html.slim, show.html.slim,
 * feeds/show.html.slim). The day a list shows is that of the announcement, so it is no entry's date.
 */
import { idOfDoi, idOfUrl } from '../core/identity.ts';
import { isCategory } from './arxiv-parts.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { textOf } from './dom.ts';
import { FRAME, keyOfLink } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, type Read } from './parts.ts';

/** Beside the list: feeds, comments of the day. */
const ELSEWHERE = `${FRAME}, .feedbar, .feed-rightbar, .comment, .comments`;
const ENTRY = 'li, .paper';
/** Links of an entry to its own page that are not its title. */
const NO_TITLE = /^(?:\d+\s+comments?|et al\b.*|\d*)$/i;

function paperOf(url: URL): string | undefined {
  if (!/^(?:www\.)?scirate\.com$/.test(url.hostname)) return undefined;
  return idOfUrl(`https://scirate.com${url.pathname.replace(/\/scites\/?$/, '')}`);
}

const keyOf = keyOfLink((url) => (url.hash ? undefined : paperOf(url)));

const titleIn = (within: ParentNode): Element[] =>
  Array.from(within.querySelectorAll('a[href*="/"]')).filter(
    (link) =>
      !NO_TITLE.test(textOf(link)) &&
      !link.closest('.uid, .scites-count') &&
      keyOf(link) &&
      !link.closest(ELSEWHERE),
  );

const items = (doc: Document): Element[] => distinct(titleIn(doc).map((link) => link.closest(ENTRY)));

/** Each entry has one link to those who scited it, whatever its markup. */
function expected(doc: Document): number {
  const found = new Set<string>();
  for (const link of doc.querySelectorAll('a[href$="/scites"]')) {
    const key = keyOf(link);
    if (key && !link.closest(ELSEWHERE)) found.add(key);
  }
  return Math.max(found.size, new Set(titleIn(doc).map(keyOf)).size);
}

/** Names end in commas; "et al (12)" stands for those not shown. */
function authorsOf(line: Element | null): { authors: string[]; authorsCut: boolean } {
  const names = Array.from(line?.querySelectorAll('a') ?? [], (link) => textOf(link).replace(/\s*,$/, ''));
  const authors = names.filter((name) => !/^et al\b/i.test(name));
  return { authors, authorsCut: authors.length < names.length };
}

function scites(within: ParentNode): number | undefined {
  const count = within.querySelector('a[href$="/scites"]') ?? within.querySelector('.scites-count, .count');
  const digits = count?.textContent?.trim() ?? '';
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

/** What both kinds of pages show alike. */
const common = (entry: Element, page: string | undefined) => ({
  ...authorsOf(entry.querySelector('.authors')),
  abstract: textOf(entry.querySelector('.abstract')),
  categories: [
    ...new Set(
      Array.from(entry.querySelectorAll(':is(.uid, .dates, .categories) a'), (a) => textOf(a)).filter(
        isCategory,
      ),
    ),
  ],
  upvotes: scites(entry),
  page: page?.replace(/^http:/, 'https:'),
  pdf: hrefOf(entry.querySelector('a[href*="arxiv.org/pdf/"]')),
  html: hrefOf(entry.querySelector('a[href*="arxiv.org/html/"]')),
});

function read(item: Element): Read | undefined {
  const title = titleIn(item)[0];
  if (!title) return undefined;
  return entryOf(
    { ids: [keyOf(title)], title: textOf(title), ...common(item, hrefOf(title)) },
    item.ownerDocument.URL,
  );
}

const list = defineListing({
  kind: 'listing',
  live: true,
  root: (doc) =>
    doc.querySelector('.paperlist, ul.papers, #feed-page, #searchPage') ??
    items(doc)[0]?.parentElement ??
    null,
  items,
  context: () => undefined,
  read,
  slot(item) {
    const beside = titleIn(item)[0];
    const parent = item.querySelector('.uid') ?? item.querySelector('.authors') ?? beside?.parentElement;
    return beside && parent ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleIn(item)[0], item.querySelector('.abstract')]),
  expected,
});

const paper = defineListing<URL>({
  kind: 'paper',
  live: false,
  root: (doc) => doc.body,
  items: (doc) => distinct([doc.querySelector('h1.title') ?? doc.querySelector('h1')]),
  context: (_doc, url) => url,
  read(heading, url) {
    const box = heading.closest('.paper') ?? heading.closest('.container') ?? heading.ownerDocument.body;
    // labelled fields stand as bare text between line breaks
    const field = (label: string) =>
      Array.from(box.querySelectorAll('br'), (br) => br.previousSibling?.nodeValue ?? '')
        .map((text) => new RegExp(`^\\s*${label}:\\s*(.+)`, 'is').exec(text)?.[1])
        .find(Boolean);
    const submitted = /^\s*submitted\s+(.*?)\s+to\b/i.exec(textOf(box.querySelector('.dates')))?.[1];
    const doi = idOfDoi(field('doi') ?? '');
    return entryOf(
      {
        ids: [paperOf(url), doi?.startsWith('doi:') ? doi : undefined],
        title: textOf(heading),
        ...common(box, url.href.replace(/[?#].*$/, '')),
        published: submitted && dateOf(submitted),
        comment: field('author comments'),
        journalRef: field('journal ref'),
      },
      url.href,
    );
  },
  slot: (heading) => ({ parent: heading, before: null, style: 'flow', beside: heading }),
  texts: (heading) => distinct([heading, heading.closest('.paper')?.querySelector('.abstract')]),
  expected: () => undefined,
});

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!/^(?:www\.)?scirate\.com$/.test(url.hostname)) return undefined;
  const path = url.pathname.replace(/(.)\/$/, '$1');
  if (path === '/' || path === '/search' || /^\/users\/[^/]+\/scites$/.test(path)) return list;
  if (path.endsWith('/scites')) return undefined; // people, not papers
  if (paperOf(url)) return paper;
  return /^\/arxiv\/[a-z-]+(?:\.[A-Za-z-]+)?$/.test(path) ? list : undefined;
}

export const site = defineSite({
  id: 'scirate',
  verified: false,
  examples: [
    'https://scirate.com/',
    'https://scirate.com/?range=7',
    'https://scirate.com/arxiv/quant-ph',
    'https://scirate.com/arxiv/cs.CR?date=2026-01-08&range=3',
    'https://scirate.com/arxiv/cond-mat.stat-mech/',
    'https://scirate.com/search?q=au:quill_a+in:quant-ph',
    'https://scirate.com/users/quill/scites',
    'https://scirate.com/arxiv/2601.97001',
    'https://scirate.com/arxiv/quant-ph/9901001',
  ],
  paper: paperOf,
  listing,
});

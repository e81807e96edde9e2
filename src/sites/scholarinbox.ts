/**
 * Scholar Inbox: the digest of the day, trending papers, search, collections, conferences.
 * Unverified: built from public readers of its pages. Titles and authors link to where a paper was published (arXiv,
 * OpenReview, proceedings); every card has buttons such as "show abstract" and "Share this paper", some twice.
 */
import { idOfUrl } from '../core/identity.ts';
import {
  authorsOf,
  type Card,
  cardAt,
  cardsIn,
  dayOf,
  linesOf,
  papersLinked,
  shownText,
  slotOf,
} from './alphaxiv-cards.ts';
import { isTitle } from './any-page-titles.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { addressOf } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn, type Read } from './parts.ts';

const HOST = /^(?:www\.)?scholar-inbox\.com$/;
/** Places that are linked but hold no papers. */
const NO_PAPER =
  /(?:^|\.)(?:github\.com|twitter\.com|x\.com|youtube\.com|linkedin\.com|scholar-inbox\.com|google\.com)$/;

/** Ids where the address holds one; else the address itself, for links whose text reads as a title. */
function keyOf(link: Element): string | undefined {
  const url = addressOf(link, link.ownerDocument.URL);
  if (!url || link.closest('[role="dialog"], [role="menu"]')) return undefined;
  const id = idOfUrl(url);
  if (id || NO_PAPER.test(url.hostname)) return id;
  return isTitle(shownText(link), 3) ? `at:${url.hostname}${url.pathname}${url.search}` : undefined;
}

const area = (doc: Document): Element | null => doc.querySelector('main, #root, [role="main"]') ?? doc.body;

/** Cards have buttons; what else is linked (help, the service's own paper) has none. */
const cards = (doc: Document): Card[] =>
  cardsIn(area(doc), keyOf).filter(({ item }) => item.querySelector('button, [role="button"]'));

/** Authors stand in a link of their own to the same place, after the title's. */
function names(card: Card): { authors: string[]; authorsCut?: true } {
  const title = shownText(card.title);
  const line = card.links
    .map(shownText)
    .find((text) => text.includes(',') && text !== title && !text.includes('|'));
  return line ? namesIn(line) : authorsOf(card.item);
}

/** The longest paragraph, once the reader opened the abstract. */
function abstractOf(item: Element): Element | undefined {
  if (!item.querySelector('button[aria-label="hide abstract" i]')) return undefined;
  const long = linesOf(item).filter(
    (line) => line.localName === 'p' && (line.textContent?.length ?? 0) > 100,
  );
  return long.sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0];
}

function read(item: Element): Read | undefined {
  const card = cardAt(item);
  if (!card?.title) return undefined;
  const hrefs = card.links.map(hrefOf);
  return entryOf(
    {
      ids: card.key.startsWith('at:') ? [] : [card.key],
      title: shownText(card.title),
      ...names(card),
      abstract: shownText(abstractOf(item)) || undefined,
      published: dayOf(item),
      page: hrefs[0],
      pdf: hrefs.find((href) => href && /\/pdf[/?]|\.pdf$/.test(href)),
      more: Array.from(item.querySelectorAll('a[href*="//github.com/"]'), hrefOf),
    },
    item.ownerDocument.URL,
  );
}

const list = defineListing({
  kind: 'listing',
  live: true,
  root: area,
  items: (doc) => cards(doc).flatMap(({ item, title }) => (title ? [item] : [])),
  context: () => undefined,
  read,
  slot: slotOf,
  texts: (item) => distinct([cardAt(item)?.title, abstractOf(item)]),
  expected(doc) {
    const found = cards(doc).length;
    const linked = papersLinked(area(doc), keyOf);
    // where nothing has buttons any more, many links still say that there are papers; a few stand in its texts
    return found > 0 || linked < 3 ? found : linked;
  },
});

const LISTS =
  /^\/(?:digest|home|login|trending|search|semantic[-_]search|bookmarks|ratings|collections?|conferences?|conference[-_]planner|shared)(?:\/[^/]+){0,3}\/?$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!HOST.test(url.hostname) || !LISTS.test(url.pathname)) return undefined;
  // digests sent by mail open by a key in the address; without one it is a form
  const form = /^\/login\/?$/.test(url.pathname) && !url.searchParams.has('sha_key');
  return form ? undefined : list;
}

export const site = defineSite({
  id: 'scholarinbox',
  verified: false,
  examples: [
    'https://www.scholar-inbox.com/digest',
    'https://scholar-inbox.com/digest?date=01-08-2026',
    'https://www.scholar-inbox.com/login?sha_key=0f0f&date=01-08-2026',
    'https://www.scholar-inbox.com/trending/',
    'https://www.scholar-inbox.com/collections/17',
    'https://www.scholar-inbox.com/search?q=tides',
  ],
  listing,
});

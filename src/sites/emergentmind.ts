/**
 * Emergent Mind: trending papers, topics, search, one paper.
 * Unverified: nothing public tells of its markup but its addresses, /papers/<arXiv id>; cards are found by those links.
 * Its articles on topics cite papers in running text: those are mentions, no entries.
 */
import { arxivId, idOfUrl } from '../core/identity.ts';
import {
  authorsOf,
  type Card,
  cardAt,
  cardsIn,
  dayOf,
  papersLinked,
  shownText,
  slotOf,
} from './alphaxiv-cards.ts';
import { paperInMeta } from './citation-meta.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { addressOf } from './evidence.ts';
import { distinct, entryOf, type Read } from './parts.ts';

const HOST = /^(?:www\.)?emergentmind\.com$/;

function paperOf(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const id = arxivId(/^\/papers\/(?:arxiv\/)?(.+?)\/?$/.exec(url.pathname)?.[1] ?? '');
  return id && `arxiv:${id}`;
}

/** Links to the site's own pages of papers, and to arXiv. Citations in running text are left out. */
function keyOf(link: Element): string | undefined {
  const url = addressOf(link, link.ownerDocument.URL);
  const key = url && (paperOf(url) ?? idOfUrl(url));
  const line = key && link.closest('p, sup, cite');
  return line && shownText(line) !== shownText(link) ? undefined : key;
}

const area = (doc: Document): Element | null => doc.querySelector('main, [role="main"]') ?? doc.body;
const cards = (doc: Document): Card[] => cardsIn(area(doc), keyOf);

function read(item: Element): Read | undefined {
  const card = cardAt(item);
  if (!card?.title) return undefined;
  const id = card.key.slice(card.key.indexOf(':') + 1);
  const arxiv = card.key.startsWith('arxiv:');
  return entryOf(
    {
      ids: [card.key],
      title: shownText(card.title),
      ...authorsOf(item),
      published: dayOf(item),
      page: arxiv ? `https://www.emergentmind.com/papers/${id}` : undefined,
      pdf: arxiv ? `https://arxiv.org/pdf/${id}` : undefined,
      more: Array.from(
        item.querySelectorAll('a[href*="//github.com/"]'),
        (link) => link.getAttribute('href') ?? '',
      ),
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
  texts: (item) => distinct([cardAt(item)?.title]),
  expected: (doc) => papersLinked(area(doc), keyOf),
});

const paper = defineListing<URL>({
  kind: 'paper',
  live: true,
  root: area,
  items: (doc) => Array.from(doc.querySelectorAll('h1')).slice(0, 1),
  context: (_doc, url) => url,
  read(heading, url) {
    const doc = heading.ownerDocument;
    const id = paperOf(url);
    const told = paperInMeta(doc, url);
    const page = url.href.replace(/[?#].*$/, '');
    const pdf = id && `https://arxiv.org/pdf/${id.slice('arxiv:'.length)}`;
    // the heading may be the site's own for the paper; indexers are told its title
    const bare = entryOf({ ids: [id], title: told?.title ?? shownText(heading), page, pdf }, url.href);
    if (!bare || !told) return bare;
    const { aliases: _, links, ...others } = told;
    return { ...bare, ...others, id: bare.id, links: { ...links, ...bare.links, code: links.code } };
  },
  slot: (item) => ({ parent: item, before: null, style: 'flow', beside: item }),
  texts: (item) => [item],
  expected: () => undefined,
});

const LISTS =
  /^\/(?:|(?:trending|papers|latest|new|top|popular|search|explore|feed|library|bookmarks)(?:\/(?:trending|latest|new|top|popular|search))?|(?:topics|categories|authors|users|lists|collections)\/[^/]+(?:\/papers)?)\/?$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  if (paperOf(url)) return paper;
  return LISTS.test(url.pathname) ? list : undefined;
}

export const site = defineSite({
  id: 'emergentmind',
  verified: false,
  examples: [
    'https://www.emergentmind.com/',
    'https://emergentmind.com/?timeframe=week',
    'https://www.emergentmind.com/papers?sort=trending&page=2',
    'https://www.emergentmind.com/topics/tidal-computing',
    'https://www.emergentmind.com/search?q=tides',
    'https://www.emergentmind.com/papers/2601.97001',
    'https://emergentmind.com/papers/2601.97001/',
  ],
  paper: paperOf,
  listing,
});

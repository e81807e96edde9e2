/**
 * alphaXiv: its feed of arXiv papers, sorted, filtered and searched; a reader's lists; one paper.
 * Unverified: built from public readers of its pages, which rely on links to /abs/<arXiv id>, on `svg.lucide-thumbs-up`
 * beside the votes, on the data for its scripts and on the JSON-LD of a paper's page.
 */
import { idOfUrl } from '../core/identity.ts';
import { cardAt, cardsIn, dayOf, papersLinked, shownText, slotOf } from './alphaxiv-cards.ts';
import { dataIn } from './alphaxiv-data.ts';
import { paperInMeta } from './citation-meta.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { keyOfLink } from './evidence.ts';
import { distinct, entryOf, type Read } from './parts.ts';

const PAPER = /^\/(?:[a-z]{2}\/)?(?:abs|overview|pdf|audio|resources)\//;

function paperOf(url: URL): string | undefined {
  if (!/^(?:www\.)?alphaxiv\.org$/.test(url.hostname)) return undefined;
  const bare = url.pathname.replace(/^\/[a-z]{2}(?=\/)/, '').replace(/^\/(?:audio|resources)\//, '/abs/');
  return PAPER.test(url.pathname) ? idOfUrl(`https://alphaxiv.org${bare}`) : undefined;
}

const keyOf = keyOfLink(paperOf);

const area = (doc: Document): Element | null => doc.querySelector('main, [role="main"]') ?? doc.body;

/** The number beside a thumb. */
function votesOf(item: Element): number | undefined {
  const thumb = item.querySelector('svg[class*="thumbs-up"]')?.parentElement;
  const digits = shownText(thumb).replaceAll(',', '');
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
}

/** @param id of arXiv. */
const linksOf = (id: string) => ({
  page: `https://www.alphaxiv.org/abs/${id}`,
  pdf: `https://arxiv.org/pdf/${id}`,
});

function read(item: Element, data: Map<string, Read>): Read | undefined {
  const card = cardAt(item);
  if (!card) return undefined;
  const id = card.key.slice('arxiv:'.length);
  const known = data.get(id);
  const upvotes = votesOf(item);
  if (known) return upvotes === undefined ? known : { ...known, upvotes };
  return entryOf(
    {
      ids: [card.key],
      title: shownText(card.title),
      published: dayOf(item),
      upvotes,
      ...linksOf(id),
    },
    item.ownerDocument.URL,
  );
}

const list = defineListing<Map<string, Read>>({
  kind: 'listing',
  live: true,
  hydrates: true,
  root: area,
  items: (doc) => cardsIn(area(doc), keyOf).flatMap(({ item, title }) => (title ? [item] : [])),
  context: dataIn,
  read,
  embedded: (data) => [...data.values()],
  slot: slotOf,
  texts: (item) => distinct([cardAt(item)?.title]),
  expected: (doc) => papersLinked(area(doc), keyOf),
});

/** By the page's data, else by what it tells indexers, else by its heading. */
function paperIn(doc: Document, url: URL): Read | undefined {
  const id = paperOf(url);
  if (!id) return undefined;
  const number = id.slice('arxiv:'.length);
  const known = dataIn(doc).get(number);
  if (known) return known;
  const told = paperInMeta(doc, url);
  const { aliases: _, ...others } = told ?? {};
  const title = told?.title ?? shownText(doc.querySelector('h1'));
  const bare = entryOf({ ids: [id], title, ...linksOf(number) }, url.href);
  return (
    bare && { ...bare, ...others, id, links: { ...bare.links, ...(told ? { code: told.links.code } : {}) } }
  );
}

const paper = defineListing<Read | undefined>({
  kind: 'paper',
  live: true,
  hydrates: true,
  root: area,
  items: (doc) => Array.from(doc.querySelectorAll('h1')).slice(0, 1),
  context: paperIn,
  read: (_item, known) => known,
  embedded: (known) => (known ? [known] : []),
  slot: (item) => ({ parent: item, before: null, style: 'flow', beside: item }),
  texts: (item) => [item],
  expected: () => undefined,
});

const LISTS =
  /^\/(?:[a-z]{2}\/?)?$|^\/(?:[a-z]{2}\/)?(?:explore|trending|feed|following|search|bookmarks|library|history)\/?$|^\/(?:folders?|topics?|categor(?:y|ies)|organizations?|labs?|authors?|researchers?|profiles?|users?|communit(?:y|ies)|collections?)\/[^/]+/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!/^(?:www\.)?alphaxiv\.org$/.test(url.hostname)) return undefined;
  if (PAPER.test(url.pathname)) return paperOf(url) ? paper : undefined;
  return LISTS.test(url.pathname) ? list : undefined;
}

export const site = defineSite({
  id: 'alphaxiv',
  verified: false,
  examples: [
    'https://www.alphaxiv.org/',
    'https://www.alphaxiv.org/?sort=Hot&interval=7+Days',
    'https://alphaxiv.org/explore',
    'https://www.alphaxiv.org/bookmarks?folder=0197',
    'https://www.alphaxiv.org/abs/2601.97001v2',
    'https://www.alphaxiv.org/zh/overview/2601.97001',
    'https://alphaxiv.org/pdf/2601.97001',
  ],
  paper: paperOf,
  listing,
});

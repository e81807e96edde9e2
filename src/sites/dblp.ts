/**
 * DBLP: persons, contents of conferences and journals, search, one record. Every entry carries microdata, and its key
 * as `id`, in all markups since 2013; search is drawn by scripts and grows on scrolling.
 * Unverified: built from the microdata that readers of it quote (Zotero's translator "DBLP Computer Science Bibliography",
 * CCFrank4dblp and others); no saved page was at hand.
 */
import { idOfUrl } from '../core/identity.ts';
import type { PaperId } from '../core/paper.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { textOf } from './dom.ts';
import { distinct, entryOf, hrefOf, type Read } from './parts.ts';

const HOST = /^(?:www\.)?dblp\d?\.(?:org|uni-trier\.de|dagstuhl\.de)$/;
const RECORD =
  /\/rec\/(?:html\/|bibtex\d?\/|xml\/|rdf\/|ris\/|nt\/)?([a-z]+\/[^?#]+?)(?:\.(?:html|xml|bib|ris|rdf|nt|ttl))?(?:[?#]|$)/;

const area = (doc: Document): Element | null => doc.querySelector('#main') ?? doc.body;

const recordIn = (href: string | null): string | undefined => RECORD.exec(href ?? '')?.[1];

const keyOf = (entry: Element): string | undefined =>
  /^[a-z]+\/[^/]+\/\S/.test(entry.id)
    ? entry.id
    : recordIn(entry.querySelector('a[href*="/rec/"]')?.getAttribute('href') ?? null);

/** Whole volumes stand among the papers: `conf/icml/2023`, and what a person edited. */
const isVolume = (entry: Element, key: string | undefined): boolean =>
  entry.classList.contains('editor') || /^conf\/[^/]+\/(?:19|20)\d{2}[^/]*$/.test(key ?? '');

const entries = (doc: Document): Element[] =>
  Array.from(area(doc)?.querySelectorAll('.entry, [itemscope][id*="/"]') ?? []);

const papers = (doc: Document): Element[] => entries(doc).filter((entry) => !isVolume(entry, keyOf(entry)));

/** What is named by itself, not as somebody's or some volume's name. */
const titleIn = (entry: Element): Element | undefined =>
  Array.from(entry.querySelectorAll('[itemprop="name"]')).find(
    (name) => !name.parentElement?.closest('[itemprop="author"], [itemprop="editor"], [itemprop="isPartOf"]'),
  ) ??
  entry.querySelector('.title') ??
  undefined;

/** Namesakes are numbered: "Wei Wang 0001". */
const nameOf = (author: Element): string =>
  textOf(author.querySelector('[itemprop="name"]') ?? author).replace(/\s+\d{4}$/, '');

const isOwn = (href: string): boolean => HOST.test(new URL(href).hostname);

/** Electronic editions are marked as addresses of the entry; the menus beside them lead to search engines. */
function editions(entry: Element): string[] {
  const marked = entry.querySelectorAll('.ee a[href], a[itemprop="url"][href]');
  const links = marked.length > 0 ? marked : entry.querySelectorAll('a[href]');
  const hrefs = Array.from(links).flatMap((link) =>
    link.closest('[itemprop="author"], [itemprop="editor"]') ? [] : (hrefOf(link) ?? []),
  );
  return [...new Set(hrefs)].filter((href) => !isOwn(href));
}

/** Of a conference's contents, what the heading says; entries there name no venue. */
function headline(doc: Document): string | undefined {
  if (!/\/db\/(?:conf|journals|series)\/[^/]+\/(?!index\b)[^/]+/.test(doc.URL)) return undefined;
  return textOf(doc.querySelector('h1')) || undefined;
}

function read(entry: Element, venue: string | undefined): Read | undefined {
  const title = titleIn(entry);
  const links = editions(entry);
  const date = entry.querySelector('[itemprop="datePublished"]');
  const ids: (PaperId | undefined)[] = links.map(idOfUrl);
  const key = keyOf(entry);
  return entryOf(
    {
      ids,
      // titles end in a full stop that is not theirs
      title: textOf(title).replace(/([^.])\.$/, '$1'),
      authors: Array.from(entry.querySelectorAll('[itemprop="author"]'), nameOf),
      venue: textOf(entry.querySelector('[itemprop="isPartOf"] [itemprop="name"]')) || venue,
      published: /\b(?:1[89]|20)\d{2}\b/.exec(date?.getAttribute('content') ?? textOf(date))?.[0],
      page: links[0] ?? (key ? new URL(`/rec/${key}.html`, entry.ownerDocument.URL).href : undefined),
      pdf: links.find((href) => /\.pdf$/i.test(href)),
    },
    entry.ownerDocument.URL,
  );
}

/** Every record is linked several times, for export. */
function records(doc: Document): number {
  const keys = new Set<string>();
  for (const link of area(doc)?.querySelectorAll('a[href*="/rec/"]') ?? []) {
    const key = recordIn(link.getAttribute('href'));
    if (key) keys.add(key);
  }
  const volumes = new Set(
    entries(doc).flatMap((entry) => {
      const key = keyOf(entry);
      return key && isVolume(entry, key) ? [key] : [];
    }),
  );
  return [...keys].filter((key) => !volumes.has(key)).length;
}

const list = defineListing<string | undefined>({
  kind: 'listing',
  live: true,
  root: area,
  items: papers,
  context: headline,
  read,
  slot(entry) {
    const beside = titleIn(entry);
    const parent = beside?.parentElement;
    // names stand before the title and the menu before both: room is only behind it
    return beside && parent ? { parent, before: beside.nextSibling, style: 'flow', beside } : undefined;
  },
  texts: (entry) => distinct([titleIn(entry)]),
  expected: records,
});

/** A record's own page holds its entry, then what it cites and is cited by. */
const record = defineListing<string | undefined>({
  ...list,
  kind: 'paper',
  items: (doc) => papers(doc).slice(0, 1),
  context: () => undefined,
  expected: () => 1,
});

const LISTS =
  /^\/(?:pid\/.+|pers\/.+|db\/(?:conf|journals|series|books|reference|workshops|phd)\/.+|search(?:\/publ)?\/?)$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  const path = url.pathname;
  if (!HOST.test(url.hostname) || /\.(?!html?$)[a-z]{2,4}$/.test(path)) return undefined;
  if (LISTS.test(path)) return list;
  return path.startsWith('/rec/') && recordIn(path) ? record : undefined;
}

export const site = defineSite({
  id: 'dblp',
  verified: false,
  examples: [
    'https://dblp.org/pid/h/AnselmHedge.html',
    'https://dblp.org/pid/123/4567-1.html?view=by-type',
    'https://dblp.org/pers/hd/h/Hedge:Anselm',
    'https://dblp.uni-trier.de/db/conf/icml/icml2023.html',
    'https://dblp.org/db/journals/tods/tods49.html',
    'https://dblp.org/db/conf/icml/',
    'https://dblp.org/search?q=hedge%20pruning',
    'https://dblp.org/search/publ?q=hedge',
    'https://dblp.org/rec/conf/icml/HedgeR23.html?view=bibtex',
  ],
  paper: (url) => (HOST.test(url.hostname) ? recordIn(url.pathname) : undefined),
  listing,
});

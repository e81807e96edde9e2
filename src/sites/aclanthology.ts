/**
 * ACL Anthology: events, volumes, people. A row holds badges (pdf, bib, abs) and a block with title, authors and, on
 * people's pages, the volume; the abstract stands in a card that follows the row, folded. The row was a `p` until 2025,
 * a `div` since; the classes are Bootstrap's, 4 and 5: https://github.com/acl-org/acl-anthology (hugo/layouts).
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { FRAME } from './evidence.ts';
import { distinct, entryOf, hrefOf } from './parts.ts';

/** An address of a paper or of its PDF, as the site writes it; parsing every address of an event would take too long. */
const PAPER =
  /^(?:https?:\/\/(?:www\.)?acl(?:anthology|web)\.org)?\/(?:anthology\/)?([A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)(?:v\d+)?(\.pdf)?\/?$/;

const keyOf = (link: Element): string | undefined => {
  const name = PAPER.exec(link.getAttribute('href') ?? '')?.[1];
  return name && `acl:${name}`;
};

/** An abstract may quote the address of another paper. */
const isQuoted = (link: Element): boolean => /^\s*https?:/.test(link.textContent ?? '');

/** Links to papers' pages under `area`, which show titles. */
const titlesIn = (area: ParentNode): Element[] =>
  [...area.querySelectorAll('a[href]')].filter((link) => {
    const [, name, file] = PAPER.exec(link.getAttribute('href') ?? '') ?? [];
    return (
      name !== undefined &&
      !file &&
      !isQuoted(link) &&
      !/^\s*(?:pdf|bib|abs)\s*$/i.test(link.textContent ?? '')
    );
  });

const rowOf = (title: Element): Element | null => title.closest('p, div');

const titleIn = (row: Element): Element | undefined => titlesIn(row)[0];

/** The folded card after a row: known by the paper's id, else by what it says of itself. */
function cardOf(row: Element, id: string | undefined): Element | undefined {
  const named =
    id && row.ownerDocument.getElementById(`abstract-${id.slice('acl:'.length).replaceAll('.', '--')}`);
  if (named) return named;
  const next = row.nextElementSibling;
  return next && /\babstract/.test(`${next.id} ${next.className}`) ? next : undefined;
}

const cardAt = (row: Element): Element | undefined => {
  const title = titleIn(row);
  return title && cardOf(row, keyOf(title));
};

/** `2024.acl-long.1` → 2024; `P19-1001` → 2019, `J79-1001` → 1979. */
function yearOf(id: string): string | undefined {
  const [, year, old] = /^acl:(?:(\d{4})\.|[A-Z](\d\d)-)/.exec(id) ?? [];
  return old ? `${Number(old) > 60 ? 19 : 20}${old}` : year;
}

interface Page {
  /** The volume a page is about. */
  volume: string;
  /** The volumes of an event, by the element that holds their rows. */
  parts: Map<Element, string>;
}

/** The volume whose heading stands above a row, on pages of events. */
function volumeOf(row: Element, { volume, parts }: Page): string {
  const part = row.parentElement;
  if (!part || volume) return volume;
  let name = parts.get(part);
  if (name === undefined) {
    const heading = [...part.children].find((one) => /^h[2-6]$/.test(one.localName));
    name = textOf(heading?.querySelector('a[href*="/volumes/"]:not([href$=".bib"])'));
    parts.set(part, name);
  }
  return name;
}

const list = defineListing<Page>({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('#main, section') ?? doc.body,
  items: (doc) => distinct(titlesIn(doc.body).map(rowOf)),
  context: (doc, url) => ({
    volume: url.pathname.startsWith('/volumes/') ? textOf(doc.querySelector('#title, h2')) : '',
    parts: new Map(),
  }),
  read(row, page) {
    const title = titleIn(row);
    const id = title && keyOf(title);
    if (!id) return undefined;
    const links = [...row.querySelectorAll('a[href]')];
    const own = links.find((link) => (link.getAttribute('href') ?? '').includes('/volumes/'));
    return entryOf(
      {
        ids: [id],
        title: textOf(title),
        authors: links
          .filter((link) => (link.getAttribute('href') ?? '').includes('/people/'))
          .map((link) => textOf(link)),
        abstract: textOf(cardOf(row, id)),
        published: yearOf(id),
        venue: textOf(own) || volumeOf(row, page),
        page: hrefOf(title),
        pdf: hrefOf(
          links.find((link) => /\.pdf$/.test(link.getAttribute('href') ?? '') && keyOf(link) === id),
        ),
      },
      row.ownerDocument.URL,
    );
  },
  slot(row) {
    const title = titleIn(row);
    // badges stand left of the title: the hand goes left of them, the chips behind authors and volume
    const block = title?.closest('strong, b')?.parentElement ?? title?.parentElement;
    return block ? { parent: block, before: null, style: 'gutter', beside: row } : undefined;
  },
  extent: (row) => distinct([row, cardAt(row)]),
  texts: (row) => distinct([titleIn(row), cardAt(row)]),
  expected(doc) {
    const found = new Set<string>();
    for (const link of doc.querySelectorAll('a[href]')) {
      const key = isQuoted(link) ? undefined : keyOf(link);
      if (key && !link.closest(FRAME)) found.add(key);
    }
    return found.size || undefined;
  },
});

/** The metas name people as they sign most of their papers, the line below the title as they signed this one. */
const paper = defineListing<ReturnType<typeof paperInMeta>>({
  ...metaListing,
  context(doc, url) {
    const told = paperInMeta(doc, url);
    const line = doc.querySelector('#title ~ p, h2 ~ p');
    const authors = [...(line?.querySelectorAll('a[href*="/people/"]') ?? [])].map((link) => textOf(link));
    const label = [...doc.querySelectorAll('dt')].find((one) => textOf(one) === 'Editors:');
    const people = [...(label?.nextElementSibling?.querySelectorAll('a[href*="/people/"]') ?? [])];
    const editors = people.map((link) => textOf(link));
    return (
      told && {
        ...told,
        ...(authors.length > 0 ? { authors } : {}),
        ...(editors.length > 0 ? { editors } : {}),
      }
    );
  },
});

/** Pages of venues and groups list volumes alone. */
const LISTS = /^\/(?:events|volumes)\/[\w.-]+\/?$|^\/people\/(?:\w\/)?[\w.-]+(?:\/unverified)?\/?$/;

export const site = defineSite({
  id: 'aclanthology',
  verified: true,
  examples: [
    'https://aclanthology.org/events/acl-2024/',
    'https://aclanthology.org/events/naacl-2021/#2021-naacl-main',
    'https://aclanthology.org/volumes/2024.acl-long/',
    'https://aclanthology.org/volumes/W19-42',
    'https://aclanthology.org/people/ada-quill/',
    'https://aclanthology.org/people/ada-quill/unverified/',
    'https://aclanthology.org/people/q/ada-quill/',
    'https://aclanthology.org/2024.acl-long.1/',
    'https://aclanthology.org/P19-1001',
  ],
  listing(url) {
    if (url.hostname !== 'aclanthology.org') return undefined;
    if (LISTS.test(url.pathname)) return /\.(?:bib|xml|endf|pdf)$/.test(url.pathname) ? undefined : list;
    return idOfUrl(url) && !/\.pdf$/.test(url.pathname) ? paper : undefined;
  },
});

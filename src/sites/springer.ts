/**
 * SpringerLink: search, issues and articles of journals, contents of books, collections; one paper.
 * Unverified: lists are built from public scrapers of them and Zotero's translator; the page of one article is checked
 * against a real one.
 */
import { idOfDoi } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkList, namesAt, shownText } from './link-list.ts';
import { dateOf, hrefOf, namesIn } from './parts.ts';

const HOST = 'link.springer.com';

/** Articles, chapters and the like by every address of theirs; whole books are no papers. */
function paper(url: URL): string | undefined {
  if (url.hostname !== HOST) return undefined;
  const path = url.pathname.replace(/%2f/gi, '/');
  const doi =
    /^\/(?:article|chapter|protocol|referencework(?:entry)?|rwe|entry|content\/pdf)\/(10\.\d{4,9}\/[^/]+)/.exec(
      path,
    )?.[1];
  // contents and index of a book
  return doi && !/\/(?:bfm|bbm)(?::|%3a)/i.test(doi) ? idOfDoi(doi.replace(/\.pdf$/, '')) : undefined;
}

/** Where authors stand, the most telling first: the box around them also holds the journal. */
const AUTHORS = [
  '[data-test="authors"]',
  '[data-test="author-list"]',
  '.app-author-list',
  '.app-card-open__authors',
  '.authors',
];
const VENUE = '[data-test="parent"], .publication-title';

const list = linkList({
  key: paper,
  links: 'a[href*="/10."], a[href*="10.1007%2F" i]',
  area: '#main, main, #main-content, #kb-nav--main',
  item: '.app-card-open, [data-test="search-result-item"], [data-test="chapter"], .c-card, #results-list > li, .chapter-item',
  title:
    '.app-card-open__heading, .app-card-open__link, [data-test="title"], .c-card__title, a.title, .content-type-list__title',
  line: '.app-card-open__authors, .app-author-list, .authors, .app-card-open__meta, .c-meta',
  context: (doc, url) => ({
    name: /^\/(?:journal|book)\//.test(url.pathname)
      ? shownText(
          doc.querySelector(
            '.app-journal-masthead__title, [data-test="journal-title"], [data-test="book-title"]',
          ),
        ) || undefined
      : undefined,
  }),
  fields({ item, key, url, links }, { name }) {
    const box = AUTHORS.map((one) => item.querySelector(one)).find(Boolean);
    const names = box ? namesAt(box, `li, a:not(${VENUE})`) : [];
    const text = shownText(box).replace(/^Authors?:\s*|\s+in\s+.*$/gi, '');
    // "First Author, Second Author … Last Author"
    const said = namesIn(text.replace(/\s*…\s*(?=\S)/, ', '));
    const day = item.querySelector('[data-test="published"], time, .year');
    const lines = Array.from(item.querySelectorAll('.c-meta__item'), (one) => dateOf(textOf(one)));
    return {
      ids: [key],
      ...(names.length > 0 ? { authors: names } : said),
      ...(text.includes('…') ? { authorsCut: true } : {}),
      venue: textOf(item.querySelector(VENUE)) || name,
      published: dateOf(day?.getAttribute('datetime') ?? textOf(day)) ?? lines.find(Boolean),
      page: `${url.origin}${url.pathname}`,
      pdf: links.map(hrefOf).find((href) => href?.includes('/content/pdf/')),
    };
  },
});

export const site = defineSite({
  id: 'springer',
  verified: false,
  examples: [
    'https://link.springer.com/search?query=graph+coloring&sortBy=newestFirst',
    'https://link.springer.com/search/page/2?facet-content-type=%22Article%22&query=graph',
    'https://link.springer.com/journal/10994/volumes-and-issues/113-4',
    'https://link.springer.com/journal/10994/articles?page=2',
    'https://link.springer.com/journal/10994/online-first',
    'https://link.springer.com/book/10.1007/978-3-031-72904-1',
    'https://link.springer.com/collections/abcdefghij',
    'https://link.springer.com/article/10.1007/s10924-010-0192-1',
    'https://link.springer.com/chapter/10.1007/978-3-031-72904-1_3',
  ],
  paper,
  listing(url) {
    if (url.hostname !== HOST) return undefined;
    const { pathname } = url;
    if (
      /^\/search(?:\/page\/\d+)?\/?$|^\/journal\/\d+(?:\/(?:volumes-and-issues\/[^/]+|articles|online-first|topicalCollection\/.*))?\/?$|^\/book\/10\.|^\/collections\/[^/]+\/?$/.test(
        pathname,
      )
    )
      return list;
    return /^\/content\//.test(pathname) || !paper(url) ? undefined : metaListing;
  },
});

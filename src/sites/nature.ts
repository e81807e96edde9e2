/**
 * Nature Portfolio: search, articles of a journal by type, issues, subjects, collections; one paper.
 * Unverified: lists are built from public scrapers of them and Zotero's translator; the page of one article is checked
 * against a real one.
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkList, namesAt } from './link-list.ts';
import { dateOf, hrefOf } from './parts.ts';

const HOST = /^(?:www\.)?nature\.com$/;

/** Old addresses of bare digits name no DOI. */
function paper(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const slug = /^\/articles\/(\d+)(?:\.pdf)?\/?$/.exec(url.pathname)?.[1];
  return slug ? `nature:${slug}` : idOfUrl(url);
}

const AUTHORS = '[data-test="author-list"], .c-author-list, [itemprop="creator"]';

const list = linkList({
  key: paper,
  links: 'a[href*="/articles/"]',
  area: '#content, main, #main-content',
  item: '.app-article-list-row__item, article',
  title: '.c-card__title, [itemprop="name headline"]',
  line: '.c-author-list, .c-meta, .c-card__section',
  context: (_doc, url) => ({
    journal: /^\/(?!search|subjects|collections|articles)(\w+)\//.test(url.pathname),
  }),
  fields({ item, key, url, links }) {
    const day = item.querySelector('time, [itemprop="datePublished"]');
    const venue = item.querySelector('[data-test="journal-title-and-link"], .journal-title');
    return {
      ids: key.startsWith('doi:') ? [key] : [],
      authors: namesAt(
        item,
        '.c-author-list li, [data-test="author-list"] li, [itemprop="creator"] [itemprop="name"]',
      ),
      authorsCut: /…|et al/.test(textOf(item.querySelector(AUTHORS))),
      published: dateOf(day?.getAttribute('datetime') ?? textOf(day)),
      venue: textOf(venue) || undefined,
      page: url.href,
      pdf: links.map(hrefOf).find((href) => href?.endsWith('.pdf')),
    };
  },
});

export const site = defineSite({
  id: 'nature',
  verified: false,
  examples: [
    'https://www.nature.com/search?q=graphene&order=relevance',
    'https://www.nature.com/nature/articles?type=article&page=2',
    'https://www.nature.com/nature/research-articles',
    'https://www.nature.com/natmachintell/reviews-and-analysis',
    'https://www.nature.com/nature/volumes/596/issues/7873',
    'https://www.nature.com/subjects/machine-learning',
    'https://www.nature.com/subjects/machine-learning/ncomms?searchType=journalSearch',
    'https://www.nature.com/collections/abcdefghij',
    'https://www.nature.com/articles/s41586-021-03819-2',
  ],
  paper,
  listing(url) {
    if (!HOST.test(url.hostname)) return undefined;
    if (
      /^\/search\/?$|^\/[a-z]\w*\/(?:articles|research-articles|reviews-and-analysis|research|volumes\/[^/]+\/issues\/[^/]+|current-issue)\/?$|^\/subjects\/[^/]+(?:\/[^/]+)?\/?$|^\/collections\/[^/]+(?:\/[^/]+)?\/?$/.test(
        url.pathname,
      )
    )
      return list;
    return /^\/articles\/[\w.-]+\/?$/.test(url.pathname) && !url.pathname.endsWith('.pdf')
      ? metaListing
      : undefined;
  },
});

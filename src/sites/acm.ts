/**
 * ACM Digital Library: issues, proceedings, search, authors' publications; one paper.
 * Unverified: lists are built from public scrapers of them and Zotero's Atypon translator; the page of one paper is
 * checked against a real one.
 */
import { idOfUrl } from '../core/identity.ts';
import { article } from './acm-paper.ts';
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkList } from './link-list.ts';
import { dateOf, hrefOf } from './parts.ts';

const HOST = 'dl.acm.org';

/** Whole proceedings and books have addresses of other forms. */
function paper(url: URL): string | undefined {
  const view = /^\/doi\/(?:(?:suppl|reader|fullHtml)\/)?(10\..+)/.exec(url.pathname)?.[1];
  if (url.hostname !== HOST) return undefined;
  return idOfUrl(view ? `https://${HOST}/doi/${view}` : url.href);
}

const AUTHORS =
  'ul[aria-label="authors" i] li a, .loa li a, .hlFld-ContribAuthor a, a[href*="/profile/"], a[href*="ContribAuthor"]';

/** Names in full where a link says them; those that a list hides on the screen are in the page all the same. */
function authorsAt(item: Element): string[] {
  const list = item.querySelector(AUTHORS)?.closest('ul, ol');
  const links = (list && item.contains(list) ? list : item).querySelectorAll(AUTHORS);
  const names = Array.from(links, (link) => link.getAttribute('title') || textOf(link));
  return names.filter((name) => /\p{L}/u.test(name));
}

const VENUE = 'a[href*="/toc/"], a[href*="/doi/proceedings/"], .epub-section__title';

const list = linkList({
  live: true,
  key: paper,
  links: 'a[href*="/doi/"]',
  root: '#pb-page-content, main',
  area: '.search-result, .table-of-content-wrapper, .toc, #pb-page-content, main',
  item: '.issue-item-container, .issue-item, .search__item',
  title: '.issue-item__title, .hlFld-Title',
  line: '.issue-item__detail, .loa, .issue-item__content',
  // "Proceedings of … | ACM Conferences", "ACM Transactions on Graphics: Vol 40, No 4"
  context: (doc, url) => ({
    whole: /^\/(?:toc|doi\/proceedings)\//.test(url.pathname),
    name: doc.title.split(/\s*\|\s*|:\s+Vol\b/)[0],
  }),
  fields({ item, key, url, links }, { whole, name }) {
    const venue = item.querySelector(VENUE);
    const day = item.querySelector('.bookPubDate, .epub-section__date');
    const said = day ? undefined : /\bPublished:\s*([^|]*?\d{4})/.exec(item.textContent ?? '')?.[1];
    const abstract = textOf(item.querySelector('.issue-item__abstract'));
    const hrefs = links.map(hrefOf);
    return {
      ids: [key],
      authors: authorsAt(item),
      venue: venue?.getAttribute('title') || textOf(venue) || (whole ? name : undefined),
      published: dateOf(day?.getAttribute('data-title') ?? (textOf(day) || (said ?? ''))),
      // results of a search show what the words were found in
      abstract: whole && abstract.length > 200 && !/(?:…|\.\.\.)$/.test(abstract) ? abstract : undefined,
      page: url.href,
      pdf: hrefs.find((href) => href?.includes('/doi/pdf/')),
      html: hrefs.find((href) => href?.includes('/doi/fullHtml/')),
    };
  },
});

export const site = defineSite({
  id: 'acm',
  verified: false,
  examples: [
    'https://dl.acm.org/toc/tog/2021/40/4',
    'https://dl.acm.org/toc/csur/current',
    'https://dl.acm.org/doi/proceedings/10.1145/3375627?tocHeading=heading2',
    'https://dl.acm.org/action/doSearch?AllField=graph+coloring&startPage=1&pageSize=50',
    'https://dl.acm.org/profile/81100000000/publications?Role=author',
    'https://dl.acm.org/doi/abs/10.1145/3375627.3375832',
    'https://dl.acm.org/doi/10.1145/3375627.3375832',
  ],
  paper,
  listing(url) {
    if (url.hostname !== HOST) return undefined;
    const { pathname } = url;
    if (
      /^\/toc\/[^/]+\/|^\/doi\/proceedings\/10\.|^\/action\/doSearch$|^\/profile\/\w+|^\/topic\/ccs/.test(
        pathname,
      )
    )
      return list;
    return /^\/doi\/(?:abs\/|full\/|fullHtml\/)?10\./.test(pathname) && paper(url) ? article : undefined;
  },
});

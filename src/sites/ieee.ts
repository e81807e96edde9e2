/**
 * IEEE Xplore: search, issues, proceedings, authors; one paper. Drawn by its scripts.
 * Unverified: built from public scrapers of its lists and Zotero's translator.
 */
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { document } from './ieee-document.ts';
import { linkList, namesAt } from './link-list.ts';
import { dateOf, hrefOf, namesIn } from './parts.ts';

const HOST = 'ieeexplore.ieee.org';

/** The article number, which all addresses of a paper share. */
function paper(url: URL): string | undefined {
  if (url.hostname !== HOST) return undefined;
  const path = /^\/(?:abstract\/)?document\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
  const stamp = /^\/(?:stamp\/stamp|xpls\/abs_all)\.jsp$/.test(url.pathname)
    ? /^\d+$/.exec(url.searchParams.get('arnumber') ?? '')?.[0]
    : undefined;
  const number = path ?? stamp;
  return number && `ieee:${number}`;
}

const list = linkList({
  live: true,
  key: paper,
  links: 'a[href*="/document/"], a[href*="arnumber="]',
  root: '#LayoutWrapper, xpl-root, .global-content-wrapper',
  area: 'xpl-results-list, .main-section, #xplMainContent, #LayoutWrapper, xpl-root, .global-content-wrapper',
  item: '.List-results-items, xpl-results-item, xpl-issue-results-items > div, .result-item, .article-list li',
  title: 'h2, h3',
  line: '.author, .authors, .description',
  context: () => undefined,
  fields({ item, key, links }) {
    // entries hold a copy of themselves for narrow windows
    const box = item.querySelector('xpl-authors-name-list, .author, .authors');
    const names = box ? namesAt(box, 'a') : namesAt(item, 'a[href*="/author/"]');
    const venue = item.querySelector('.description a[href*="/xpl/"], a[href*="/xpl/"]');
    const year = /\b(?:Year|Publication Date):\s*([^|]*\d{4})/.exec(textOf(item))?.[1];
    return {
      ...(names.length > 0 ? { authors: names } : namesIn(textOf(box))),
      venue: textOf(venue) || undefined,
      published: year && dateOf(year),
      page: `https://${HOST}/document/${key.slice('ieee:'.length)}/`,
      pdf: links.map(hrefOf).find((href) => href?.includes('/stamp/')),
    };
  },
});

export const site = defineSite({
  id: 'ieee',
  verified: false,
  examples: [
    'https://ieeexplore.ieee.org/search/searchresult.jsp?newsearch=true&queryText=radar',
    'https://ieeexplore.ieee.org/xpl/tocresult.jsp?isnumber=10336886',
    'https://ieeexplore.ieee.org/xpl/mostRecentIssue.jsp?punumber=34',
    'https://ieeexplore.ieee.org/xpl/conhome/10203037/proceeding?pageNumber=2',
    'https://ieeexplore.ieee.org/author/37085345102',
    'https://ieeexplore.ieee.org/document/8946141/',
    'https://ieeexplore.ieee.org/abstract/document/8946141',
  ],
  paper,
  listing(url) {
    if (url.hostname !== HOST) return undefined;
    if (
      /^\/search\/searchresult\.jsp$|^\/xpl\/(?:tocresult|mostRecentIssue|topAccessedArticles)\.jsp$|^\/xpl\/conhome\/\d+\/proceeding|^\/author\/\d+\/?$/.test(
        url.pathname,
      )
    )
      return list;
    return /\/document\/\d+\/?$/.test(url.pathname) ? document : undefined;
  },
});

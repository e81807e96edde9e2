/**
 * SSRN: search, journals and networks, authors, top tens; the page of one paper.
 * Unverified: built from public scrapers of its lists and Zotero's translator.
 */
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkList, namesAt } from './link-list.ts';
import { dateOf, hrefOf, namesIn } from './parts.ts';

const HOST = /^(?:papers\.|www\.)?ssrn\.com$/;

/** SSRN registers the DOI 10.2139/ssrn.N for its paper N. */
function paper(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const id =
    /^\/(?:sol3\/)?(?:papers|delivery)\.cfm.*?[?&/]abstract_?id=(\d+)/i.exec(
      url.pathname + url.search,
    )?.[1] ?? /^\/abstract(?:_id)?=(\d+)/i.exec(url.pathname)?.[1];
  return id && `doi:10.2139/ssrn.${id}`;
}

const AUTHORS = '.authors-list, .authors';

const list = linkList({
  live: true,
  key: paper,
  links: 'a[href*="abstract" i]',
  area: '#maincontent, .papers-list, main, #main',
  item: '.papers-list .description, .result-item, .paper-item, tr[id^="row_"]',
  title: 'a.title, .title > a, a.paper-title, h3 > a',
  line: `${AUTHORS}, .note-list, .note`,
  context: () => undefined,
  fields({ item, key, url, links }) {
    const box = item.querySelector(AUTHORS);
    const linked = namesAt(item, 'a[href*="AbsByAuth" i]');
    const text = textOf(item);
    const posted = /\bPosted:?\s*(\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{4})/.exec(text)?.[1];
    const journal = textOf(item.querySelector('.note-list em, .note-list i, .journal'));
    return {
      ids: [key],
      ...(linked.length > 0 ? { authors: linked } : namesIn(textOf(box))),
      published: posted && dateOf(posted),
      venue: journal || undefined,
      page: url.href,
      pdf: links.map(hrefOf).find((href) => href && /\/delivery\.cfm/i.test(href)),
    };
  },
});

export const site = defineSite({
  id: 'ssrn',
  verified: false,
  examples: [
    'https://papers.ssrn.com/sol3/results.cfm?txtKey_Words=auctions',
    'https://papers.ssrn.com/searchresults.cfm?term=auctions',
    'https://papers.ssrn.com/sol3/JELJOUR_Results.cfm?form_name=journalBrowse&journal_id=1747960',
    'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=16042',
    'https://papers.ssrn.com/sol3/topten/topTenResults.cfm?groupingtype=1&groupingId=204',
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1450589',
    'https://papers.ssrn.com/abstract=1450589',
  ],
  paper,
  listing(url) {
    if (!HOST.test(url.hostname)) return undefined;
    if (/\/(?:\w*results|absbyauth|pip_journal|displayabstractsearch)\.cfm$/i.test(url.pathname)) return list;
    return /delivery\.cfm/i.test(url.pathname) || !paper(url) ? undefined : metaListing;
  },
});

/**
 * AAAI: issues, journals' front pages and search on ojs.aaai.org (Open Journal Systems 3), and the tracks of older
 * proceedings on aaai.org, one `li` each.
 *
 * Unverified: built from the templates of https://github.com/pkp/ojs (templates/frontend/objects/article_summary.tpl,
 * issue_toc.tpl) and, for aaai.org, from the selectors of https://github.com/SilenceEagle/paper_downloader
 * (code/paper_downloader_AAAI.py).
 */
import { oldPaper } from './aaai-paper.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, namesIn } from './parts.ts';

const OJS = /^\/(?:ojs\/)?index\.php\/(\w+)\/article\/(?:view|download)\/([\w.-]+)/;

/** `/index.php/AAAI/article/view/27749/27538`: journal and number; `/papers/00003-learning-…/` on aaai.org. */
function paper(url: URL): string | undefined {
  if (!/(?:^|\.)aaai\.org$/.test(url.hostname)) return undefined;
  const article = OJS.exec(url.pathname);
  if (article) return `${article[1]}/${article[2]}`;
  return url.hostname === 'ojs.aaai.org' ? undefined : /^\/papers\/(\d+-[^/]+)\/?$/.exec(url.pathname)?.[1];
}

/** The part with the list: journals show most-read articles beside it. */
const areaOf = (doc: Document): Element => doc.querySelector('[role="main"], main') ?? doc.body;

/** The first link to each paper that shows its title, as opposed to "PDF" and to a cover. */
function titles(doc: Document): Element[] {
  const found = new Map<string, Element>();
  for (const link of areaOf(doc).querySelectorAll('a[href]')) {
    const url = addressOf(link, doc.URL);
    const key = url && paper(url);
    if (key && !found.has(key) && textOf(link).length > 3 && !link.closest('nav, header nav, footer'))
      found.set(key, link);
  }
  return [...found.values()];
}

const HEADING = 'h2, h3, h4, h5';

const titleOf = (item: Element): Element | null =>
  item.querySelector('h2 a[href], h3 a[href], h4 a[href], h5 a[href]') ?? item.querySelector('a[href]');

/** The lines after the title: authors first, unless they are pages or links. */
function authorsOf(item: Element): Element | undefined {
  const named =
    item.querySelector('.authors') ??
    item.querySelector('.papers-author-page p') ??
    item.querySelector('.papers-author-page');
  if (named) return named;
  const below = titleOf(item)?.closest(HEADING)?.nextElementSibling;
  const lines = below ? [below, ...below.querySelectorAll('div, p, span')] : [];
  return lines.find((line) => line.childElementCount === 0 && !/^[\d\s–—-]*$/.test(line.textContent ?? ''));
}

const PAGES = /^\d[\d\s–—-]*$/;

interface Issue {
  venue?: string | undefined;
  year?: string | undefined;
}

const list = defineListing<Issue>({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('[role="main"], main'),
  items: (doc) =>
    distinct(titles(doc).map((link) => link.closest('li') ?? link.closest(HEADING)?.parentElement)),
  // "Vol. 38 No. 1: AAAI-24 Technical Tracks 1"; of a search: nothing
  context(doc, url) {
    if (/\/search\b/.test(url.pathname)) return {};
    const heading = textOf(areaOf(doc).querySelector('h1'));
    const told = textOf(areaOf(doc).querySelector('.published .value, .heading .published'));
    const volume = /(?:^|:\s*)([A-Z]{2,}[\w-]*-\d\d\b[^:]*)$/.exec(heading)?.[1];
    const edition = /^(?:AAAI|IAAI|EAAI)-(\d\d)\b/.exec(volume ?? '')?.[1];
    return {
      venue: volume,
      year: dateOf(told) ?? (edition && `${Number(edition) > 79 ? 19 : 20}${edition}`),
    };
  },
  read(item, { venue, year }) {
    const title = titleOf(item);
    const links = [...item.querySelectorAll('a[href]')];
    const file = hrefOf(
      links.find((link) => /^\s*(?:download\s+)?pdf\s*$/i.test(link.textContent ?? '')) ??
        links.find((link) => /\.pdf$/i.test(link.getAttribute('href') ?? '')),
    );
    const own = item.querySelector('.published');
    const lines = [...item.querySelectorAll('.pages, .papers-author-page p')].map((line) => textOf(line));
    return entryOf(
      {
        title: textOf(title),
        ...namesIn(textOf(authorsOf(item))),
        venue,
        published: (own && dateOf(textOf(own))) ?? year,
        journalRef: lines.find((line) => PAGES.test(line)),
        page: hrefOf(title),
        // what journals call a view is a page with a viewer in it
        pdf: file?.replace(/\/article\/view\/(?=[\w.-]+\/)/, '/article/download/'),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    const parent = authorsOf(item) ?? item;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(areaOf(doc), doc.URL, paper) || undefined,
});

/** Journal front pages, issues, search. `issue/archive` lists issues alone. */
const JOURNAL =
  /^\/index\.php\/\w+(?:\/index)?(?:\/(?:issue\/(?:current|view\/[\w.-]+(?:\/showToc)?)|search(?:\/.*)?))?\/?$/;

export const site = defineSite({
  id: 'aaai',
  verified: false,
  examples: [
    'https://ojs.aaai.org/index.php/AAAI/issue/view/576',
    'https://ojs.aaai.org/index.php/ICWSM/issue/current',
    'https://ojs.aaai.org/index.php/AAAI/search?query=ink',
    'https://ojs.aaai.org/index.php/AAAI/search/index?query=ink&searchPage=2',
    'https://ojs.aaai.org/index.php/AIES/index',
    'https://ojs.aaai.org/index.php/AAAI/article/view/27749',
    'https://aaai.org/proceeding/01-aaai-22-technical-tracks-1/',
    'https://aaai.org/papers/00003-ink-and-paper/',
  ],
  paper,
  listing(url) {
    if (url.hostname === 'ojs.aaai.org') {
      if (JOURNAL.test(url.pathname)) return list;
      // with a second number it is the viewer of a file
      return paper(url) && /\/view\/[^/]+\/?$/.test(url.pathname) ? metaListing : undefined;
    }
    if (!/^(?:www\.)?aaai\.org$/.test(url.hostname)) return undefined;
    if (/^\/proceeding\/[^/]+\/?$/.test(url.pathname)) return list;
    return paper(url) ? oldPaper : undefined;
  },
});

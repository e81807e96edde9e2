/**
 * AAAI's proceedings on ojs.aaai.org: issues, archives' search, pages of papers. Unverified: built from the open
 * templates of Open Journal Systems 3 (https://github.com/pkp/ojs, templates/frontend/objects/article_summary.tpl).
 */
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, namesIn } from './parts.ts';

/** `/index.php/AAAI/article/view/27747`, and its files `/view/27747/27519`: the article's number. */
const paper = (url: URL): string | undefined =>
  url.hostname === 'ojs.aaai.org' ? /\/article\/(?:view|download)\/(\d+)/.exec(url.pathname)?.[1] : undefined;

const links = (area: ParentNode): Element[] =>
  [...area.querySelectorAll('a[href*="/article/view/"]')].filter((link) => {
    const url = addressOf(link, link.ownerDocument.URL);
    return url !== undefined && paper(url) !== undefined;
  });

const isFile = (link: Element): boolean => /\/view\/\d+\/\d+/.test(link.getAttribute('href') ?? '');

/** Titles: links to articles that are no files. */
const titles = (area: ParentNode): Element[] =>
  links(area).filter((link) => !isFile(link) && textOf(link) !== '');

/** The block around a title: the widest element that holds no other. */
function blockOf(title: Element): Element {
  let block = title;
  for (let above = title.parentElement; above && above.localName !== 'body'; above = above.parentElement) {
    if (titles(above).length > 1 || /^(?:main|ul|ol)$/.test(above.localName)) break;
    if (/section|issue|search_results|page/.test(above.className) && !/summary/.test(above.className)) break;
    block = above;
  }
  return block;
}

const issue = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) =>
    titles(doc)[0]?.closest('main, .obj_issue_toc, [role="main"], body') ?? doc.querySelector('main'),
  items: (doc) => distinct(titles(doc).map(blockOf)),
  // "Vol. 38 No. 1: AAAI-24 Technical Tracks 1"
  context: (doc) => ({
    venue: textOf(doc.querySelector('.obj_issue_toc, main')?.querySelector('h1') ?? doc.querySelector('h1')),
    published: dateOf(textOf(doc.querySelector('.published .value'))),
  }),
  read(item, { venue, published }) {
    const title = titles(item)[0];
    const files = links(item).filter(isFile);
    const pdf = hrefOf(files.find((link) => /pdf/i.test(`${textOf(link)} ${link.className}`)) ?? files[0]);
    return entryOf(
      {
        title: textOf(title),
        ...namesIn(textOf(item.querySelector('.authors'))),
        venue,
        journalRef: textOf(item.querySelector('.pages')),
        published,
        page: hrefOf(title),
        pdf,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titles(item)[0];
    const parent = item.querySelector('.authors') ?? beside?.parentElement?.nextElementSibling ?? item;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => titles(item).slice(0, 1),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

export const site = defineSite({
  id: 'aaai',
  verified: false,
  examples: [
    'https://ojs.aaai.org/index.php/AAAI/issue/view/576',
    'https://ojs.aaai.org/index.php/AAAI/issue/current',
    'https://ojs.aaai.org/index.php/ICWSM/issue/view/592',
    'https://ojs.aaai.org/index.php/AAAI/search/search?query=ink',
    'https://ojs.aaai.org/index.php/AAAI/article/view/27747',
  ],
  paper,
  listing(url) {
    if (url.hostname !== 'ojs.aaai.org') return undefined;
    if (/^\/index\.php\/[\w-]+\/(?:issue\/(?:view\/|current)|search|catalog)/.test(url.pathname))
      return issue;
    return /\/article\/view\/\d+\/?$/.test(url.pathname) ? metaListing : undefined;
  },
});

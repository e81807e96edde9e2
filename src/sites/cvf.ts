/**
 * CVF Open Access: days and whole conferences, today's pages and those of 2013–2018 on cv-foundation.org. One long `dl`:
 * a `dt` with the title, a `dd` with the authors (each in a form of its own), a `dd` with the links.
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';

const HOSTS = /(?:^|\.)(?:thecvf\.com|cv-foundation\.org)$/;

/** `/content_iccv_2015/html/X_paper.html`, `/content/CVPR2024/papers/X_paper.pdf`: the paper's own name in both. */
const paper = (url: URL): string | undefined =>
  HOSTS.test(url.hostname)
    ? /\/(?:html|papers)\/(?:[^/]+\/)?([^/]+?)_paper\.(?:html|pdf)$/i.exec(url.pathname)?.[1]
    : undefined;

const isPaper = (link: Element, base: string): boolean => {
  const url = addressOf(link, base);
  return url !== undefined && paper(url) !== undefined;
};

const titleOf = (item: Element): Element | null => item.querySelector('a[href]');

/** Links to the pages of papers, which titles are. */
const TITLE = 'a[href*="/html/"][href*="_paper"]';

/** What follows a title until the next one. */
function rest(item: Element): Element[] {
  const out: Element[] = [];
  for (let next = item.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.localName === 'dt' || next.querySelector(TITLE)) break;
    out.push(next);
  }
  return out;
}

/** "ICCV 2015", from the file's name or folder: `…_ICCV_2015_paper`, `…_2013_CVPR_paper`, `/CVPR2024W/`. */
function venueOf(page: string): { venue?: string; year?: string } {
  const turned = /_((?:19|20)\d\d)_([A-Z]{3,}W?)_paper\./.exec(page);
  const found =
    /_([A-Z]{3,}W?)_((?:19|20)\d\d)_paper\./.exec(page) ?? /\/([A-Z]{3,})((?:19|20)\d\d)/.exec(page);
  const [name, year] = turned ? [turned[2], turned[1]] : [found?.[1], found?.[2]];
  if (!name || !year) return {};
  const workshop = /workshops?_\d|\d{4}W\//.test(page) && !name.endsWith('W');
  return { venue: `${name}${workshop ? 'W' : ''} ${year}`, year };
}

const conference = defineListing({
  kind: 'listing',
  live: false,
  early: true,
  // the front page of a conference may hold nothing but its days
  root: (doc) => doc.querySelector(TITLE)?.closest('dl, #content') ?? doc.querySelector('#content'),
  items: (doc) =>
    distinct(
      [...doc.querySelectorAll(TITLE)]
        .filter((link) => isPaper(link, doc.URL))
        .map((link) => link.closest('dt') ?? link.parentElement),
    ),
  context: () => undefined,
  read(item) {
    const title = titleOf(item);
    const parts = rest(item);
    const page = hrefOf(title);
    if (!page) return undefined;
    const names = parts.find((part) => !part.querySelector('a[href$=".pdf"]'));
    const forms = [...(names?.querySelectorAll('form.authsearch a, form a') ?? [])];
    const links = parts.flatMap((part) => [...part.querySelectorAll('a[href]')]);
    const pdf = hrefOf(links.find((link) => /^\s*pdf\s*$/i.test(link.textContent ?? '')));
    const arxiv = links.map(hrefOf).find((href) => href && idOfUrl(href)?.startsWith('arxiv:'));
    const { venue, year } = venueOf(page);
    return entryOf(
      {
        ids: [arxiv ? idOfUrl(arxiv) : undefined],
        title: textOf(title),
        ...(forms.length > 0
          ? { authors: forms.map((form) => textOf(form).replace(/,$/, '')) }
          : namesIn(textOf(names))),
        venue,
        published: year,
        page,
        pdf,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    const parent = rest(item)[0] ?? item;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  extent: (item) => [item, ...rest(item)],
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

/** The title of a paper's own page is no heading. */
const one = defineListing({
  ...metaListing,
  items(doc) {
    const title = doc.querySelector('#papertitle');
    return title && metaListing.context(doc, new URL(doc.URL), []) ? [title] : metaListing.items(doc);
  },
});

const LIST =
  /^\/(?:openaccess\/)?[A-Z]{3,}\d{4}(?:_search|_findings|_workshops\/(?!menu)[^/]+?)?(?:\.py|\.php)?\/?$/i;

export const site = defineSite({
  id: 'cvf',
  verified: true,
  examples: [
    'https://openaccess.thecvf.com/CVPR2024?day=all',
    'https://openaccess.thecvf.com/CVPR2024?day=2024-06-19',
    'https://openaccess.thecvf.com/ICCV2015.php',
    'https://openaccess.thecvf.com/ICCV2019_workshops/NeurArch',
    'https://openaccess.thecvf.com/CVPR2013_workshops/W02.py',
    'https://www.cv-foundation.org/openaccess/ICCV2015.py',
    'https://openaccess.thecvf.com/content/CVPR2024/html/Quill_Ink_That_Stays_CVPR_2024_paper.html',
  ],
  paper,
  listing(url) {
    if (!HOSTS.test(url.hostname)) return undefined;
    if (/\/html\/.*_paper\.html$/.test(url.pathname)) return one;
    return LIST.test(url.pathname) ? conference : undefined;
  },
});

/**
 * NASA's Astrophysics Data System and SciX: search, citations, libraries; one paper. Drawn by its scripts.
 * Unverified: built from the site's open front ends (adsabs/nectar, adsabs/bumblebee).
 */
import { arxivId, idOfDoi, idOfUrl, kindOf } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { linkList, namesAt, shownText } from './link-list.ts';
import { dateOf, hrefOf } from './parts.ts';

const HOST = /^(?:(?:ui|dev|qa)\.adsabs\.harvard\.edu|(?:www\.)?scixplorer\.org)$/;

/** "2023arXiv230312345S" names its arXiv id; a bibcode is 19 characters long. https://ui.adsabs.harvard.edu/help/actions/bibcode */
function keyOf(bibcode: string): string | undefined {
  if (!/^\d{4}\D[\w.&]{14}$/.test(bibcode)) return undefined;
  const preprint = /^\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z.]$/.exec(bibcode);
  const id = preprint && arxivId(`${preprint[1]}.${preprint[2]}`);
  return id ? `arxiv:${id}` : `bibcode:${bibcode}`;
}

/** The old front end keeps its addresses behind a hash. */
const pathOf = ({ pathname, hash }: URL): string => {
  const path = /^#(?:abs|search)\//.test(hash) ? `/${hash.slice(1)}` : pathname;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

function paper(url: URL): string | undefined {
  const bibcode = HOST.test(url.hostname) ? /^\/abs\/([^/]+)/.exec(pathOf(url))?.[1] : undefined;
  return bibcode && keyOf(bibcode);
}

/** "Doe, J.; Roe, R. A.; and 12 more", where the number may be a button: family names first. */
const MORE = /[;,]?\s*\band\s+\d[\d,]*\s+more\b.*$/i;

/** The new front end gives its line of authors no name: it is the first line behind the title that holds names. */
function authorsAt(item: Element, title: Element): { authors: string[]; authorsCut: boolean } {
  const box = item.querySelector('[aria-label="authors" i], .s-results-authors');
  const names = box ? namesAt(box, '.article-author') : [];
  if (box && names.length > 0) return { authors: names, authorsCut: MORE.test(shownText(box)) };
  for (const line of item.querySelectorAll('div, p, span')) {
    const behind = title.compareDocumentPosition(line) & 4; // DOCUMENT_POSITION_FOLLOWING
    const text = behind && !title.contains(line) && !line.querySelector('div, p') ? shownText(line) : '';
    if (/^\p{L}[^;\d]*,\s*\p{L}[^;\d]*(?:;|$|\band \d)/u.test(text))
      return {
        authors: text
          .replace(MORE, '')
          .split(/\s*;\s*/)
          .filter(Boolean),
        authorsCut: MORE.test(line.textContent ?? ''),
      };
  }
  return { authors: [], authorsCut: false };
}

const bibcodeOf = (url: URL): string => /^\/abs\/([^/]+)/.exec(pathOf(url))?.[1] ?? '';

/** Ids in links to full texts: "/link_gateway/…/doi:10.3847/…", arXiv, publishers. */
function idsAt(item: Element): string[] {
  const hrefs = Array.from(item.querySelectorAll('a[href*="doi"], a[href*="arxiv.org"]'), hrefOf);
  return hrefs.flatMap((href) => {
    const gate = /\/link_gateway\/[^/]+\/doi:(.+)$/i.exec(href ?? '')?.[1];
    return (gate ? idOfDoi(decodeURIComponent(gate)) : idOfUrl(href ?? '')) ?? [];
  });
}

const list = linkList({
  live: true,
  hydrates: true,
  key: paper,
  hashes: true,
  links: 'a[href*="/abs/"], a[href^="#abs/"]',
  root: '#__next, #app-container, #body-template-container',
  area: '#results, .results-list, main, #__next, #body-template-container',
  item: '#results article, .results-list > li',
  title: 'a.article-title, .s-results-title, a > h3',
  line: '.s-results-authors, .article-author',
  context: () => undefined,
  fields({ item, key, title, url }) {
    const bibcode = bibcodeOf(url);
    const seen = /\b((?:19|20)\d\d)\/(\d\d)\b/.exec(shownText(item));
    const stem = bibcode.slice(4, 9).replace(/\.+$/, '');
    return {
      ids: [kindOf(key) === 'arxiv' ? key : undefined, ...idsAt(item)],
      ...authorsAt(item, title),
      published: seen && seen[2] !== '00' ? `${seen[1]}-${seen[2]}` : dateOf(bibcode.slice(0, 4)),
      venue: stem === 'arXiv' ? undefined : stem,
      page: `${url.origin}/abs/${encodeURIComponent(bibcode)}/abstract`,
    };
  },
});

const one = { ...metaListing, live: true, hydrates: true };

export const site = defineSite({
  id: 'ads',
  verified: false,
  examples: [
    'https://ui.adsabs.harvard.edu/search/q=author%3A%22Doe%2C%20J%22&sort=date%20desc&p_=0',
    'https://ui.adsabs.harvard.edu/search?q=exoplanets&p=2',
    'https://ui.adsabs.harvard.edu/#search/q=exoplanets',
    'https://ui.adsabs.harvard.edu/abs/2019ApJ...882L..12P/citations',
    'https://ui.adsabs.harvard.edu/public-libraries/AbCdEfGhIjKlMnOpQrStUv',
    'https://scixplorer.org/search?q=magma&sort=score+desc',
    'https://ui.adsabs.harvard.edu/abs/2019ApJ...882L..12P/abstract',
  ],
  paper,
  listing(url) {
    if (!HOST.test(url.hostname)) return undefined;
    const path = pathOf(url);
    if (
      /^\/search(?:\/|$)|^\/(?:user|public)[-/]libraries\/\w+|^\/abs\/[^/]+\/(?:citations|coreads|similar|toc)\/?$/.test(
        path,
      )
    )
      return list;
    return /^\/abs\/[^/]+(?:\/abstract)?\/?$/.test(path) && paper(url) ? one : undefined;
  },
});

/**
 * INSPIRE: literature search, papers of authors, conferences, institutions, experiments; one paper. Drawn by its scripts.
 * Unverified: built from the site's open front end (inspirehep/inspirehep, ui/src/literature).
 */
import { kindOf } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { linkList, namesAt, shownText } from './link-list.ts';
import { dateOf, hrefOf, idsIn } from './parts.ts';

const HOST = 'inspirehep.net';

function paper(url: URL): string | undefined {
  const id = url.hostname === HOST ? /^\/literature\/(\d+)\/?$/.exec(url.pathname)?.[1] : undefined;
  return id && `inspire:${id}`;
}

/** Authors without a page of their own lead to a search for their name. */
const AUTHORS =
  '[data-test-id="author-link"], a[href*="/authors/"], a[href*="/literature?q=a "], a[href*="/literature?q=a%20"]';
const GROUPS = 'a[href*="q=collaboration"]';

const list = linkList({
  live: true,
  key: paper,
  links: 'a[href*="/literature/"]',
  root: '#root',
  area: '[data-test-id="search-results"], main, #root',
  title: 'a.result-item-title, [data-test-id="literature-result-title-link"]',
  line: '[data-test-id="literature-result-item"] .mt1, .mt1',
  context: () => undefined,
  fields({ item, url }) {
    const text = shownText(item);
    const authors = namesAt(item, AUTHORS);
    const groups = namesAt(item, GROUPS);
    const day = /\(([A-Z][a-z]{2,8}(?:\s+\d{1,2})?,\s*\d{4}|\d{4})\)/.exec(text)?.[1];
    const journal =
      /\bPublished in:\s*(.+?)(?:,\s*\d+\.)?\s*(?:•|·|\be-Print:|\bContribution to:|\b(?:pdf|links|DOI|cite|claim)\b|$)/.exec(
        text,
      )?.[1];
    const hrefs = Array.from(item.querySelectorAll('a[href*="pdf"]'), hrefOf);
    const ids = idsIn(item);
    return {
      // an errata's DOI beside the paper's own: the first of a kind is the paper's
      ids: ids.filter((id) => ids.find((other) => kindOf(other) === kindOf(id)) === id),
      authors: authors.length > 0 ? authors : groups,
      authorsCut: /\bet al\b|Show All\s*\(/i.test(text),
      published: day && dateOf(day.replace(/^([A-Za-z]+),/, '$1')),
      journalRef: journal,
      page: url.href,
      pdf: hrefs.find((href) => href && /arxiv\.org\/pdf|\.pdf/.test(href)),
    };
  },
});

const one = { ...metaListing, live: true };

export const site = defineSite({
  id: 'inspire',
  verified: false,
  examples: [
    'https://inspirehep.net/literature?sort=mostrecent&size=25&page=1&q=black%20hole',
    'https://inspirehep.net/literature',
    'https://inspirehep.net/authors/1010907?ui-citation-summary=true',
    'https://inspirehep.net/conferences/1853162',
    'https://inspirehep.net/institutions/902725',
    'https://inspirehep.net/literature/451647',
  ],
  paper,
  listing(url) {
    if (url.hostname !== HOST) return undefined;
    if (/^\/literature\/?$|^\/(?:authors|conferences|institutions|experiments)\/\d+\/?$/.test(url.pathname))
      return list;
    return paper(url) ? one : undefined;
  },
});

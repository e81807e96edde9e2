/**
 * bioRxiv and medRxiv: newest, search, subject collections, archive; the page of one preprint.
 * Unverified: lists are built from public scrapers of them (blekhmanlab/rxivist, ropensci/biorxivr) and Zotero's
 * HighWire translators; the page of one preprint is checked against a real one.
 */
import { idOfDoi, idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkList, namesAt } from './link-list.ts';

const HOST = /^(?:www\.)?(?:bio|med)rxiv\.org$/;

/** Every address of a preprint, of any version and view; those of before 2020 name its day of posting. */
function paper(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const early =
    /^\/content\/(?:(?:bio|med)rxiv\/)?early\/\d{4}\/\d\d\/\d\d\/((?:\d{4}\.\d\d\.\d\d\.)?\d+)/.exec(
      url.pathname,
    );
  return early ? `doi:10.1101/${early[1]}` : idOfUrl(url);
}

const list = linkList({
  key: paper,
  links: 'a[href*="/content/"]',
  area: '.main-content-wrapper, #main-content, main',
  item: '.highwire-article-citation, li.search-result',
  title: '.highwire-cite-linked-title, .highwire-cite-title',
  line: '.highwire-cite-metadata, .highwire-cite-authors',
  context: () => undefined,
  fields({ item, url, key }) {
    const doi = item.querySelector('.highwire-cite-metadata-doi');
    const versioned = /^(.*\/10\.[^/]+\/[^/]*v\d+)$/.exec(`${url.origin}${url.pathname}`)?.[1];
    return {
      ids: [idOfDoi(textOf(doi)) ?? key],
      authors: namesAt(item, '.highwire-citation-author'),
      venue: /medrxiv/.test(url.hostname) ? 'medRxiv' : 'bioRxiv',
      page: url.href,
      pdf: versioned && `${versioned}.full.pdf`,
    };
  },
});

export const site = defineSite({
  id: 'biorxiv',
  verified: false,
  examples: [
    'https://www.biorxiv.org/content/early/recent',
    'https://www.biorxiv.org/content/early/recent?page=2',
    'https://www.biorxiv.org/search/protein%20folding%20numresults%3A50%20sort%3Arelevance-rank',
    'https://www.biorxiv.org/collection/bioinformatics',
    'https://www.medrxiv.org/collection/epidemiology?page=1',
    'https://www.medrxiv.org/archive',
    'https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3',
    'https://www.medrxiv.org/content/10.64898/2025.12.05.25341234v1.full-text',
  ],
  paper,
  listing(url) {
    if (!HOST.test(url.hostname)) return undefined;
    if (
      /^\/(?:search|collection|archive|relate\/content)(?:\/|$)|^\/content\/early\/recent\/?$/.test(
        url.pathname,
      )
    )
      return list;
    return /\.pdf$/.test(url.pathname) || !paper(url) ? undefined : metaListing;
  },
});

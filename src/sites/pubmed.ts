/**
 * PubMed: search in both formats, trending, collections; one paper; PubMed Central's search and articles.
 * Unverified: search is built from result pages kept in public repositories' tests (scifeed and others) and Zotero's
 * translator; the page of one article of PubMed Central is checked against a real one.
 */
import { idOfDoi, idOfUrl } from '../core/identity.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import { defineSite } from './define-site.ts';
import { meta, textOf } from './dom.ts';
import { linkList, namesAt } from './link-list.ts';
import { dateOf, hrefOf, namesIn } from './parts.ts';

const PUBMED = 'pubmed.ncbi.nlm.nih.gov';
const PMC = 'pmc.ncbi.nlm.nih.gov';

function paper(url: URL): string | undefined {
  const central = url.hostname === PMC && /^\/articles\/(?:pmid\/\d+|(PMC\d+))(?:\/|$)/i.exec(url.pathname);
  if (central) return central[1] && `pmc:${central[1].toUpperCase()}`;
  return url.hostname === PUBMED ? idOfUrl(url) : undefined;
}

const DOI = /\bdoi:\s*(10\.\S+)/i;

/** "Qual Health Res. 2023 Nov 21:1049. doi: 10.1177/1049." */
function citation(text: string) {
  const source = text.replace(/\s*\bdoi:.*$/i, '');
  const parts = /^(.+?)\.\s+((?:19|20)\d\d)(?:\s+([A-Z][a-z]{2})(?:\s+(\d{1,2})\b)?)?/.exec(source);
  return {
    venue: parts?.[1],
    published: parts ? dateOf(parts.slice(2).reverse().filter(Boolean).join(' ')) : undefined,
    journalRef: parts ? source : undefined,
  };
}

/** Ids of the papers that were sent, chunk by chunk as the reader asked for more. */
function sent(doc: Document): number | undefined {
  const ids = new Set<string>();
  for (const chunk of doc.querySelectorAll('[data-chunk-ids]'))
    for (const id of (chunk.getAttribute('data-chunk-ids') ?? '').split(','))
      if (/^\d+$/.test(id)) ids.add(id);
  return ids.size > 0 ? ids.size : undefined;
}

/** Structured abstracts are paragraphs with a word in front; the line of keywords is none of them. */
function abstractAt(item: ParentNode): string | undefined {
  const parts = Array.from(item.querySelectorAll('.abstract-content > p'), (part) => textOf(part));
  return parts.join(' ') || undefined;
}

const list = linkList({
  live: true,
  key: paper,
  links: 'a[href]',
  root: '#search-page, #search-results, main',
  area: '#search-results, .search-results, main',
  item: '.full-docsum, .results-article, .article-overview',
  title: '.docsum-title, .heading-title',
  line: '.docsum-citation, .authors-list, .article-source',
  context: () => undefined,
  fields({ item, key, url }) {
    const short = item.querySelector('.docsum-authors.full-authors, .docsum-authors, .authors');
    const names = namesIn(textOf(short).replace(/\.$/, ''));
    const shown = namesAt(item.querySelector('.authors-list') ?? item, '.full-name');
    const journal = item.querySelector('.journal-actions-trigger')?.getAttribute('title');
    const source = journal
      ? `${journal}. ${textOf(item.querySelector('.cit'))}`
      : textOf(item.querySelector('.full-journal-citation, .docsum-journal-citation'));
    const linked = hrefOf(item.querySelector('a[href*="doi.org/10."]'));
    // where the citation is not found, it still stands before any words of the abstract
    const written = linked ? undefined : (DOI.exec(source) ?? DOI.exec(textOf(item)))?.[1];
    return {
      ids: [key.startsWith('pmid:') ? key : undefined, linked ? idOfUrl(linked) : idOfDoi(written ?? '')],
      ...(shown.length > 0 ? { authors: shown } : names),
      ...citation(source),
      abstract: abstractAt(item),
      page: `${url.origin}${url.pathname}`,
    };
  },
  told: sent,
});

/** Keywords and copyright stand in the abstract's box, beside its text. */
const one = {
  ...metaListing,
  context(doc: Document, url: URL) {
    const paper = paperInMeta(doc, url);
    const abstract = abstractAt(doc);
    const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(meta(doc, 'citation_date') ?? '') ?? [];
    return (
      paper && {
        ...paper,
        ...(abstract ? { abstract } : {}),
        ...(year ? { published: `${year}-${month}-${day}` } : {}),
      }
    );
  },
};

/** Formats that are plain text. */
const PLAIN = /^(?:pubmed|pmid)$/;

export const site = defineSite({
  id: 'pubmed',
  verified: false,
  examples: [
    'https://pubmed.ncbi.nlm.nih.gov/?term=crispr&sort=date&size=50',
    'https://pubmed.ncbi.nlm.nih.gov/?term=crispr&format=abstract',
    'https://pubmed.ncbi.nlm.nih.gov/?linkname=pubmed_pubmed_citedin&from_uid=23193287',
    'https://pubmed.ncbi.nlm.nih.gov/trending/?page=2',
    'https://pubmed.ncbi.nlm.nih.gov/23193287/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/',
    'https://pmc.ncbi.nlm.nih.gov/search/?term=crispr',
  ],
  paper,
  listing(url) {
    const { hostname, pathname, searchParams } = url;
    if (hostname === PMC) {
      if (/^\/search\/?$/.test(pathname)) return list;
      return /^\/articles\/PMC\d+\/?$/i.test(pathname) ? metaListing : undefined;
    }
    if (hostname !== PUBMED || PLAIN.test(searchParams.get('format') ?? '')) return undefined;
    if (
      pathname === '/'
        ? searchParams.has('term') || searchParams.has('linkname')
        : /^\/(?:trending|collections\/[^/]+|clipboard)\/?$/.test(pathname)
    )
      return list;
    return paper(url) ? one : undefined;
  },
});

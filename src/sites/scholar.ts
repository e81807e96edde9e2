/**
 * Google Scholar under every country's domain: results of all kinds, author profiles, one article of a profile, the
 * most cited articles of a venue, alerts, Labs. Field names: Zotero's translator "Google Scholar"; scholarly
 * (https://github.com/scholarly-python-package/scholarly).
 */
import { defineSite, type Listing } from './define-site.ts';
import { article } from './scholar-paper.ts';
import { articleIn, profile, venueTop } from './scholar-profile.ts';
import { results } from './scholar-results.ts';

const HOST = /^scholar\.google\.(?:com?\.)?[a-z]{2,3}$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function citations(query: URLSearchParams): Listing<any> | undefined {
  const view = query.get('view_op') ?? '';
  if (view === 'view_citation') return article;
  if (view === 'list_hcore') return query.has('venue') ? venueTop : undefined;
  return query.has('user') && (view === '' || view === 'list_works') ? profile : undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const path = url.pathname.replace(/\/$/, '');
  if (path === '/citations') return citations(url.searchParams);
  if (path === '/scholar')
    return url.search.length > 1 && !url.searchParams.has('output') ? results : undefined;
  const known = path === '/scholar_alerts' || /^\/scholar_labs\/search(?:\/session\/[^/]+)?$/.test(path);
  return known ? results : undefined;
}

/** Articles of profiles, and results by their "Related articles". */
function paper(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const related = /^related:([\w-]+):/.exec(url.searchParams.get('q') ?? '')?.[1];
  return related ? `related:${related}` : articleIn(url.search);
}

export const site = defineSite({
  id: 'scholar',
  verified: true,
  examples: [
    'https://scholar.google.com/scholar?q=hedge+pruning&hl=en&as_sdt=0,5',
    'https://scholar.google.co.uk/scholar?start=10&q=%22garden+path%22&hl=en&as_ylo=2022',
    'https://scholar.google.com/scholar?cites=11856305704398308082&as_sdt=2005&sciodt=0,5&hl=en',
    'https://scholar.google.de/scholar?cluster=11856305704398308082&hl=de',
    'https://scholar.google.com/scholar?q=related:fZwQFf2_b5UJ:scholar.google.com/&hl=en',
    'https://scholar.google.com/scholar?scilib=1&hl=en',
    'https://scholar.google.ca/citations?user=AAAAAAAAAAAJ&hl=en&oi=sra',
    'https://scholar.google.com/citations?hl=en&user=AAAAAAAAAAAJ&view_op=list_works&sortby=pubdate',
    'https://scholar.google.com/citations?view_op=view_citation&user=AAAAAAAAAAAJ&citation_for_view=AAAAAAAAAAAJ:u5HHmVD_uO8C',
    'https://scholar.google.com/citations?hl=en&view_op=list_hcore&venue=AAAAAAAAAAAJ.2025',
    'https://scholar.google.com/scholar_alerts?view_op=create_alert_options&alert_query=hedges&hl=en',
    'https://scholar.google.com/scholar_labs/search/session/14742283604987517681?hl=en',
  ],
  paper,
  listing,
});

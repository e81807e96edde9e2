/** papers.cool: arXiv by category and day, venues, search, papers starred or chosen, one paper. */
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { lineOf, linked, panels, paperOf, read, titleOf } from './paperscool-panels.ts';
import { distinct } from './parts.ts';

const list = defineListing({
  kind: 'listing',
  live: true,
  root: (doc) => doc.querySelector('.papers') ?? panels(doc)[0]?.parentElement ?? null,
  items: panels,
  context: () => undefined,
  read,
  slot(panel) {
    const beside = titleOf(panel);
    return beside ? { parent: lineOf(panel), before: null, style: 'gutter', beside } : undefined;
  },
  texts: (panel) => distinct([titleOf(panel), panel.querySelector('.summary')]),
  expected: linked,
});

const paper = defineListing({
  ...list,
  kind: 'paper',
  items: (doc) => panels(doc).slice(0, 1),
  expected: () => undefined,
});

/** Addresses the pages' scripts ask, and feeds. */
const NO_PAGE = /^\/(?:arxiv|venue)\/(?:kimi|star|progress|.*\/?feed)\/?$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (url.hostname !== 'papers.cool' || NO_PAGE.test(url.pathname)) return undefined;
  if (paperOf(url)) return paper;
  return /^\/(?:arxiv|venue)\/[^/]+\/?$/.test(url.pathname) ? list : undefined;
}

export const site = defineSite({
  id: 'paperscool',
  verified: true,
  examples: [
    'https://papers.cool/arxiv/cs.LG',
    'https://papers.cool/arxiv/cs.CL,cs.LG,cs.AI?date=2026-01-08&show=200',
    'https://papers.cool/arxiv/cs.AI+cs.LG-cs.CY-econ.GN',
    'https://papers.cool/arxiv/search?highlight=1&query=spiral+galaxies&show=50',
    'https://papers.cool/venue/ICLR.2025?group=Oral',
    'https://papers.cool/venue/USENIX-Sec.2024',
    'https://papers.cool/venue/search?query=tide%20gauges',
    'https://papers.cool/arxiv/2601.97001,2601.97002',
    'https://papers.cool/arxiv/2601.97001',
    'https://papers.cool/arxiv/hep-th/9901001',
    'https://papers.cool/venue/Qx7Qx7Qx7Q@OpenReview',
    'https://papers.cool/venue/2025.acl-long.24%40ACL',
  ],
  paper: paperOf,
  listing,
});

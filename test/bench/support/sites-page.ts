/** Runs in the page: reads copies of it, so that nothing that was worked out before helps. */
import { anyKnown } from '../../../src/sites/any.ts';
import type { Listing, Site } from '../../../src/sites/define-site.ts';
import { SITES, siteFor } from '../../../src/sites/index.ts';
import { readItem } from '../../../src/sites/read-item.ts';
import { rescue } from '../../../src/sites/rescue.ts';

export interface Times {
  /** Nodes of the page as the DOM counts them: elements, texts, comments. */
  nodes: number;
  elements: number;
  /** Id of the site whose file reads the page. */
  site: string | undefined;
  entries: number;
  /** Each reading as the site file says, in ms. */
  own: number[];
  /** Each reading by what needs no site file, in ms. */
  any: number[];
  anyEntries: number;
  /** All sites asked whether they know the address, in ms, and the slowest of them. */
  asked: number;
  slowest: { site: string; ms: number };
}

/** As the runner reads: context, items, each entry, the evidence. */
function reading(site: Site, listing: Listing, doc: Document, url: URL): number {
  const problems: string[] = [];
  const context = listing.context(doc, url, problems);
  let entries = 0;
  for (const item of listing.items(doc)) {
    if (readItem(listing, item, context, site.id, entries + 1, problems)) entries++;
  }
  if (entries === 0) entries = listing.embedded?.(context).length ?? 0;
  listing.expected(doc);
  return entries;
}

function timed(runs: number, url: URL, read: (doc: Document) => number): { ms: number[]; entries: number } {
  const ms: number[] = [];
  let entries = 0;
  for (let i = 0; i < runs; i++) {
    const copy = document.cloneNode(true) as Document;
    if (copy.URL !== url.href) throw new Error(`a copy of ${url.href} has the address ${copy.URL}`);
    const start = performance.now();
    entries = read(copy);
    ms.push(performance.now() - start);
  }
  return { ms, entries };
}

const ASKED = 300;

/** Mean time a site takes to say whether an address is one of its own, in ms. */
function asking(site: Site, url: URL): number {
  const start = performance.now();
  for (let i = 0; i < ASKED; i++) site.listing(url);
  return (performance.now() - start) / ASKED;
}

function nodesOf(doc: Document): number {
  const walker = doc.createTreeWalker(doc);
  let nodes = 1;
  while (walker.nextNode()) nodes++;
  return nodes;
}

function measure(runs: number): Times {
  const url = new URL(location.href);
  const known = siteFor(url);
  const own = known && timed(runs, url, (doc) => reading(known.site, known.listing, doc, url));
  const any = timed(known ? Math.max(3, runs >> 1) : runs, url, (doc) => {
    const [way] = known ? rescue.ways(known.site, known.listing) : [];
    const found = way && known ? { site: known.site, listing: way.listing } : anyKnown(doc, url);
    return reading(found.site, found.listing, doc, url);
  });
  const times = SITES.map((site) => ({ site: site.id, ms: asking(site, url) }));
  return {
    nodes: nodesOf(document),
    elements: document.querySelectorAll('*').length,
    site: known?.site.id,
    entries: own?.entries ?? 0,
    own: own?.ms ?? [],
    any: any.ms,
    anyEntries: any.entries,
    asked: times.reduce((sum, one) => sum + one.ms, 0),
    slowest: times.reduce((a, b) => (b.ms > a.ms ? b : a)),
  };
}

Object.assign(globalThis, { measure });

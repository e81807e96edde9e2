/** Every site that is read: one line each. Only the command line and tests need all of them; a page gets its own site alone. */
import { site as aaai } from './aaai.ts';
import { site as aclanthology } from './aclanthology.ts';
import { site as acm } from './acm.ts';
import { site as ads } from './ads.ts';
import { site as alphaxiv } from './alphaxiv.ts';
import { site as arxiv } from './arxiv.ts';
import { site as biorxiv } from './biorxiv.ts';
import { site as cvf } from './cvf.ts';
import { site as dblp } from './dblp.ts';
import type { Listing, Site } from './define-site.ts';
import { site as emergentmind } from './emergentmind.ts';
import { site as eprint } from './eprint.ts';
import { site as huggingface } from './huggingface.ts';
import { site as iclr } from './iclr.ts';
import { site as icml } from './icml.ts';
import { site as ieee } from './ieee.ts';
import { site as ijcai } from './ijcai.ts';
import { site as inspire } from './inspire.ts';
import { site as jmlr } from './jmlr.ts';
import { site as nature } from './nature.ts';
import { site as neurips } from './neurips.ts';
import { site as openreview } from './openreview.ts';
import { site as paperscool } from './paperscool.ts';
import { site as pmlr } from './pmlr.ts';
import { site as pubmed } from './pubmed.ts';
import { site as scholar } from './scholar.ts';
import { site as scholarinbox } from './scholarinbox.ts';
import { site as scirate } from './scirate.ts';
import { site as semanticscholar } from './semanticscholar.ts';
import { site as springer } from './springer.ts';
import { site as ssrn } from './ssrn.ts';

export const SITES: readonly Site[] = [
  huggingface,
  arxiv,
  alphaxiv,
  paperscool,
  openreview,
  aclanthology,
  cvf,
  pmlr,
  neurips,
  icml,
  iclr,
  jmlr,
  aaai,
  ijcai,
  biorxiv,
  pubmed,
  semanticscholar,
  scholar,
  dblp,
  scirate,
  scholarinbox,
  emergentmind,
  eprint,
  ssrn,
  ieee,
  acm,
  springer,
  nature,
  ads,
  inspire,
];

export interface Known {
  site: Site;
  // biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
  listing: Listing<any>;
}

/** The site and the way to read the page at `url`; undefined when none of `sites` knows it. Decided by the address alone. */
export function siteFor(url: URL, sites: readonly Site[] = SITES): Known | undefined {
  for (const site of sites) {
    const listing = site.listing(url);
    if (listing) return { site, listing };
  }
  return undefined;
}

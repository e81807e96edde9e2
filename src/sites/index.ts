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
import type { Site } from './define-site.ts';
import { site as emergentmind } from './emergentmind.ts';
import { site as eprint } from './eprint.ts';
import { site as huggingface } from './huggingface.ts';
import { site as iclr } from './iclr.ts';
import { site as icml } from './icml.ts';
import { site as ieee } from './ieee.ts';
import { site as ijcai } from './ijcai.ts';
import { site as inspire } from './inspire.ts';
import { site as jmlr } from './jmlr.ts';
import { type Known, knownAt } from './known.ts';
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

/** The site and the way to read the page at `url`; undefined when no site knows it. */
export const siteFor = (url: URL): Known | undefined => knownAt(url, SITES);

export type { Known } from './known.ts';

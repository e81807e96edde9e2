/** arXiv: lists, catch-up, search, author pages, abstract pages, full text; its mirrors (export., browse., www.) and ar5iv. */
import { arxivId } from '../core/identity.ts';
import { abs } from './arxiv-abs.ts';
import { fulltext } from './arxiv-fulltext.ts';
import { list } from './arxiv-lists.ts';
import { search } from './arxiv-search.ts';
import { defineSite, type Listing } from './define-site.ts';

const LISTS = [
  /^\/list\/[^/]+\/[^/]+\/?$/,
  /^\/catchup\/[^/]+\/\d{4}-\d{2}-\d{2}\/?$/,
  /^\/a\/[^/]+?(?<!\.(?:atom2?|js))\/?$/,
];

function isPaper(path: string): boolean {
  try {
    return arxivId(decodeURIComponent(path)) !== undefined;
  } catch {
    return false;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (url.hostname !== 'arxiv.org' && !url.hostname.endsWith('.arxiv.org')) return undefined;
  const path = url.pathname;
  if (LISTS.some((pattern) => pattern.test(path))) return list;
  if (/^\/search(?:\/|$)/.test(path)) return search;
  const paper = /^\/(abs|html)\/(.+?)\/?$/.exec(path);
  if (!paper?.[2] || !isPaper(paper[2])) return undefined;
  return paper[1] === 'abs' ? abs : fulltext;
}

export const site = defineSite({
  id: 'arxiv',
  verified: true,
  examples: [
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/list/cs.LG/recent?skip=0&show=250',
    'https://arxiv.org/list/cs/pastweek?show=2000',
    'https://arxiv.org/list/astro-ph.EP/current',
    'https://arxiv.org/list/cs.CV/2026-06?skip=500&show=250',
    'https://export.arxiv.org/list/hep-th/new',
    'https://arxiv.org/catchup/cs.AI/2026-06-30?abs=True',
    'https://arxiv.org/search/?query=diffusion&searchtype=title&size=200&start=200',
    'https://arxiv.org/search/advanced?advanced=&terms-0-term=agent&terms-0-field=title',
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/abs/2403.06504v2',
    'https://www.arxiv.org/abs/hep-th/9901001',
    'https://arxiv.org/html/2501.12599v1',
    'https://ar5iv.labs.arxiv.org/html/2501.12599',
  ],
  listing,
});

/**
 * The sites that can be read: ids, names and addresses, for those who do not read pages themselves (worker, popup,
 * options, manifest). How a page is read stands in `src/sites/<id>.ts`; the contract test holds the two together.
 */

export interface SiteInfo {
  /** Also the name of its file in `src/sites` and of the folder of its fixtures. */
  id: string;
  /** As readers know it: "Hugging Face". */
  name: string;
  /** Match patterns, allowed together. Each also stands in manifest.json. */
  matches: readonly string[];
  /** More addresses of the same site, each allowed by itself when the reader is there (Scholar's country domains). */
  elsewhere?: readonly string[];
  /** Read from install; every other site only once the reader allowed it. */
  fromInstall?: true;
}

const SCHOLAR_DOMAINS = (
  'ae at be bg ca ch cl co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.co com.eg ' +
  'com.hk com.mx com.my com.pe com.pk com.sg com.tr com.tw com.ua com.vn cz de dk es fi fr gr hr hu ie it lt lv nl no ' +
  'pl pt ro rs ru se si sk'
).split(' ');

export const CATALOG: readonly SiteInfo[] = [
  {
    id: 'huggingface',
    name: 'Hugging Face',
    matches: ['https://huggingface.co/*'],
    fromInstall: true,
  },
  { id: 'arxiv', name: 'arXiv', matches: ['https://*.arxiv.org/*'], fromInstall: true },
  {
    id: 'alphaxiv',
    name: 'alphaXiv',
    matches: ['https://www.alphaxiv.org/*', 'https://alphaxiv.org/*'],
  },
  { id: 'paperscool', name: 'papers.cool', matches: ['https://papers.cool/*'] },
  { id: 'openreview', name: 'OpenReview', matches: ['https://openreview.net/*'] },
  { id: 'aclanthology', name: 'ACL Anthology', matches: ['https://aclanthology.org/*'] },
  {
    id: 'cvf',
    name: 'CVF Open Access',
    matches: ['https://openaccess.thecvf.com/*', 'https://www.cv-foundation.org/*'],
  },
  { id: 'pmlr', name: 'PMLR', matches: ['https://proceedings.mlr.press/*'] },
  {
    id: 'neurips',
    name: 'NeurIPS Proceedings',
    matches: ['https://proceedings.neurips.cc/*', 'https://papers.nips.cc/*', 'https://papers.neurips.cc/*'],
  },
  { id: 'icml', name: 'ICML', matches: ['https://icml.cc/*', 'https://proceedings.icml.cc/*'] },
  { id: 'iclr', name: 'ICLR', matches: ['https://iclr.cc/*', 'https://proceedings.iclr.cc/*'] },
  { id: 'jmlr', name: 'JMLR', matches: ['https://www.jmlr.org/*', 'https://jmlr.org/*'] },
  {
    id: 'aaai',
    name: 'AAAI',
    matches: ['https://ojs.aaai.org/*', 'https://aaai.org/*', 'https://www.aaai.org/*'],
  },
  { id: 'ijcai', name: 'IJCAI', matches: ['https://www.ijcai.org/*', 'https://ijcai.org/*'] },
  {
    id: 'biorxiv',
    name: 'bioRxiv and medRxiv',
    matches: ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*'],
  },
  {
    id: 'pubmed',
    name: 'PubMed',
    matches: ['https://pubmed.ncbi.nlm.nih.gov/*', 'https://pmc.ncbi.nlm.nih.gov/*'],
  },
  { id: 'semanticscholar', name: 'Semantic Scholar', matches: ['https://www.semanticscholar.org/*'] },
  {
    id: 'scholar',
    name: 'Google Scholar',
    matches: ['https://scholar.google.com/*'],
    elsewhere: SCHOLAR_DOMAINS.map((domain) => `https://scholar.google.${domain}/*`),
  },
  { id: 'dblp', name: 'DBLP', matches: ['https://dblp.org/*', 'https://dblp.uni-trier.de/*'] },
  { id: 'scirate', name: 'SciRate', matches: ['https://scirate.com/*'] },
  {
    id: 'scholarinbox',
    name: 'Scholar Inbox',
    matches: ['https://www.scholar-inbox.com/*', 'https://scholar-inbox.com/*'],
  },
  {
    id: 'emergentmind',
    name: 'Emergent Mind',
    matches: ['https://www.emergentmind.com/*', 'https://emergentmind.com/*'],
  },
  { id: 'eprint', name: 'IACR ePrint', matches: ['https://eprint.iacr.org/*'] },
  { id: 'ssrn', name: 'SSRN', matches: ['https://papers.ssrn.com/*', 'https://www.ssrn.com/*'] },
  { id: 'ieee', name: 'IEEE Xplore', matches: ['https://ieeexplore.ieee.org/*'] },
  { id: 'acm', name: 'ACM Digital Library', matches: ['https://dl.acm.org/*'] },
  { id: 'springer', name: 'Springer', matches: ['https://link.springer.com/*'] },
  { id: 'nature', name: 'Nature', matches: ['https://www.nature.com/*'] },
  {
    id: 'ads',
    name: 'NASA ADS',
    matches: ['https://ui.adsabs.harvard.edu/*', 'https://scixplorer.org/*', 'https://www.scixplorer.org/*'],
  },
  { id: 'inspire', name: 'INSPIRE', matches: ['https://inspirehep.net/*'] },
];

const BY_ID = new Map(CATALOG.map((site) => [site.id, site]));

/** @throws Error for an id that is not in the list. */
export function siteInfo(id: string): SiteInfo {
  const info = BY_ID.get(id);
  if (!info) throw new Error(`No site “${id}” in the catalogue.`);
  return info;
}

/** "Hugging Face" for `huggingface`; the id itself where it has no name: pages of no known site go by their host. */
export const siteName = (id: string): string => BY_ID.get(id)?.name ?? id;

/** All addresses of a site. */
export const patternsOf = (site: SiteInfo): readonly string[] => [...site.matches, ...(site.elsewhere ?? [])];

/**
 * Whether a match pattern covers an address; only the forms in use: a scheme, `*.` before a host, a path with `*`.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function covers(pattern: string, url: URL): boolean {
  const [, scheme, below, host, path = ''] = /^(\*|https?):\/\/(\*\.)?([^/*]+)(\/.*)$/.exec(pattern) ?? [];
  if (!host) return false;
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : `${scheme}:` !== url.protocol) return false;
  if (url.hostname !== host && !(below && url.hostname.endsWith(`.${host}`))) return false;
  const parts = path.split('*');
  const whole = url.pathname + url.search;
  if (parts.length === 1) return whole === path;
  return whole.startsWith(parts[0] ?? '') && whole.endsWith(parts.at(-1) ?? '');
}

/** The site an address belongs to, whether it is a listing or not; undefined where no site knows it. */
export const siteAt = (url: URL): SiteInfo | undefined =>
  CATALOG.find((site) => patternsOf(site).some((pattern) => covers(pattern, url)));

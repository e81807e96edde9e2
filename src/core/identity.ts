/**
 * Ids of papers: how they are found in links and text, which one is canonical, and when two records are one paper.
 * arXiv identifier forms: https://info.arxiv.org/help/arxiv_identifier.html (1991–2007 `archive.SC/YYMMNNN`, since then `YYMM.NNNN(N)`).
 */
import type { Metadata, PaperId } from './paper.ts';
import { familyName, fold } from './text.ts';

const NEW_ARXIV = /^(\d{4}\.\d{4,5})(v\d+)?$/;
const OLD_ARXIV = /^([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2})?\/(\d{7})(v\d+)?$/i;

/**
 * The arXiv id without version of `2403.06504v2`, `hep-th/9901001`, `math.GT/0309136`; undefined for anything else.
 * The subject class of old ids is dropped: arXiv itself resolves both and stores the id without it.
 */
export function arxivId(text: string): string | undefined {
  const id = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(/\.pdf$/i, '');
  const current = NEW_ARXIV.exec(id);
  if (current?.[1]) {
    const month = Number(current[1].slice(2, 4));
    return month >= 1 && month <= 12 ? current[1] : undefined;
  }
  const old = OLD_ARXIV.exec(id);
  return old?.[1] && old[2] ? `${old[1].toLowerCase()}/${old[2]}` : undefined;
}

/** The DOI in lower case without resolver or trailing punctuation; undefined when there is none. */
export function doi(text: string): string | undefined {
  // old serial DOIs hold an angle-bracketed part: 10.1002/(SICI)1099-0755(199807/08)8:4<515::AID-AQC261>3.0.CO;2-J
  const match = /\b(10\.\d{4,9}\/(?:[^\s"'<>]|<[^\s"'<>]{1,40}>(?=\d))+)/i.exec(text);
  // a bracket at its end is its own where it opened it: 10.1061/(ASCE)0733-9399(2005)131:7(679)
  return match?.[1]?.match(/.*(?<=[^).,;:\]}/]|\((\([^()]*\)|[^()])*\)|\[[^\]]*\])/)?.[0].toLowerCase();
}

/** The canonical id a DOI stands for: `10.48550/arXiv.X` is the arXiv paper X. */
export function idOfDoi(text: string): PaperId | undefined {
  const found = doi(text);
  if (!found) return undefined;
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(found);
  const id = arxiv?.[1] ? arxivId(arxiv[1]) : undefined;
  return id ? `arxiv:${id}` : `doi:${found}`;
}

/** Where arXiv's papers are read, by host, and where in the path their ids stand. */
const ARXIV_PATH =
  /^\/+(?:abs|pdf|html|ps|format|e-print|src|ftp\/arxiv\/papers\/\d{4})\/+(.+?)[/.,;)]*(?:\\.*)?$/;
const MIRRORS: Record<string, RegExp> = {
  'arxiv.org': ARXIV_PATH,
  'ar5iv.org': ARXIV_PATH,
  'xxx.lanl.gov': ARXIV_PATH,
  'huggingface.co': /^\/papers\/([^/]+)/,
  'hf.co': /^\/papers\/([^/]+)/,
  'alphaxiv.org': /^\/(?:(?:abs|pdf|overview|arxiv)\/)?(.+?)\/?$/,
  'scirate.com': /^\/(?:arxiv\/)?(.+?)\/?$/,
  'papers.cool': /^\/arxiv\/([^/]+)/,
  'emergentmind.com': /^\/papers\/([^/]+)/,
  'arxiv-vanity.com': /^\/papers\/(.+?)\/?$/,
  'semanticscholar.org': /^\/arxiv[:/](.+?)\/?$/i,
  'api.semanticscholar.org': /^\/(?:graph\/v1\/paper\/)?arxiv:(.+?)\/?$/i,
};

/** A DOI in a path, behind a word that says so: the path of many publishers, and of libraries' copies of them. */
const DOI_PATH =
  /\/(?:doi(?:\/(?:abs|full|e?pdf|pdfplus|pdfdirect|full-xml|fullHtml|abstract|reader))?|articles?(?:-abstract)?|chapter|book|content(?:\/pdf)?|abstract|pdf)\/(10\.\d{4,9}\/.+)$/i;
/** Words that are too common to say so, but for publishers who write them before DOIs. */
const WITH_DOI =
  /(?:^|\.)(?:springer(?:open)?\.com|biomedcentral\.com|direct\.mit\.edu|frontiersin\.org|iopscience\.iop\.org|journals\.aps\.org|(?:bio|med)rxiv\.org)$/;
/** What follows a DOI in a path: a view of the article. */
const VIEW =
  /(?:\/(?:abstract|e?pdf|epub|full|fulltext|full-text|html|meta|cover|figures|tables|references|citations|summary|metrics|media|suppl_file|supplemental)\b.*|\/|\.pdf|\.html)+$/i;

/** The paper a link leads to, by its address alone; undefined when the address names none. */
export function idOfUrl(href: string | URL): PaperId | undefined {
  // no scheme, no address: each word of a search is asked about, and telling it by an exception is slow
  if (typeof href === 'string' && !href.includes(':')) return undefined;
  let url: URL;
  try {
    url = typeof href === 'string' ? new URL(href) : href;
  } catch {
    return undefined;
  }
  const host = url.hostname.replace(/^www\./, '');
  let path = url.pathname;
  try {
    if (path.includes('%')) path = decodeURIComponent(path);
  } catch {
    // a stray percent sign: the raw path still may hold an id
  }
  const mirror = host.endsWith('.arxiv.org') ? ARXIV_PATH : MIRRORS[host];
  if (mirror) {
    const id = arxivId(mirror.exec(path)?.[1] ?? '');
    return id ? `arxiv:${id}` : undefined;
  }
  if (host === 'doi.org' || host.startsWith('doi.') || host === 'dx.doi.org') return idOfDoi(path.slice(1));
  if (host === 'openreview.net' || host.endsWith('.openreview.net')) {
    const id = url.searchParams.get('id');
    const page = /^\/(?:forum|pdf|attachment)$/.test(url.pathname);
    return page && id && /^[\w-]{6,}$/.test(id) ? `openreview:${id}` : undefined;
  }
  if (host === 'aclanthology.org' || host === 'aclweb.org' || host === 'anthology.aclweb.org') {
    const id =
      /^\/(?:anthology\/)?(?:papers\/)?(?:[A-Z]\/[A-Z]\d{2}\/)?([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)(?:v\d+)?(?:\.pdf)?\/?$/.exec(
        path,
      )?.[1];
    return id ? `acl:${id}` : undefined;
  }
  if (host === 'pubmed.ncbi.nlm.nih.gov' || host === 'ncbi.nlm.nih.gov') {
    const id = (host === 'ncbi.nlm.nih.gov' ? /^\/pubmed\/(\d{1,9})\/?$/ : /^\/(\d{1,9})\/?$/).exec(
      path,
    )?.[1];
    return id ? `pmid:${id}` : undefined;
  }
  return idOfPublisher(host, path, url);
}

function idOfPublisher(host: string, path: string, url: URL): PaperId | undefined {
  if (host === 'nature.com') {
    const id = /^\/articles\/([\w.-]*\d[\w-]*?)(?:_\w+)?(?:\.pdf)?(?:\/(?:figures|tables|metrics)\/?\d*)?\/?$/
      .exec(path)?.[1]
      ?.toLowerCase();
    // old addresses of bare digits name no DOI; one journal came from Palgrave
    if (!id || /^\d+$/.test(id)) return undefined;
    return `doi:${/^(?:palcomms|s41599-)/.test(id) ? '10.1057' : '10.1038'}/${id}`;
  }
  if (host === 'journals.plos.org') {
    const id = url.searchParams.get('id');
    return id?.startsWith('10.1371/') ? idOfDoi(id.replace(/\.[gts]\d{3}$/, '')) : undefined;
  }
  if (host === 'elifesciences.org') {
    const id = /^\/(?:articles|reviewed-preprints)\/(\d{4,6})(?:v\d+)?\/?$/.exec(path)?.[1];
    return id ? `doi:10.7554/elife.${id}` : undefined;
  }
  if (host === 'europepmc.org') {
    const id = /^\/(?:article|abstract)\/med\/(\d{1,9})\/?$/i.exec(path)?.[1];
    return id ? `pmid:${id}` : undefined;
  }
  const found = path.includes('/10.') ? DOI_PATH.exec(path) : undefined;
  if (!found?.[1] || !(found[0].startsWith('/doi/') || WITH_DOI.test(host))) return undefined;
  // Silverchair (Oxford, MIT Press, AIP) adds a number of its own, and a title: /article/doi/10.1093/bib/bbx001/123456/Title
  const own = /\/article[^/]*\/doi\//.test(path) || host.startsWith('academic.');
  const seen = found[1].replace(VIEW, '').replace(own ? /\/\d{4,}(?:\/[^/]*)?$/ : '', '');
  // preprint servers add version and view to the DOI
  return idOfDoi(/rxiv\.org$/.test(host) ? seen.replace(/(?:v\d+)?(?:\.[a-z][\w+.-]*)?$/i, '') : seen);
}

/** What stands for the title of a paper that was met by its link alone: `arXiv:2403.06504`, `doi:10.1145/…`. */
export const placeholderTitle = (id: PaperId): string => id.replace(/^arxiv:/, 'arXiv:');

/** Whether a title only stands for one that is not known yet: it names an id, whichever of the paper's ids it was. */
export const isPlaceholder = (title: string, id?: PaperId): boolean =>
  (id !== undefined && title === placeholderTitle(id)) ||
  /^(?:arXiv:(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|doi:10\.\d{4,9}\/\S+|openreview:[\w-]{6,}|acl:[A-Z\d][\w.-]+|pmid:\d{1,9})$/.test(
    title,
  );

const ORDER = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'title'] as const;

/** The kind of an id: what stands before its first colon. */
export const kindOf = (id: PaperId): string => id.slice(0, id.indexOf(':'));

const rank = (id: PaperId): number => {
  const place = ORDER.indexOf(kindOf(id) as (typeof ORDER)[number]);
  return place < 0 ? ORDER.length : place;
};

/** A title key that names its author says more than one that does not. */
const vague = (id: PaperId): number => (kindOf(id) === 'title' && !id.includes('|') ? 1 : 0);

/** Strongest first: arXiv, DOI, OpenReview, ACL, PubMed, title; equals in alphabetical order, so that order of meeting never matters. */
export function strongest(ids: Iterable<PaperId>): PaperId | undefined {
  return [...ids].sort((a, b) => rank(a) - rank(b) || vague(a) - vague(b) || (a < b ? -1 : a > b ? 1 : 0))[0];
}

/** Titles shorter than this (folded) are too common to stand for a paper without its author: "Preface", "Erratum". */
const TELLING_TITLE = 24;
const MAX_KEY = 200;

const slug = (title: string): string => {
  const key = fold(title).replaceAll(' ', '-');
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY)}-${hash(key)}`;
};

/** FNV-1a, 32 bit, base 36: only to keep long keys apart. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

/** `title:<normalised title>` with `|<first author's family name>` where the listing names one. */
export function titleId(title: string, authors: readonly string[]): PaperId {
  const family = authors[0] ? familyName(authors[0]) : '';
  return `title:${slug(title)}${family ? `|${family}` : ''}`;
}

/**
 * The title keys under which a paper can be found: with its first author, and, for telling titles, without.
 * None for a placeholder. The second finds a paper met on a listing that shows no authors; whoever looks it up must check authors (see `mayBeSame`).
 */
export function titleKeys(title: string, authors: readonly string[]): PaperId[] {
  if (isPlaceholder(title)) return [];
  const bare = titleId(title, []);
  const full = titleId(title, authors);
  if (bare.length - 'title:'.length < TELLING_TITLE) return full === bare ? [bare] : [full];
  return full === bare ? [bare] : [full, bare];
}

/** Every id an entry or paper is known by, title keys included. */
export function idsOf(
  paper: Pick<Metadata, 'id' | 'title' | 'authors' | 'doi'> & { aliases?: PaperId[] },
): PaperId[] {
  const ids = new Set<PaperId>([paper.id, ...(paper.aliases ?? [])]);
  const published = paper.doi ? idOfDoi(paper.doi) : undefined;
  if (published) ids.add(published);
  for (const key of titleKeys(paper.title, paper.authors)) ids.add(key);
  return [...ids];
}

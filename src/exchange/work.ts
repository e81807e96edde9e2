/** One paper with everything a format may need, cleaned and decided once, whatever the format. */
import { arxivId } from '../core/identity.ts';
import type { Status } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { safeUrl } from '../core/text.ts';
import { cleanLine, cleanLines, cleanList } from './clean.ts';
import { issuedDate, type PartialDate } from './dates.ts';
import type { Exportable } from './exportable.ts';
import { type Name, parseNames } from './names.ts';
import { type Kind, publicationOf } from './venue.ts';

export interface Work {
  id: PaperId;
  key: string;
  kind: Kind;
  /** One clean line, TeX as the listing shows it; never empty. */
  title: string;
  names: Name[];
  /** Authors as displayed. */
  authors: string[];
  /** The list of authors is not complete. */
  cut: boolean;
  abstract: string;
  date?: PartialDate;
  container?: string;
  doi?: string;
  /** Without version. */
  arxiv?: string;
  primaryClass?: string;
  categories: string[];
  url?: string;
  pdf?: string;
  code: string[];
  topics: string[];
  tags: string[];
  /** Several lines, joined by `\n`. */
  note: string;
  status?: Status;
  saved: boolean;
  flagged: boolean;
  reasons: string[];
}

/** A web address as it may stand in any file: http(s), no character that TeX, Markdown or BibTeX would trip over. */
function webAddress(href: unknown): string | undefined {
  if (typeof href !== 'string' || href === '') return undefined;
  return safeUrl(href.trim())?.replace(
    /[{}\\<>"`^|\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function address(item: Exportable, arxiv: string | undefined, doi: string | undefined): string | undefined {
  const shown = webAddress(item.paper.links?.page);
  if (shown) return shown;
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return doi ? webAddress(`https://doi.org/${doi}`) : undefined;
}

/**
 * What the formats write of `item`.
 * @param key its cite key
 * @param simplified is called with a sentence for every part that had to be left out
 */
export function workOf(item: Exportable, key: string, simplified: (why: string) => void): Work {
  const { paper } = item;
  const { names, cut } = parseNames(cleanList(paper.authors));
  const publication = publicationOf(paper);
  const published = publication.kind === 'conference' || publication.kind === 'journal';
  const title = cleanLine(paper.title);
  if (title === '') simplified('It has no title: its id stands in for it.');
  const work: Work = {
    id: paper.id,
    key,
    kind: publication.kind,
    title: title || paper.id,
    names,
    authors: cleanList(paper.authors),
    cut: cut || paper.authorsCut === true,
    abstract: cleanLine(paper.abstract),
    categories: cleanList(paper.categories),
    code: cleanList(paper.links?.code)
      .map(webAddress)
      .filter((url) => url !== undefined),
    topics: cleanList(item.topicLabels ?? paper.topics?.map((topic) => topic.id)),
    tags: cleanList(item.tags),
    note: cleanLines(item.note),
    saved: item.saved === true,
    flagged: item.flagged === true,
    reasons: cleanList(item.reasons),
  };
  const date = issuedDate(paper, published);
  if (date) work.date = date;
  if (publication.container) work.container = publication.container;
  if (publication.doi) work.doi = publication.doi;
  else if (paper.doi && !/10\.48550/.test(paper.doi)) simplified('Its DOI is not one and was left out.');
  const arxiv = arxivId(paper.id);
  if (arxiv) {
    work.arxiv = arxiv;
    const primary = arxiv.includes('/') ? arxiv.slice(0, arxiv.indexOf('/')) : work.categories[0];
    if (primary && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primary)) work.primaryClass = primary;
  }
  const url = address(item, arxiv, work.doi);
  if (url) work.url = url;
  if (paper.links?.page && !webAddress(paper.links.page))
    simplified('Its link is no web address and was left out.');
  const pdf = webAddress(paper.links?.pdf);
  if (pdf) work.pdf = pdf;
  if (item.status) work.status = item.status;
  return work;
}

/** One paper with everything a format may need, cleaned and decided once, whatever the format. */

import { EXPORT_FIELDS, type ExportField } from '../core/export-choices.ts';
import type { Status } from '../core/mark.ts';
import type { PaperId, TopicScore } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { safeUrl } from '../core/text.ts';
import { arxivOf } from './arxiv.ts';
import { cleanLine, cleanList, cleanNote } from './clean.ts';
import { issuedDate, type PartialDate } from './dates.ts';
import type { Exportable } from './exportable.ts';
import { plainText } from './latex-read.ts';
import { type Name, parseNames } from './names.ts';
import { toldNames } from './told-names.ts';
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
  editors: Name[];
  /** Nobody is its author: the editors stand in their place. */
  edited: boolean;
  /** As in the paper. */
  familyFirst: string[];
  abstract: string;
  date?: PartialDate;
  container?: string;
  /** Of a thesis or report: "PhD thesis", as it is called. */
  genre?: string;
  /** Of proceedings. */
  series?: string;
  volume?: string;
  issue?: string;
  /** `34-56` or `041`. */
  pages?: string;
  /** Where it stands in one text, as the paper has it. */
  journalRef?: string;
  doi?: string;
  /** Without version. */
  arxiv?: string;
  primaryClass?: string;
  categories: string[];
  url?: string;
  pdf?: string;
  code: string[];
  /** As the reader sees them. */
  topics: string[];
  topicScores: TopicScore[];
  tags: string[];
  /** Several lines, joined by `\n`. */
  note: string;
  status?: Status;
  rating?: number;
  saved: boolean;
  /** ISO times. */
  savedAt?: string;
  flaggedAt?: string;
  flagged: boolean;
  reasons: string[];
}

/**
 * Nearly all addresses: letters, digits and nothing that a browser would write in another way. No part of the host may be
 * in another script (`xn--`) or a number, none of the path begins with a dot. Taking an address apart costs a tenth of an export.
 */
export const PLAIN_ADDRESS =
  /^https:\/\/(?:[a-z0-9]{1,60}\.){1,4}[a-z]{2,20}(?:\/[\w~-][\w.~-]*)+\/?(?:\?[\w=&.-]+)?$/;

/** A web address as it may stand in any file: http(s), no character that TeX, Markdown or BibTeX would trip over. */
export function webAddress(href: unknown): string | undefined {
  if (typeof href !== 'string' || href === '') return undefined;
  if (href.length <= 500 && PLAIN_ADDRESS.test(href)) return href;
  return safeUrl(href.trim())?.replace(
    /[{}\\<>"`^|\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function scores(topics: unknown): TopicScore[] {
  const out: TopicScore[] = [];
  for (const topic of Array.isArray(topics) ? (topics as (Partial<TopicScore> | null)[]) : []) {
    const id = cleanLine(topic?.id);
    const score = topic?.score;
    if (id !== '' && score !== undefined && Number.isFinite(score)) out.push({ id, score });
  }
  return out;
}

const isTime = (time: unknown): time is string =>
  typeof time === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time);

function address(
  shown: string | undefined,
  arxiv: string | undefined,
  doi: string | undefined,
): string | undefined {
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
  const authors = cleanList(paper.authors);
  const familyFirst = cleanList(paper.familyFirst);
  const told = toldNames(paper);
  const { names, cut } = parseNames(authors, told);
  const editors = cleanList(paper.editors);
  const publication = publicationOf(paper);
  const published = publication.kind === 'conference' || publication.kind === 'journal';
  const shown = cleanLine(paper.title);
  // braces alone are grouping, and no text
  const title = plainText(shown).trim() === '' ? '' : shown;
  if (title === '') simplified(say('exportNoTitle'));
  const work: Work = {
    id: paper.id,
    key,
    kind: publication.kind,
    title: title || paper.id,
    names,
    authors,
    editors: parseNames(editors, told).names,
    edited: authors.length > 0 && authors.join('\n') === editors.join('\n'),
    familyFirst,
    cut: cut || paper.authorsCut === true,
    abstract: cleanLine(paper.abstract),
    categories: cleanList(paper.categories),
    code: cleanList(paper.links?.code)
      .map(webAddress)
      .filter((url) => url !== undefined),
    topics: cleanList(item.topicLabels ?? paper.topics?.map((topic) => topic.id)),
    topicScores: scores(paper.topics),
    tags: cleanList(item.tags),
    note: cleanNote(item.note),
    saved: item.saved === true,
    flagged: item.flagged === true,
    reasons: cleanList(item.reasons),
  };
  const date = issuedDate(paper, published);
  if (date) work.date = date;
  if (publication.container) work.container = publication.container;
  if (publication.genre) work.genre = publication.genre;
  if (publication.reference) Object.assign(work, publication.reference);
  const reference = cleanLine(paper.journalRef);
  if (reference !== '') work.journalRef = reference;
  if (publication.doi) work.doi = publication.doi;
  else if (paper.doi && !/10\.48550/.test(paper.doi)) simplified(say('exportNoDoi'));
  const arxiv = arxivOf(paper.id);
  if (arxiv) {
    work.arxiv = arxiv;
    const primary = arxiv.includes('/') ? arxiv.slice(0, arxiv.indexOf('/')) : work.categories[0];
    if (primary && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primary)) work.primaryClass = primary;
  }
  const page = webAddress(paper.links?.page);
  const url = address(page, arxiv, work.doi);
  if (url) work.url = url;
  if (paper.links?.page && !page) simplified(say('exportNoLink'));
  const pdf = webAddress(paper.links?.pdf);
  if (pdf) work.pdf = pdf;
  if (item.status) work.status = item.status;
  if (typeof item.rating === 'number' && Number.isFinite(item.rating)) work.rating = item.rating;
  if (isTime(item.savedAt)) work.savedAt = item.savedAt;
  if (isTime(item.flaggedAt)) work.flaggedAt = item.flaggedAt;
  return work;
}

/** Where a work appeared, as one text: the inverse of `issuedIn` for theses and reports. */
export const venueOf = ({ genre, container }: Work): string | undefined =>
  genre && container ? `${genre}, ${container}` : (container ?? genre);

/** `work` without what the reader does not want in the file. */
export function onlyFields(work: Work, fields: readonly ExportField[]): Work {
  if (EXPORT_FIELDS.every((field) => fields.includes(field))) return work;
  const wanted = new Set(fields);
  const { pdf, status, rating, ...rest } = work;
  const list = (field: ExportField, values: string[]) => (wanted.has(field) ? values : []);
  const out: Work = {
    ...rest,
    abstract: wanted.has('abstract') ? work.abstract : '',
    note: wanted.has('note') ? work.note : '',
    tags: list('tags', work.tags),
    topics: list('topics', work.topics),
    topicScores: wanted.has('topics') ? work.topicScores : [],
    categories: list('categories', work.categories),
    code: list('code', work.code),
    reasons: list('flags', work.reasons),
  };
  if (pdf && wanted.has('pdf')) out.pdf = pdf;
  if (status && wanted.has('status')) out.status = status;
  if (rating !== undefined && wanted.has('status')) out.rating = rating;
  return out;
}

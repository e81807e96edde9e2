/** What every reader of files makes of one entry: the paper under its canonical id, and what the reader had decided there. */
import { arxivId, idOfDoi, idOfUrl, placeholderTitle, strongest, titleId } from '../../core/identity.ts';
import type { Status } from '../../core/mark.ts';
import { LIMITS, type Metadata, type PaperId, type PaperLinks } from '../../core/paper.ts';
import { clip, safeUrl } from '../../core/text.ts';
import { cleanLine, cleanList, cleanNote } from '../clean.ts';
import type { Exportable } from '../exportable.ts';
import { type Name, shownAs, worthTelling } from '../names.ts';
import type { GivenName } from './import-text.ts';

/** Where in its file something stands: the line where it begins, or its number among the entries; both from 1. */
export interface Place {
  line?: number;
  entry?: number;
}

/** What could not be read, or not wholly: one sentence. Nothing else of the file is lost by it. */
export interface ImportProblem extends Place {
  why: string;
  /** Nothing was left out: the sentence says only how something was read. */
  kept?: true;
}

/** One paper of a file. Its marks say only what the file says: whether an import saves everything is decided later. */
export interface ImportRecord extends Exportable {
  /** Every other id the file gives the paper. */
  aliases: PaperId[];
  place: Place;
  /** How often and when another library saw it opened. */
  visits?: { count: number; first: string; last: string };
}

/** Readers are generators of these, so that whoever runs one can let the page breathe. `read`: characters read so far. */
export type ImportStep = { record: ImportRecord } | { problem: ImportProblem } | { read: number };

/** Fields as a file has them, decoded to Unicode text, not yet cleaned, checked or cut. */
export interface Draft {
  title: string;
  authors: readonly GivenName[];
  authorsCut?: boolean;
  editors?: readonly GivenName[];
  abstract?: string | undefined;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`: see `looseDate`. */
  published?: string | undefined;
  venue?: string | undefined;
  comment?: string | undefined;
  journalRef?: string | undefined;
  categories?: readonly string[];
  keywords?: readonly string[];
  upvotes?: number | undefined;
  /** Texts that may name the paper: ids, DOIs, addresses. */
  ids: readonly (string | undefined)[];
  page?: string | undefined;
  pdf?: string | undefined;
  code?: readonly string[];
  project?: readonly string[];
  saved?: boolean | undefined;
  flagged?: boolean | undefined;
  reasons?: readonly string[];
  status?: Status | undefined;
  note?: string | undefined;
  tags?: readonly string[];
  rating?: number | undefined;
  citeKey?: string | undefined;
  /** ISO time. */
  savedAt?: string | undefined;
  visits?: ImportRecord['visits'];
}

const PREFIXED = /^(?:openreview:[\w-]{6,}|acl:[A-Z\d][\w.-]+|pmid:\d{1,9})$/;

/** The paper a text names when it is nothing but a name of one: an id of ours, an arXiv id, a DOI, an address. */
export function idNamed(text: string): PaperId | undefined {
  const name = text.trim().replace(/^<(.*)>$/, '$1');
  if (/^https?:\/\//i.test(name)) return idOfUrl(name);
  const arxiv = arxivId(name.replace(/\s*\[[a-z-]+(?:\.[A-Za-z-]+)?\]$/, ''));
  if (arxiv) return `arxiv:${arxiv}`;
  if (/^(?:doi\s*[:=]?\s*)?10\.\d{4,9}\/\S+$/i.test(name)) return idOfDoi(name);
  if (/^(?:dx\.)?doi\.org\/10\./i.test(name)) return idOfDoi(name);
  const prefixed = name.replace(/^pmid:?\s+/i, 'pmid:');
  return PREFIXED.test(prefixed) ? prefixed : undefined;
}

/** The page of a paper that an id names by itself; '' for ids that have none. */
export function pageOfId(id: PaperId): string {
  const rest = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('arxiv:')) return `https://arxiv.org/abs/${rest}`;
  if (id.startsWith('doi:')) return safeUrl(`https://doi.org/${rest}`) ?? '';
  if (id.startsWith('openreview:')) return `https://openreview.net/forum?id=${rest}`;
  if (id.startsWith('acl:')) return `https://aclanthology.org/${rest}/`;
  return id.startsWith('pmid:') ? `https://pubmed.ncbi.nlm.nih.gov/${rest}/` : '';
}

const addresses = (list: readonly string[] | undefined): string[] =>
  (list ?? [])
    .map((href) => safeUrl(href.trim()))
    .filter((href) => href !== undefined)
    .slice(0, LIMITS.list);

/** An arXiv paper's own page is arXiv's; the address of a PDF is no page where another is known. */
function linksOf(draft: Draft, id: PaperId): PaperLinks {
  const page = safeUrl(cleanLine(draft.page));
  const isPdf = page !== undefined && /\.pdf(?:$|[?#])/i.test(page);
  const own = pageOfId(id);
  const pdf = safeUrl(cleanLine(draft.pdf)) ?? (isPdf ? page : undefined);
  return {
    page: id.startsWith('arxiv:') ? own : page && !isPdf ? page : own || (page ?? ''),
    ...(pdf ? { pdf } : {}),
    code: addresses(draft.code),
    project: addresses(draft.project),
  };
}

const clipped = (list: readonly string[] | undefined, length: number): string[] => [
  ...new Set(
    cleanList(list ?? [])
      .slice(0, LIMITS.list)
      .map((item) => clip(item, length)),
  ),
];

/** Names as papers show them, and what is to be kept of their parts. */
function shown(names: readonly GivenName[], most: number): { names: string[]; familyFirst: string[] } {
  const out: { names: string[]; familyFirst: string[] } = { names: [], familyFirst: [] };
  for (const given of names.slice(0, most)) {
    const parts = typeof given === 'string' ? undefined : cleanName(given);
    const name = clip(parts ? shownAs(parts) : cleanLine(given), LIMITS.author);
    if (name === '') continue;
    out.names.push(name);
    const told = parts && worthTelling(parts);
    if (told) out.familyFirst.push(clip(told, LIMITS.author));
  }
  return out;
}

const cleanName = (name: Name): Name =>
  Object.fromEntries(
    Object.entries(name)
      .map(([part, text]) => [part, cleanLine(text)])
      .filter(([, text]) => text !== ''),
  );

function paperOf(draft: Draft, title: string, authors: string[], id: PaperId): Metadata {
  const paper: Metadata = {
    id,
    title: clip(title, LIMITS.title),
    authors,
    categories: clipped(draft.categories, LIMITS.tag),
    links: linksOf(draft, id),
  };
  if (draft.authorsCut) paper.authorsCut = true;
  const put = (key: 'abstract' | 'published' | 'venue' | 'comment' | 'journalRef', length: number): void => {
    const text = clip(cleanLine(draft[key]), length);
    if (text !== '') paper[key] = text;
  };
  put('abstract', LIMITS.abstract);
  put('published', 40);
  put('venue', LIMITS.short);
  put('comment', LIMITS.short);
  put('journalRef', LIMITS.short);
  const keywords = clipped(draft.keywords, LIMITS.tag);
  if (keywords.length > 0) paper.keywords = keywords;
  if (draft.upvotes !== undefined && Number.isFinite(draft.upvotes)) paper.upvotes = draft.upvotes;
  return paper;
}

function marksOf(draft: Draft): Omit<Exportable, 'paper'> {
  const out: Omit<Exportable, 'paper'> = {};
  const note = clip(cleanNote(draft.note), LIMITS.note);
  const tags = clipped(draft.tags, LIMITS.tag);
  const reasons = clipped(draft.reasons, LIMITS.short);
  const citeKey = clip(cleanLine(draft.citeKey), LIMITS.tag);
  if (draft.saved !== undefined) out.saved = draft.saved;
  if (draft.flagged !== undefined) out.flagged = draft.flagged;
  if (draft.status) out.status = draft.status;
  if (draft.rating !== undefined && Number.isFinite(draft.rating)) out.rating = draft.rating;
  if (note !== '') out.note = note;
  if (tags.length > 0) out.tags = tags;
  if (citeKey !== '') out.citeKey = citeKey;
  if (draft.savedAt) out.savedAt = draft.savedAt;
  if (reasons.length > 0) out.reasons = reasons;
  return out;
}

/** The key of a title without any letter or digit: no paper can be found by it. */
export const NO_KEY = 'title:';

/**
 * The record of a draft; undefined where there is neither a title nor an id. The strongest id is the paper's, the others
 * are aliases; a paper of which only an id is known gets a placeholder for its title.
 */
export function recordOf(draft: Draft, place: Place): ImportRecord | undefined {
  const title = cleanLine(draft.title);
  const { names: authors, familyFirst } = shown(draft.authors, LIMITS.authors);
  const editors = shown(draft.editors ?? [], LIMITS.list);
  const named = draft.ids.map((text) => (text ? idNamed(text) : undefined)).filter((id) => id !== undefined);
  const ids = new Set(named);
  const strong = strongest(ids);
  if (title === '' && !strong) return undefined;
  const id = strong ?? titleId(title, authors);
  if (id === NO_KEY) return undefined;
  ids.delete(id);
  const paper = paperOf(draft, title || placeholderTitle(id), authors, id);
  if (editors.names.length > 0) paper.editors = editors.names;
  const told = [...new Set([...familyFirst, ...editors.familyFirst])];
  if (told.length > 0) paper.familyFirst = told;
  // the DOIs arXiv gives out name the preprint, and have become its id
  const doi = named.find((one) => one.startsWith('doi:'))?.slice('doi:'.length);
  if (doi) paper.doi = clip(doi, LIMITS.short);
  const record: ImportRecord = { paper, ...marksOf(draft), aliases: [...ids], place };
  if (draft.visits) record.visits = draft.visits;
  return record;
}

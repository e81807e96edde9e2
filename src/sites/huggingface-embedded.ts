/**
 * The JSON Hugging Face puts into its pages: `data-props` of the elements its scripts take over, with every field of
 * every paper. It describes the page as served: after a search or another client-side change it is stale, so the cards
 * say which papers there are and this says what is known of them.
 */
import { arxivId } from '../core/identity.ts';
import { LIMITS } from '../core/paper.ts';
import { clip, fold, oneLine } from '../core/text.ts';
import type { Read } from './define-site.ts';
import { linksInText } from './links.ts';

export type { Read };

interface Raw {
  id: string;
  title: string;
  fields: Record<string, unknown>;
}

/** What one page's embedded data holds, in its order. */
export interface Embedded {
  papers: ReadonlyMap<string, Raw>;
  /** The search the data answers, as JSON text; '{}' or undefined: none. */
  query: string | undefined;
  problem?: string;
}

const NOTHING: Embedded = { papers: new Map(), query: undefined };
/** `{dailyPapers: [{paper: {authors…` is four deep; anything far deeper is not a list of papers. */
const MAX_DEPTH = 8;

/** Parsed data by element: pages are scanned again on every change, half a megabyte is parsed once. */
const parsed = new WeakMap<Element, { props: string; data: Embedded }>();

/** The data of the first element that `selectors` name, tried in order. Never throws: see `problem`. */
export function embeddedIn(doc: Document, ...selectors: string[]): Embedded {
  for (const selector of selectors) {
    const element = doc.querySelector(selector);
    const props = element?.getAttribute('data-props');
    if (!element || !props) continue;
    const known = parsed.get(element);
    if (known?.props === props) return known.data;
    const data = parse(props);
    parsed.set(element, { props, data });
    return data;
  }
  return NOTHING;
}

function parse(props: string): Embedded {
  let value: unknown;
  try {
    value = JSON.parse(props);
  } catch {
    return {
      ...NOTHING,
      problem: 'The data embedded in this page is damaged; what the page shows was read instead.',
    };
  }
  const papers = new Map<string, Raw>();
  collect(value, 0, papers);
  const query = isObject(value) && 'query' in value ? JSON.stringify(value['query']) : undefined;
  return { papers, query };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A paper is told by its fields, wherever it stands: the way to it has changed before. */
function collect(value: unknown, depth: number, into: Map<string, Raw>): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, depth + 1, into);
    return;
  }
  const fields = value as Record<string, unknown>;
  if (
    typeof fields['id'] === 'string' &&
    typeof fields['title'] === 'string' &&
    Array.isArray(fields['authors'])
  ) {
    const id = arxivId(fields['id']);
    const title = clip(oneLine(fields['title']), LIMITS.title);
    if (id && title && !into.has(id)) into.set(id, { id, title, fields });
    return;
  }
  for (const one of Object.values(fields)) collect(one, depth + 1, into);
}

/** The paper `id` if the data holds it under the title the page shows: a card may be newer than the data. */
export function agreeing(data: Embedded, id: string, title: string): Raw | undefined {
  const raw = data.papers.get(id);
  if (!raw) return undefined;
  if (raw.title === title) return raw;
  const shown = fold(title);
  const told = fold(raw.title);
  return shown === told || (/(?:…|\.\.\.)$/.test(title) && told.startsWith(shown)) ? raw : undefined;
}

/** The only paper of this title in the data: for a card that shows no link. */
export function byTitle(data: Embedded, title: string): Raw | undefined {
  const key = fold(title);
  for (const raw of data.papers.values()) if (fold(raw.title) === key) return raw;
  return undefined;
}

const text = (value: unknown, length: number): string =>
  typeof value === 'string' ? clip(oneLine(value.slice(0, 4 * length)), length) : '';

/** Names in order. Hidden ones are wrong matches or withdrawn: the site does not show them either. */
function authorsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const names: string[] = [];
  for (const author of value) {
    if (!isObject(author) || author['hidden'] === true) continue;
    const name = text(author['name'], LIMITS.author);
    if (name) names.push(name);
    if (names.length === LIMITS.authors) break;
  }
  return names;
}

/** Everything the data tells of one paper. `published` is the date of its first arXiv version as the site stores it. */
export function entryOf({ id, title, fields }: Raw): Read {
  const abstract = text(fields['summary'], LIMITS.abstract);
  const published = /^\d{4}-\d{2}-\d{2}/.exec(text(fields['publishedAt'], 40))?.[0];
  const upvotes = fields['upvotes'];
  const words = Array.isArray(fields['ai_keywords']) ? fields['ai_keywords'] : [];
  const keywords = words
    .slice(0, LIMITS.list)
    .map((word) => text(word, LIMITS.author))
    .filter((word) => word !== '');
  const known = [fields['githubRepo'], fields['projectPage']].filter((href) => typeof href === 'string');
  return {
    id: `arxiv:${id}`,
    title,
    authors: authorsOf(fields['authors']),
    categories: [],
    ...(abstract ? { abstract } : {}),
    ...(published ? { published } : {}),
    ...(Number.isSafeInteger(upvotes) && (upvotes as number) >= 0 ? { upvotes: upvotes as number } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
    links: linksOf(id, abstract, known),
  };
}

/** Page and PDF of a paper, and the links in its abstract after the ones the site itself names. */
export function linksOf(id: string, abstract: string, known: readonly string[]): Read['links'] {
  return {
    page: `https://huggingface.co/papers/${id}`,
    pdf: `https://arxiv.org/pdf/${id}`,
    ...linksInText(abstract, known),
  };
}

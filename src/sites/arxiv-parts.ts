/** What every arXiv page shows in the same words: ids, categories, dates, labels, links. */
import { arxivId, doi } from '../core/identity.ts';
import type { PaperLinks } from '../core/paper.ts';
import { oneLine } from '../core/text.ts';
import { textOf } from './dom.ts';
import { linksInText, type TextLinks } from './links.ts';

export type { Read } from './define-site.ts';

/** The id in an address of arXiv's own, relative ones included: `/abs/2606.30775v2` → `2606.30775`. */
export function idOfHref(href: string | null): string | undefined {
  const path = /\/(?:abs|pdf|html|format|ps)\/([^?#]+)/.exec(href ?? '')?.[1];
  if (!path) return undefined;
  try {
    return arxivId((path.includes('%') ? decodeURIComponent(path) : path).replace(/\/+$/, ''));
  } catch {
    return undefined; // a stray percent sign: no arXiv id has one
  }
}

const CATEGORY = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)*)?$/;

/** The codes of "Computation and Language (cs.CL); Quantum Physics (quant-ph)", in that order, each once. */
export function categoriesIn(text: string): string[] {
  const codes: string[] = [];
  for (const part of text.split(';')) {
    const name = part.trimEnd();
    const open = name.endsWith(')') ? name.lastIndexOf('(') : -1;
    if (open < 0) continue;
    const code = name.slice(open + 1, -1);
    if (!codes.includes(code) && CATEGORY.test(code)) codes.push(code);
  }
  return codes;
}

/** Whether `text` is a category code such as `cs.CL`, `hep-th`, `cond-mat.stat-mech`. */
export const isCategory = (text: string): boolean => CATEGORY.test(text);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026-06-30` of "30 Jun 2026" or "30 June, 2026" at the start of `text`. */
export function dateIn(text: string): string | undefined {
  const match = /^\s*(\d{1,2})\s+([A-Za-z]{3,9}),?\s+(\d{4})\b/.exec(text);
  const month = MONTHS.indexOf((match?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (!match?.[1] || !match[3] || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[1].padStart(2, '0')}`;
}

/** "Title:", "Authors:" and so on, which arXiv sets apart from the text they introduce. */
export const isLabel = (element: Element): boolean => element.classList.contains('descriptor');

/** The text of a labelled field without its label, marked up or not. */
export function field(element: Element | null | undefined, label: RegExp): string {
  if (!element) return '';
  const first = element.firstElementChild;
  if (first?.className === 'descriptor' && element.childElementCount === 1) {
    return oneLine(element.textContent ?? '').replace(label, '');
  }
  const text = textOf(element, isLabel);
  return element.querySelector('.descriptor') ? text : text.replace(label, '');
}

/** A comment's links are the paper's own only where it says so; "presented at the workshop (https://…)" is not. */
const OWN =
  /\b(?:projects?|web\s?(?:site|page)|home\s?page|page|demos?|codes?|source|data(?:sets?)?|videos?|repo(?:sitory)?|available|supplement\w*|models?)\b/i;

const union = (a: string[], b: string[]): string[] => (b.length > 0 ? [...new Set([...a, ...b])] : [...a]);

const NONE: TextLinks = { code: [], project: [] };

function linksIn(element: Element | null | undefined, text: string | undefined): TextLinks {
  if (!text) return NONE;
  const hrefs = element?.firstElementChild
    ? Array.from(element.querySelectorAll('a[href^="http"]'), (link) => link.getAttribute('href') ?? '')
    : [];
  return linksInText(hrefs.length > 0 ? `${hrefs.join(' ')} ${text}` : text);
}

/** Where a reader finds a paper that is listed without its link. */
const searchFor = (title: string): string =>
  `https://arxiv.org/search/?${new URLSearchParams({ query: title.slice(0, 300), searchtype: 'title' })}`;

/** Links of the paper `id`, and those its abstract and comment hold. */
export function linksOf(
  id: string | undefined,
  title: string,
  texts: {
    abstract?: Element | null | undefined;
    abstractText?: string | undefined;
    comment?: Element | null | undefined;
    commentText?: string | undefined;
    /** Whether the page offers full text; the link names no version, so that it never grows old. */
    html?: boolean;
    /** False where the page offers no PDF. */
    pdf?: boolean;
  },
): PaperLinks {
  const about = linksIn(texts.abstract, texts.abstractText);
  const said = linksIn(texts.comment, texts.commentText);
  const own = said.project.length > 0 && OWN.test(texts.commentText ?? '') ? said.project : [];
  const links: PaperLinks = {
    page: id ? `https://arxiv.org/abs/${id}` : searchFor(title),
    code: union(about.code, said.code),
    project: union(about.project, own),
  };
  if (id && texts.pdf !== false) links.pdf = `https://arxiv.org/pdf/${id}`;
  if (id && texts.html) links.html = `https://arxiv.org/html/${id}`;
  return links;
}

/** The DOI of the published version among what the page shows; arXiv's own (10.48550) is no such thing. */
export function publishedDoi(text: string): string | undefined {
  const found = doi(text);
  return found?.startsWith('10.48550/') ? undefined : found;
}

/** Distinct papers that links in `root` lead to: how many entries an unknown layout seems to hold. */
export function linkedPapers(root: ParentNode): number {
  const ids = new Set<string>();
  for (const link of root.querySelectorAll('a[href*="/abs/"]')) {
    const id = idOfHref(link.getAttribute('href'));
    if (id) ids.add(id);
  }
  return ids.size;
}

/** "1,234" → 1234. */
export const count = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));

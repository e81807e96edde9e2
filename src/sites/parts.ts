/** What site files share: entries put together from whatever a page shows, names and addresses out of its text. */
import { idOfUrl, kindOf, strongest, titleId } from '../core/identity.ts';
import { LIMITS, type PaperId } from '../core/paper.ts';
import { oneLine } from '../core/text.ts';
import type { Read } from './define-site.ts';
import { addressOf } from './evidence.ts';
import { linksInText } from './links.ts';

export type { Read };

/** The absolute http(s) address of a link; undefined where it has none. */
export function hrefOf(link: Element | null | undefined): string | undefined {
  const href = link ? addressOf(link, link.ownerDocument.URL)?.href : undefined;
  return href && href.length <= LIMITS.url ? href : undefined;
}

/** "et al." and dots at the end of a list of names; asked of its last characters alone. */
const CUT = /(?:…|\.\.\.|[,;]?\s*\bet al\.?)\s*$/i;
const CUT_LENGTH = 16;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the first 256 characters are meant
const COMPOSED = /^[\u0000-\u00ff]*$/;

/** Names between commas, semicolons and bars, "and" and "et al." taken care of. */
export function namesIn(text: string): { authors: string[]; authorsCut?: true } {
  let line = text.trim();
  if (!COMPOSED.test(line)) line = line.normalize();
  const end = CUT.exec(line.slice(-CUT_LENGTH));
  if (end) line = line.slice(0, line.length - end[0].length);
  const authors: string[] = [];
  for (const part of line.split(/[,;|·]\s*(?:and\s+|&\s*)?|\s+and\s+/)) {
    const name = oneLine(part);
    if (name !== '' && !/^(?:jr|sr|ii|iii)\.?$/i.test(name)) authors.push(name);
  }
  return end ? { authors, authorsCut: true } : { authors };
}

/** What a site file found of one paper; what is undefined or empty is left out. */
export interface Fields {
  /** Ids the entry shows, in any order; the strongest becomes its id, the others are aliases. */
  ids?: readonly (PaperId | undefined)[];
  title: string;
  authors?: readonly string[];
  authorsCut?: boolean | undefined;
  editors?: readonly string[];
  abstract?: string | undefined;
  published?: string | undefined;
  venue?: string | undefined;
  comment?: string | undefined;
  journalRef?: string | undefined;
  keywords?: readonly string[];
  categories?: readonly string[];
  upvotes?: number | undefined;
  page?: string | undefined;
  pdf?: string | undefined;
  html?: string | undefined;
  /** Further addresses the entry shows: code and project pages are sorted out of them and of the abstract. */
  more?: readonly (string | undefined)[];
}

/** The address at which a paper of this id is found, for entries that link nowhere themselves. */
function pageOf(id: PaperId): string | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  const kind = kindOf(id);
  if (kind === 'arxiv') return `https://arxiv.org/abs/${name}`;
  if (kind === 'doi') return `https://doi.org/${name}`;
  if (kind === 'openreview') return `https://openreview.net/forum?id=${name}`;
  if (kind === 'acl') return `https://aclanthology.org/${name}`;
  return kind === 'pmid' ? `https://pubmed.ncbi.nlm.nih.gov/${name}` : undefined;
}

/** Puts the text into `target` as one line, if there is any. */
function put<T extends object>(target: T, key: keyof T & string, text: string | undefined): void {
  const line = text && oneLine(text);
  if (line) (target as Record<string, unknown>)[key] = line;
}

/**
 * The entry; undefined when it has no title. Runs once for every entry of a page: nothing is built that is not kept.
 * @param base address of the page, for entries that link nowhere.
 */
export function entryOf(fields: Fields, base: string): Read | undefined {
  const title = oneLine(fields.title);
  if (!title) return undefined;
  const authors = (fields.authors ?? []).map(oneLine).filter((name) => name !== '');
  const ids = [...new Set(fields.ids)].filter((id): id is PaperId => id !== undefined);
  const id = (ids.length > 1 ? strongest(ids) : ids[0]) ?? titleId(title, authors);
  const out: Read = {
    id,
    title,
    authors,
    categories: [...(fields.categories ?? [])],
    links: { page: fields.page ?? pageOf(id) ?? base, code: [], project: [] },
  };
  if (fields.authorsCut) out.authorsCut = true;
  const editors = (fields.editors ?? []).map(oneLine).filter((name) => name !== '');
  if (editors.length > 0) out.editors = editors;
  put(out, 'abstract', fields.abstract);
  put(out, 'published', fields.published);
  put(out, 'venue', fields.venue);
  put(out, 'comment', fields.comment);
  put(out, 'journalRef', fields.journalRef);
  put(out, 'doi', ids.find((one) => kindOf(one) === 'doi')?.slice('doi:'.length));
  if (fields.keywords?.length) out.keywords = [...fields.keywords];
  if (fields.upvotes !== undefined) out.upvotes = fields.upvotes;
  if (ids.length > 1) out.aliases = ids.filter((other) => other !== id);
  put(out.links, 'pdf', fields.pdf);
  put(out.links, 'html', fields.html);
  const known = (fields.more ?? []).filter((href): href is string => href !== undefined);
  if (out.abstract || known.length > 0) Object.assign(out.links, linksInText(out.abstract ?? '', known));
  return out;
}

/**
 * Ids that the links under `element` show, each once, in order.
 * @param links those that can show one, where that is known without taking their addresses apart
 */
export function idsIn(element: ParentNode, links = 'a[href]'): PaperId[] {
  const ids = new Set<PaperId>();
  for (const link of element.querySelectorAll(links)) {
    const url = addressOf(link, link.ownerDocument.URL);
    const id = url && idOfUrl(url);
    if (id) ids.add(id);
  }
  return [...ids];
}

/** Each element once, in the order given. */
export const distinct = (elements: Iterable<Element | null | undefined>): Element[] => [
  ...new Set([...elements].filter((one): one is Element => one != null)),
];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` of "2024/03/11", "11 Mar 2024", "March 11, 2024", "Mar 2024", "2024". */
export function dateOf(text: string): string | undefined {
  const iso = /\b((?:19|20)\d{2})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\b/.exec(text);
  const pad = (n: string | number) => String(n).padStart(2, '0');
  if (iso?.[1] && iso[2]) return [iso[1], pad(iso[2]), ...(iso[3] ? [pad(iso[3])] : [])].join('-');
  const named =
    /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b/i.exec(
      text,
    );
  const month = MONTHS.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  if (named?.[4] && month > 0) {
    const day = named[1] ?? named[3];
    return [named[4], pad(month), ...(day ? [pad(day)] : [])].join('-');
  }
  return iso?.[1];
}

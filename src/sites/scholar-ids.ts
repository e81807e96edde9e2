/** What Google Scholar's links and lines tell: ids in publishers' addresses, names, venue and year of the line below a title. */
import { arxivId, idOfUrl, kindOf } from '../core/identity.ts';
import type { PaperId } from '../core/paper.ts';
import { oneLine, safeUrl } from '../core/text.ts';
import { addressOf } from './evidence.ts';

/** Scholar wraps names and titles in marks of direction, for its own layout. */
const DIRECTION = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/g;

export const plain = (text: string): string => oneLine(text.replace(DIRECTION, ''));

const GOOGLE = /^scholar\.google(?:usercontent)?\.(?:com?\.)?[a-z]{2,3}$/;

export const isScholar = (url: URL): boolean => GOOGLE.test(url.hostname);

/** Where a link really leads: alerts go by way of `/scholar_url?url=…`. Undefined for links within Scholar. */
export function outside(link: Element): URL | undefined {
  const url = addressOf(link, link.ownerDocument.URL);
  if (!url || !isScholar(url)) return url;
  const target = url.pathname === '/scholar_url' && safeUrl(url.searchParams.get('url') ?? '');
  return target ? new URL(target) : undefined;
}

/** What publishers append to a DOI in an address. */
const VIEW =
  /(?:[/.](?:full|full-text|fulltext|abstract|summary|short|pdf\+html|pdf|epdf|pdfplus|html|xml|meta|references|download))+$/i;

/**
 * The DOI in a publisher's address: `/doi/abs/10.1145/1.2`, `/content/pdf/10.1186/x-1.pdf`, `?id=10.1257/aer.1`.
 * Old ones hold angle brackets and slashes, so all that follows belongs to it, but for what names a view of the page.
 */
function doiIn(url: URL): PaperId | undefined {
  let place = url.pathname;
  for (const name of ['id', 'doi']) {
    const value = url.searchParams.get(name);
    if (value?.startsWith('10.')) place = `/${encodeURIComponent(value)}`;
  }
  try {
    place = decodeURIComponent(place);
  } catch {
    return undefined;
  }
  let found = /[/:](10\.\d{4,9}\/\S+)$/.exec(place)?.[1]?.replace(/\/+$/, '').replace(VIEW, '');
  // Silverchair puts its own number, and a title, behind: /article/doi/10.1093/bib/bbx001/123456/Title
  if (/\/article[^/]*\/doi\//.test(place)) found = found?.replace(/\/\d{4,}(?:\/[^/]*)?$/, '');
  if (found?.startsWith('10.1101/')) found = found.replace(/v\d+$/, '');
  return found ? `doi:${found.toLowerCase()}` : undefined;
}

/** The first id of each kind, so that of two DOIs the title's own is taken. */
export function firstOfEach(ids: readonly (PaperId | undefined)[]): PaperId[] {
  const kinds = new Map<string, PaperId>();
  for (const id of ids) if (id && !kinds.has(kindOf(id))) kinds.set(kindOf(id), id);
  return [...kinds.values()];
}

/** The paper a link out of Scholar leads to; DOIs with angle brackets are read here, since elsewhere these end one. */
export function idIn(url: URL): PaperId | undefined {
  const own = doiIn(url);
  return (own?.includes('<') ? undefined : idOfUrl(url)) ?? own;
}

/** "arXiv preprint arXiv:2403.06504", "arXiv preprint hep-th/9901001". */
export function arxivIn(line: string): PaperId | undefined {
  const id = arxivId(
    /\barxiv:\s*([\w.-]+(?:\/\d{7})?)/i.exec(line)?.[1] ??
      /\barxiv preprint ([\w.-]+\/\d{7})/i.exec(line)?.[1] ??
      '',
  );
  return id && `arxiv:${id}`;
}

/** Names between commas as Scholar shortens them; "…" and "..." stand for those left out. */
export function people(text: string): { authors: string[]; authorsCut: boolean } {
  const all = text.split(/[,，、]/).map(plain);
  const cut = /(?:…|\.{3})$/;
  const authors = all.map((name) => plain(name.replace(cut, ''))).filter(Boolean);
  return { authors, authorsCut: all.some((name) => cut.test(name)) };
}

export interface Published {
  venue?: string;
  published?: string;
}

const YEAR = /(?:^|[,，、]\s*|\s)((?:1[5-9]|20)\d{2})$/;

/** "Mathematics, 2022", "Journal of Hedges 8 (2), 1-18, 2022", "2018", "… on Software …, 2019". */
export function venueAndYear(text: string): Published {
  const line = plain(text);
  const year = YEAR.exec(line);
  const venue = plain(year ? line.slice(0, year.index) : line).replace(/[,，、]$/, '');
  return { ...(/[\p{L}\d]/u.test(venue) ? { venue } : {}), ...(year?.[1] ? { published: year[1] } : {}) };
}

/** Where a result was found: "arxiv.org". */
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/;

/** "A Hedge, B Rake… - Journal of Gardens, 2022 - example.org"; names, place and host may each be missing. */
export function byline(text: string): { authors: string[]; authorsCut: boolean } & Published {
  const parts = text.split(/(?:^|\s+)[-–]\s+/).map(plain);
  const nobody = parts.length > 1 ? YEAR.test(parts[0] ?? '') : HOST.test(parts[0] ?? '');
  const names = nobody ? '' : (parts.shift() ?? '');
  const dated = parts.findLastIndex((part) => YEAR.test(part));
  // the last part is where it was found, which is no venue
  const middle = parts.slice(0, dated >= 0 ? dated + 1 : parts.length - 1);
  return { ...people(names), ...venueAndYear(middle.join(' - ')) };
}

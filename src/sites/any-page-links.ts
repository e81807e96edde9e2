/** The links of a page that lead to papers, those to one paper together. */
import { kindOf } from '../core/identity.ts';
import { isLabel, isTitle, linkText } from './any-page-titles.ts';
import { addressOf, FRAME, type KeyOf } from './evidence.ts';

/** All links to one paper. */
export interface Found {
  /** Ids and other keys, by kind: a paper has one of each. */
  keys: Map<string, string>;
  links: Element[];
  /** Where its first link stands. */
  block: Element;
  /** Text of the link that shows its title, and that link. */
  title?: string;
  titled?: Element;
}

/** Whose page an element is part of: one paper's, or several papers'. */
export type Owners = Map<Element, Found | undefined>;

const IDS = /^(?:arxiv|doi|openreview|acl|pmid)$/;
/** Whether a key names the paper everywhere, or this page's site alone. */
export const isId = (key: string): boolean => IDS.test(kindOf(key));

const PROCEEDINGS =
  /(?:^|\.)(?:nips\.cc\/(?:paper|book\/\S+\/)|neurips\.cc\/(?:paper|hash)|mlr\.press\/v\d|jmlr\.org\/(?:proceedings\/)?papers\/v\w*\d\w*\/|thecvf\.com\/content|cv-foundation\.org\/+openaccess\/content|semanticscholar\.org\/paper\/)/;

/** A key for papers of sites whose addresses hold no id: the same for a paper's page and its PDF. */
function unnamed(url: URL): string | undefined {
  const at = `${url.hostname}${url.pathname}`;
  if (!PROCEEDINGS.test(at) || url.pathname.endsWith('/')) return undefined;
  const name = at
    .replace(/\.(?:pdf|html?|bib|txt)$/, '')
    .replace(/[-_](?:Paper|Abstract|Bibtex|paper|Supplemental|supplemental)\b/g, '')
    .replace(/\/(?:html|papers|hash|file)\//g, '/');
  return /\d/.test(name) && name.split('/').length > 2 ? `at:${name}` : undefined;
}

const LINE = 'li, p, tr, dt, dd, h1, h2, h3, h4, h5, h6, article, figcaption, blockquote, cite';

const INLINE = /^(?:span|b|strong|i|em|small|su[bp]|code|font|u|mark)$/;

/** The smallest block a link stands in; the term for what stands in its descriptions. */
function blockOf(link: Element): Element {
  let block = link.parentElement ?? link;
  while (INLINE.test(block.localName) && block.parentElement) block = block.parentElement;
  block = link.closest(LINE) ?? block;
  while (block.localName === 'dd' && block.previousElementSibling) block = block.previousElementSibling;
  return block;
}

/** Whether a label stands in the same row or card as a paper's first link. */
function inRowOf({ links, block }: Found, link: Element): boolean {
  const row = link.closest('li, tr, article');
  if (row) return row.contains(links[0] as Element) && (row.textContent ?? '').length < 4_000;
  let card: Element | null = link;
  for (let level = 0; level < 4 && card; level++) {
    card = card.parentElement;
    if (card?.contains(block))
      return !/^(?:body|main|dl)$/.test(card.localName) && (card.textContent ?? '').length < 1_500;
  }
  return false;
}

/** Whether nothing but labels stands between a paper's last link and another: "[pdf] [doi]". */
function follows({ links, block }: Found, link: Element): boolean {
  const last = links.at(-1);
  if (last?.parentNode !== link.parentNode) return block.localName !== 'p';
  let between = '';
  for (let node = last.nextSibling; node && node !== link; node = node.nextSibling)
    between += node.textContent;
  return block.localName === 'cite' || isLabel(between);
}

/** Papers linked under `area` in order of first link. `words`: as a title has at least. */
export function papersUnder(area: Element, base: string, key: KeyOf, words: number): Found[] {
  const known = new Map<string, Found>();
  const all: Found[] = [];
  let current: Found | undefined;
  for (const link of area.querySelectorAll('a[href]')) {
    const url = addressOf(link, base);
    const one = url && (key(url) ?? unnamed(url));
    if (!one || link.closest(FRAME)) continue;
    const block = blockOf(link);
    const text = linkText(link);
    const title = isTitle(text, words) ? text : undefined;
    const kind = isId(one) ? kindOf(one) : 'own';
    let paper = known.get(one);
    if (!paper && current && !current.keys.has(kind)) {
      // "Title [pdf] [doi]": one paper by several ids, as long as no other title begins
      const fits = title
        ? current.block === block && (!current.title || current.title === title) && follows(current, link)
        : current.block === block
          ? follows(current, link)
          : isLabel(text) && inRowOf(current, link);
      if (fits) paper = current;
    }
    if (!paper) {
      paper = { keys: new Map(), links: [], block };
      all.push(paper);
    }
    if (!paper.keys.has(kind)) paper.keys.set(kind, one);
    known.set(one, paper);
    paper.links.push(link);
    if (title && !paper.title) Object.assign(paper, { title, titled: link });
    current = paper;
  }
  return all;
}

/** For every element around links: the one paper it speaks of, undefined where there are several. */
export function ownersOf(papers: readonly Found[], area: Element): Owners {
  const owners: Owners = new Map();
  for (const paper of papers) {
    for (const link of paper.links) {
      // what is around a known element is known as well
      for (let at: Element | null = link; at && at !== area.parentElement; at = at.parentElement) {
        if (!owners.has(at)) owners.set(at, paper);
        else if (owners.get(at) === paper || owners.get(at) === undefined) break;
        else owners.set(at, undefined);
      }
    }
  }
  return owners;
}

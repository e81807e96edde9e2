/** The links of a page that lead to papers, those to one paper together, and what else on the page is theirs alone. */
import { kindOf } from '../core/identity.ts';
import { BREAK } from './any-page-lines.ts';
import { isAddress, isLabel, isTitle, linkText, plainTitle, spoken } from './any-page-titles.ts';
import { byId, inFrame, type KeyOf } from './evidence.ts';
import { leadsTo } from './unwrapped.ts';

/** One paper with all links to it. */
export interface Found {
  /** Ids and other keys: one of a kind. */
  keys: Map<string, string>;
  links: Element[];
}

const IDS = /^(?:arxiv|doi|openreview|acl|pmid)$/;
/** Whether a key names the paper everywhere, or on its own site alone. */
export const isId = (key: string): boolean => IDS.test(kindOf(key));

const PROCEEDINGS =
  /(?:^|\.)(?:nips\.cc\/(?:paper|book\/\S+\/)|neurips\.cc\/(?:paper|hash)|mlr\.press\/v\d|jmlr\.org\/(?:proceedings\/)?papers\/v\w*\d\w*\/|thecvf\.com\/content|cv-foundation\.org\/+openaccess\/content|semanticscholar\.org\/paper\/)/;

/** A key for papers of sites whose addresses hold no id: the same for a paper's page and its PDF. */
function unnamed(url: URL): string | undefined {
  const at = `${url.hostname}${url.pathname}`;
  if (!PROCEEDINGS.test(at) || url.pathname.endsWith('/')) return undefined;
  const name = at
    .replace(/\.(?:pdf|html?|bib|txt)$/, '')
    .replace(/[-_](?:paper|abstract|bibtex|supplemental|supp)\b/gi, '')
    .replace(/\/(?:html|papers|hash|file|supplemental)\//g, '/');
  return /\d/.test(name) && name.split('/').length > 2 ? `at:${name}` : undefined;
}

/** What an address that names a paper has in it: most links of most pages need not be taken apart. */
const MAYBE =
  /10\.\d{4}|xiv|\/\d{4}\.\d{4}|openreview|acl|pubmed|nature\.com|nips|neurips|mlr\.press|jmlr|thecvf|cv-foundation|semanticscholar/i;
/** Every key has a digit in it, or is a parameter. */
const TELLING = /\d|[?&]id=/;
/** Notices that lie over a page. */
const NOTICE = /^(?:cookie|onetrust)/i;

/** Whether an element is where no entry stands; `clear`: elements that are known not to be in such a place. */
function isApart(element: Element, clear: Set<Element>): boolean {
  const path: Element[] = [];
  for (let at: Element | null = element; at && !clear.has(at); at = at.parentElement) {
    path.push(at);
    const tag = at.localName;
    if (tag === 'nav' || tag === 'footer' || tag === 'dialog' || at.hasAttribute('role')) {
      if (at.getAttribute('role') === 'dialog' || tag === 'dialog' || inFrame(element)) return true;
    } else if (tag === 'div' || tag === 'section') {
      if (NOTICE.test(at.id) || NOTICE.test(at.getAttribute('class') ?? '')) return true;
    }
  }
  for (const one of path) clear.add(one);
  return false;
}

/** The element around another; a term stands around its descriptions. */
export function around(element: Element): Element | null {
  if (element.localName === 'dd') {
    let term = element.previousElementSibling;
    while (term?.localName === 'dd') term = term.previousElementSibling;
    if (term?.localName === 'dt') return term;
  }
  return element.parentElement;
}

/** More papers than this in one element: nobody asks which. */
const MANY = 4;
const ROWS = /^(?:li|tr|td|p|dt|dd|cite|article|span|section|div)$/;
const BLOCK = /^(?:li|p|div|section|article|td|dd|h[1-6])$/;
/** A block longer than this is an article, not one paper's row. */
const ROW = 1_500;

/** Whose the elements of a page are. */
export class Papers {
  readonly all: Found[] = [];
  readonly #of = new Map<Element, Found[]>();
  readonly #into = new Map<Found, Found>();

  /** @param own whether links to the same paper are known by more than ids */
  constructor(area: Element, base: string, key: KeyOf) {
    const known = new Map<string, Found>();
    const clear = new Set<Element>();
    const own = key !== byId;
    const home = new URL(base).host;
    const near = own || MAYBE.test(base);
    for (const link of area.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!own && !TELLING.test(href)) continue;
      if (!own && !MAYBE.test(href) && !(near && !/^(?:https?:)?\/\//.test(href))) continue;
      const url = leadsTo(link, base);
      // a site that knows its own papers knows what else is none
      const one = url && (key(url) ?? (own && url.host === home ? undefined : unnamed(url)));
      if (!one || isApart(link, clear)) continue;
      let paper = known.get(one);
      if (!paper) {
        paper = { keys: new Map([[isId(one) ? kindOf(one) : 'own', one]]), links: [] };
        known.set(one, paper);
        this.all.push(paper);
      }
      paper.links.push(link);
      // what is around a known element is known as well
      for (let at: Element | null = link; at && at !== area.parentElement; at = this.#around(at, paper)) {
        const here = this.#of.get(at);
        if (!here) this.#of.set(at, [paper]);
        else if (here.includes(paper) || here.length > MANY) break;
        else here.push(paper);
      }
    }
    this.#join();
  }

  /** The paper whose element this is alone; null: several papers'; undefined: nobody's. */
  owner(element: Element | null): Found | null | undefined {
    const here = element && this.#of.get(element);
    if (!here) return undefined;
    const first = this.#now(here[0] as Found);
    return here.every((one) => this.#now(one) === first) ? first : null;
  }

  /** A description that speaks of another paper of the same kind leaves its term what it is. */
  #around(element: Element, paper: Found): Element | null {
    const up = around(element);
    const here = up && up !== element.parentElement && this.#of.get(up);
    const other = here && !here.includes(paper) && here.some((one) => sameKind(one, paper));
    return other ? element.parentElement : up;
  }

  #now(paper: Found): Found {
    let now = paper;
    for (let next = this.#into.get(now); next; next = this.#into.get(now)) now = next;
    return now;
  }

  /** "Title [arXiv] [doi]": one paper by several ids. */
  #join(): void {
    let before: Found | undefined;
    for (const paper of this.all) {
      if (before && this.#areOne(before, paper)) {
        for (const [kind, key] of paper.keys) before.keys.set(kind, key);
        before.links.push(...paper.links);
        this.#into.set(paper, before);
      } else {
        before = paper;
      }
    }
    const left = this.all.filter((paper) => !this.#into.has(paper));
    this.all.splice(0, this.all.length, ...left);
  }

  #areOne(paper: Found, next: Found): boolean {
    if (sameKind(paper, next)) return false;
    const link = next.links[0] as Element;
    let row: Element | null = link;
    const has = (here: Found[] | undefined) => here?.some((one) => this.#now(one) === paper);
    while (row && !has(this.#of.get(row))) row = around(row);
    if (!row || !ROWS.test(row.localName) || (this.#of.get(row)?.length ?? 0) > MANY) return false;
    if (row.localName === 'div' && spoken(row).length > ROW) return false;
    const part = Array.from(row.children).find((child) => child.contains(link));
    // a block of its own with more than labels is another row
    if (
      part &&
      part !== link &&
      BLOCK.test(part.localName) &&
      !has(this.#of.get(part)) &&
      !isLabel(spoken(part).replace(spoken(link), ''))
    )
      return false;
    const text = linkText(link);
    // a label such as "[pdf]" first, then the title
    if (isTitle(text, 2)) return row.localName !== 'p' && paper.links.every((one) => !says(one));
    const line = lineBefore(link, row);
    // a list without markup goes on
    if (line.begun && plainTitle(line.text, 2, false)) return false;
    if (isLabel(text)) return true;
    return (
      isAddress(text) &&
      (/(?:arxiv|doi|pmid|pubmed|openreview|https?)\W*$/i.test(line.text) || isLabel(line.text))
    );
  }
}

const sameKind = (a: Found, b: Found): boolean => [...a.keys.keys()].some((kind) => b.keys.has(kind));

const says = (link: Element): boolean => {
  const text = linkText(link);
  return !isLabel(text) && !isAddress(text);
};

/** What stands before a link in its line, within a row; `begun`: the line begins there. */
function lineBefore(link: Element, row: Element): { text: string; begun: boolean } {
  let text = '';
  for (let at: Node | null = link; at && at !== row; at = at.parentNode) {
    for (let node = at.previousSibling; node && text.length < 400; node = node.previousSibling) {
      if (node.nodeName === 'BR') return { text, begun: true };
      const lines = (node.textContent ?? '').split(BREAK);
      text = `${lines.at(-1)}${text}`;
      if (lines.length > 1) return { text, begun: true };
    }
  }
  return { text, begun: false };
}

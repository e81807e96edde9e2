/**
 * Lists whose entries are told by links to the site's own papers, as publishers and indexes show them. Class names say
 * where an entry begins and which of its links is the title as long as they are known; where they are not, the links do:
 * an entry is the largest element that speaks of one paper alone.
 */
import { defineListing, type Listing } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, FRAME, type KeyOf } from './evidence.ts';
import { entryOf, type Fields } from './parts.ts';

/** An entry and its place. */
export interface Place {
  key: string;
  item: Element;
  /** The element that shows the title. */
  title: Element;
  /** Where its title, or else its first link, leads. */
  url: URL;
  /** All its links to the paper. */
  links: readonly Element[];
}

interface Options<C> {
  live?: boolean;
  hydrates?: boolean;
  /** Key of the paper a link leads to. */
  key: KeyOf;
  /** Links that may lead to papers, as a selector: spares all others. */
  links: string;
  /** Addresses that differ behind the hash alone are addresses of papers too. */
  hashes?: boolean;
  /** What is followed where the list is live: there early, and there to stay. */
  root?: string;
  /** Where entries stand; the whole page where it is not found. */
  area: string;
  /** Entries and their titles, as their classes say. */
  item?: string;
  title: string;
  /** The line of small print that takes the chips. */
  line: string;
  context(doc: Document, url: URL): C;
  fields(place: Place, context: C): Omit<Fields, 'title'> | undefined;
  /** Keys of the page's entries by evidence of its own, where it has such. */
  told?(doc: Document): number | undefined;
}

interface Paper {
  links: Element[];
  url: URL;
  titled?: Element;
}

const LABEL =
  /^(?:\W*|pdf|e?pub|html|doi|\d[\d,]*|abstract|(?:view|download|free|read|cite|cited|full|open|preview|supplement|reference|metrics|get|show)\b.{0,40})$/i;
const HEADING = 'h1, h2, h3, h4, h5, h6';
/** Typeset formulas that repeat their source, and what only screen readers are told. */
const SILENT =
  /(?:^|\s)(?:katex-html|element-invisible|sr-only|visually-hidden|u-visually-hidden|visuallyhidden)(?:\s|$)/;

/** Text as it is seen. */
export const shownText = (element: Element | null | undefined): string =>
  textOf(element, (one) => SILENT.test(one.getAttribute('class') ?? ''));

/** Names that stand in elements of their own, without the commas between them; of nested elements the inner one. */
export function namesAt(item: Element, selector: string): string[] {
  const all = [...item.querySelectorAll(selector)];
  return all
    .filter((one, i) => !all[i + 1] || !one.contains(all[i + 1] as Element))
    .map((one) =>
      shownText(one)
        .replace(/^(?:and\s+|&\s*|[;,]\s*)+/, '')
        .replace(/(?:\s*[;,]|\s+and|\s*&)+$/, ''),
    )
    .filter((name) => /\p{L}/u.test(name) && !/^(?:et al\.?|…)$/i.test(name));
}

/** "Showing 1–25 of 300": what a page says it lists, asked where no link to a paper is left. */
function spoken(doc: Document): number | undefined {
  const range = /\b([\d,]+)\s*(?:[-–—]|to)\s*([\d,]+)\s+of\s+[\d,]*[1-9]/i.exec(doc.body?.textContent ?? '');
  const number = (digits: string | undefined) => Number((digits ?? '').replaceAll(',', ''));
  const many = number(range?.[2]) - number(range?.[1]) + 1;
  return range && many > 0 && many <= 2_000 ? many : undefined;
}

const hashed = (link: Element): URL | undefined => {
  const href = link.getAttribute('href') ?? '';
  const { URL: at, baseURI } = link.ownerDocument;
  return href.startsWith('#') ? new URL(href, at) : addressOf(link, baseURI);
};

const common = (elements: readonly Element[]): Element | null =>
  elements.reduce<Element | null>((area, one) => {
    let at = area;
    while (at && !at.contains(one)) at = at.parentElement;
    return at;
  }, elements[0] ?? null);

/** For every element around links: the one paper it speaks of; null where there are several. */
type Owners = Map<Element, string | null>;

function ownersOf(papers: ReadonlyMap<string, Paper>, area: Element): Owners {
  const owners: Owners = new Map();
  for (const [key, { links }] of papers) {
    for (const link of links) {
      for (let at: Element | null = link; at && at !== area; at = at.parentElement) {
        const owner = owners.get(at);
        if (owner === key || owner === null) break;
        owners.set(at, owner === undefined ? key : null);
      }
    }
  }
  return owners;
}

export function linkList<C>(options: Options<C>): Listing<C> {
  const places = new WeakMap<Element, Place>();

  /** The papers that the list links to, by key. */
  function papersIn(doc: Document, area: Element): Map<string, Paper> {
    const papers = new Map<string, Paper>();
    const own = URL.canParse(doc.URL) ? options.key(new URL(doc.URL)) : undefined;
    const titles: Element[] = [];
    for (const link of area.querySelectorAll(options.links)) {
      const url = options.hashes ? hashed(link) : addressOf(link, doc.baseURI);
      const key = url && options.key(url);
      if (!key || key === own || link.closest(FRAME)) continue;
      const paper = papers.get(key) ?? { links: [], url };
      papers.set(key, paper);
      paper.links.push(link);
      const title = link.closest(options.title) ?? link.querySelector(options.title);
      if (!title || paper.titled || !shownText(title)) continue;
      Object.assign(paper, { titled: title, url });
      titles.push(title);
    }
    // what stands beside the list is no entry: papers most read, the volume a paper is part of
    const list = titles.length > 1 ? common(titles) : null;
    for (const [key, paper] of list ? papers : [])
      if (!paper.links.some((link) => list?.contains(link))) papers.delete(key);
    return papers;
  }

  /** The element of an entry as its class says; null: it belongs to another entry; undefined: nothing is said. */
  function named(paper: Paper, key: string, titles: ReadonlyMap<Element, string>, owners: Owners) {
    const item = options.item ? (paper.titled ?? (paper.links[0] as Element)).closest(options.item) : null;
    const owner = item && owners.get(item);
    if (!item || owner === undefined) return undefined;
    if (owner === key) return item;
    const inside = [...item.querySelectorAll(options.title)].map((one) => titles.get(one));
    const keys = new Set(inside.filter((one) => one !== undefined));
    if (keys.size !== 1) return undefined;
    return keys.has(key) ? item : null;
  }

  function block(link: Element, key: string, owners: Owners, alone: boolean): Element {
    let largest = link;
    let row: Element | undefined;
    for (let at: Element | null = link; at && owners.get(at) === key; at = at.parentElement) {
      // where nothing else is listed, nothing else sets a bound
      if (alone && (at.localName === 'main' || at.querySelector('h1, form, nav'))) break;
      largest = at;
      if (/^(?:li|article|tr)$/.test(at.localName)) row = at;
    }
    return (alone && row) || largest;
  }

  /** The title: as its class says, the heading a link makes, the longest link. */
  function titleOf(paper: Paper): Element | undefined {
    if (paper.titled) return paper.titled;
    const headings = paper.links.map((link) => link.closest(HEADING) ?? link.querySelector(HEADING));
    const heading = headings.find((one) => shownText(one));
    if (heading) return heading;
    const texts = paper.links.map((link) => ({ link, text: shownText(link) }));
    const longest = texts.sort((a, b) => b.text.length - a.text.length)[0];
    return longest && !LABEL.test(longest.text) ? longest.link : undefined;
  }

  const areaOf = (doc: Document): Element => doc.querySelector(options.area) ?? doc.body;

  /** Every paper of the list with its place; without one where its title is not found. */
  function scan(doc: Document): (Place | undefined)[] {
    const area = areaOf(doc);
    const papers = area ? papersIn(doc, area) : new Map<string, Paper>();
    const owners = ownersOf(papers, area);
    const titles = new Map<Element, string>();
    for (const [key, { titled }] of papers) if (titled) titles.set(titled, key);
    const found: (Place | undefined)[] = [];
    for (const [key, paper] of papers) {
      const by = named(paper, key, titles, owners);
      if (by === null) continue;
      const title = titleOf(paper);
      const link = paper.links.find((one) => title && (one.contains(title) || title.contains(one)));
      const item = by ?? block(link ?? (paper.links[0] as Element), key, owners, papers.size === 1);
      found.push(title && { key, item, title, url: paper.url, links: paper.links });
    }
    return found;
  }

  return defineListing<C>({
    kind: 'listing',
    live: options.live ?? false,
    ...(options.hydrates ? { hydrates: true } : {}),
    root: (doc) => (options.root ? (doc.querySelector(options.root) ?? doc.body) : areaOf(doc)),
    items(doc) {
      const found = scan(doc).filter((place) => place !== undefined);
      for (const place of found) places.set(place.item, place);
      return found.map((place) => place.item);
    },
    context: options.context,
    read(item, context) {
      const place = places.get(item);
      const fields = place && options.fields(place, context);
      return fields && entryOf({ ...fields, title: shownText(place.title) }, item.ownerDocument.URL);
    },
    slot(item) {
      const title = places.get(item)?.title;
      if (!title) return undefined;
      const line = item.querySelector(options.line);
      const around = (title.closest('a') ?? title).parentElement;
      const parent = line ?? (around && item.contains(around) ? around : item);
      return { parent, before: null, style: 'gutter', beside: title };
    },
    texts(item) {
      const title = places.get(item)?.title;
      return title ? [title] : [];
    },
    expected(doc) {
      const told = options.told?.(doc);
      const linked = scan(doc).length;
      return told ?? (linked > 0 ? linked : (spoken(doc) ?? 0));
    },
  });
}

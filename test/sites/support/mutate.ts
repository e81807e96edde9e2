/**
 * What sites do to their markup without notice: rename a class, add a wrapper, swap a tag, drop embedded data. The
 * reading of a page that was mutated is then held against the reading of the page as it was.
 */
import type { Listing } from '../../../src/sites/define-site.ts';

export interface Mutation {
  /** "class list-title renamed". */
  name: string;
  /** Mutates the page; what it returns makes it what it was. */
  apply(): () => void;
}

/** Where a page's entries are, as places in document order: copies of the page have the same. */
interface Places {
  items: Element[];
  /** The elements that belong to each item, the item included. */
  extents: Element[][];
  /** The smallest element that holds all items. */
  list: Element;
  root: Element;
}

const MOST_CLASSES = 80;
/** Of the renamed classes, the part that is also removed: seldom another effect. */
const REMOVED = 1 / 3;
/** Drawn formulas: their classes belong to a library, which no site renames. */
const DRAWN = /^(?:MathJax|MJX|mjx|katex)/i;
const FRAME = new Set(['html', 'head', 'body']);

function around(elements: readonly Element[], doc: Document): Element {
  let area = elements[0]?.parentElement ?? doc.body;
  while (area !== doc.body && area.parentElement && !elements.every((one) => area.contains(one))) {
    area = area.parentElement;
  }
  return area;
}

/** A function that makes `doc` what it is now, of new elements. */
export function renewal(doc: Document): () => void {
  const kept = doc.documentElement.cloneNode(true);
  return () => doc.documentElement.replaceWith(kept.cloneNode(true));
}

/** Where the entries of `listing` stand in `doc`; none where it finds no item there. */
export function placesOf(listing: Listing, doc: Document, url: URL): Places {
  const context = listing.context(doc, url, []);
  const items = listing.items(doc).filter((item) => listing.read(item, context));
  const extents = items.map((item) => listing.extent?.(item) ?? [item]);
  return { items, extents, list: around(extents.flat(), doc), root: listing.root(doc) ?? doc.body };
}

const tokensOf = (element: Element): string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((token) => token !== '');

/** Class tokens around and in the entries: first those of the list, its ancestors and the items, then by how many items have them. */
function tokens({ items, extents, list }: Places, most: number): string[] {
  const structural = new Set<string>();
  for (let up: Element | null = list; up; up = up.parentElement)
    for (const one of tokensOf(up)) structural.add(one);
  for (const one of items.flatMap(tokensOf)) structural.add(one);
  const within = new Map<string, number>();
  for (const parts of extents) {
    const here = new Set<string>();
    for (const part of parts)
      for (const one of [part, ...part.querySelectorAll('[class]')])
        for (const token of tokensOf(one)) here.add(token);
    for (const token of here) within.set(token, (within.get(token) ?? 0) + 1);
  }
  for (const one of list.querySelectorAll('[class]')) {
    for (const token of tokensOf(one)) if (!within.has(token)) within.set(token, 0);
  }
  const others = [...within.keys()].filter((token) => !structural.has(token));
  others.sort((a, b) => (within.get(b) ?? 0) - (within.get(a) ?? 0) || (a < b ? -1 : 1));
  return [...structural, ...others].filter((token) => !DRAWN.test(token)).slice(0, most);
}

/** Puts `by` (or nothing) in the place of a class token wherever it occurs; the elements stay: most mutations are such. */
function replaceToken(doc: Document, token: string, by: string): () => void {
  const before = new Map<Element, string>();
  for (const element of doc.querySelectorAll('[class]')) {
    const all = tokensOf(element);
    if (!all.includes(token)) continue;
    before.set(element, element.getAttribute('class') ?? '');
    const left = all.flatMap((one) => (one === token ? (by ? [by] : []) : [one]));
    if (left.length > 0) element.setAttribute('class', left.join(' '));
    else element.removeAttribute('class');
  }
  return () => {
    for (const [element, value] of before) element.setAttribute('class', value);
  };
}

/** Puts `elements`, which are siblings in a row, into a new `div`. */
function wrap(elements: readonly Element[]): Element | undefined {
  const first = elements[0];
  const parent = first?.parentNode;
  if (!first || !parent) return undefined;
  const box = first.ownerDocument.createElement('div');
  parent.insertBefore(box, first);
  for (const element of elements) box.append(element);
  return box;
}

/** Puts all that `element` holds into a new `div` in it. */
function wrapInside(element: Element): void {
  const box = element.ownerDocument.createElement('div');
  box.append(...element.childNodes);
  element.append(box);
}

const inRow = (parts: readonly Element[]): boolean =>
  parts.every((part, i) => i === 0 || parts[i - 1]?.nextElementSibling === part);
/** A row of a table can hold no `div` and stand in none. */
const inTable = (element: Element): boolean => /^(?:tr|td|th|tbody)$/.test(element.localName);

function retag(doc: Document, from: readonly string[], to: string): void {
  for (const element of [...doc.body.querySelectorAll(from.join(','))]) {
    const other = doc.createElement(to);
    for (const { name, value } of element.attributes) other.setAttribute(name, value);
    other.append(...element.childNodes);
    element.replaceWith(other);
  }
}

const RETAGGED: readonly (readonly [readonly string[], string])[] = [
  [['ul', 'ol'], 'div'],
  [['li'], 'div'],
  [['article'], 'section'],
  [['dl', 'dt', 'dd'], 'div'],
];

/** Formulas in scripts are text of the page. */
const isData = (script: Element): boolean =>
  !script.hasAttribute('src') && !(script.getAttribute('type') ?? '').startsWith('math/');

function dropData(doc: Document): void {
  for (const script of [...doc.querySelectorAll('script')]) if (isData(script)) script.remove();
  for (const element of doc.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes])
      if (/^\s*[[{]/.test(value)) element.removeAttribute(name);
  }
}

const hasData = (doc: Document): boolean =>
  [...doc.querySelectorAll('script')].some(isData) ||
  [...doc.querySelectorAll('*')].some((one) =>
    [...one.attributes].some(({ value }) => /^\s*[[{]/.test(value)),
  );

/** Everything that is tried on the page `doc`, whose entries are at `places`. */
export function mutationsOf(doc: Document, places: Places, most = MOST_CLASSES): Mutation[] {
  const order = new Map([...doc.querySelectorAll('*')].map((element, i) => [element, i]));
  // new elements in the same document: copies of whole documents are never freed by jsdom
  const renew = renewal(doc);
  const mutation = (
    name: string,
    apply: (page: Document, at: (element: Element) => Element) => void,
  ): Mutation => ({
    name,
    apply() {
      let all: Element[] | undefined;
      apply(doc, (element) => {
        all ??= [...doc.querySelectorAll('*')];
        return all[order.get(element) ?? -1] as Element;
      });
      return renew;
    },
  });
  const out: Mutation[] = [];
  tokens(places, most).forEach((token, i) => {
    out.push({ name: `class ${token} renamed`, apply: () => replaceToken(doc, token, `q${i}z`) });
    if (i >= most * REMOVED) return;
    out.push({ name: `class ${token} removed`, apply: () => replaceToken(doc, token, '') });
  });
  out.push(
    mutation('root wrapped twice', (_page, at) => {
      if (FRAME.has(places.root.localName)) for (let i = 0; i < 2; i++) wrapInside(at(places.root));
      else if (!inTable(places.root)) wrap([wrap([at(places.root)])].filter((one) => one !== undefined));
    }),
  );
  if (!inTable(places.list)) {
    out.push(
      mutation('all of the list in two more boxes', (_page, at) => {
        for (let i = 0; i < 2; i++) wrapInside(at(places.list));
      }),
    );
  }
  const rows = places.extents.filter((parts) => inRow(parts) && !parts.some(inTable));
  if (rows.length > 0) {
    out.push(mutation('every item wrapped', (_page, at) => rows.map((parts) => parts.map(at)).forEach(wrap)));
  }
  out.push(
    mutation('first child of every item wrapped', (_page, at) => {
      for (const item of places.items.map(at)) {
        const child = item.firstElementChild;
        if (child && inTable(child)) wrapInside(child);
        else if (child) wrap([child]);
      }
    }),
  );
  for (const [from, to] of RETAGGED) {
    if (!doc.body.querySelector(from.join(','))) continue;
    out.push(mutation(`${from.join(', ')} → ${to}`, (page) => retag(page, from, to)));
  }
  if (hasData(doc)) out.push(mutation('embedded data dropped', dropData));
  if (doc.querySelector('[id]')) {
    out.push(
      mutation('ids removed', (page) => {
        for (const element of page.querySelectorAll('[id]')) element.removeAttribute('id');
      }),
    );
  }
  return out;
}

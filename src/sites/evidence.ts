/** How many papers a page seems to hold, by the links on it: what a reading is checked against. */
import { idOfUrl } from '../core/identity.ts';

/** The key of the paper a link leads to: its id, or what the site makes of its own addresses. */
export type KeyOf = (url: URL) => string | undefined;

/** By ids alone. */
export const byId: KeyOf = idOfUrl;

/** By the site's own links first, then by ids. */
export const keyOf =
  (paper: KeyOf | undefined): KeyOf =>
  (url) =>
    paper?.(url) ?? byId(url);

/**
 * Taking an address apart is what reading a list of links costs most; items, entries and evidence ask for the same ones.
 * Kept by what is written, not by element: keys that are elements cost as much again.
 */
const known = new Map<string, URL | undefined>();
let knownBase = '';
/** A page of more links starts anew now and then. */
const MAX_KNOWN = 20_000;

function parsed(href: string, base: string): URL | undefined {
  try {
    const url = new URL(href, base);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  } catch {
    // no address at all
  }
  return undefined;
}

/** The address of a link, not to be changed; undefined where it has none, or leads nowhere on the web. */
export function addressOf(link: Element, base: string): URL | undefined {
  const href = link.getAttribute('href');
  if (!href || href.startsWith('#')) return undefined;
  if (base !== knownBase || known.size > MAX_KNOWN) {
    known.clear();
    knownBase = base;
  }
  let url = known.get(href);
  if (url === undefined && !known.has(href)) {
    url = parsed(href, base);
    known.set(href, url);
  }
  return url;
}

/** The key of the paper a link leads to, worked out once for every address. */
export function keyOfLink(key: KeyOf): (link: Element) => string | undefined {
  const keys = new WeakMap<URL, string | undefined>();
  return (link) => {
    const url = addressOf(link, link.ownerDocument.URL);
    if (!url) return undefined;
    let found = keys.get(url);
    if (found === undefined && !keys.has(url)) {
      found = key(url);
      keys.set(url, found);
    }
    return found;
  };
}

/** Where no entry stands: menus, page frames. Asides are kept: some sites list in them. */
export const FRAME = 'nav, header nav, footer, [role="navigation"], [role="contentinfo"]';

/** Whether an element is part of the page's frame. The foot of an article or a list's item is not. */
export function inFrame(element: Element): boolean {
  const frame = element.closest(FRAME);
  return frame !== null && !(frame.localName === 'footer' && frame.parentElement?.closest('article, li'));
}

/**
 * Distinct papers linked under `area`, frames left out.
 * @param links those links that can lead to papers, where that shows without taking their addresses apart
 */
export function linkedPapers(area: ParentNode | null, base: string, key: KeyOf, links = 'a[href]'): number {
  const found = new Set<string>();
  for (const link of area?.querySelectorAll(links) ?? []) {
    const url = addressOf(link, base);
    const one = url && key(url);
    if (one && !found.has(one) && !inFrame(link)) found.add(one);
  }
  return found.size;
}

/**
 * Shows the best fitting entries first without moving an element: each list becomes a flex column, where it is no grid or
 * flex box already, and its entries are given their places with `order`. The site's scripts find its tree as they built
 * it; one click puts every style back as it was. Entries stay within their list; tables cannot be sorted like this.
 */
import type { PageModel, Row } from './model.ts';

/** What the elements of one entry are put into. */
interface List {
  box: HTMLElement;
  rows: Row[];
}

const extentOf = ({ listing, item }: Row): Element[] => listing.extent?.(item) ?? [item];

/** The lists of a page that can be sorted, in page order; entries whose parts do not stand side by side are in none. */
function listsOf(rows: readonly Row[]): List[] {
  const lists = new Map<HTMLElement, Row[]>();
  for (const row of rows) {
    const parts = extentOf(row);
    const box = parts[0]?.parentElement;
    if (!box || /^(?:table|tbody|tr)$/.test(box.localName) || parts.some((one) => one.parentElement !== box))
      continue;
    const list = lists.get(box);
    if (list) list.push(row);
    else lists.set(box, [row]);
  }
  return [...lists].filter(([, own]) => own.length > 1).map(([box, own]) => ({ box, rows: own }));
}

/** Best first; entries of which nothing is known keep their order behind the others. */
const bestFirst = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (b.fit?.score ?? -1) - (a.fit?.score ?? -1));

export class Sorting {
  readonly #model: PageModel;
  /** Style attributes as the site wrote them, and what was written into them. */
  readonly #before = new Map<HTMLElement, { style: string | null; set: string[] }>();

  constructor(model: PageModel) {
    this.#model = model;
  }

  /** Whether anything on the page can be sorted. */
  get possible(): boolean {
    return listsOf(this.#model.inOrder).length > 0;
  }

  /** Sorts, again where entries came or fits changed; or puts everything back. */
  apply(): void {
    const { sorted, inOrder } = this.#model;
    this.#restore();
    if (!sorted) {
      this.#model.rows = inOrder;
      return;
    }
    const place = new Map<Row, Row[]>();
    const boxes = listsOf(inOrder).map(({ box, rows }) => {
      const best = bestFirst(rows);
      if (rows[0]) place.set(rows[0], best);
      for (const row of rows.slice(1)) place.set(row, []);
      return { box, best, display: getComputedStyle(box).display };
    });
    // the layout was read above: from here on it is only written
    for (const { box, best, display } of boxes) this.#sort(box, best, display);
    // keys and drawing follow what is seen: each list's entries where its first one stood
    this.#model.rows = inOrder.flatMap((row) => place.get(row) ?? row);
  }

  #sort(box: HTMLElement, best: readonly Row[], display: string): void {
    if (!/grid|flex/.test(display)) {
      this.#set(box, 'display', 'flex');
      this.#set(box, 'flex-direction', 'column');
    }
    const own = new Set<Element>();
    for (const [at, row] of best.entries()) {
      for (const part of extentOf(row)) {
        own.add(part);
        if (part instanceof HTMLElement) this.#set(part, 'order', String(at + 1));
      }
    }
    // what stood behind the entries stays behind them
    let begun = false;
    for (const child of box.children) {
      if (own.has(child)) begun = true;
      else if (begun && child instanceof HTMLElement) this.#set(child, 'order', String(best.length + 1));
    }
  }

  #set(element: HTMLElement, property: string, value: string): void {
    const before = this.#before.get(element) ?? { style: element.getAttribute('style'), set: [] };
    this.#before.set(element, before);
    before.set.push(property);
    element.style.setProperty(property, value, 'important');
  }

  #restore(): void {
    for (const [element, { style, set }] of this.#before) {
      for (const property of set) {
        if (element.style.getPropertyPriority(property)) element.style.removeProperty(property);
      }
      // to the letter, where nobody else wrote to it
      if (element.getAttribute('style') === '' && style === null) element.removeAttribute('style');
    }
    this.#before.clear();
  }
}

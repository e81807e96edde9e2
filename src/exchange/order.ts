/** Orders of an exported list. */
import type { ExportOrder } from '../core/export-choices.ts';
import type { PaperId } from '../core/paper.ts';
import { cleanLine, cleanList } from './clean.ts';
import { isoDate, issuedDate } from './dates.ts';
import type { Exportable } from './exportable.ts';
import { plainText } from './latex-read.ts';
import { parseNames } from './names.ts';
import { toldNames } from './told-names.ts';
import { publicationOf } from './venue.ts';

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true, ignorePunctuation: true });

function date({ paper }: Exportable): string {
  const { kind } = publicationOf(paper);
  const issued = issuedDate(paper, kind === 'conference' || kind === 'journal');
  return issued ? isoDate(issued) : '';
}

/** The first author's family name; last in the list where there is none. */
function author({ paper }: Exportable): string {
  const [name] = parseNames(cleanList(paper.authors.slice(0, 1)), toldNames(paper)).names;
  return name?.literal ?? name?.family ?? '\uffff';
}

/** How a list is put into an order: a value of each item, and how two of them compare. */
export interface Ordering {
  value(item: Exportable): string;
  compare(a: string, b: string): number;
}

/**
 * The order called `order`; undefined: as they are listed. Broken records come last.
 * @param keys for the order of cite keys
 */
export function orderingOf(
  order: ExportOrder,
  keys: ReadonlyMap<PaperId, string> = new Map(),
): Ordering | undefined {
  if (order === 'listed') return undefined;
  const by: Record<Exclude<ExportOrder, 'listed'>, (item: Exportable) => string> = {
    newest: date,
    oldest: (item) => date(item) || '9999',
    saved: (item) => item.savedAt ?? '',
    title: ({ paper }) => plainText(cleanLine(paper.title)),
    author,
    key: ({ paper, citeKey }) => keys.get(paper.id) ?? citeKey ?? '',
  };
  const sign = order === 'newest' || order === 'saved' ? -1 : 1;
  const compare =
    order === 'title' || order === 'author' || order === 'key'
      ? collator.compare
      : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    value: (item) => {
      try {
        return by[order](item);
      } catch {
        return sign < 0 ? '' : '\uffff';
      }
    },
    compare: (a, b) => sign * compare(a, b),
  };
}

/**
 * `items` in another order; equal ones stay as they stand.
 * @param keys for the order of cite keys
 */
export function inOrder(
  items: readonly Exportable[],
  order: ExportOrder,
  keys?: ReadonlyMap<PaperId, string>,
): Exportable[] {
  const ordering = orderingOf(order, keys);
  if (!ordering) return [...items];
  return items
    .map((item) => ({ item, value: ordering.value(item) }))
    .sort((a, b) => ordering.compare(a.value, b.value))
    .map(({ item }) => item);
}

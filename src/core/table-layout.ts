/** The table of the library: its columns, their order and widths, and what it is sorted by, as the reader left them. */

export const COLUMNS = [
  'title',
  'authors',
  'venue',
  'year',
  'published',
  'added',
  'seen',
  'times',
  'topics',
  'tags',
  'status',
  'rating',
  'fit',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Px; what a reader has never changed. */
const WIDTHS: Readonly<Record<Column, number>> = {
  title: 380,
  authors: 180,
  venue: 110,
  year: 64,
  published: 110,
  added: 100,
  seen: 100,
  times: 72,
  topics: 180,
  tags: 140,
  status: 96,
  rating: 76,
  fit: 64,
  note: 220,
};
const HIDDEN: ReadonlySet<Column> = new Set(['published', 'times', 'rating', 'fit', 'note']);

export const MIN_WIDTH = 48;
export const MAX_WIDTH = 1_200;

/** How well a paper fits is worked out for what is in view, so nothing can be sorted by it. */
export type SortColumn = Exclude<Column, 'fit'>;
export const isSortable = (column: Column): column is SortColumn => column !== 'fit';

export interface TableOrder {
  by: SortColumn;
  /** Greatest, latest, Z first. */
  down: boolean;
}

export interface TableColumn {
  id: Column;
  width: number;
  shown: boolean;
}

export interface TableLayout {
  /** Whether the library shows a table. */
  on: boolean;
  /** Every column once, in the reader's order. */
  columns: readonly TableColumn[];
  order?: TableOrder;
}

const usual = (id: Column): TableColumn => ({ id, width: WIDTHS[id], shown: !HIDDEN.has(id) });

export const USUAL_COLUMNS: readonly TableColumn[] = COLUMNS.map(usual);

/** A width as it may be. */
export const widthOf = (width: number): number => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(width)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const columnOf = (value: unknown): Column | undefined => COLUMNS.find((known) => known === value);

function readColumns(stored: unknown): TableColumn[] {
  const out = new Map<Column, TableColumn>();
  for (const one of Array.isArray(stored) ? stored.slice(0, 100) : []) {
    const id = isObject(one) ? columnOf(one['id']) : undefined;
    if (!id || out.has(id)) continue;
    const { width, shown } = one as Record<string, unknown>;
    out.set(id, {
      id,
      width: typeof width === 'number' && Number.isFinite(width) ? widthOf(width) : WIDTHS[id],
      shown: id === 'title' || (typeof shown === 'boolean' ? shown : usual(id).shown),
    });
  }
  // columns of later versions, and those that a broken value lost, follow in their usual order
  for (const id of COLUMNS) if (!out.has(id)) out.set(id, usual(id));
  return [...out.values()];
}

function readOrder(stored: unknown): TableOrder | undefined {
  if (!isObject(stored) || typeof stored['down'] !== 'boolean') return undefined;
  const by = columnOf(stored['by']);
  return by && isSortable(by) ? { by, down: stored['down'] } : undefined;
}

/** The table in `stored`, each part that is missing or broken as it usually is. */
export function readTable(stored: unknown): TableLayout {
  if (!isObject(stored)) return { on: false, columns: USUAL_COLUMNS };
  const order = readOrder(stored['order']);
  return {
    on: stored['on'] === true,
    columns: readColumns(stored['columns']),
    ...(order ? { order } : {}),
  };
}

const changed = (layout: TableLayout, id: Column, change: Partial<TableColumn>): TableLayout => ({
  ...layout,
  columns: layout.columns.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

export const resized = (layout: TableLayout, id: Column, width: number): TableLayout =>
  changed(layout, id, { width: widthOf(width) });

/** The title stays: a row without it says nothing. */
export const withShown = (layout: TableLayout, id: Column, shown: boolean): TableLayout =>
  changed(layout, id, { shown: shown || id === 'title' });

/** With a column moved by so many places. */
export function moved(layout: TableLayout, id: Column, by: number): TableLayout {
  const from = layout.columns.findIndex((one) => one.id === id);
  const to = Math.min(layout.columns.length - 1, Math.max(0, from + by));
  const columns = [...layout.columns];
  const [one] = columns.splice(from, 1);
  if (one) columns.splice(to, 0, one);
  return { ...layout, columns };
}

/** What newest or most is looked for first in. */
const DOWN_FIRST: ReadonlySet<Column> = new Set([
  'year',
  'published',
  'added',
  'seen',
  'times',
  'rating',
  'status',
  'note',
]);

/** Sorted by a column: the other way round when it is already, and not at all the third time. */
export function sortedBy(layout: TableLayout, by: SortColumn): TableLayout {
  const first = DOWN_FIRST.has(by);
  const { order, ...rest } = layout;
  if (order?.by !== by) return { ...rest, order: { by, down: first } };
  return order.down === first ? { ...rest, order: { by, down: !first } } : rest;
}

/** The order of what was found by a column of the library's table. */
import { STATUSES } from '../core/mark.ts';
import type { SortColumn, TableOrder } from '../core/table-layout.ts';
import { fold } from '../core/text.ts';
import { NOTED, RATING_SHIFT, STATUS_SHIFT } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';
import { titlesOf } from './search-titles.ts';

/** A paper's place in the order by a column; a number below 0: it has nothing there. */
type Key = (doc: number) => number;

type Part = 'title' | 'authors';

/** Places of every title and author: worked out once for what the table holds, since sorting texts takes longest. */
const kept = new WeakMap<SearchTable, Partial<Record<Part, Int32Array>>>();

/** The places of titles or authors among one another: equal texts have one, '' has none. */
async function placesOf(table: SearchTable, part: Part): Promise<Int32Array> {
  const known = kept.get(table) ?? {};
  kept.set(table, known);
  const held = known[part];
  if (held?.length === table.size) return held;
  const texts = (await titlesOf(table)).map((line) => {
    const tab = line.indexOf('\t');
    return part === 'title' ? line.slice(0, tab) : line.slice(tab + 1);
  });
  const places = new Map<string, number>();
  for (const [place, text] of [...new Set(texts)].sort().entries()) places.set(text, text ? place : -1);
  const out = Int32Array.from(texts, (text) => places.get(text) ?? -1);
  known[part] = out;
  return out;
}

/** By the first value of a group in alphabetical order. @param label what the reader sees; undefined: not shown. */
function byValue(
  table: SearchTable,
  group: string,
  label: (value: string) => string | undefined = (value) => value,
): Key {
  const prefix = `${group}\t`;
  const shown = table.values.map((value) =>
    value.startsWith(prefix) ? label(value.slice(prefix.length)) : undefined,
  );
  const known = [...new Set(shown.filter((one) => one !== undefined).map(fold))].sort();
  const place = new Map(known.map((one, n) => [one, n]));
  const places = shown.map((one) => (one === undefined ? -1 : (place.get(fold(one)) ?? -1)));
  const { valueAt, valueIds } = table;
  return (doc) => {
    let least = -1;
    const end = valueAt[doc + 1] as number;
    for (let at = valueAt[doc] as number; at < end; at++) {
      const one = places[valueIds[at] as number] as number;
      if (one >= 0 && (least < 0 || one < least)) least = one;
    }
    return least;
  };
}

/** What topics are shown as. */
export interface ColumnLabels {
  topic?: ((id: string) => string) | undefined;
  showTopic?: ((id: string) => string | undefined) | undefined;
}

const orNone = (value: number): number => (value > 0 ? value : -1);

async function keyOf(
  table: SearchTable,
  by: SortColumn,
  { topic = (id) => id, showTopic = (id) => id }: ColumnLabels,
): Promise<Key> {
  const { flags } = table;
  switch (by) {
    case 'title':
    case 'authors': {
      const places = await placesOf(table, by);
      return (doc) => places[doc] ?? -1;
    }
    case 'venue':
      return byValue(table, 'venues');
    case 'tags':
      return byValue(table, 'tags');
    case 'topics':
      return byValue(table, 'topics', (id) => {
        const as = showTopic(id);
        return as === undefined ? undefined : topic(as);
      });
    case 'year':
      return (doc) => orNone(table.year[doc] as number);
    case 'published':
      return (doc) => orNone(table.published[doc] as number);
    case 'added':
      return (doc) => orNone(table.first[doc] as number);
    case 'seen':
      return (doc) => orNone(table.last[doc] as number);
    case 'times':
      return (doc) => orNone(table.seen[doc] as number);
    case 'rating':
      return (doc) => orNone(((flags[doc] as number) >> RATING_SHIFT) & 7);
    case 'status':
      // to read first when the greatest comes first: it is what one looks for
      return (doc) => {
        const status = ((flags[doc] as number) >> STATUS_SHIFT) & 3;
        return status === 0 ? -1 : STATUSES.length - status;
      };
    case 'note':
      return (doc) => ((flags[doc] as number) & NOTED ? 1 : -1);
  }
}

/** `docs` by a column; those with the same there stay in their order, those with nothing come last, whichever way it goes. */
export async function byColumn(
  table: SearchTable,
  docs: Uint32Array,
  { by, down }: TableOrder,
  labels: ColumnLabels,
): Promise<Uint32Array> {
  const key = await keyOf(table, by, labels);
  const keys = new Float64Array(docs.length);
  const having: number[] = [];
  const others: number[] = [];
  docs.forEach((doc, n) => {
    keys[n] = key(doc);
    ((keys[n] as number) < 0 ? others : having).push(n);
  });
  const sign = down ? -1 : 1;
  const order = Uint32Array.from(having).sort(
    (a, b) => sign * ((keys[a] as number) - (keys[b] as number)) || a - b,
  );
  return Uint32Array.from([...order, ...others], (n) => docs[n] as number);
}

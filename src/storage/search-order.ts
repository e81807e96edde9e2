/** The order of what was found. */
import type { Sort } from '../core/query.ts';
import { FLAGGED, SAVED } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What a save, a flag, and having been met just now add to a score, as parts of it: less than a title has over authors. */
const BY_SAVED = 0.25;
const BY_FLAGGED = 0.15;
const BY_RECENT = 0.2;
const RECENT_DAYS = 120;

/** Steps of a score: what is closer is the same, and time decides. */
const STEPS = 4095;
const MAX_YEAR = 0xffff;

/** A column of times. */
export type TimeColumn = 'at' | 'first' | 'last';

/** Whether and by which time a sort goes. */
export const timeOfSort = (sort: Sort | undefined, met: boolean): TimeColumn =>
  sort === 'added' ? 'first' : sort === 'seen' || met ? 'last' : 'at';

/** Every paper by a time, newest first; worked out once for what the table holds. */
const orders = new WeakMap<SearchTable, Partial<Record<TimeColumn, Uint32Array>>>();

function orderOf(table: SearchTable, column: TimeColumn): Uint32Array {
  let known = orders.get(table);
  if (!known) {
    known = {};
    orders.set(table, known);
  }
  const held = known[column];
  if (held?.length === table.size) return held;
  const all = new Uint32Array(table.size);
  for (let doc = 0; doc < all.length; doc++) all[doc] = doc;
  const order = newestFirst(table[column], all);
  known[column] = order;
  return order;
}

/** Of how many papers one at least must be wanted for the order of all to be worked out: later it is there. */
const WORTH_ALL = 8;

/** Papers sorted by time: by its second together with the number in one machine word, equal seconds by the time itself. */
function newestFirst(times: Float64Array, docs: Uint32Array): Uint32Array {
  const size = docs.length;
  const keys = new BigUint64Array(size);
  const halves = new Uint32Array(keys.buffer);
  docs.forEach((doc, n) => {
    halves[2 * n] = doc;
    halves[2 * n + 1] = 0xffffffff - Math.floor((times[doc] as number) / 1000);
  });
  keys.sort();
  const out = new Uint32Array(size);
  for (let i = 0; i < size; i++) out[i] = halves[2 * i] as number;
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && halves[2 * to + 1] === halves[2 * from + 1]) to++;
    if (to - from > 1)
      out.subarray(from, to).sort((a, b) => (times[b] as number) - (times[a] as number) || b - a);
    from = to;
  }
  return out;
}

/** Sorts by a time, newest first. */
export function byTime(table: SearchTable, docs: Uint32Array, column: TimeColumn): Uint32Array {
  const isKnown = orders.get(table)?.[column]?.length === table.size;
  if (!isKnown && docs.length * WORTH_ALL < table.size) return newestFirst(table[column], docs);
  const wanted = new Uint8Array(table.size);
  for (const doc of docs) wanted[doc] = 1;
  const out = new Uint32Array(docs.length);
  let count = 0;
  for (const doc of orderOf(table, column)) if (wanted[doc]) out[count++] = doc;
  return out;
}

/** Sorts by a small number, greatest first, those with the same staying in their order. */
function byNumber(docs: Uint32Array, numbers: Uint16Array, most: number): Uint32Array {
  const places = new Uint32Array(most + 2);
  for (const doc of docs) (places[most - (numbers[doc] as number) + 1] as number)++;
  for (let n = 1; n < places.length; n++) (places[n] as number) += places[n - 1] as number;
  const out = new Uint32Array(docs.length);
  for (const doc of docs) {
    const bucket = most - (numbers[doc] as number);
    out[places[bucket] as number] = doc;
    (places[bucket] as number)++;
  }
  return out;
}

/** Sorts by how well they meet a query, what the reader saved or met lately first among like. */
export function byScore(
  table: SearchTable,
  docs: Uint32Array,
  scores: Float32Array,
  column: TimeColumn,
  now: number,
): Uint32Array {
  const full = new Float32Array(docs.length);
  let most = 0;
  docs.forEach((doc, n) => {
    const flags = table.flags[doc] as number;
    const age = Math.max(0, now - (table.last[doc] as number)) / DAY_MS;
    const more =
      1 +
      (flags & SAVED ? BY_SAVED : 0) +
      (flags & FLAGGED ? BY_FLAGGED : 0) +
      BY_RECENT / (1 + age / RECENT_DAYS);
    const score = (scores[doc] as number) * more;
    full[n] = score;
    if (score > most) most = score;
  });
  const steps = new Uint16Array(scores.length);
  docs.forEach((doc, n) => {
    steps[doc] = Math.floor(((full[n] as number) / most) * STEPS);
  });
  return byNumber(byTime(table, docs, column), steps, STEPS);
}

/** Sorts by year, newest first, then by time. */
export const byYear = (table: SearchTable, docs: Uint32Array, column: TimeColumn): Uint32Array =>
  byNumber(byTime(table, docs, column), table.year, MAX_YEAR);

/** Sorts by folded title, A to Z. `titles`: of every paper by number. */
export const byTitle = (docs: Uint32Array, titles: readonly string[]): Uint32Array =>
  docs.slice().sort((a, b) => {
    const [x, y] = [titles[a] as string, titles[b] as string];
    return x < y ? -1 : x > y ? 1 : b - a;
  });

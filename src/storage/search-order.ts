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

/** Sorts numbers of papers by `high`, then by `exact`, both greatest first. */
function sorted(
  docs: Uint32Array,
  high: (doc: number) => number,
  exact: (doc: number) => number,
): Uint32Array {
  const keys = new BigUint64Array(docs.length);
  const halves = new Uint32Array(keys.buffer);
  for (let i = 0; i < docs.length; i++) {
    halves[2 * i] = docs[i] as number;
    halves[2 * i + 1] = 0xffffffff - high(docs[i] as number);
  }
  keys.sort();
  const out = new Uint32Array(docs.length);
  for (let i = 0; i < out.length; i++) out[i] = halves[2 * i] as number;
  // those with the same first key stand together: the second decides
  for (let from = 0; from < out.length; ) {
    let to = from + 1;
    while (to < out.length && halves[2 * to + 1] === halves[2 * from + 1]) to++;
    if (to - from > 1) {
      const run = Array.from(out.subarray(from, to));
      run.sort((a, b) => exact(b) - exact(a) || b - a);
      out.set(run, from);
    }
    from = to;
  }
  return out;
}

/** Seconds of a time in ms, within 32 bits. */
const seconds = (ms: number): number => Math.max(0, Math.min(0xffffffff, Math.floor(ms / 1000)));

/** Sorts by a time, newest first. */
export const byTime = (docs: Uint32Array, times: Float64Array): Uint32Array =>
  sorted(
    docs,
    (doc) => seconds(times[doc] as number),
    (doc) => times[doc] as number,
  );

/** Sorts by how well they meet a query, what the reader saved or met lately first among like. */
export function byScore(
  table: SearchTable,
  docs: Uint32Array,
  scores: Float32Array,
  times: Float64Array,
  now: number,
): Uint32Array {
  const full = new Float32Array(scores.length);
  let most = 0;
  for (const doc of docs) {
    const flags = table.flags[doc] as number;
    const age = Math.max(0, now - (table.last[doc] as number)) / DAY_MS;
    const more =
      1 +
      (flags & SAVED ? BY_SAVED : 0) +
      (flags & FLAGGED ? BY_FLAGGED : 0) +
      BY_RECENT / (1 + age / RECENT_DAYS);
    full[doc] = (scores[doc] as number) * more;
    most = Math.max(most, full[doc] as number);
  }
  // the score in the upper twelve bits; below it days since 1970, so that runs to be put in order stay short
  const dayOf = (doc: number) => Math.min(0xfffff, Math.floor((times[doc] as number) / DAY_MS));
  return sorted(
    docs,
    (doc) => Math.floor(((full[doc] as number) / most) * STEPS) * 0x100000 + dayOf(doc),
    (doc) => times[doc] as number,
  );
}

/** Sorts by year, newest first, then by time. */
export const byYear = (table: SearchTable, docs: Uint32Array, times: Float64Array): Uint32Array =>
  sorted(
    docs,
    (doc) =>
      (table.year[doc] as number) * 0x10000 + Math.min(0xffff, Math.floor((times[doc] as number) / DAY_MS)),
    (doc) => times[doc] as number,
  );

/** Sorts by folded title, A to Z. `titles`: of every paper by number. */
export const byTitle = (docs: Uint32Array, titles: readonly string[]): Uint32Array =>
  docs.slice().sort((a, b) => {
    const [x, y] = [titles[a] as string, titles[b] as string];
    return x < y ? -1 : x > y ? 1 : b - a;
  });

/** The time a sort goes by. */
export const timesOf = (table: SearchTable, sort: Sort | undefined, met: boolean): Float64Array =>
  sort === 'added' ? table.first : sort === 'seen' || met ? table.last : table.at;

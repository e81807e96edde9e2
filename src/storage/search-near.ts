/** Words that differ from what was typed by one or two slips of the fingers. */

import { FIELD_BITS } from './search-doc.ts';
import { FACT, FACTS } from './search-format.ts';
import type { Segment } from './search-segment.ts';

/** Slips forgiven in a word of this length. */
export const slipsFor = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

const FIELDS = FIELD_BITS.title | FIELD_BITS.author | FIELD_BITS.tag;

/** Rows of the distances being worked out; words are at most 40 letters long. */
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * Letters left out, put in, changed or swapped with a neighbour (optimal string alignment, a Damerau–Levenshtein distance)
 * between `word` and the beginning of `other` that is nearest, or all of it when `whole`; more than `most`: `most + 1`.
 */
export function slips(word: string, other: string, most: number, whole: boolean): number {
  const width = Math.min(other.length, word.length + most);
  if (whole && Math.abs(other.length - word.length) > most) return most + 1;
  let [before, last, row] = [ROWS[0], ROWS[1], ROWS[2]] as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= width; j++) last[j] = j;
  let nearest = word.length;
  for (let i = 1; i <= word.length; i++) {
    const letter = word.charCodeAt(i - 1);
    row[0] = i;
    nearest = i;
    for (let j = 1; j <= width; j++) {
      const there = other.charCodeAt(j - 1);
      let cost = (last[j - 1] as number) + (letter === there ? 0 : 1);
      if ((last[j] as number) < cost) cost = (last[j] as number) + 1;
      if ((row[j - 1] as number) < cost) cost = (row[j - 1] as number) + 1;
      if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && word.charCodeAt(i - 2) === there)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < nearest) nearest = cost;
    }
    if (nearest > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(whole ? (last[width] as number) : nearest, most + 1);
}

/** A bit for each letter and digit a word has. */
function letters(text: string, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let [rest, count] = [bits, 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export interface Near {
  word: string;
  slips: number;
  df: number;
}

/** Most words taken for one typed. */
const MOST = 12;

/**
 * Words of titles, authors and tags that `typed` may have been meant for, the nearest and most frequent first; the first
 * letter is taken to be right, or the two first to be swapped.
 * @param whole the word ends there; else it may be the beginning of a longer one.
 */
export async function nearWords(
  segments: readonly Segment[],
  typed: string,
  whole: boolean,
): Promise<Near[]> {
  const most = slipsFor(typed.length);
  if (most === 0) return [];
  const firsts = new Set([typed[0] as string, typed[1] as string]);
  await Promise.all(segments.flatMap((segment) => [...firsts].map((first) => segment.wantRange(first))));
  const own = letters(typed, 0, typed.length);
  const found = new Map<string, Near>();
  for (const segment of segments) {
    for (const first of firsts) {
      const [from, to] = segment.range(first);
      for (let n = from; n < to; n++) {
        const { block, at } = segment.wordAt(n);
        const { text, facts } = block;
        if (!((facts[at + FACT.fields] as number) & FIELDS)) continue;
        const [begin, end] = [facts[at + FACT.text], facts[at + FACTS + FACT.text]] as [number, number];
        if (end - begin < typed.length - most) continue;
        // each slip takes one letter away at most
        if (bitCount(own & ~letters(text, begin, end)) > most) continue;
        const word = text.slice(begin, end);
        const count = slips(typed, word, most, whole);
        if (count > most) continue;
        const known = found.get(word);
        const df = facts[at + FACT.df] as number;
        if (known) known.df += df;
        else found.set(word, { word, slips: count, df });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.slips - b.slips || b.df - a.df).slice(0, MOST);
}

/** Of a few words the one that `typed` is most likely meant for; undefined where none is near, or several words were typed. */
export function nearestOf(words: Iterable<string>, typed: string): string | undefined {
  let most = typed.includes(' ') || typed.length > 40 ? 0 : slipsFor(typed.length);
  let nearest: string | undefined;
  for (const word of new Set(words)) {
    if (most === 0) break;
    const count = word.length > 40 ? most + 1 : slips(typed, word, most, false);
    if (count > most) continue;
    nearest = word;
    most = count - 1;
  }
  return nearest;
}

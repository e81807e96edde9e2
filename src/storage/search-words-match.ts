/** Which papers have a word or a phrase, and what that is worth by the field it is in. */
import { BEGINNING, FIELD_BITS, LONGEST_BEGINNING, OFTEN } from './search-doc.ts';
import { type Near, nearWords } from './search-near.ts';
import type { Segment } from './search-segment.ts';
import type { SearchTable } from './search-table.ts';

/** What a word is worth in each field: a title before an author before an abstract. */
const WORTH: Readonly<Record<keyof typeof FIELD_BITS, number>> = {
  title: 8,
  tag: 6,
  author: 4,
  note: 3,
  venue: 2,
  abstract: 1,
};
const WORTH_OFTEN = 0.5;
/** A longer word than what was typed, and one that is merely near it. */
const LONGER = 0.85;
const NEAR = 0.4;
/** Papers below which words near to what was typed are looked for too. */
const FEW = 3;

/** By the fields that count, what `worths` gives where the factor is 1: every stretch of every word asks for it. */
const known = new Map<number, readonly number[]>();

function plainWorths(fields: number): readonly number[] {
  let out = known.get(fields);
  if (out) return out;
  out = Array.from({ length: 128 }, (_, mask) => {
    let [best, sum] = [0, 0];
    for (const [name, bit] of Object.entries(FIELD_BITS)) {
      if (!(mask & fields & bit)) continue;
      let worth = WORTH[name as keyof typeof FIELD_BITS];
      if (name === 'abstract' && mask & OFTEN) worth += WORTH_OFTEN;
      best = Math.max(best, worth);
      sum += worth;
    }
    return best + (sum - best) * 0.1;
  });
  known.set(fields, out);
  return out;
}

/** By field bits: the worth of the best field and a little of the others; 0 outside of `fields`. */
export function worths(fields: number, factor: number): Float32Array {
  const plain = plainWorths(fields);
  const out = new Float32Array(128);
  for (let mask = 1; mask < 128; mask++) out[mask] = factor * (plain[mask] as number);
  return out;
}

/** One stretch of a dictionary, and what its words are worth. */
export interface Stretch {
  segment: Segment;
  base: number;
  from: number;
  to: number;
  factor: number;
}

/** How rare words are, from 0.3 (nearly every paper has it) to 1. */
export const rarity = (df: number, size: number): number =>
  0.3 + 0.7 * Math.min(1, Math.log(1 + size / (1 + df)) / Math.log(1 + size));

export const ALL_FIELDS = Object.values(FIELD_BITS).reduce((all, bit) => all | bit, 0);

/** In how many papers the words of a stretch are, one that has several of them counted for each. */
export function dfOf({ segment, from, to }: Stretch): number {
  let df = 0;
  for (let n = from; n < to; n++) df += segment.df(n);
  return df;
}

type Parts = SearchTable['parts'];

/**
 * The stretches of one word over all parts.
 * @param open it may be the beginning of longer ones; a short one only of such that are not in abstracts alone.
 * @param all also of those, however short: their places are asked for.
 */
async function stretches(
  parts: Parts,
  word: string,
  open: boolean,
  factor = 1,
  all = false,
): Promise<Stretch[]> {
  const short = !all && word.length <= LONGEST_BEGINNING;
  await Promise.all(
    parts.flatMap(({ segment }) => {
      if (!open) return segment.wantWord(word);
      return short ? [segment.wantWord(word), segment.wantWord(BEGINNING + word)] : segment.wantRange(word);
    }),
  );
  return parts.flatMap(({ segment, base }) => {
    const [at, end] = segment.exactly(word);
    const out: Stretch[] = at < end ? [{ segment, base, from: at, to: end, factor }] : [];
    if (!open) return out;
    const [from, to] = short ? segment.exactly(BEGINNING + word) : [end, segment.range(word)[1]];
    if (from < to) out.push({ segment, base, from, to, factor: factor * LONGER });
    return out;
  });
}

export interface WordMatch {
  stretches: Stretch[];
  /** What was taken for a word that hardly any paper has. */
  near: Near[];
}

/**
 * Where a word of a query stands in the dictionaries; where hardly any paper has it, words near to it as well.
 * @param open it may be the beginning of a longer one.
 * @param alone it is no part of a phrase: near words are looked for, and short beginnings in their own lists.
 */
export async function matchWord(
  table: SearchTable,
  word: string,
  open: boolean,
  alone: boolean,
  forgive: boolean,
): Promise<WordMatch> {
  const parts = [...table.parts]; // one that is added meanwhile was asked for nothing
  const found = await stretches(parts, word, open, 1, !alone);
  if (!forgive || found.reduce((sum, one) => sum + dfOf(one), 0) >= FEW)
    return { stretches: found, near: [] };
  const segments = parts.map(({ segment }) => segment);
  const all = await nearWords(segments, word, !open);
  const near = all.filter((one) => one.word !== word && one.slips > 0);
  const least = near[0]?.slips ?? 0;
  const taken = near.filter((one) => one.slips === least);
  const theirs = await Promise.all(taken.map((one) => stretches(parts, one.word, false, NEAR / one.slips)));
  return { stretches: [...found, ...theirs.flat()], near: taken };
}

export const wantStretches = (all: readonly Stretch[], kind: 'post' | 'pos'): Promise<unknown> =>
  Promise.all(all.map(({ segment, from, to }) => segment.want(kind, from, to)));

/** Raises `out` to what each paper's best occurrence of these words is worth. Only after `wantStretches`. */
export function scoreWords(all: readonly Stretch[], size: number, fields: number, out: Float32Array): void {
  const rare = rarity(
    all.reduce((sum, one) => sum + dfOf(one), 0),
    size,
  );
  for (const { segment, base, from, to, factor } of all) {
    const worth = worths(fields, factor * rare);
    for (let term = from; term < to; term++) {
      if (!(segment.fields(term) & fields)) continue;
      const { bytes, at: begin, end } = segment.place('post', term);
      let doc = base - 1;
      for (let at = begin; at < end; ) {
        let byte = bytes[at++] as number;
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] as number;
          step |= (byte & 127) << shift;
        }
        doc += step;
        const score = worth[bytes[at++] as number] as number;
        if (score > (out[doc] as number)) out[doc] = score;
      }
    }
  }
}

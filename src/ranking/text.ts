/**
 * Text as vectors: words and pairs with weights that rise with repetition up to a limit (BM25's saturation, Robertson &
 * Zaragoza 2009) and fall with how many papers have the word, scaled to unit length. How many have it is counted in
 * what this reader's browser has met: there is no table made elsewhere, and any field is as good as another.
 */
import { inAbstract, inTitle, type Terms } from '../core/terms.ts';
import { TermCounts } from './term-counts.ts';

/** A sparse vector: slots of the vocabulary and values. */
export interface Row {
  slots: Int32Array;
  values: Float32Array;
}

/** A row with what vectors of terms want to know. */
export interface SaidRow extends Row {
  /** log(1 + how often it is said) of each slot, as the vectors were learned. */
  said: Float32Array;
}

/** One in the title counts as three in the abstract; at this many, half of the highest weight is reached. */
const TITLE = 3;
const HALF = 4.5;
const TIMES = Float64Array.from({ length: 256 }, (_, count) => TITLE * inTitle(count) + inAbstract(count));
/** What each count of a term is worth. */
const SATURATED = TIMES.map((times) => times / (times + HALF));
const SAID = TIMES.map((times) => Math.log(1 + times));
/** Rare words count for more, though a little less than in proportion to log(1 + papers / papers with it). */
const IDF_POWER = 0.85;
/** Words of more than this share of all papers are no features. */
const MOST_PAPERS = 0.5;
/** Of fewer papers than this, no share means anything. */
const FEW = 50;

/** Terms that are features: ids, and what each weighs. Plain arrays, so that it is stored with a model. */
export interface Vocabulary {
  ids: Uint32Array;
  idf: Float32Array;
  /** Share of the papers met that have it. */
  share: Float32Array;
}

/**
 * The vocabulary of what was met and of what was marked: terms of at least two papers, of three where there are many.
 * How usual a term is, only what was met tells: what was saved is one-sided.
 */
export function vocabularyOf(met: readonly Terms[], marked: readonly Terms[]): Vocabulary {
  const steps = vocabularyInSteps(met, marked);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Papers counted between two stops. */
const COUNTED = 1_000;

/** The same, with stops at which something else may be done. */
export function* vocabularyInSteps(
  met: readonly Terms[],
  marked: readonly Terms[],
): Generator<undefined, Vocabulary, undefined> {
  const counted = new TermCounts();
  for (const [all, usual] of [
    [met, true],
    [marked, false],
  ] as const) {
    for (let at = 0; at < all.length; at++) {
      counted.count((all[at] as Terms).ids, usual);
      if (at % COUNTED === COUNTED - 1) yield;
    }
  }
  yield;
  const least = met.length + marked.length < 2_000 ? 2 : 3;
  const most = met.length < FEW ? Number.POSITIVE_INFINITY : MOST_PAPERS * met.length;
  const kept: number[] = [];
  counted.each((id, all, usual) => {
    if (all >= least && usual <= most) kept.push(id);
  });
  const ids = Uint32Array.from(kept).sort();
  const share = Float32Array.from(ids, (id) => (counted.usualOf(id) + 0.5) / (met.length + 1));
  return { ids, share, idf: share.map((one) => Math.log(1 + 1 / one) ** IDF_POWER) };
}

/** How many of some papers have each term, ids ascending: made once, for vocabularies of few others. */
export interface Usual {
  papers: number;
  ids: Uint32Array;
  counts: Uint32Array;
}

export function usualOf(met: readonly Terms[]): Usual {
  const all = new Uint32Array(met.reduce((sum, { ids }) => sum + ids.length, 0));
  let length = 0;
  for (const { ids } of met) {
    all.set(ids, length);
    length += ids.length;
  }
  all.sort();
  const ids = new Uint32Array(length);
  const counts = new Uint32Array(length);
  let size = 0;
  for (let at = 0; at < length; at++) {
    if (at === 0 || all[at] !== all[at - 1]) ids[size++] = all[at] as number;
    (counts[size - 1] as number)++;
  }
  return { papers: met.length, ids: ids.slice(0, size), counts: counts.slice(0, size) };
}

/** The vocabulary of `papers` by what is usual elsewhere: terms that two of both have. */
export function vocabularyAmong(usual: Usual, papers: readonly Terms[]): Vocabulary {
  const own = usualOf(papers);
  const most = usual.papers < FEW ? Number.POSITIVE_INFINITY : MOST_PAPERS * usual.papers;
  const ids: number[] = [];
  const share: number[] = [];
  // both lists ascend: one walk through both
  for (let at = 0, there = 0; at < own.ids.length; at++) {
    const id = own.ids[at] as number;
    while ((usual.ids[there] as number) < id) there++;
    const met = usual.ids[there] === id ? (usual.counts[there] as number) : 0;
    if ((own.counts[at] as number) + met < 2 || met > most) continue;
    ids.push(id);
    share.push((met + 0.5) / (usual.papers + 1));
  }
  const shares = Float32Array.from(share);
  return {
    ids: Uint32Array.from(ids),
    share: shares,
    idf: shares.map((one) => Math.log(1 + 1 / one) ** IDF_POWER),
  };
}

/** Look-up of slots by id: open addressing in one typed array, several times as fast as a Map. */
export class Slots {
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(private readonly vocabulary: Vocabulary) {
    let size = 16;
    while (size < vocabulary.ids.length * 2) size *= 2;
    this.table = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    vocabulary.ids.forEach((id, slot) => {
      let at = id & this.mask;
      while (this.table[at] !== -1) at = (at + 1) & this.mask;
      this.table[at] = slot;
    });
  }

  /** Slot of a term; -1 where it is no feature. */
  of(id: number): number {
    const { ids } = this.vocabulary;
    for (let at = id & this.mask; ; at = (at + 1) & this.mask) {
      const slot = this.table[at] as number;
      if (slot === -1 || ids[slot] === id) return slot;
    }
  }

  /** The vector of a paper. Empty where none of its terms is a feature. */
  row(terms: Terms): Row {
    const slots = new Int32Array(terms.ids.length);
    const values = new Float32Array(terms.ids.length);
    const length = this.fill(terms, slots, values);
    return { slots: slots.subarray(0, length), values: values.subarray(0, length) };
  }

  /** The same, and how often each term is said. */
  saidRow(terms: Terms): SaidRow {
    const slots = new Int32Array(terms.ids.length);
    const values = new Float32Array(terms.ids.length);
    const said = new Float32Array(terms.ids.length);
    const length = this.fill(terms, slots, values, said);
    return {
      slots: slots.subarray(0, length),
      values: values.subarray(0, length),
      said: said.subarray(0, length),
    };
  }

  /** Writes the vector of a paper from the start of `slots`, `values` and `said`, which have room for all its terms; returns its length. */
  fill({ ids, counts }: Terms, slots: Int32Array, values: Float32Array, said?: Float32Array): number {
    const { table, mask } = this;
    const { ids: known, idf } = this.vocabulary;
    let length = 0;
    let square = 0;
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number;
      let at = id & mask;
      let slot = table[at] as number;
      while (slot !== -1 && known[slot] !== id) {
        at = (at + 1) & mask;
        slot = table[at] as number;
      }
      if (slot === -1) continue;
      const value = (idf[slot] as number) * (SATURATED[counts[k] as number] as number);
      slots[length] = slot;
      if (said) said[length] = SAID[counts[k] as number] as number;
      values[length++] = value;
      square += value * value;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = 0; k < length; k++) (values[k] as number) *= scale;
    return length;
  }
}

/** Adds `times` × `row` to `weights`. */
export function add(weights: Float32Array, row: Row, times: number): void {
  for (let k = 0; k < row.slots.length; k++)
    (weights[row.slots[k] as number] as number) += times * (row.values[k] as number);
}

/** `weights` · `row`. */
export function dot(weights: Float32Array, row: Row): number {
  let sum = 0;
  for (let k = 0; k < row.slots.length; k++)
    sum += (weights[row.slots[k] as number] as number) * (row.values[k] as number);
  return sum;
}

/** Mean of `rows`, each weighted; nothing but zeros for none. */
export function centroid(rows: readonly Row[], size: number, weights?: readonly number[]): Float32Array {
  const out = new Float32Array(size);
  const total = weights ? weights.reduce((sum, one) => sum + one, 0) : rows.length;
  if (total > 0) rows.forEach((row, at) => void add(out, row, (weights?.[at] ?? 1) / total));
  return out;
}

/** Mean and standard deviation. */
export function spread(values: ArrayLike<number>): { mean: number; deviation: number } {
  let sum = 0;
  let square = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k] as number;
    square += (values[k] as number) ** 2;
  }
  const mean = values.length === 0 ? 0 : sum / values.length;
  return { mean, deviation: Math.sqrt(Math.max(0, square / Math.max(1, values.length) - mean * mean)) };
}

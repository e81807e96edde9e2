/** Scores papers against a model, with reasons. Nothing but stored features is read. */
import type { Terms } from '../core/terms.ts';
import type { Features } from './features.ts';
import type { Interest, Model } from './model.ts';
import { hits, partOfPhrase } from './phrases.ts';
import { type Prepared, partOf, preparedOf, Room, sumsInto } from './prepared.ts';
import { type PhraseFound, type Reason, reasonsOf } from './reasons.ts';

export interface Scored {
  /** 0…1: about how likely it is that the reader would save it; for order, and for a threshold. */
  score: number;
  because: Reason[];
}

/** Standard deviations above what is usual at which a paper is as likely to be saved as not, and how fast that rises. */
const EVEN = 2.2;
const STEEP = 1.3;

/** How much of a score the subject that fits best gives where there are several; the rest is all of them as one. */
const BEST = 0.35;

/** How many deviations a sum is above the mean of its subject. */
function above(subjects: readonly Interest[], sums: Float64Array, at: number): number {
  const { mean, deviation } = subjects[at] as Interest;
  return ((sums[at] as number) - mean) / deviation;
}

/** Standard deviations above the mean of what was met, and the subject that fits best. */
function fit({ subjects }: Prepared, sums: Float64Array): { value: number; subject: number } {
  const whole = above(subjects, sums, 0);
  if (subjects.length === 1) return { value: whole, subject: 0 };
  let subject = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 1; at < subjects.length; at++) {
    const value = above(subjects, sums, at);
    if (value <= best) continue;
    best = value;
    subject = at;
  }
  return { value: BEST * best + (1 - BEST) * whole, subject };
}

/** What the reader's own words change, in place of what was learned of them. */
function forcedSum(of: Prepared, room: Room, subject: number): number {
  const { forced, subjects } = of;
  let sum = 0;
  const { deviation } = subjects[subject] as Interest;
  for (let k = 0; k < room.length; k++) {
    const slot = room.slots[k] as number;
    const weight = forced.get(slot);
    if (weight === undefined) continue;
    sum += 3 * weight - partOf(of, room, k, subject) / deviation;
  }
  return sum;
}

const NONE: readonly PhraseFound[] = [];

/**
 * The phrases a paper has, and what they count together. Single words count for the phrase of which most are there: of many
 * phrases every paper has some words.
 */
function phrasesIn({ phrases }: Model, terms: Terms): { found: readonly PhraseFound[]; count: number } {
  let found: PhraseFound[] | undefined;
  let count = 0;
  let part = 0;
  for (const phrase of phrases) {
    part = Math.max(part, partOfPhrase(phrase, terms));
    const times = hits(phrase, terms);
    if (times === 0) continue;
    count += times;
    found ??= [];
    found.push({ phrase, hits: times });
  }
  return { found: found ?? NONE, count: count + part };
}

/** Scores each of `papers`, in their order. `reasons`: how many to give at most; 0 is fastest. */
export function score(model: Model, papers: readonly Features[], reasons = 4): Scored[] {
  const of = preparedOf(model);
  const room = new Room();
  const sums = new Float64Array(of.subjects.length);
  return papers.map((features) => {
    room.take(of, features);
    sumsInto(sums, of, room, features);
    const { value, subject } = fit(of, sums);
    let sum = value;
    if (of.forced.size > 0) sum += forcedSum(of, room, subject);
    const { found, count } = phrasesIn(model, features.terms);
    sum += model.phraseWeight * count;
    return {
      score: 1 / (1 + Math.exp(-STEEP * (sum - EVEN))),
      because: reasons > 0 ? reasonsOf({ of, subject, features, room, found }, reasons) : [],
    };
  });
}

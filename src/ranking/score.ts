/** Scores papers against a model, with reasons. Nothing but stored features is read. */
import { inAbstract, inTitle, type Terms } from '../core/terms.ts';
import type { Features } from './features.ts';
import { rawFit } from './interest.ts';
import type { Interest, Model, Phrase } from './model.ts';
import { overrideSlots } from './overrides.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { type Row, Slots } from './text.ts';

export interface Scored {
  /** 0…1: about how likely it is that the reader would save it; for order, and for a threshold. */
  score: number;
  because: Reason[];
}

/** What is made once of a model and thrown away with it. */
interface Ready {
  slots: Slots;
  forced: Map<number, number>;
}
const ready = new WeakMap<Model, Ready>();

/** Standard deviations above what is usual at which a paper is as likely to be saved as not, and how fast that rises. */
const EVEN = 2.2;
const STEEP = 1.3;

/** Hits of a phrase in a paper, at most 6: three for the title, one each time in the abstract up to three. */
function hits(phrase: Phrase, terms: Terms): number {
  let title = Number.POSITIVE_INFINITY;
  let abstract = Number.POSITIVE_INFINITY;
  for (const id of phrase.ids) {
    const at = indexOf(terms.ids, id);
    const count = at === -1 ? 0 : (terms.counts[at] as number);
    title = Math.min(title, inTitle(count));
    abstract = Math.min(abstract, inAbstract(count));
  }
  return 3 * Math.min(1, title) + Math.min(3, abstract);
}

/** Place of `id` in ascending `ids`; -1 where it is not. */
function indexOf(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] as number;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** How much of a score the subject that fits best gives where there are several; the rest is all of them as one. */
const BEST = 0.5;

/** Standard deviations above the mean of what was met, and the subject that fits best. */
function fit(model: Model, features: Features, row: Row): { value: number; interest: Interest } {
  const above = (interest: Interest): number =>
    (rawFit(interest, features, row) - interest.mean) / interest.deviation;
  const whole = above(model.whole);
  if (model.interests.length === 1) return { value: whole, interest: model.whole };
  let interest = model.whole;
  let best = Number.NEGATIVE_INFINITY;
  for (const one of model.interests) {
    const value = above(one);
    if (value <= best) continue;
    best = value;
    interest = one;
  }
  return { value: BEST * best + (1 - BEST) * whole, interest };
}

/** Scores each of `papers`, in their order. `reasons`: how many to give at most; 0 is fastest. */
export function score(model: Model, papers: readonly Features[], reasons = 4): Scored[] {
  let made = ready.get(model);
  if (!made) {
    const slots = new Slots(model.vocabulary);
    made = { slots, forced: overrideSlots(model.overrides, slots) };
    ready.set(model, made);
  }
  const { slots, forced } = made;
  return papers.map((features) => {
    const row = slots.row(features.terms);
    const { value, interest } = fit(model, features, row);
    let sum = value;
    for (let k = 0; forced.size > 0 && k < row.slots.length; k++) {
      const slot = row.slots[k] as number;
      const weight = forced.get(slot);
      if (weight === undefined) continue;
      sum += 3 * weight - ((interest.words[slot] as number) * (row.values[k] as number)) / interest.deviation;
    }
    const found = model.phrases
      .map((phrase) => ({ phrase, hits: hits(phrase, features.terms) }))
      .filter((one) => one.hits > 0);
    for (const one of found) sum += model.phraseWeight * one.hits;
    return {
      score: 1 / (1 + Math.exp(-STEEP * (sum - EVEN))),
      because: reasons > 0 ? reasonsOf({ model, interest, features, row, found, forced }, reasons) : [],
    };
  });
}

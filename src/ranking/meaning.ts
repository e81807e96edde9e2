/**
 * Words of like meaning speak for one another: where "grasping" was saved, "gripper" counts too. Each term has a place in
 * a space of about a hundred dimensions, a paper lies in the direction of the sum of its terms, weighed as where the places
 * were learned, and what sets saved papers apart from all that was met is found by linear discriminant analysis (R. A.
 * Fisher 1936), its covariance shrunk towards a sphere (Ledoit & Wolf 2004).
 */
import { type Lengths, lengthOf, lengthsOf } from './lengths.ts';
import { add, covariance, meanPlace, solved } from './matrix.ts';
import type { Space } from './space.ts';
import { type SaidRow, spread } from './text.ts';

/** What the words of a paper mean to the reader. Plain data, stored with a model. */
export interface Meaning extends Lengths {
  /** Of each slot: how far its term lies in the direction of what is liked. */
  weights: Float32Array;
  /** What one unit of a row's value says on average, to compare a word's meaning with its weight. */
  usual: number;
}

/** A mark as far as its meaning goes. */
interface Meant {
  row: SaidRow;
  importance: number;
}

/** A meaning, and how much each paper met means by it: standard deviations. */
export interface MeaningFound {
  meaning: Meaning;
  met: Float32Array;
}

/** What the reader asked to be told of: the terms of each phrase, and what their place counts beside that of what was saved. */
export interface Asked {
  phrases: readonly Pick<SaidRow, 'slots' | 'said'>[];
  weight: number;
}

/** Weight of what was dismissed against what was saved. */
const AGAINST = 0.5;

/** Papers placed between two stops. */
const PLACED = 500;

/** By what a paper is brought to unit length; 0 where none of its terms has a place. */
export function unitOf(of: Lengths, slots: Int32Array, said: Float32Array, length: number): number {
  const long = lengthOf(of, slots, said, length);
  return long > 0 ? 1 / long : 0;
}

/** What the terms of a paper mean to the reader, before it is brought to unit length: the first `length` slots. */
export function meantBy({ weights }: Meaning, slots: Int32Array, said: Float32Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (weights[slots[k] as number] as number) * (said[k] as number);
  return sum;
}

/** The mean of where phrases lie, each of unit length; undefined where the space knows none of their terms. */
function askedPlace(space: Space, { phrases }: Asked): Float64Array | undefined {
  const known: Float32Array[] = [];
  for (const phrase of phrases) {
    const length = Math.hypot(...space.of(phrase));
    if (length > 1e-9) known.push(space.of(phrase, 1 / length));
  }
  return known.length > 0 ? meanPlace(known, space.width) : undefined;
}

/**
 * What was saved means, against what was met and dismissed. Learned of all that was saved, for every subject: of a few
 * papers it would be chance. Stops now and then: see `trainInSteps`.
 */
export function* meaningOf(
  space: Space,
  liked: readonly Meant[],
  disliked: readonly Meant[],
  met: readonly SaidRow[],
  asked: Asked = { phrases: [], weight: 0 },
): Generator<undefined, MeaningFound, undefined> {
  const lengths = yield* lengthsOf(space, met);
  yield;
  const rowUnit = ({ slots, said }: SaidRow): number => unitOf(lengths, slots, said, slots.length);
  function* placesOf(
    rows: readonly SaidRow[],
    units?: readonly number[],
  ): Generator<undefined, Float32Array[], undefined> {
    const places: Float32Array[] = [];
    for (const row of rows) {
      places.push(space.of(row, units?.[places.length] ?? rowUnit(row)));
      if (places.length % PLACED === 0) yield;
    }
    return places;
  }
  function* meanOf(some: readonly Meant[]): Generator<undefined, Float64Array, undefined> {
    const sum = new Float64Array(space.width);
    let total = 0;
    for (const { importance } of some) total += importance;
    const places = yield* placesOf(some.map(({ row }) => row));
    places.forEach((place, at) => {
      add(sum, place, (some[at] as Meant).importance / total);
    });
    return sum;
  }
  const units = met.map(rowUnit);
  const places = yield* placesOf(met, units);
  const usual = meanPlace(places, space.width);
  const good = yield* meanOf(liked);
  const bad = disliked.length > 0 ? yield* meanOf(disliked) : usual;
  const against = AGAINST * (disliked.length / (disliked.length + 2));
  const apart = usual.map((one, i) => (good[i] as number) - one - against * ((bad[i] as number) - one));
  yield;
  const spreads = covariance(places, usual);
  yield;
  /** What lies along a direction, in standard deviations of what was met: each term by slot, and each paper met. */
  const along = (direction: Float64Array): { weights: Float32Array; all: number[] } => {
    const weights = space.along(direction);
    const meaning: Meaning = { ...lengths, weights, usual: 0 };
    const all = met.map(
      ({ slots, said }, at) => meantBy(meaning, slots, said, slots.length) * (units[at] as number),
    );
    const { deviation } = spread(all);
    // where no word is known to the space, nothing differs
    const unit = deviation > 1e-9 ? 1 / deviation : 0;
    return { weights: weights.map((one) => one * unit), all: all.map((one) => one * unit) };
  };
  const place = askedPlace(space, asked);
  const { weights, all } = along(solved(place ? spreads.slice() : spreads, apart));
  yield;
  if (place) {
    const sought = along(
      solved(
        spreads,
        usual.map((one, i) => (place[i] as number) - one),
      ),
    );
    // phrases that have nothing to do with one another point nowhere together
    const weight = asked.weight * Math.hypot(...place);
    for (let slot = 0; slot < weights.length; slot++)
      (weights[slot] as number) += weight * (sought.weights[slot] as number);
    for (let at = 0; at < all.length; at++) (all[at] as number) += weight * (sought.all[at] as number);
  }
  const meaning: Meaning = { ...lengths, weights, usual: usualUnit(met, units) };
  return { meaning, met: Float32Array.from(all) };
}

/** Of papers met: how much is said for each unit of a row's values, in a paper of unit length. */
function usualUnit(met: readonly SaidRow[], units: readonly number[]): number {
  let sum = 0;
  let count = 0;
  met.forEach(({ slots, values, said }, at) => {
    const unit = units[at] as number;
    if (unit === 0) return;
    let value = 0;
    let times = 0;
    for (let k = 0; k < slots.length; k++) {
      value += values[k] as number;
      times += said[k] as number;
    }
    sum += (times / value) * unit;
    count++;
  });
  return count > 0 ? sum / count : 0;
}

/** A model made ready for scoring: once for a model, thrown away with it. One look-up of a term serves every subject. */
import { type Features, LABEL_GROUPS, type LabelGroup } from './features.ts';
import { meantBy, unitOf } from './meaning.ts';
import type { Interest, Model } from './model.ts';
import { overrideSlots } from './overrides.ts';
import { Slots } from './text.ts';

/** Labels of one group: the place of each in `weights`, where those of all subjects stand together. */
interface LabelTable {
  places: ReadonlyMap<string, number>;
  weights: Float64Array;
}

/** A term as reasons write it. */
export interface Name {
  term: string;
  /** Its words, of a pair; undefined for a single word. */
  pair?: readonly string[];
}

export interface Prepared {
  model: Model;
  /** All of it as one, then each subject where there are several. */
  subjects: readonly Interest[];
  slots: Slots;
  /** Weights of slot n from n × (number of subjects) on. */
  words: Float32Array;
  labels: Record<LabelGroup, LabelTable>;
  /** Slot → its number in `names`; -1 where it has none. */
  named: Int32Array;
  names: readonly Name[];
  /** Slot → what the reader says it weighs. */
  forced: ReadonlyMap<number, number>;
}

const prepared = new WeakMap<Model, Prepared>();

function labelTable(subjects: readonly Interest[], group: LabelGroup): LabelTable {
  const places = new Map<string, number>();
  for (const { labels } of subjects) {
    for (const label of Object.keys(labels[group]))
      if (!places.has(label)) places.set(label, places.size * subjects.length);
  }
  const weights = new Float64Array(places.size * subjects.length);
  subjects.forEach(({ labels }, subject) => {
    for (const [label, weight] of Object.entries(labels[group]))
      weights[(places.get(label) as number) + subject] = weight;
  });
  return { places, weights };
}

function prepare(model: Model): Prepared {
  const subjects = model.interests.length > 1 ? [model.whole, ...model.interests] : [model.whole];
  const slots = new Slots(model.vocabulary);
  const { ids } = model.vocabulary;
  const words = new Float32Array(ids.length * subjects.length);
  const named = new Int32Array(ids.length).fill(-1);
  const names: Name[] = [];
  for (let slot = 0; slot < ids.length; slot++) {
    for (let one = 0; one < subjects.length; one++)
      words[slot * subjects.length + one] = subjects[one]?.words[slot] as number;
    const term = model.names[ids[slot] as number];
    if (term === undefined) continue;
    named[slot] = names.length;
    names.push(term.includes(' ') ? { term, pair: term.split(' ') } : { term });
  }
  const labels = {} as Record<LabelGroup, LabelTable>;
  for (const group of LABEL_GROUPS) labels[group] = labelTable(subjects, group);
  const forced = overrideSlots(model.overrides, slots);
  return { model, subjects, slots, words, labels, named, names, forced };
}

/** `model` made ready. */
export function preparedOf(model: Model): Prepared {
  let found = prepared.get(model);
  if (!found) {
    found = prepare(model);
    prepared.set(model, found);
  }
  return found;
}

/** Room for the vector of one paper: the terms that are features, and how much each counts in it. Used again and again. */
export class Room {
  slots = new Int32Array(512);
  values = new Float32Array(512);
  said = new Float32Array(512);
  length = 0;
  /** What the paper means to the reader, and by what it was brought to unit length for that. */
  meant = 0;
  perUnit = 0;

  /** Takes the paper's vector in. */
  take(of: Prepared, { terms }: Features): void {
    if (this.slots.length < terms.ids.length) {
      this.slots = new Int32Array(terms.ids.length * 2);
      this.values = new Float32Array(terms.ids.length * 2);
      this.said = new Float32Array(terms.ids.length * 2);
    }
    this.length = of.slots.fill(terms, this.slots, this.values, this.said);
    const { meaning } = of.model;
    if (!meaning) return;
    this.perUnit = unitOf(meaning, this.slots, this.said, this.length);
    this.meant = this.perUnit * meantBy(meaning, this.slots, this.said, this.length);
  }
}

/** What is learned of the term at `k` of the paper in `room`: its part in the sum of a subject. */
export function partOf(of: Prepared, room: Room, k: number, subject: number): number {
  const slot = room.slots[k] as number;
  const word = (of.words[slot * of.subjects.length + subject] as number) * (room.values[k] as number);
  const { meaning } = of.model;
  if (!meaning) return word;
  const means = (meaning.weights[slot] as number) * (room.said[k] as number) * room.perUnit;
  return word + (of.subjects[subject] as Interest).meaning * means;
}

/** Puts the sum of the weights of a paper into `sums`, one for each subject. */
export function sumsInto(sums: Float64Array, of: Prepared, room: Room, features: Features): void {
  const count = of.subjects.length;
  const { words } = of;
  const { slots, values, length, meant } = room;
  // subject by subject: each sum stays in a register
  for (let one = 0; one < count; one++) {
    let sum = (of.subjects[one] as Interest).meaning * meant;
    for (let k = 0; k < length; k++)
      sum += (words[(slots[k] as number) * count + one] as number) * (values[k] as number);
    sums[one] = sum;
  }
  for (const group of LABEL_GROUPS) {
    const { places, weights } = of.labels[group];
    if (places.size === 0) continue;
    for (const label of features[group]) {
      const from = places.get(label);
      if (from === undefined) continue;
      for (let one = 0; one < count; one++) (sums[one] as number) += weights[from + one] as number;
    }
  }
}

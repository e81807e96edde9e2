/** From the reader's marks to a model. Everything is closed-form: a new mark costs one pass, not a search. */
import type { TermVectors } from '../core/term-vectors.ts';
import { authorKey, type Features } from './features.ts';
import { groupsOf } from './groups.ts';
import { type Example, learn, type Met } from './interest.ts';
import { type Asked, meaningOf } from './meaning.ts';
import {
  ENOUGH,
  type Interest,
  MODEL_VERSION,
  type Model,
  type Override,
  type Phrase,
  wordWeights,
} from './model.ts';
import { namesOf, type Text } from './names.ts';
import { distinctPhrases, hits, phraseTerms, trustIn } from './phrases.ts';
import { Space } from './space.ts';
import { centroid, type SaidRow, Slots, vocabularyInSteps } from './text.ts';

/** A paper the reader decided about. */
export interface Marked {
  features: Features;
  /** Above 0: for it (a plain save is 1); below 0: against it. See `importanceOf`. */
  importance: number;
  /** For the words in reasons; without it, the paper's words stay unnamed. */
  text?: Text;
}

export interface Learning {
  marks: readonly Marked[];
  /** Papers met and passed over, a sample of at most a few thousand: weak negatives, and what is usual. */
  met: readonly Features[];
  /** Phrases the reader asked to be told of. */
  phrases?: readonly string[];
  overrides?: readonly Override[];
  /** Numbers of terms, alike for words of like meaning. */
  vectors?: TermVectors | undefined;
}

/** No model can be made yet. */
export interface NotEnough {
  /** Papers the reader is for. */
  have: number;
  need: number;
}

/** At how many saved papers half of a phrase's weight is left. */
const PHRASE_HALF = 10;

/** What the place of the phrases among all words counts beside that of what was saved, and at how many saved papers half of it is left. */
const PLACE = { most: 1.6, half: 10 };

/** Papers met that have a phrase count as saved ones, the more the more often: each phrase's together as this many, each as one at most. */
const ASKED = 3;

/** The papers of `met` that have a phrase the reader asked for, as if something of each had been saved. */
function askedFor(phrases: readonly Phrase[], { features, rows }: Met): Example[] {
  return phrases.flatMap((phrase) => {
    const times = features.map(({ terms }) => hits(phrase, terms));
    const total = times.reduce((sum, one) => sum + one, 0);
    return times.flatMap((one, at) =>
      one === 0
        ? []
        : {
            features: features[at] as Features,
            row: rows[at] as SaidRow,
            importance: Math.min(1, (ASKED * one) / total),
            asked: true,
          },
    );
  });
}

/** Where the phrases lie among all words, which counts the less the more is saved. */
function askedPlaces(phrases: readonly Phrase[], slots: Slots, papers: number): Asked {
  return {
    phrases: phrases.map(({ text }) => {
      const { single, pairs } = phraseTerms(text);
      const known = [...single, ...pairs].map((id) => slots.of(id)).filter((slot) => slot !== -1);
      return { slots: Int32Array.from(known), said: new Float32Array(known.length).fill(1) };
    }),
    weight: (PLACE.most * PLACE.half) / (PLACE.half + papers),
  };
}

/** Papers turned into vectors between two stops. */
const ROWS = 500;

/** Learns from what the reader decided. */
export function train(learning: Learning): Model | NotEnough {
  const steps = trainInSteps(learning);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with stops at which something else may be done. */
export function* trainInSteps({
  marks,
  met,
  phrases = [],
  overrides = [],
  vectors,
}: Learning): Generator<undefined, Model | NotEnough, undefined> {
  const liked = marks.filter((mark) => mark.importance > 0);
  if (liked.length < ENOUGH) return { have: liked.length, need: ENOUGH };
  const disliked = marks.filter((mark) => mark.importance < 0);
  const vocabulary = yield* vocabularyInSteps(
    met.map((one) => one.terms),
    marks.map((mark) => mark.features.terms),
  );
  yield;
  const slots = new Slots(vocabulary);
  function* rowsOf(all: readonly Features[]): Generator<undefined, SaidRow[], undefined> {
    const rows: SaidRow[] = [];
    for (const { terms } of all) {
      rows.push(slots.saidRow(terms));
      if (rows.length % ROWS === 0) yield;
    }
    return rows;
  }
  function* examples(some: readonly Marked[]): Generator<undefined, Example[], undefined> {
    const rows = yield* rowsOf(some.map((mark) => mark.features));
    return some.map(({ features, importance }, at) => ({
      features,
      row: rows[at] as SaidRow,
      importance: Math.abs(importance),
    }));
  }
  // where next to nothing was met, the marks themselves are all that is known of what is usual
  const around = met.length >= 20 ? met : [...met, ...marks.map((mark) => mark.features)];
  const rows = yield* rowsOf(around);
  const background: Met = { features: around, rows, mean: centroid(rows, vocabulary.ids.length) };
  const good = yield* examples(liked);
  const bad = yield* examples(disliked);
  const watched = distinctPhrases(phrases);
  const wanted = [...good, ...askedFor(watched, background)];
  yield;
  const places = askedPlaces(watched, slots, liked.length);
  const meant = vectors && (yield* meaningOf(new Space(vocabulary, vectors), wanted, bad, rows, places));
  yield;
  const whole = learn(wanted, bad, background, vocabulary, meant);
  yield;
  const groups = yield* groupsOf(good, background);
  yield;
  const interests: Interest[] = groups.length === 1 ? [whole] : [];
  for (const group of groups.length === 1 ? [] : groups) {
    interests.push(learn(group, bad, background, vocabulary, meant));
    yield;
  }
  const termsOf = (some: readonly Features[]) => some.map(({ terms }) => terms);
  const trust = trustIn(watched, termsOf(liked.map(({ features }) => features)), termsOf(met));
  const meaning = meant?.meaning;
  const weights = interests.map((one) => wordWeights(one, meaning));
  const names = yield* namesOf(weights, vocabulary, marks);
  yield;
  return {
    version: MODEL_VERSION,
    vocabulary,
    interests,
    whole,
    meaning,
    phrases: watched,
    phraseWeight: (trust * PHRASE_HALF) / (PHRASE_HALF + liked.length),
    overrides: [...overrides],
    names,
    authors: authorsOf(liked),
  };
}

/** Whether `result` is a model. */
export const isModel = (result: Model | NotEnough): result is Model => 'interests' in result;

function authorsOf(liked: readonly Marked[]): Model['authors'] {
  const out = new Map<string, Model['authors'][string]>();
  for (const { features, text } of liked) {
    const names = new Map<string, string>();
    for (const name of text?.authors ?? []) {
      const key = authorKey(name);
      if (!names.has(key)) names.set(key, name);
    }
    for (const key of new Set(features.authors))
      out.set(key, { name: names.get(key) ?? key, papers: (out.get(key)?.papers ?? 0) + 1 });
  }
  return Object.fromEntries(out);
}

/** From the reader's marks to a model. Everything is closed-form: a new mark costs one pass, not a search. */
import { authorKey, type Features } from './features.ts';
import { groupsOf } from './groups.ts';
import { type Example, learn, type Met } from './interest.ts';
import { ENOUGH, MODEL_VERSION, type Model, type Override } from './model.ts';
import { namesOf, type Text } from './names.ts';
import { phraseOf } from './phrases.ts';
import { centroid, Slots, vocabularyOf } from './text.ts';

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
}

/** No model can be made yet. */
export interface NotEnough {
  /** Papers the reader is for. */
  have: number;
  need: number;
}

/** At how many saved papers half of a phrase's weight is left. */
const PHRASE = { most: 1, half: 10 };

/** Learns from what the reader decided. */
export function train({ marks, met, phrases = [], overrides = [] }: Learning): Model | NotEnough {
  const liked = marks.filter((mark) => mark.importance > 0);
  if (liked.length < ENOUGH) return { have: liked.length, need: ENOUGH };
  const disliked = marks.filter((mark) => mark.importance < 0);
  const vocabulary = vocabularyOf(
    met.map((one) => one.terms),
    marks.map((mark) => mark.features.terms),
  );
  const slots = new Slots(vocabulary);
  const example = (mark: Marked): Example => ({
    features: mark.features,
    row: slots.row(mark.features.terms),
    importance: Math.abs(mark.importance),
  });
  // where next to nothing was met, the marks themselves are all that is known of what is usual
  const around = met.length >= 20 ? met : [...met, ...marks.map((mark) => mark.features)];
  const rows = around.map((one) => slots.row(one.terms));
  const background: Met = { features: around, rows, mean: centroid(rows, vocabulary.ids.length) };
  const good = liked.map(example);
  const bad = disliked.map(example);
  const whole = learn(good, bad, background, vocabulary);
  const groups = groupsOf(good, background);
  const interests =
    groups.length === 1 ? [whole] : groups.map((group) => learn(group, bad, background, vocabulary));
  return {
    version: MODEL_VERSION,
    vocabulary,
    interests,
    whole,
    phrases: phrases.map(phraseOf).filter((phrase) => phrase.ids.length > 0),
    phraseWeight: (PHRASE.most * PHRASE.half) / (PHRASE.half + liked.length),
    overrides: [...overrides],
    names: namesOf(interests, vocabulary, marks),
    authors: authorsOf(liked),
  };
}

/** Whether `result` is a model. */
export const isModel = (result: Model | NotEnough): result is Model => 'interests' in result;

function authorsOf(liked: readonly Marked[]): Model['authors'] {
  const out = new Map<string, Model['authors'][string]>();
  for (const { features, text } of liked) {
    for (const key of new Set(features.authors)) {
      const name = text?.authors?.find((one) => authorKey(one) === key) ?? key;
      out.set(key, { name, papers: (out.get(key)?.papers ?? 0) + 1 });
    }
  }
  return Object.fromEntries(out);
}

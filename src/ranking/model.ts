/** What is learned of a reader: plain data (typed arrays, arrays, records), stored as it is. */
import type { LabelGroup } from './features.ts';
import type { Meaning } from './meaning.ts';
import type { Vocabulary } from './text.ts';

/** Raised when models made by older code may not be used any more. */
export const MODEL_VERSION = 7;

/** Below this many papers that the reader is for, there is no model: "not enough yet". */
export const ENOUGH = 3;

/** One subject of the reader. Its parts are in the same unit: standard deviations among papers met. */
export interface Interest {
  /** Number of saved papers behind it. */
  papers: number;
  /** Weight of each slot of the vocabulary. */
  words: Float32Array;
  /** Weight of each label that matters. */
  labels: Record<LabelGroup, Record<string, number>>;
  /** What a unit of the model's `meaning` weighs. */
  meaning: number;
  /** What the sum is on average among papers met, and by how much it varies. */
  mean: number;
  deviation: number;
}

/** A phrase the reader asked to be told of. */
export interface Phrase {
  text: string;
  /** Ids of the term or terms it needs, all of them. */
  ids: number[];
  /** Ids of its words, some of which a paper may have though it lacks the phrase. */
  words: number[];
}

/** The reader's own word on a term: it weighs this, whatever was learned. 0: nothing. */
export interface Override {
  text: string;
  /** −1…1. */
  weight: number;
}

export interface Model {
  version: number;
  vocabulary: Vocabulary;
  /** One, or two to four where nothing joins what was saved. */
  interests: Interest[];
  /** All of it as one: most of a score, so that a subject parted wrongly loses little. */
  whole: Interest;
  /** What the words of all that was saved mean; undefined where no places of terms were known. */
  meaning: Meaning | undefined;
  phrases: Phrase[];
  /** Weight of one hit of a phrase, fading as papers are saved. */
  phraseWeight: number;
  overrides: Override[];
  /** Term id → the words as the reader's papers write them; strong terms only. */
  names: Record<number, string>;
  /** Author key → name as displayed and how many saved papers it is on. */
  authors: Record<string, { name: string; papers: number }>;
}

/** What each slot weighs in a subject: the word itself, and what it means as it is usually said. */
export function wordWeights({ words, meaning: times }: Interest, meaning: Meaning | undefined): Float32Array {
  if (!meaning) return words;
  const by = times * meaning.usual;
  return words.map((weight, slot) => weight + by * (meaning.weights[slot] as number));
}

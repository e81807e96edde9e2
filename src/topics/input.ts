/** A paper as the model sees it: the terms of its text that the model knows, weighted. */
import { knownTerms } from '../core/known-terms.ts';
import { inAbstract, inTitle, placeOf, type Terms, termsOf } from '../core/terms.ts';
import type { TaggedText } from './evidence.ts';

/** Known terms: ids ascending, with the weight of each (inverse document frequency). */
export interface Vocabulary {
  ids: Uint32Array;
  idf: Float32Array;
}

/** Places in the vocabulary and weights, of Euclidean length 1 unless there are none. */
export interface Input {
  at: Int32Array;
  weights: Float32Array;
}

/** A word of the title counts as often as this many of the abstract. */
const TITLE_COUNTS = 3;

const LONGEST_TITLE = 1_000;
const LONGEST_ABSTRACT = 20_000;
const MOST_KEYWORDS = 50;

function textTerms({ id, title: whole, abstract: told, keywords = [] }: TaggedText): Terms {
  const title = (whole ?? '').slice(0, LONGEST_TITLE);
  const abstract = (told ?? '').slice(0, LONGEST_ABSTRACT);
  const asStored = keywords.length === 0 && title === whole && abstract === (told ?? '');
  if (id !== undefined && asStored) return knownTerms({ id, title, abstract: told });
  const named = keywords.slice(0, MOST_KEYWORDS).map((one) => one.slice(0, 200));
  // a stop word between them: the end of one and the beginning of the next are no neighbours
  return termsOf([title, ...named].join(' the '), abstract);
}

/** The weighted terms of a paper. Keywords count like words of the title. */
export function inputOf(paper: TaggedText, { ids, idf }: Vocabulary): Input {
  const terms = textTerms(paper);
  const at: number[] = [];
  const weights: number[] = [];
  let squares = 0;
  for (let i = 0; i < terms.ids.length; i++) {
    const place = placeOf(ids, terms.ids[i] as number);
    if (place < 0) continue;
    const count = terms.counts[i] as number;
    const times = Math.min(31, inAbstract(count)) + TITLE_COUNTS * inTitle(count);
    const weight = (idf[place] as number) * Math.log(1 + times);
    at.push(place);
    weights.push(weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  return { at: Int32Array.from(at), weights: Float32Array.from(weights, (weight) => weight / length) };
}

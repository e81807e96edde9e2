/** Phrases in the terms that papers are stored with. */
import { contentWords, eachTerm } from '../core/terms.ts';
import type { Phrase } from './model.ts';

/** Ids of a phrase's words and of its pairs of neighbours. */
export function phraseTerms(text: string): { single: number[]; pairs: number[] } {
  const single: number[] = [];
  const pairs: number[] = [];
  eachTerm(contentWords(text), (id, _at, length) => {
    if (length === 1) single.push(id);
    else pairs.push(id);
  });
  return { single, pairs };
}

/** What a paper must have for a phrase to be in it: all its pairs, or its words where there is no pair. */
export function phraseOf(text: string): Phrase {
  const { single, pairs } = phraseTerms(text);
  return { text, ids: pairs.length > 0 ? pairs : single };
}

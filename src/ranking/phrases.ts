/** Phrases in the terms that papers are stored with. */
import { contentWords, eachTerm, inAbstract, inTitle, placeOf, type Terms } from '../core/terms.ts';
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
  return { text, ids: pairs.length > 0 ? pairs : single, words: single };
}

/** Hits of a phrase in a paper, at most 6: three for the title, one each time in the abstract up to three. */
export function hits(phrase: Phrase, terms: Terms): number {
  let title = Number.POSITIVE_INFINITY;
  let abstract = Number.POSITIVE_INFINITY;
  for (const id of phrase.ids) {
    const at = placeOf(terms.ids, id);
    const count = at === -1 ? 0 : (terms.counts[at] as number);
    title = Math.min(title, inTitle(count));
    abstract = Math.min(abstract, inAbstract(count));
  }
  return 3 * Math.min(1, title) + Math.min(3, abstract);
}

/** Share of a phrase's words that a paper has, wherever they stand: it counts as so much of a hit, and is no reason by itself. */
export function partOfPhrase({ words }: Phrase, { ids }: Terms): number {
  let found = 0;
  for (const id of words) if (placeOf(ids, id) !== -1) found++;
  return found / words.length;
}

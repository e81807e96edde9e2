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

/** The phrases that papers can be told by; of those that are the same to the ranker ("graph network", "graph networks") the first. */
export function distinctPhrases(texts: readonly string[]): Phrase[] {
  const known = new Map<string, Phrase>();
  for (const phrase of texts.map(phraseOf)) {
    const key = phrase.ids.join(' ');
    if (key !== '' && !known.has(key)) known.set(key, phrase);
  }
  return [...known.values()];
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

/** At how many saved papers half of what is trusted was learned from them, the most, and where a log-odds ratio has its full effect. */
const TRUST = { half: 5, most: 3, full: 3.5 };

/**
 * How far phrases tell what the reader wants: 1 as long as nothing is saved, then, about as much, twice the share of saved
 * papers that have one of them, times its log-odds ratio to that of papers met. So a phrase that half of them have, and
 * one in fifty of all that was met, stays at 1.
 */
export function trustIn(phrases: readonly Phrase[], saved: readonly Terms[], met: readonly Terms[]): number {
  const having = (papers: readonly Terms[]): number =>
    papers.filter((terms) => phrases.some((phrase) => hits(phrase, terms) > 0)).length;
  const mine = (having(saved) + 0.5) / (saved.length + 1);
  const usual = (having(met) + 1) / (met.length + 2);
  const ratio = Math.max(0, Math.log((mine * (1 - usual)) / (usual * (1 - mine))));
  const learned = (2 * mine * ratio) / TRUST.full;
  return Math.min(TRUST.most, (TRUST.half + saved.length * learned) / (TRUST.half + saved.length));
}

/** Share of a phrase's words that a paper has, wherever they stand: it counts as so much of a hit, and is no reason by itself. */
export function partOfPhrase({ words }: Phrase, { ids }: Terms): number {
  let found = 0;
  for (const id of words) if (placeOf(ids, id) !== -1) found++;
  return found / words.length;
}

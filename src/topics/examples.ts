/**
 * A topic learned from a few papers: the terms that set them apart from others, by Rocchio's rule (J. Rocchio, "Relevance
 * feedback in information retrieval", 1971) on weighted terms, and how many of them a paper must have.
 */

import { type LearnedTopic, MOST_TERMS } from '../core/learned-topic.ts';
import { contentWords, eachTerm } from '../core/terms.ts';
import type { TaggedText } from './evidence.ts';
import { type Input, inputOf, type Vocabulary } from './input.ts';

/** Fewer examples say too little. */
export const FEWEST_EXAMPLES = 3;

/** Of what the examples' terms share with all papers, so much is taken off. */
const OTHERS = 1;
/** At most this share of the other papers is proposed: some of them are about the topic. */
const OTHERS_PROPOSED = 0.02;
/** What a term of one example alone counts of its weight. */
const LONE = 0.3;
/** A paper needs this share of what the examples score without themselves. */
const ENOUGH = 0.7;

function addTo(sum: Map<number, number>, { at, weights }: Input, { ids }: Vocabulary, times: number): void {
  at.forEach((place, i) => {
    const id = ids[place] as number;
    sum.set(id, (sum.get(id) ?? 0) + times * (weights[i] as number));
  });
}

const heaviest = (sum: ReadonlyMap<number, number>): [number, number][] =>
  [...sum]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_TERMS);

function scoreOf(terms: ReadonlyMap<number, number>, { at, weights }: Input, { ids }: Vocabulary): number {
  let sum = 0;
  at.forEach((place, i) => {
    sum += (terms.get(ids[place] as number) ?? 0) * (weights[i] as number);
  });
  return sum;
}

/** Mean of the examples but one (or none), less the mean of the others; what one alone has counts little. */
function centre(
  examples: readonly Input[],
  without: number,
  others: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
): Map<number, number> {
  const sum = new Map<number, number>();
  const count = examples.length - (without < 0 ? 0 : 1);
  const having = new Map<number, number>();
  examples.forEach((example, at) => {
    if (at === without) return;
    addTo(sum, example, vocabulary, 1 / count);
    for (const place of example.at) {
      const id = vocabulary.ids[place] as number;
      having.set(id, (having.get(id) ?? 0) + 1);
    }
  });
  for (const [id, weight] of sum) {
    const apart = weight - OTHERS * (others.get(id) ?? 0);
    sum.set(id, having.get(id) === 1 ? LONE * apart : apart);
  }
  return new Map(heaviest(sum));
}

/** How the examples write each term, of several ways the most frequent. */
function namesOf(ids: readonly number[], examples: readonly TaggedText[]): string[] {
  const spelled = new Map(ids.map((id) => [id, new Map<string, number>()]));
  for (const { title = '', abstract = '', keywords = [] } of examples) {
    for (const text of [title, abstract, ...keywords]) {
      const words = contentWords(text);
      eachTerm(words, (id, at, count) => {
        const name = words.slice(at, at + count).join(' ');
        const known = spelled.get(id);
        known?.set(name, (known.get(name) ?? 0) + 1);
      });
    }
  }
  return ids.map((id) => {
    const ways = [...(spelled.get(id) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ways[0]?.[0] ?? '';
  });
}

/**
 * A topic of what `examples` have in common and `others` (papers the reader met, a few hundred will do) have not.
 * undefined where there are fewer than `FEWEST_EXAMPLES`, or where they have nothing in common.
 */
export function learnTopic(
  examples: readonly TaggedText[],
  others: readonly TaggedText[],
  vocabulary: Vocabulary,
): LearnedTopic | undefined {
  if (examples.length < FEWEST_EXAMPLES) return undefined;
  const good = examples.map((paper) => inputOf(paper, vocabulary));
  const rest = others.map((paper) => inputOf(paper, vocabulary));
  const mean = new Map<number, number>();
  for (const one of rest) addTo(mean, one, vocabulary, 1 / rest.length);
  const terms = centre(good, -1, mean, vocabulary);
  // what an example scores by the others alone is what an unseen paper of the topic would
  const unseen = good.map((one, at) => scoreOf(centre(good, at, mean, vocabulary), one, vocabulary));
  const middle = unseen.sort((a, b) => a - b)[Math.floor(unseen.length / 2)] as number;
  const scores = rest.map((one) => scoreOf(terms, one, vocabulary)).sort((a, b) => b - a);
  const common = scores[Math.floor(scores.length * OTHERS_PROPOSED)] ?? 0;
  const from = Math.max(ENOUGH * middle, common);
  if (from <= 0) return undefined;
  const names = namesOf([...terms.keys()], examples);
  return { terms: [...terms], names, from };
}

/** Proposes papers for a learned topic: their score 0…1, a half where the topic begins; undefined below. */
export function learnedTagger(
  topic: LearnedTopic,
  vocabulary: Vocabulary,
): (paper: TaggedText) => number | undefined {
  const terms = new Map(topic.terms);
  return (paper) => {
    const score = scoreOf(terms, inputOf(paper, vocabulary), vocabulary);
    return score < topic.from ? undefined : Math.round(1_000 * (1 - topic.from / (2 * score))) / 1_000;
  };
}

/** Why a paper scored as it did, in words that its reader knows. */
import type { Features } from './features.ts';
import type { Interest, Model, Phrase } from './model.ts';
import type { Row } from './text.ts';

export interface Reason {
  /** `bilevel optimization`, `author you saved twice: Ada Lovelace`, `topic: reasoning`, `unlike: survey`. */
  term: string;
  /** Its part in the score, in standard deviations of what was met; below 0 it speaks against. */
  weight: number;
}

interface Case {
  model: Model;
  interest: Interest;
  features: Features;
  row: Row;
  found: readonly { phrase: Phrase; hits: number }[];
  forced: ReadonlyMap<number, number>;
}

/** Smaller parts are no reasons. */
const LEAST = 0.1;

const times = (count: number): string =>
  count === 1 ? 'saved' : count === 2 ? 'saved twice' : `saved ${count} times`;

/** Words and pairs; a word whose pair is a reason too gives its part to the pair, unless it says much more alone. */
function wordReasons({ model, interest, row, forced }: Case): Reason[] {
  const parts: Reason[] = [];
  for (let k = 0; k < row.slots.length; k++) {
    const slot = row.slots[k] as number;
    const name = model.names[model.vocabulary.ids[slot] as number];
    if (name === undefined) continue;
    const own = forced.get(slot);
    const learned = ((interest.words[slot] as number) * (row.values[k] as number)) / interest.deviation;
    const weight = own === undefined ? learned : 3 * own;
    if (Math.abs(weight) >= LEAST / 3) parts.push({ term: name, weight });
  }
  const pairs = parts.filter((part) => part.term.includes(' ') && Math.abs(part.weight) >= LEAST);
  for (const part of parts) {
    if (part.term.includes(' ')) continue;
    const home = pairs.find(
      (pair) =>
        pair.weight * part.weight > 0 &&
        Math.abs(pair.weight) > Math.abs(part.weight) / 2 &&
        pair.term.split(' ').includes(part.term),
    );
    if (!home) continue;
    home.weight += part.weight;
    part.weight = 0;
  }
  return parts.filter((part) => Math.abs(part.weight) >= LEAST);
}

function labelReasons({ model, interest, features }: Case): Reason[] {
  const { topics, categories, authors } = interest.labels;
  const part = (weight: number | undefined): number => (weight ?? 0) / interest.deviation;
  return [
    ...features.topics.map((id) => ({ term: `topic: ${id}`, weight: part(topics[id]) })),
    ...features.categories.map((id) => ({ term: `category: ${id}`, weight: part(categories[id]) })),
    ...features.authors.map((key) => {
      const known = model.authors[key];
      const term = `author you ${times(known?.papers ?? 1)}: ${known?.name ?? key}`;
      return { term, weight: part(authors[key]) };
    }),
  ].filter((reason) => Math.abs(reason.weight) >= LEAST);
}

/** The strongest reasons, at most `most`, those in favour first; what speaks against reads "unlike: …". */
export function reasonsOf(one: Case, most: number): Reason[] {
  const watched = one.found.map(({ phrase, hits }) => ({
    term: `watch: ${phrase.text}`,
    weight: hits * one.model.phraseWeight,
  }));
  const all = [...watched, ...labelReasons(one), ...wordReasons(one)];
  all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.term < b.term ? -1 : 1));
  return all
    .slice(0, most)
    .sort((a, b) => b.weight - a.weight)
    .map(({ term, weight }) => ({
      term: weight < 0 ? `unlike: ${term}` : term,
      weight: Math.round(weight * 100) / 100,
    }));
}

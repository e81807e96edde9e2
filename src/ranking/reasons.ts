/** Why a paper scored as it did, in words that its reader knows. */
import type { Features, LabelGroup } from './features.ts';
import type { Interest, Phrase } from './model.ts';
import { type Name, type Prepared, partOf, type Room } from './prepared.ts';

export interface Reason {
  /** `bilevel optimization`, `author you saved twice: Ada Lovelace`, `topic: reasoning`, `unlike: survey`. */
  term: string;
  /** Its part in the score, in standard deviations of what was met; below 0 it speaks against. */
  weight: number;
}

export interface PhraseFound {
  phrase: Phrase;
  hits: number;
}

interface Case {
  of: Prepared;
  /** The subject that fits best, by its number. */
  subject: number;
  features: Features;
  /** Holds the paper's vector. */
  room: Room;
  found: readonly PhraseFound[];
}

/** Smaller parts are no reasons. */
const LEAST = 0.1;

const times = (count: number): string =>
  count === 1 ? 'saved' : count === 2 ? 'saved twice' : `saved ${count} times`;

interface Part extends Reason {
  name: Name;
}

/** Words and pairs; a word whose pair is a reason too gives its part to the pair, unless it says much more alone. */
function wordReasons({ of, subject, room }: Case, out: Reason[]): void {
  const { named, names, forced, subjects } = of;
  const { deviation } = subjects[subject] as Interest;
  const parts: Part[] = [];
  const pairs: Part[] = [];
  for (let k = 0; k < room.length; k++) {
    const slot = room.slots[k] as number;
    const at = named[slot] as number;
    if (at === -1) continue;
    const own = forced.size > 0 ? forced.get(slot) : undefined;
    const weight = own === undefined ? partOf(of, room, k, subject) / deviation : 3 * own;
    if (Math.abs(weight) < LEAST / 3) continue;
    const name = names[at] as Name;
    const part = { term: name.term, weight, name };
    parts.push(part);
    if (name.pair && Math.abs(weight) >= LEAST) pairs.push(part);
  }
  for (const part of parts) {
    if (part.name.pair || pairs.length === 0) continue;
    const home = pairs.find(
      (pair) =>
        pair.weight * part.weight > 0 &&
        Math.abs(pair.weight) > Math.abs(part.weight) / 2 &&
        pair.name.pair?.includes(part.term),
    );
    if (!home) continue;
    home.weight += part.weight;
    part.weight = 0;
  }
  for (const part of parts) if (Math.abs(part.weight) >= LEAST) out.push(part);
}

function labelReasons({ of, subject, features }: Case, out: Reason[]): void {
  const { deviation } = of.subjects[subject] as Interest;
  const told = (group: LabelGroup, term: (label: string) => string): void => {
    const { places, weights } = of.labels[group];
    if (places.size === 0) return;
    for (const label of features[group]) {
      const from = places.get(label);
      if (from === undefined) continue;
      const weight = (weights[from + subject] as number) / deviation;
      if (Math.abs(weight) >= LEAST) out.push({ term: term(label), weight });
    }
  };
  told('topics', (id) => `topic: ${id}`);
  told('categories', (id) => `category: ${id}`);
  told('authors', (key) => {
    const known = of.model.authors[key];
    return `author you ${times(known?.papers ?? 1)}: ${known?.name ?? key}`;
  });
}

/** The strongest reasons, at most `most`, those in favour first; what speaks against reads "unlike: …". */
export function reasonsOf(one: Case, most: number): Reason[] {
  const all: Reason[] = one.found.map(({ phrase, hits }) => ({
    term: `watch: ${phrase.text}`,
    weight: hits * one.of.model.phraseWeight,
  }));
  labelReasons(one, all);
  wordReasons(one, all);
  all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.term < b.term ? -1 : 1));
  return all
    .slice(0, most)
    .sort((a, b) => b.weight - a.weight)
    .map(({ term, weight }) => ({
      term: weight < 0 ? `unlike: ${term}` : term,
      weight: Math.round(weight * 100) / 100,
    }));
}

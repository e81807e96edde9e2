/** Papers related to one, of some that search found to be near it, and what they have in common in a reader's words. */
import { knownTerms } from '../core/known-terms.ts';
import type { Paper } from '../core/paper.ts';
import { contentWords, eachTerm } from '../core/terms.ts';
import { type Duplicate, mayBeOne } from './duplicates.ts';
import { authorKey, type Features, featuresOf } from './features.ts';
import { related, relatedIndex, telling } from './related.ts';
import type { Row, Usual } from './text.ts';

/** A paper, its topics as the reader corrected them. */
export type Shown = Pick<Paper, 'id' | 'title' | 'abstract' | 'authors' | 'categories' | 'topics'>;

export interface RelatedPaper {
  id: string;
  /** 0…1 for the words, and somewhat more for shared authors and topics. */
  score: number;
  /** Words of both that tell the most, as the one paper writes them, folded. */
  words: string[];
  /** Authors of both, as the one paper names them. */
  authors: string[];
  /** Ids of topics of both. */
  topics: string[];
}

const WORDS = 3;
const LISTED = 8;

/** The slots both rows have, those that add most to their likeness first. */
function sharedSlots(a: Row, b: Row): number[] {
  const values = new Map<number, number>();
  b.slots.forEach((slot, k) => void values.set(slot, b.values[k] as number));
  const found: [slot: number, worth: number][] = [];
  a.slots.forEach((slot, k) => {
    const other = values.get(slot);
    if (other !== undefined) found.push([slot, other * (a.values[k] as number)]);
  });
  return found.sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([slot]) => slot);
}

/** How a paper writes each of its terms: the first time. */
function spelledIn({ title, abstract = '' }: Shown): Map<number, string> {
  const out = new Map<number, string>();
  for (const part of [title, abstract]) {
    const words = contentWords(part);
    eachTerm(words, (id, at, count) => {
      if (!out.has(id)) out.set(id, words.slice(at, at + count).join(' '));
    });
  }
  return out;
}

/** The first few, without words that another one has in it. */
function telltale(names: readonly string[]): string[] {
  const out: string[] = [];
  for (const name of names) {
    const within = (longer: string, shorter: string) => ` ${longer} `.includes(` ${shorter} `);
    if (out.some((one) => within(one, name))) continue;
    const shorter = out.findIndex((one) => within(name, one));
    if (shorter >= 0) out[shorter] = name;
    else if (out.length < WORDS) out.push(name);
  }
  return [...new Set(out)];
}

/**
 * The papers of `others` related to `paper`, the nearest first.
 * @param usual of papers of any kind, a few hundred: how usual a word is.
 */
export function relatedPapers(
  paper: Shown,
  others: readonly Shown[],
  usual: Usual,
  most: number = LISTED,
): RelatedPaper[] {
  const features: Features[] = others.map((one) => featuresOf(one, knownTerms(one)));
  const own = featuresOf(paper, knownTerms(paper));
  const index = relatedIndex([...features, own], usual);
  const row = telling(index.slots.row(own.terms));
  const spelled = spelledIn(paper);
  const topics = new Set(own.topics);
  return related(index, own, most, features.length).map(({ at, score }) => {
    const other = features[at] as Features;
    const slots = sharedSlots(row, telling(index.slots.row(other.terms)));
    const names = slots.slice(0, 3 * WORDS).flatMap((slot) => {
      const name = spelled.get(index.vocabulary.ids[slot] as number);
      return name === undefined ? [] : [name];
    });
    const keys = new Set(other.authors);
    return {
      id: (others[at] as Shown).id,
      score,
      words: telltale(names),
      authors: paper.authors.filter((name) => keys.has(authorKey(name))),
      topics: other.topics.filter((topic) => topics.has(topic)),
    };
  });
}

export interface Likely extends Pick<Duplicate, 'likeness' | 'why'> {
  id: string;
}

/** The papers of `others` that may be the same work as `paper`, the likeliest first. */
export function likelySame(paper: Shown, others: readonly Shown[]): Likely[] {
  const known = (one: Shown) => ({
    id: one.id,
    title: one.title,
    authors: one.authors,
    terms: knownTerms(one),
  });
  const one = known(paper);
  return others
    .flatMap((other) => {
      const found = mayBeOne(one, known(other));
      return found ? [{ id: other.id, ...found }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}

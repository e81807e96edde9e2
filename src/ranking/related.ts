/**
 * Related papers: by the words that set a paper apart, by authors and by topics. An inverted index in typed arrays holds,
 * for each term, the papers among whose most telling terms it is; a look-up goes through the lists of one paper's terms.
 */
import type { Features } from './features.ts';
import { type Row, Slots, type Usual, type Vocabulary, vocabularyAmong, vocabularyOf } from './text.ts';

/** Terms kept of each paper: those that weigh most. More cost memory and find the same papers. */
const KEPT = 32;
/** What one shared author and one shared topic add to the likeness of the words (0…1), and how many count. */
const AUTHOR = { each: 0.12, most: 2 };
const TOPIC = { each: 0.03, most: 3 };
/** Less alike than this is not related. */
const LEAST = 0.12;

export interface RelatedIndex {
  slots: Slots;
  vocabulary: Vocabulary;
  /** Of each slot: where its list begins in `papers` and `values`; one more at the end. */
  starts: Uint32Array;
  papers: Uint32Array;
  values: Float32Array;
  authors: Map<string, number[]>;
  topics: readonly (readonly string[])[];
}

export interface Related {
  /** Place of the paper in the list the index was made of. */
  at: number;
  /** 0…1 for the words, and somewhat more for shared authors and topics. */
  score: number;
  authors: number;
  topics: number;
}

/** The heaviest terms of a row, unit length again. */
export function telling({ slots, values }: Row): Row {
  const keep = Math.min(KEPT, slots.length);
  const out: Row = { slots: new Int32Array(keep), values: new Float32Array(keep) };
  // sorted without a comparing function, which takes ten times as long; of those at the edge the first are taken
  const sorted = values.slice().sort();
  const least = sorted[slots.length - keep] as number;
  let atEdge = keep;
  for (let k = slots.length - keep; k < slots.length; k++) if ((sorted[k] as number) > least) atEdge--;
  let square = 0;
  for (let k = 0, to = 0; to < keep; k++) {
    const value = values[k] as number;
    if (value < least || (value === least && atEdge-- <= 0)) continue;
    out.slots[to] = slots[k] as number;
    out.values[to++] = value;
    square += value * value;
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let k = 0; k < keep; k++) (out.values[k] as number) *= scale;
  return out;
}

/**
 * An index of `papers`. 100,000 papers take about 30 MB.
 * @param usual of other papers: how usual each term is, where `papers` are chosen for being alike.
 */
export function relatedIndex(papers: readonly Features[], usual?: Usual): RelatedIndex {
  const terms = papers.map((one) => one.terms);
  const vocabulary = usual ? vocabularyAmong(usual, terms) : vocabularyOf(terms, []);
  const slots = new Slots(vocabulary);
  const rows = papers.map((one) => telling(slots.row(one.terms)));
  const starts = new Uint32Array(vocabulary.ids.length + 1);
  for (const row of rows) for (const slot of row.slots) (starts[slot + 1] as number)++;
  for (let slot = 0; slot < vocabulary.ids.length; slot++)
    (starts[slot + 1] as number) += starts[slot] as number;
  const fill = starts.slice();
  const total = starts[vocabulary.ids.length] as number;
  const at = new Uint32Array(total);
  const values = new Float32Array(total);
  rows.forEach((row, paper) => {
    row.slots.forEach((slot, k) => {
      const place = (fill[slot] as number)++;
      at[place] = paper;
      values[place] = row.values[k] as number;
    });
  });
  const authors = new Map<string, number[]>();
  papers.forEach((one, paper) => {
    for (const key of new Set(one.authors)) {
      const list = authors.get(key);
      if (list) list.push(paper);
      else authors.set(key, [paper]);
    }
  });
  return { slots, vocabulary, starts, papers: at, values, authors, topics: papers.map((one) => one.topics) };
}

/** The papers of the index most like one, best first. `except`: its own place in the index. */
export function related(index: RelatedIndex, paper: Features, most = 10, except = -1): Related[] {
  const row = telling(index.slots.row(paper.terms));
  const words = new Float32Array(index.topics.length);
  for (let k = 0; k < row.slots.length; k++) {
    const slot = row.slots[k] as number;
    const value = row.values[k] as number;
    const end = index.starts[slot + 1] as number;
    for (let place = index.starts[slot] as number; place < end; place++)
      (words[index.papers[place] as number] as number) += value * (index.values[place] as number);
  }
  const shared = new Map<number, number>();
  for (const key of new Set(paper.authors))
    for (const at of index.authors.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const own = new Set(paper.topics);
  const found: Related[] = [];
  for (let at = 0; at < words.length; at++) {
    const likeness = words[at] as number;
    if (at === except || (likeness < LEAST / 2 && !shared.has(at))) continue;
    const authors = shared.get(at) ?? 0;
    const topics = index.topics[at]?.filter((topic) => own.has(topic)).length ?? 0;
    const score =
      likeness + AUTHOR.each * Math.min(AUTHOR.most, authors) + TOPIC.each * Math.min(TOPIC.most, topics);
    if (score >= LEAST) found.push({ at, score, authors, topics });
  }
  return found.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, most);
}

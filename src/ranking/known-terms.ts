/** Terms of papers looked at lately: a page asks about the same papers after every step of its reader. */
import type { Paper, PaperId } from '../core/paper.ts';
import { type Terms, termsOf } from '../core/terms.ts';
import { type Features, featuresOf } from './features.ts';

/** Papers kept, some 600 bytes each. */
const KEPT = 4_000;

type Text = Pick<Paper, 'id' | 'title' | 'abstract'>;

interface Known extends Pick<Text, 'title' | 'abstract'> {
  terms: Terms;
  /** What `keys` were made of. */
  authors?: readonly string[];
  /** Folded names: folding them again takes longer than to score the paper. */
  keys?: readonly string[];
}

const alike = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  a.length === b?.length && a.every((one, at) => one === b[at]);

const known = new Map<PaperId, Known>();

/** The terms of a paper's text. A cache: the worker may vanish at any time. */
export function knownTerms({ id, title, abstract }: Text): Terms {
  const found = known.get(id);
  if (found?.title === title && found.abstract === abstract) return found.terms;
  const terms = termsOf(title, abstract);
  if (known.size >= KEPT) {
    // the oldest half: a long page must not push itself out
    for (const old of [...known.keys()].slice(0, KEPT / 2)) known.delete(old);
  }
  known.set(id, { title, ...(abstract === undefined ? {} : { abstract }), terms });
  return terms;
}

/** The features of a paper, as `featuresOf` makes them of known terms. */
export function knownFeatures(paper: Paper): Features {
  const terms = knownTerms(paper);
  const found = known.get(paper.id) as Known;
  if (found.keys && alike(paper.authors, found.authors))
    return { ...featuresOf({ ...paper, authors: [] }, terms), authors: found.keys };
  const features = featuresOf(paper, terms);
  found.authors = paper.authors;
  found.keys = features.authors;
  return features;
}

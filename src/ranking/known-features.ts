/** Features of papers looked at lately: a page asks about the same papers after every step of its reader. */
import { knownTerms } from '../core/known-terms.ts';
import type { Paper } from '../core/paper.ts';
import type { Terms } from '../core/terms.ts';
import { type Features, featuresOf } from './features.ts';

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** Folded names: folding them again takes longer than to score the paper. Kept as long as the paper's terms are. */
const known = new WeakMap<Terms, { authors: readonly string[]; keys: readonly string[] }>();

/** The features of a paper, as `featuresOf` makes them of known terms. */
export function knownFeatures(paper: Paper): Features {
  const terms = knownTerms(paper);
  const found = known.get(terms);
  if (found && alike(paper.authors, found.authors))
    return { ...featuresOf({ ...paper, authors: [] }, terms), authors: found.keys };
  const features = featuresOf(paper, terms);
  known.set(terms, { authors: paper.authors, keys: features.authors });
  return features;
}

/** What the ranker sees of a paper. Made once when the paper is written; no text is read again to train or to score. */
import type { Paper } from '../core/paper.ts';
import { type Terms, termsOf } from '../core/terms.ts';
import { fold } from '../core/text.ts';

/** Groups of plain labels, each weighed apart from the text. */
export const LABEL_GROUPS = ['topics', 'categories', 'authors'] as const;
export type LabelGroup = (typeof LABEL_GROUPS)[number];

export interface Features extends Record<LabelGroup, readonly string[]> {
  terms: Terms;
}

/** Folded name by which authors are compared: "Ada B. Lovelace" and "ada b lovelace" are one. */
export const authorKey = (name: string): string => fold(name);

/** Most authors taken: of a list of a thousand, those at the end say nothing of what the paper is about. */
const MOST_AUTHORS = 50;

/** Features of a paper. `terms`: those stored with it; computed from title and abstract where there are none. */
export function featuresOf(
  paper: Pick<Paper, 'title' | 'abstract' | 'authors' | 'categories'> & { topics?: Paper['topics'] },
  terms: Terms = termsOf(paper.title, paper.abstract),
): Features {
  return {
    terms,
    topics: (paper.topics ?? []).map((topic) => topic.id),
    categories: paper.categories,
    authors: paper.authors.slice(0, MOST_AUTHORS).map(authorKey),
  };
}

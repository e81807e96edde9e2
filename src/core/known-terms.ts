/**
 * Terms of papers looked at lately: the tagger and the ranker read the same texts, and a page asks about the same papers
 * after every step of its reader.
 */
import type { Paper, PaperId } from './paper.ts';
import { type Terms, termsOf } from './terms.ts';

/** Papers kept, some 600 bytes each beside their texts. */
const KEPT = 4_000;

type Text = Pick<Paper, 'id' | 'title'> & { abstract?: string | undefined };

interface Known extends Omit<Text, 'id'> {
  terms: Terms;
}

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
  known.set(id, { title, abstract, terms });
  return terms;
}

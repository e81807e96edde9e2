/** The terms of a watch rule as they are typed and pasted: pure text, no page. */
import type { WatchRule } from '../../core/rules.ts';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { fold, oneLine } from '../../core/text.ts';
import { list } from './format.ts';

/** The parts of a rule that hold terms, in the order the page shows them. */
export const KINDS = ['words', 'authors', 'categories', 'topics'] as const;
export type Kind = (typeof KINDS)[number];

/** What a field asks for that holds some terms already. */
export const ADD_ANOTHER: Record<Kind, MessageKey> = {
  words: 'optionsTermAnotherWord',
  authors: 'optionsTermAnotherAuthor',
  categories: 'optionsTermAnotherCategory',
  topics: 'optionsTermAnotherTopic',
};

export const quoted = (term: string): string => say('optionsQuoted', term);

const QUOTES = /^["'“”„«»‘’`]+|["'“”„«»‘’`]+$/g;

/** One term as it is kept: one line, without the quotation marks people put around phrases. */
export const tidy = (kind: Kind, text: string): string => {
  const term = oneLine(text).replace(QUOTES, '').trim();
  return kind === 'categories' ? category(term) : term;
};

/** `CS.cl` → `cs.CL`, `HEP-TH` → `hep-th`, `Math.*` → `math.*`: arXiv tells categories apart by case, people do not. */
function category(text: string): string {
  const match = /^([a-z-]+)(?:\.(\*|[a-z-]+))?$/i.exec(text);
  if (!match?.[1]) return text;
  const archive = match[1].toLowerCase();
  const part = match[2];
  if (!part) return archive;
  // two letters are upper case (cs.CL, math.AG), words lower (physics.optics, cond-mat.str-el)
  return `${archive}.${part.length === 2 ? part.toUpperCase() : part.toLowerCase()}`;
}

/**
 * The terms in what was typed or pasted: one a line, or separated by commas or semicolons. With semicolons, commas
 * belong to the names ("Lovelace, Ada; Hopper, Grace"). Empty ones are dropped.
 */
export function splitTerms(kind: Kind, text: string): string[] {
  const separator = kind === 'authors' && text.includes(';') ? /[;\r\n]+/ : /[,;\r\n]+/;
  return text
    .split(separator)
    .map((part) => tidy(kind, part))
    .filter((term) => term !== '');
}

/** What makes two terms the same to the matcher; terms it cannot read are compared as they stand. */
export function termKey(kind: Kind, term: string): string {
  if (kind === 'categories' || kind === 'topics') return term;
  const folded = fold(term);
  return `${folded === '' ? term : folded}${kind === 'words' && term.endsWith('*') ? '*' : ''}`;
}

export interface Added {
  terms: string[];
  /** Terms that were new, as kept. */
  added: string[];
  /** Terms that stood there already. */
  repeated: string[];
}

/** Appends `more` to `terms`, each once. */
export function addTerms(kind: Kind, terms: readonly string[], more: readonly string[]): Added {
  const known = new Set(terms.map((term) => termKey(kind, term)));
  const out: Added = { terms: [...terms], added: [], repeated: [] };
  for (const term of more) {
    const key = termKey(kind, term);
    if (known.has(key)) {
      out.repeated.push(term);
      continue;
    }
    known.add(key);
    out.terms.push(term);
    out.added.push(term);
  }
  return out;
}

/** A short name for a rule: its first terms. "New rule" where there are none. */
export function ruleName(rule: Pick<WatchRule, Kind>, label: (topic: string) => string = (id) => id): string {
  const terms = [...rule.words.map(quoted), ...rule.authors, ...rule.categories, ...rule.topics.map(label)];
  if (terms.length === 0) return say('optionsRuleNew');
  const rest = terms.length - 3;
  return rest > 0 ? sayMany('optionsRuleMore', rest, list(terms.slice(0, 3))) : list(terms);
}

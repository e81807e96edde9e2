/** What in a query names one paper: pasted addresses, DOIs, arXiv numbers, ids. */
import { arxivId, idOfDoi, idOfUrl } from './identity.ts';
import type { Token } from './query-tokens.ts';

/** A DOI as it is pasted: bare, or as references and pages print it. */
const PASTED_DOI = /^(?:doi:\s*|(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i;
/** Ids that are told by their kind, as papers are stored under them. */
const WITH_KIND = /^(?:openreview:[\w-]{6,}|acl:[a-z\d][\w.-]+|pmid:\d{1,9})$/i;

/** The id of a pasted address, DOI, arXiv number, or of what is an id already. */
export function paperNamed(word: string): string | undefined {
  const number = arxivId(word);
  if (number) return `arxiv:${number}`.toLowerCase();
  if (PASTED_DOI.test(word)) return idOfDoi(word);
  return (WITH_KIND.test(word) ? word : idOfUrl(word))?.toLowerCase();
}

/** The tokens, `DOI: 10.1145/…` as one: pages print a space there. */
export function withNames(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const kind = out.at(-1);
    const name = kind && /^(?:arxiv|doi|pmid):$/i.test(kind.text) && !token.not && kind.text + token.text;
    if (name && paperNamed(name)) out[out.length - 1] = { ...kind, to: token.to, value: name, text: name };
    else out.push(token);
  }
  return out;
}

/** What is told of a paper's names beside their displayed forms: which part is the family name. */
import type { Metadata, PaperId } from '../core/paper.ts';
import { cleanList } from './clean.ts';
import { isGroup } from './group-names.ts';

type Named = Pick<Metadata, 'id' | 'authors' | 'familyFirst'> & { aliases?: readonly PaperId[] };

/** `van der Berg AB Jr`: the form of PubMed's lists (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au). */
const PUBMED = /^(.*\p{Ll}.*) (\p{Lu}{1,4})(?: (Jr|Sr|I{2,3}|IV|2nd|3rd))?$/u;

function initialsLast(authors: readonly string[]): string[] {
  const out: string[] = [];
  for (const author of authors) {
    const [, family, initials = '', suffix] = PUBMED.exec(author) ?? [];
    if (family)
      out.push(
        [family, initials.replace(/(?<=.)(?=.)/gu, '. ').concat('.'), suffix].filter(Boolean).join(', '),
      );
    else if (!isGroup(author)) return []; // another site's list
  }
  return out;
}

/** The paper's `familyFirst`, and the same of names as PubMed lists them. */
export function toldNames({ id, aliases = [], authors, familyFirst }: Named): string[] {
  const told = cleanList(familyFirst);
  const known = id.startsWith('pmid:') || aliases.some((alias) => alias.startsWith('pmid:'));
  return known ? [...told, ...initialsLast(cleanList(authors))] : told;
}

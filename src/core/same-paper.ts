/** Whether two records may be one paper. */
import { kindOf } from './identity.ts';
import type { Entry, PaperId } from './paper.ts';
import { SERVER_DOI } from './preprint.ts';
import { familyName, fold } from './text.ts';

/** What may be the family name: PubMed writes it before initials, `Smith JB`, others write some so, `Jun XU`. */
function familiesOf(name: string): string[] {
  const [, family, last] =
    /^(?:.* )?(\S*\p{Ll}\S*) (\p{Lu}{1,3})(?: (?:Jr|Sr|I{2,3}|IV|2nd|3rd))?$/u.exec(name) ?? [];
  return family && last ? [fold(family), fold(last)] : [familyName(name)];
}

interface Known {
  id: PaperId;
  authors: Entry['authors'];
  aliases?: PaperId[];
}

/** DOIs of preprint servers are a kind of their own: that of a published version beside them is one paper's, as beside an arXiv id. */
function kindAmong(id: PaperId): string {
  const kind = kindOf(id);
  return kind === 'doi' && SERVER_DOI.test(id.slice('doi:'.length)) ? 'preprint' : kind;
}

/** Ids of which a paper has only one: two different ones are two papers, whatever their titles say. */
const UNIQUE = new Set(['arxiv', 'acl', 'pmid', 'openreview', 'doi', 'preprint']);

/**
 * Whether two records that share a title key may be one paper: no conflicting ids of one kind, and the same first
 * author where both show authors. Equal titles alone never join "Part I" and "Part II": the key holds the whole title.
 */
export function mayBeSame(a: Known, b: Known): boolean {
  const other = new Map<string, Set<string>>();
  for (const id of [b.id, ...(b.aliases ?? [])]) {
    const kind = kindAmong(id);
    other.set(kind, (other.get(kind) ?? new Set()).add(id));
  }
  const conflicts = new Set<string>();
  const shared = new Set<string>();
  for (const id of [a.id, ...(a.aliases ?? [])]) {
    const kind = kindAmong(id);
    const theirs = UNIQUE.has(kind) ? other.get(kind) : undefined;
    if (theirs) (theirs.has(id) ? shared : conflicts).add(kind);
  }
  // a preprint may carry two DOIs: one in common is enough
  for (const kind of conflicts) if (!shared.has(kind)) return false;
  const mine = a.authors[0];
  const theirs = b.authors[0];
  return !mine || !theirs || familiesOf(mine).some((family) => familiesOf(theirs).includes(family));
}

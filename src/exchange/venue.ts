/** What kind of publication a paper is, from what listings show: a preprint unless something says otherwise. */
import { doi as findDoi } from '../core/identity.ts';
import type { Metadata } from '../core/paper.ts';
import { namesServer, SERVER_DOI } from '../core/preprint.ts';
import { arxivOf } from './arxiv.ts';
import { cleanLine } from './clean.ts';
import { type IssuedKind, issuedIn, schoolIn } from './issued.ts';
import { plainText } from './latex-read.ts';
import { parsePlace } from './place.ts';
import type { PlaceParts } from './reference.ts';
import {
  looksLikeConference,
  namesConference,
  namesJournal,
  namesVenue,
  refersToConference,
} from './venue-names.ts';

export type Kind = 'preprint' | 'conference' | 'journal' | IssuedKind | 'other';

export interface Publication {
  kind: Kind;
  /** Proceedings or journal as displayed; of a thesis the school, of a report who gave it out. */
  container?: string;
  /** Of a thesis or report: "PhD thesis", as it is called. */
  genre?: string;
  /** DOI of the published version. */
  doi?: string;
  /** Where in a journal or in proceedings, as the reference says. */
  reference?: PlaceParts;
}

/** The DOI of the published version, checked; the ones arXiv and other servers give out are no publication. */
function publishedDoi(paper: Metadata): string | undefined {
  const source =
    typeof paper.doi === 'string' ? paper.doi : paper.id.startsWith('doi:') ? paper.id.slice(4) : '';
  // a field that is a DOI is taken whole: old ones hold "<", ";" and "#", where a search in text would stop
  const found = /^10\.\d{4,9}\/[^\s{}\\]+$/.test(source) ? source.toLowerCase() : findDoi(source);
  return found && !found.startsWith('10.48550/') ? found : undefined;
}

/** One clean line; braces alone are grouping, and no text. */
function told(text: string | undefined): string {
  const line = cleanLine(text);
  return line.includes('{') && plainText(line).trim() === '' ? '' : line;
}

/** Papers of the ACL Anthology that stand in its two journals, TACL and Computational Linguistics. */
const ACL_JOURNAL = /^acl:(?:[JQ]\d\d-|\d{4}\.(?:cl|tacl)-)/;

/** The kind of a venue whose name alone says nothing; most names without a word for conferences are journals'. */
function kindOfNamed(paper: Metadata, named: string, found: string | undefined): 'conference' | 'journal' {
  if (paper.id.startsWith('acl:')) return ACL_JOURNAL.test(paper.id) ? 'journal' : 'conference';
  if (namesJournal(named) || paper.id.startsWith('pmid:')) return 'journal';
  if (looksLikeConference(named)) return 'conference';
  if (found && !SERVER_DOI.test(found)) return 'journal';
  // of all journals one is on OpenReview, TMLR
  return paper.id.startsWith('openreview:') ? 'conference' : 'journal';
}

/** What a reference says of where a paper appeared, under the name of its venue where that is known. */
function placeOf(reference: string, named: string): Publication {
  const place = parsePlace(reference, named);
  const { name, within, ...parts } = place ?? {};
  // pages without a volume are those of a book, where nothing else says what it is
  const inBook = within && (reference.startsWith('In: ') || !namesJournal(named || reference));
  const kind = refersToConference(reference) || inBook ? 'conference' : 'journal';
  return { kind, container: named || (name ?? reference), ...(place ? { reference: parts } : {}) };
}

/** What a reference says of the place in proceedings; undefined where it may be that of another publication. */
function placeWithin(reference: string, named: string): PlaceParts | undefined {
  const { name, within, ...parts } = parsePlace(reference, named) ?? {};
  if (name === undefined) return undefined;
  return within || name === named || refersToConference(reference) ? parts : undefined;
}

/** The kind of a paper, where it appeared, and its DOI. */
export function publicationOf(paper: Metadata): Publication {
  const venue = told(paper.venue);
  const reference = told(paper.journalRef);
  const found = publishedDoi(paper);
  const own = found ? { doi: found } : {};
  const named = namesVenue(venue) ? venue : '';
  if (named !== '' && namesConference(named)) {
    const place = placeWithin(reference, named);
    return { kind: 'conference', container: named, ...own, ...(place ? { reference: place } : {}) };
  }
  const issued = issuedIn(named || reference) ?? (reference === '' ? schoolIn(named) : undefined);
  if (issued) return { ...issued, ...own };
  if (reference !== '') return { ...placeOf(reference, named), ...own };
  if (named !== '') return { kind: kindOfNamed(paper, named, found), container: named, ...own };
  const preprint =
    arxivOf(paper.id) !== undefined || paper.id.startsWith('openreview:') || namesServer(venue);
  return { kind: preprint || (found && SERVER_DOI.test(found)) ? 'preprint' : 'other', ...own };
}

/** What kind of publication a paper is, from what listings show: a preprint unless something says otherwise. */
import { doi as findDoi } from '../core/identity.ts';
import type { Metadata } from '../core/paper.ts';
import { NOT_YET, SERVER_DOI, SERVERS } from '../core/preprint.ts';
import { arxivOf } from './arxiv.ts';
import { cleanLine } from './clean.ts';
import { plainText } from './latex-read.ts';
import { parseProceedings, parseReference, type Reference } from './reference.ts';

export type Kind = 'preprint' | 'conference' | 'journal' | 'other';

export interface Publication {
  kind: Kind;
  /** Proceedings or journal as displayed. */
  container?: string;
  /** DOI of the published version. */
  doi?: string;
  /** Where in a journal or in proceedings, as the reference says. */
  reference?: Partial<Omit<Reference, 'journal'>>;
}

const CONFERENCE =
  /\b(?:proceedings|proc\.|conference|conf\.|workshop|symposium|findings of|annual meeting|congress|NeurIPS|NIPS|ICML|ICLR|COLM|AAAI|IJCAI|ECAI|AISTATS|UAI|COLT|CoRL|CVPR|ICCV|ECCV|WACV|BMVC|ACCV|3DV|MICCAI|ISBI|ACL|EMNLP|NAACL|EACL|AACL|COLING|CoNLL|LREC|INTERSPEECH|ICASSP|ISMIR|KDD|SIGIR|WWW|WSDM|CIKM|RecSys|ECIR|SIGMOD|VLDB|ICDE|CHI|UIST|CSCW|SIGGRAPH|ICRA|IROS|RSS|OSDI|SOSP|NSDI|SIGCOMM|ASPLOS|ISCA|MLSys|ICSE|FSE|ASE|PLDI|POPL|USENIX|CCS|NDSS|CRYPTO|EUROCRYPT|STOC|FOCS|SODA|LICS|FAccT|AIES|TREC|SemEval|ICANN|IJCNN|ICPR|ICIP|ECML|PKDD|ALT|ACML|LoG|CHIL|MLHC|CogSci)\b/;
const JOURNAL =
  /\b(?:journal|j\.|transactions|trans\.|letters|lett\.|review|rev\.|annals|magazine|bulletin|archives?|quarterly|nature|science|cell|lancet|plos|elife|pnas|acta|tmlr|jmlr|tacl|tpami|ijcv|neural networks|neural computation|neurocomputing|pattern recognition|artificial intelligence|information fusion|ieee access|scientific reports|frontiers|sensors|patterns|iscience|phys\.|physics)\b/i;

const conference = (text: string): boolean => CONFERENCE.test(text) || /\bproc(?:eedings)?\b/i.test(text);

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

/** The kind of a paper, where it appeared, and its DOI. */
export function publicationOf(paper: Metadata): Publication {
  const venue = told(paper.venue);
  const reference = told(paper.journalRef);
  const found = publishedDoi(paper);
  const own = found ? { doi: found } : {};
  const named = venue !== '' && !SERVERS.test(venue) && !NOT_YET.test(venue) ? venue : '';
  if (named !== '' && conference(named) && !/^(?:journal|transactions)\b/i.test(named)) {
    const pages = parseProceedings(reference)?.pages;
    return { kind: 'conference', container: named, ...own, ...(pages ? { reference: { pages } } : {}) };
  }
  if (reference !== '') {
    const kind = conference(reference) && !JOURNAL.test(reference) ? 'conference' : 'journal';
    const within = kind === 'conference' ? parseProceedings(reference) : undefined;
    if (within) return { kind, container: named || within.name, ...own, reference: { pages: within.pages } };
    const parsed = kind === 'journal' ? parseReference(reference) : undefined;
    if (!parsed) return { kind, container: named || reference, ...own };
    const { journal, ...rest } = parsed;
    return { kind, container: named || journal, ...own, reference: rest };
  }
  if (named !== '') {
    const inJournal =
      JOURNAL.test(named) || paper.id.startsWith('pmid:') || (found && !SERVER_DOI.test(found));
    if (paper.id.startsWith('acl:')) return { kind: 'conference', container: named, ...own };
    if (inJournal) return { kind: 'journal', container: named, ...own };
  }
  const preprint =
    arxivOf(paper.id) !== undefined || paper.id.startsWith('openreview:') || SERVERS.test(venue);
  return { kind: preprint || (found && SERVER_DOI.test(found)) ? 'preprint' : 'other', ...own };
}

/**
 * Names of venues, as sites and files write them: acronyms ("NeurIPS 2025", DBLP's "ACL (1)"), the long names that Semantic
 * Scholar and .bib files use, journals, and what stands in the place of a venue and is none. Words are the same in any
 * case; acronyms are not: "CHI" is a conference, "chi" a letter.
 */
import { NOT_YET, namesServer } from '../core/preprint.ts';

/** Words that only proceedings have in their names; "Signal Proc. Lett." are letters on processing. */
const WORDS =
  /\b(?:proceedings|proc(?!\.?\s+(?:lett|mag))|conf|conferences?|workshops?|symp|symposi(?:um|a)|colloqui(?:um|a)|summit|findings of|annual meeting|meeting (?:of|on)|congress|lecture notes in|LNCS|LNAI)(?!\w)/i;

// biome-ignore format: a list of names, by field
const ACRONYMS = [
  'NeurIPS|NIPS|ICML|ICLR|COLM|AAAI|IJCAI|ECAI|AISTATS|UAI|COLT|CoRL|CORL|ACML|ALT|LoG|ECML|PKDD|PMLR|ICANN|IJCNN|MLSys|MLHC|CHIL|AAMAS|GECCO',
  'CVPR|ICCV|ECCV|WACV|BMVC|ACCV|3DV|ICPR|ICIP|MICCAI|ISBI|SIGGRAPH',
  'ACL|EMNLP|NAACL|EACL|AACL|IJCNLP|COLING|CoNLL|LREC|SemEval|WMT|IWSLT|INLG|SIGDIAL|TREC|CogSci',
  'INTERSPEECH|Interspeech|ICASSP|ISMIR|ASRU|EUSIPCO',
  'KDD|SIGKDD|SIGIR|WWW|TheWebConf|WSDM|CIKM|RecSys|ECIR|ICTIR|ICDM|SDM|PAKDD|SIGMOD|PODS|VLDB|ICDE|EDBT|ISWC|ESWC',
  'CHI|UIST|CSCW|IUI|HRI|FAccT|AIES|ICRA|IROS|RSS',
  'OSDI|SOSP|NSDI|SIGCOMM|INFOCOM|EuroSys|ASPLOS|ISCA|HPCA|DAC|ICCAD|ICSE|FSE|ASE|ISSTA|PLDI|POPL|OOPSLA|CAV|TACAS',
  'USENIX|CCS|NDSS|CRYPTO|EUROCRYPT|ASIACRYPT|STOC|FOCS|SODA|LICS|ICALP|ISIT',
].join('|');
/** "CVPRW" are its workshops. */
const ACRONYM = new RegExp(`(?<![\\p{L}\\d])(?:${ACRONYMS})W?(?!\\p{L})`, 'u');

/** Conferences that are called by their subject alone, which would make journals of some of them. */
const LONG = new RegExp(
  [
    'neural information processing systems',
    'uncertainty in artificial intelligence',
    'artificial intelligence and statistics',
    '(?:computational|algorithmic) learning theory',
    'computer vision and pattern recognition',
    'medical image computing and computer[- ]assisted intervention',
    '^association for computational linguistics',
    'chapter of the association for computational linguistics',
    'empirical methods in natural language processing',
    'knowledge discovery (?:and data mining|in databases)',
    'web search and data mining',
    'advances in information retrieval',
    'very large data ?bases',
    '^acm multimedia$',
    'human factors in computing systems',
    'user interface software and technology',
    'fairness, accountability,? and transparency',
    'robotics:? science and systems',
    'operating systems design and implementation',
    'networked systems design and implementation',
    'programming language design and implementation',
    'principles of programming languages',
    'computer and communications security',
    'network and distributed system security',
    'advances in cryptology',
  ].join('|'),
  'i',
);

const JOURNAL =
  /\b(?:journal|j\.|transactions|trans\.|letters|lett\.|review|rev\.|annals|magazine|bulletin|archives?|quarterly|nature|science|cell|lancet|plos|elife|pnas|acta|tmlr|jmlr|tacl|tpami|ijcv|neural networks|neural computation|neurocomputing|pattern recognition|artificial intelligence|information fusion|ieee access|scientific reports|frontiers|sensors|patterns|iscience|phys\.|physics)(?!\w)/i;

/** A journal that tells of conferences, or has one in its name, is one before anything else: "IEEE Transactions on … (Proc. CHI)". */
const PERIODICAL =
  /\b(?:journal|transactions|trans\.|j\.|letters|lett\.|magazine|bulletin|review|annals)(?!\w)/i;

/** Journals that are called proceedings, or by a conference's acronym. */
const CALLED_PROCEEDINGS =
  /\bproc(?:eedings|\.)? (?:of )?(?:the )?(?:nat(?:ional|\.|l\.?|['’]l\.?) acad|IEEE\s*(?:$|[,\d(])|ACM (?:on|program|hum|interact|meas|softw|manag)|VLDB endow|royal soc|r(?:oy)?\. soc|(?:american|london|edinburgh) math)|\bVLDB (?:J\.|Journal)|\b(?:SIGMOD Rec|SIGIR Forum|Computer Communication Review|Comput\. Commun\. Rev)/i;

/** "Proceedings of the IEEE" is a journal, "Proceedings of the IEEE Conference on …" is not. */
const isJournalOfProceedings = (text: string): boolean =>
  CALLED_PROCEEDINGS.test(text) && !/\b(?:conf|conferences?|workshops?|symp|symposium)\b/i.test(text);

/** Whether a name is that of proceedings. */
export function namesConference(text: string): boolean {
  const name = text.replaceAll('&', 'and');
  if (isJournalOfProceedings(name)) return false;
  if (LONG.test(name) && !PERIODICAL.test(name)) return true;
  const at = [name.search(WORDS), name.search(ACRONYM)].filter((found) => found >= 0);
  if (at.length === 0) return false;
  const periodical = name.search(PERIODICAL);
  return periodical < 0 || Math.min(...at) < periodical;
}

/** Whether a name is that of a journal. */
export const namesJournal = (text: string): boolean => JOURNAL.test(text) || isJournalOfProceedings(text);

/** Whether a reference, which holds more words than a name, is one to proceedings. */
export const refersToConference = (text: string): boolean =>
  namesConference(text) &&
  (!JOURNAL.test(text) || /^(?:in:?\s+)?proc/i.test(text) || LONG.test(text.replaceAll('&', 'and')));

/** A name with a year at its end, or a kind of talk, is a conference's: journals are called the same every year. */
export const looksLikeConference = (text: string): boolean =>
  /^[^\d(]+\s(?:19|20)\d\d(?!.*\d)|['’]\d\d$|\b(?:oral|poster|spotlight)s?\b/i.test(text);

/** Where papers lie and are read, not where they appeared. */
const SITES =
  /^(?:hugging ?face(?: (?:daily )?papers)?|papers ?with ?code|alphaxiv|semantic scholar|google scholar|scirate|dblp|github|gitlab|kaggle|zenodo|figshare|osf|researchgate|youtube|medium)$/i;
const ADDRESS = /^(?:https?:|www\.)|^(?:[a-z\d-]+\.)+[a-z]{2,}$/;
const STANDING = /^(?:decision pending|in preparation|unpublished|work in progress|manuscript$)/i;

/** Whether a name says where a paper appeared, and not only where it lies or how its submission stands. */
export const namesVenue = (text: string): boolean =>
  text !== '' &&
  !namesServer(text) &&
  !NOT_YET.test(text) &&
  !SITES.test(text) &&
  !ADDRESS.test(text) &&
  !STANDING.test(text);

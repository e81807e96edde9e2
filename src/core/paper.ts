/**
 * What is known of papers: an entry (one paper's place on a listing) and a paper (merged from every entry of it).
 * Both are plain JSON: they cross process borders as messages and are stored as they are.
 */

/** Canonical id of a paper: `arxiv:2403.06504`, `doi:10.1145/…`, `openreview:…`, `acl:…`, `pmid:…` or `title:…`. */
export type PaperId = string;

export type EntryType = 'new' | 'cross' | 'replaced';

export interface PaperLinks {
  /** The page a reader would open for this paper. */
  page: string;
  pdf?: string;
  html?: string;
  /** Repositories and other code, found on the card or in the abstract. */
  code: string[];
  /** Project pages, demos, data. */
  project: string[];
}

/** Observed metadata of one work, as any listing may show it. */
export interface Metadata {
  id: PaperId;
  title: string;
  /** Displayed names in order, "First Last". Empty where the listing shows none. */
  authors: string[];
  /** The listing cut the list of authors ("et al."). */
  authorsCut?: boolean;
  /** Who edited the proceedings or book it stands in, as displayed. */
  editors?: string[];
  /**
   * Of authors and editors of whom a file told which part is the family name, where their displayed name does not:
   * `García Márquez, Gabriel`; `Last, First, Jr`; a name that is not to be taken apart ends in a comma. Apart from the
   * displayed names, so that what is shown, searched and compared stays as every listing has it, and so that merging is
   * a union.
   */
  familyFirst?: string[];
  abstract?: string;
  /** First submission or publication, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  published?: string;
  /** Conference or journal as displayed. */
  venue?: string;
  /** DOI of the published version, lower case, without resolver. */
  doi?: string;
  /** Free text such as "12 pages, 4 figures, accepted at ACL". */
  comment?: string;
  journalRef?: string;
  /** arXiv categories, primary first. */
  categories: string[];
  /** Keywords the site itself shows. */
  keywords?: string[];
  upvotes?: number;
  links: PaperLinks;
}

/** One paper's place on a listing. */
export interface Entry extends Metadata {
  /** Id of the site it was read from. */
  site: string;
  /** Other ids of the same paper that the entry shows. */
  aliases?: PaperId[];
  entryType?: EntryType;
  /** 1…n on this page. */
  position: number;
}

export interface TopicScore {
  id: string;
  /** 0…1, best first in lists. */
  score: number;
}

/** When and where a paper was first or last met. */
export interface Meeting {
  /** ISO time. */
  at: string;
  site: string;
}

/** How often a paper was met: kept in the paper so that a page needs no second look-up. */
export interface Seen {
  /** Number of sightings. */
  count: number;
  first: Meeting;
  last: Meeting;
  /** site → ISO time of the last meeting there. */
  bySite: Record<string, string>;
}

/** A stored paper: what every entry of it told, and what was computed from its text. */
export interface Paper extends Metadata {
  /** Every other id it is known by. */
  aliases: PaperId[];
  /** ISO time at which `upvotes` was read. */
  upvotesAt?: string;
  /** ISO time at which `comment` was read. */
  commentAt?: string;
  topics: TopicScore[];
  /** Version of the tagger that assigned `topics`; 0: not tagged yet. */
  topicsVersion: number;
  seen: Seen;
}

/** One meeting with a paper; the record of the `sightings` store. */
export interface Sighting {
  id: PaperId;
  site: string;
  /** ISO time the paper was first met in this sitting. */
  at: string;
  /** Listing it was met on. */
  url: string;
  entryType?: EntryType;
  position?: number;
  upvotes?: number;
}

/** Lengths at which hostile or broken input is cut, in UTF-16 code units (arXiv's longest abstract is about 4,000). */
export const LIMITS = {
  title: 1_000,
  author: 200,
  authors: 5_000,
  abstract: 20_000,
  short: 500,
  url: 2_000,
  list: 200,
  note: 200_000,
  tag: 100,
} as const;

/**
 * Whom Manicule may ask for what listings leave out, once the reader switched that on: what each source tells, what is
 * sent to it, how fast and how many papers at a time. Paces and batches follow what each source asks of its users:
 * arXiv: one request in three seconds, one connection (https://info.arxiv.org/help/api/tou.html); OpenAlex: 100 values a
 * filter (https://developers.openalex.org); Crossref: lists sparingly (https://api.crossref.org); Semantic Scholar: a
 * shared pool without a key, 500 ids a batch (https://api.semanticscholar.org/api-docs/graph); DBLP: a second or two
 * between requests (https://dblp.org/faq/13501473.html).
 */
import { say } from './say.ts';

export type SourceId =
  | 'arxiv'
  | 'openreview'
  | 'crossref'
  | 'openalex'
  | 'semanticscholar'
  | 'dblp'
  | 'huggingface';

export interface Source {
  id: SourceId;
  name: string;
  /** Match pattern of the one host that is asked. */
  origin: string;
  /** What it is asked for, in the reader's words. */
  tells: string;
  /** What of a paper is sent to it. */
  sends: string;
  /** Least time between two requests, in ms. */
  pace: number;
  /** Most papers in one request. */
  batch: number;
}

/** Every source, in the order in which they are shown. */
export const SOURCES: readonly Source[] = [
  {
    id: 'arxiv',
    name: 'arXiv',
    origin: 'https://export.arxiv.org/*',
    get tells() {
      return say('sourceArxivTells');
    },
    get sends() {
      return say('sourceSendsArxiv');
    },
    pace: 3_100,
    batch: 100,
  },
  {
    id: 'huggingface',
    name: 'Hugging Face',
    origin: 'https://huggingface.co/*',
    get tells() {
      return say('sourceHuggingfaceTells');
    },
    get sends() {
      return say('sourceSendsArxiv');
    },
    pace: 1_000,
    batch: 1,
  },
  {
    id: 'openreview',
    name: 'OpenReview',
    origin: 'https://api2.openreview.net/*',
    get tells() {
      return say('sourceOpenreviewTells');
    },
    get sends() {
      return say('sourceSendsOpenreview');
    },
    pace: 1_500,
    batch: 1,
  },
  {
    id: 'crossref',
    name: 'Crossref',
    origin: 'https://api.crossref.org/*',
    get tells() {
      return say('sourceCrossrefTells');
    },
    get sends() {
      return say('sourceSendsCrossref');
    },
    pace: 1_500,
    batch: 20,
  },
  {
    id: 'openalex',
    name: 'OpenAlex',
    origin: 'https://api.openalex.org/*',
    get tells() {
      return say('sourceOpenalexTells');
    },
    get sends() {
      return say('sourceSendsOpenalex');
    },
    pace: 1_000,
    batch: 50,
  },
  {
    id: 'semanticscholar',
    name: 'Semantic Scholar',
    origin: 'https://api.semanticscholar.org/*',
    get tells() {
      return say('sourceSemanticscholarTells');
    },
    get sends() {
      return say('sourceSendsSemanticscholar');
    },
    pace: 3_000,
    batch: 100,
  },
  {
    id: 'dblp',
    name: 'DBLP',
    origin: 'https://dblp.org/*',
    get tells() {
      return say('sourceDblpTells');
    },
    get sends() {
      return say('sourceSendsTitles');
    },
    pace: 2_000,
    batch: 1,
  },
];

/** The source with this id. */
export const sourceOf = (id: SourceId): Source => SOURCES.find((one) => one.id === id) as Source;

/** Match patterns of all sources, in that order. */
export const SOURCE_ORIGINS: readonly string[] = SOURCES.map(({ origin }) => origin);

/** Sources that may be asked from install on, since pages of the same hosts are read. */
export const FROM_INSTALL: readonly SourceId[] = ['arxiv', 'huggingface'];

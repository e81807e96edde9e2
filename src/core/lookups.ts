/** What a stored paper lacks, whom to ask about it, and in what order. Pure: queue, cache and network are elsewhere. */
import { idOfDoi, kindOf } from './identity.ts';
import type { Paper, PaperId } from './paper.ts';
import { isPublishedDoi, isPublishedVenue } from './preprint.ts';
import type { SourceId } from './sources.ts';
import { fold } from './text.ts';

export type Lack = 'abstract' | 'authors' | 'published' | 'code';

/** One thing to ask one source: the same question is the same paper's, whatever its canonical id becomes. */
export interface Question {
  source: SourceId;
  /** The id it is asked by; a title key where the source is searched by title. */
  by: PaperId;
}

/** 'text': what a page needs to show (abstract, authors). 'all': what a library needs. */
export type Depth = 'text' | 'all';

/** How an answer is kept: 'failed' is no answer, only the time before which the question is not put again. */
export interface Answer {
  /** Of `keyOf`. */
  key: string;
  state: 'found' | 'absent' | 'failed';
  /** What it told. A paper that lacks it all the same was swept and met anew: the answer does not count. */
  told: Lack[];
  /** ISO times: when it came, when it is forgotten. */
  at: string;
  until: string;
  /** How often it failed in a row. */
  tries?: number;
}

export const keyOf = ({ source, by }: Question): string => `${source} ${by}`;

const cut = (text: string): boolean => /(?:…|\.\.\.)$/.test(text);

/** Whether it is known where the paper was published. */
const isPublished = (paper: Paper): boolean =>
  isPublishedVenue(paper.venue) || paper.journalRef !== undefined;

/** What `paper` lacks. */
export function lacksOf(paper: Paper): Lack[] {
  const lacks: Lack[] = [];
  if (!paper.abstract || cut(paper.abstract)) lacks.push('abstract');
  if (paper.authors.length === 0 || paper.authorsCut) lacks.push('authors');
  if (!isPublished(paper)) lacks.push('published');
  const arxiv = [paper.id, ...paper.aliases].some((id) => kindOf(id) === 'arxiv');
  if (arxiv && paper.links.code.length === 0) lacks.push('code');
  return lacks;
}

const TEXT: readonly Lack[] = ['abstract', 'authors'];

/** Titles shorter than this are too common to be searched for. */
const TELLING = 24;

/** Whether a source may be searched by the paper's title: it is long enough to stand for one paper, and names an author. */
const isSearchable = (paper: Paper): boolean =>
  paper.authors.length > 0 && fold(paper.title).length >= TELLING;

interface Ask extends Question {
  tells: readonly Lack[];
}

/** Every question that may be asked about `paper`, the most telling and most welcome first. */
function asks(paper: Paper): Ask[] {
  const ids = [paper.id, ...paper.aliases];
  const of = (kind: string) => ids.find((id) => kindOf(id) === kind);
  const arxiv = of('arxiv');
  const openreview = of('openreview');
  const published = isPublishedDoi(paper.doi) ? idOfDoi(paper.doi) : undefined;
  const doi = published ?? of('doi');
  const strong = arxiv ?? doi ?? of('acl') ?? of('pmid');
  const out: Ask[] = [];
  if (arxiv) out.push({ source: 'arxiv', by: arxiv, tells: ['abstract', 'authors', 'published'] });
  if (openreview)
    out.push({ source: 'openreview', by: openreview, tells: ['abstract', 'authors', 'published'] });
  if (doi) {
    out.push({ source: 'openalex', by: doi, tells: ['abstract', 'authors', 'published'] });
    out.push({ source: 'crossref', by: doi, tells: ['abstract', 'authors', 'published'] });
  }
  if (strong)
    out.push({ source: 'semanticscholar', by: strong, tells: ['abstract', 'authors', 'published'] });
  if (isSearchable(paper)) {
    const by = ids.find((id) => kindOf(id) === 'title' && id.includes('|'));
    if (by) {
      out.push({ source: 'dblp', by, tells: strong ? ['published'] : [...TEXT, 'published'] });
      out.push({ source: 'crossref', by, tells: strong ? ['published'] : [...TEXT, 'published'] });
    }
  }
  if (arxiv) out.push({ source: 'huggingface', by: arxiv, tells: ['code', 'abstract'] });
  return out;
}

/** The questions worth asking about `paper`, best first. */
export function questionsFor(paper: Paper, depth: Depth): Question[] {
  const lacks = lacksOf(paper).filter((lack) => depth === 'all' || TEXT.includes(lack));
  return asks(paper)
    .filter(({ tells }) => tells.some((lack) => lacks.includes(lack)))
    .map(({ source, by }) => ({ source, by }));
}

/** Whether `answer` still answers for a paper that lacks `lacks`. */
export function counts(answer: Answer | undefined, lacks: readonly Lack[], now: string): boolean {
  if (!answer || answer.until <= now) return false;
  return answer.state !== 'found' || !answer.told.some((lack) => lacks.includes(lack));
}

/** The first question about `paper` that has no answer yet and whose source may be asked; undefined: there is none. */
export function nextQuestion(
  paper: Paper,
  depth: Depth,
  answers: ReadonlyMap<string, Answer>,
  allowed: ReadonlySet<SourceId>,
  now: string,
): Question | undefined {
  const lacks = lacksOf(paper);
  return questionsFor(paper, depth).find(
    (question) => allowed.has(question.source) && !counts(answers.get(keyOf(question)), lacks, now),
  );
}

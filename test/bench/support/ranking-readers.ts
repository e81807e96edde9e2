/** Simulated readers: what each saved, what passed by unsaved, and a listing of papers they have not met. */

import { readTopicModel } from '../../../scripts/lib/topic-model.ts';
import { hashOf } from '../../../src/core/terms.ts';
import { type Features, featuresOf } from '../../../src/ranking/index.ts';
import { type TopicModel, tag } from '../../../src/topics/index.ts';
import { inputOf } from '../../../src/topics/input.ts';
import { type Sparse, TfIdf } from './ranking-baselines.ts';
import { CATEGORY_INTERESTS, type Interest, KEYWORD_INTERESTS } from './ranking-interests.ts';
import { draw, random } from './ranking-measures.ts';
import { ARXIV_CUT, type BenchPaper, isTestPaper, readPapers } from './ranking-papers.ts';

/** A paper as every method gets it. */
export interface Ready {
  paper: BenchPaper;
  text: string;
  features: Features;
  /** For the baselines. */
  row: Sparse;
  /** The same by the topic model's vectors of its terms: their weighted sum, of unit length. */
  place: Float32Array;
}

export interface BenchSet {
  name: 'conferences' | 'arxiv';
  /** The extension's own, which has met no paper of `unseen` but a few of its thousands labelled one by one. */
  topicModel: TopicModel;
  tfIdf: TfIdf;
  /** What could be saved or passed over. */
  pool: Ready[];
  /** What listings are drawn from; on arXiv all of it newer than the pool. */
  unseen: Ready[];
  interests: readonly Interest[];
}

export interface Reader {
  set: BenchSet;
  interests: readonly Interest[];
  /** In the order they were saved. */
  saved: Ready[];
  /** Seen and not saved; some of it is what the reader would have saved, as in life. */
  passed: Ready[];
  listing: Ready[];
  relevant: boolean[];
}

/** What the ranker may look at of what passed by; the baselines' learners get as many as they do well with. */
export const PASSED = 2_000;
export const NEGATIVES = 500;

/** A set of papers with its features; undefined where the papers are absent. Topics come from text alone. */
export function benchSet(name: BenchSet['name']): BenchSet | undefined {
  const all = readPapers(name === 'arxiv' ? 'arxiv' : 'labelled');
  if (!all) return undefined;
  const papers = name === 'arxiv' ? all : all.filter((paper) => paper.keywords.length > 0);
  const old = (paper: BenchPaper) => name !== 'arxiv' || paper.date < ARXIV_CUT;
  const fresh = (paper: BenchPaper) => name !== 'arxiv' || paper.date >= ARXIV_CUT;
  const pool = papers.filter((paper) => !isTestPaper(paper.title) && old(paper));
  const unseen = papers.filter((paper) => isTestPaper(paper.title) && fresh(paper));
  const textOf = (paper: BenchPaper) => `${paper.title}. ${paper.abstract}`;
  const tfIdf = new TfIdf(pool.map(textOf), 20_000);
  const topicModel = readTopicModel();
  const { vectors, vocabulary } = topicModel;
  const numbers = new Float32Array(vectors.width);
  const placeOf = (shown: { title: string; abstract: string }): Float32Array => {
    const { at, weights } = inputOf(shown, vocabulary);
    const sum = new Float32Array(vectors.width);
    at.forEach((place, k) => {
      vectors.read(place, numbers);
      for (let i = 0; i < sum.length; i++)
        (sum[i] as number) += (weights[k] as number) * (numbers[i] as number);
    });
    const length = Math.sqrt(sum.reduce((all, one) => all + one * one, 0)) || 1;
    return sum.map((one) => one / length);
  };
  const ready = (paper: BenchPaper): Ready => {
    const shown = { title: paper.title, abstract: paper.abstract, categories: [], keywords: [] };
    const topics = tag(shown, topicModel);
    const features = featuresOf({ ...shown, authors: paper.authors, topics });
    return { paper, text: textOf(paper), features, row: tfIdf.of(textOf(paper)), place: placeOf(shown) };
  };
  const interests = name === 'arxiv' ? CATEGORY_INTERESTS : KEYWORD_INTERESTS;
  return { name, topicModel, tfIdf, pool: pool.map(ready), unseen: unseen.map(ready), interests };
}

/** Fewest relevant papers of a listing that is measured. */
const LEAST_RELEVANT = 3;

/**
 * One reader with `interests`, who saved up to `most` papers of them in turn; undefined where the set has too few. The
 * same seed gives the same listing and the same order of saves.
 */
export function readerOf(
  set: BenchSet,
  interests: readonly Interest[],
  most: number,
  seed: number,
): Reader | undefined {
  const next = random(hashOf(`${set.name} ${interests.map((one) => one.name).join(' ')} ${seed}`));
  const listing = draw(set.unseen, 500, next);
  const relevant = listing.map(({ paper }) => interests.some((one) => one.holds(paper)));
  if (relevant.filter(Boolean).length < LEAST_RELEVANT) return undefined;
  const orders = interests.map((one) =>
    draw(
      set.pool.filter(({ paper }) => one.holds(paper)),
      most,
      next,
    ),
  );
  const saved = new Set<Ready>();
  for (let turn = 0; saved.size < most && turn < most * orders.length; turn++) {
    const paper = orders[turn % orders.length]?.[Math.floor(turn / orders.length)];
    if (paper) saved.add(paper);
  }
  if (saved.size < 0.6 * most) return undefined;
  const passed = draw(set.pool, PASSED + most, next).filter((one) => !saved.has(one));
  return { set, interests, saved: [...saved], passed: passed.slice(0, PASSED), listing, relevant };
}

/** How long training, scoring and look-ups take, on features that are made already; entries are asked for as pages do. */
import {
  type Features,
  isModel,
  possibleDuplicates,
  related,
  relatedIndex,
  score,
  train,
} from '../../../src/ranking/index.ts';
import { atMost, type Figure, figure } from './numbers.ts';
import type { BenchSet } from './ranking-readers.ts';

/** Processor time of the fastest of several rounds: what else the machine does at the time is not what is measured. */
function fastest(rounds: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

/** `count` features: those of the set, over and over. */
const many = (all: readonly Features[], count: number): Features[] =>
  Array.from({ length: count }, (_, at) => all[at % all.length] as Features);

/** Papers in one question of a page. */
const ASKED = 200;

/** Processor times in ms against what DESIGN asks for. */
export function speed(set: BenchSet): Record<string, Figure> {
  const papers = [...set.pool, ...set.unseen];
  const all = papers.map((one) => one.features);
  const marks = many(all, 10_000).map((features, at) => ({
    features,
    importance: at % 4 === 3 ? -1 : 1,
    text: papers[at % papers.length]?.paper as { title: string },
  }));
  const learning = { marks, met: all.slice(-2_000), vectors: set.topicModel.vectors };
  const model = train(learning);
  if (!isModel(model)) throw new Error('no model');
  const listing = many(all, 2_000);
  const scored = (reasons: number) => {
    for (let at = 0; at < listing.length; at += ASKED) score(model, listing.slice(at, at + ASKED), reasons);
  };
  const index = relatedIndex(many(all, 100_000));
  const asked = all.slice(0, 50);
  const works = papers.slice(0, 10_000).map(({ paper, features }) => ({ ...paper, terms: features.terms }));
  return {
    'train on 10,000 marks': atMost(
      fastest(3, () => train(learning)),
      'ms',
      2_000,
    ),
    'score 2,000 entries': atMost(
      fastest(20, () => scored(0)),
      'ms',
      20,
    ),
    'score 2,000 entries with reasons': figure(
      fastest(20, () => scored(4)),
      'ms',
    ),
    'related among 100,000': atMost(
      fastest(3, () => asked.map((one) => related(index, one))) / asked.length,
      'ms',
      50,
    ),
    'duplicates among 10,000': figure(
      fastest(1, () => possibleDuplicates(works)),
      'ms',
    ),
  };
}

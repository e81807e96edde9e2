/** How well scores agree with labels. */
import type { Measured } from '../../src/topics/model-file.ts';
import { TOPICS } from '../../src/topics/topics.ts';

export interface Judged {
  /** One a topic. */
  scores: Float32Array;
  /** Topics that are right. */
  right: ReadonlySet<number>;
}

export interface Verdict extends Measured {
  threshold: number;
}

const MOST = 5;
const WORST = 10;

const thousandths = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The topics given: the best in any case, the others from `threshold` on. */
function given({ scores }: Judged, threshold: number): number[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, MOST);
  return order.filter((topic, place) => place === 0 || scores[topic]! >= threshold);
}

function worstOf(papers: readonly Judged[], threshold: number): Measured['worst'] {
  const counts = TOPICS.map(({ id }) => ({ id, given: 0, good: 0, wanted: 0 }));
  for (const paper of papers) {
    for (const topic of paper.right) counts[topic]!.wanted += 1;
    for (const topic of given(paper, threshold)) {
      counts[topic]!.given += 1;
      if (paper.right.has(topic)) counts[topic]!.good += 1;
    }
  }
  return counts
    .filter(({ wanted }) => wanted > 0)
    .map((one) => ({
      id: one.id,
      f1: thousandths((2 * one.good) / (one.given + one.wanted)),
      papers: one.wanted,
    }))
    .sort((a, b) => a.f1 - b.f1 || b.papers - a.papers)
    .slice(0, WORST);
}

/** Micro-averaged over all papers and topics, at one threshold. */
export function verdictAt(papers: readonly Judged[], threshold: number): Verdict {
  let [all, good, wanted, first] = [0, 0, 0, 0];
  for (const paper of papers) {
    const got = given(paper, threshold);
    all += got.length;
    good += got.filter((topic) => paper.right.has(topic)).length;
    wanted += paper.right.size;
    if (paper.right.has(got[0]!)) first += 1;
  }
  return {
    threshold,
    papers: papers.length,
    microF1: thousandths((2 * good) / (all + wanted)),
    precision: thousandths(good / all),
    recall: thousandths(good / wanted),
    firstTopicRight: thousandths(first / papers.length),
    topicsPerPaper: thousandths(all / papers.length),
    worst: worstOf(papers, threshold),
  };
}

/** The verdict with the best micro-F1. */
export function bestThreshold(papers: readonly Judged[]): Verdict {
  let best = verdictAt(papers, 0.2);
  for (let hundredth = 21; hundredth <= 60; hundredth++) {
    const verdict = verdictAt(papers, hundredth / 100);
    if (verdict.microF1 > best.microF1) best = verdict;
  }
  return best;
}

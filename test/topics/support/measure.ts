/** Precision, recall and F1 of the tagger over labelled papers. */
import { type TopicModel, tag } from '../../../src/topics/index.ts';
import type { Gold } from './gold.ts';

export interface Measure {
  papers: number;
  microF1: number;
  precision: number;
  recall: number;
  /** Share of papers whose first given topic is among the labels that count. */
  firstTopicRight: number;
  topicsPerPaper: number;
  byTopic: Map<string, { f1: number; support: number }>;
}

interface Count {
  right: number;
  wrong: number;
  missed: number;
}

const f1 = ({ right, wrong, missed }: Count): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);

/** Labels of one annotator only are left out of every count. */
export function measure(gold: Gold, model?: TopicModel): Measure {
  const all: Count = { right: 0, wrong: 0, missed: 0 };
  const topics = new Map<string, Count>();
  const countOf = (id: string): Count => {
    let count = topics.get(id);
    if (count === undefined) {
      count = { right: 0, wrong: 0, missed: 0 };
      topics.set(id, count);
    }
    return count;
  };
  let firsts = 0;
  let given = 0;
  for (const paper of gold.papers) {
    const { both, either } = gold.labels.get(paper.id)!;
    const got = tag(paper, model).map((topic) => topic.id);
    given += got.length;
    if (got[0] !== undefined && both.includes(got[0])) firsts += 1;
    for (const id of got) {
      if (both.includes(id)) countOf(id).right += 1;
      else if (!either.includes(id)) countOf(id).wrong += 1;
    }
    for (const id of both) if (!got.includes(id)) countOf(id).missed += 1;
  }
  for (const count of topics.values()) {
    all.right += count.right;
    all.wrong += count.wrong;
    all.missed += count.missed;
  }
  return {
    papers: gold.papers.length,
    microF1: f1(all),
    precision: all.right / Math.max(1, all.right + all.wrong),
    recall: all.right / Math.max(1, all.right + all.missed),
    firstTopicRight: firsts / Math.max(1, gold.papers.length),
    topicsPerPaper: given / Math.max(1, gold.papers.length),
    byTopic: new Map(
      [...topics].map(([id, count]) => [id, { f1: f1(count), support: count.right + count.missed }]),
    ),
  };
}

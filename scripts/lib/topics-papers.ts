/**
 * The papers the topic model is trained on. None of the 70 that it is measured on is among them, by id or title; nor, of
 * the many without topics, any that the benchmark of the ranker shows in its listings.
 */
import { existsSync } from 'node:fs';
import type { TaggedText } from '../../src/topics/evidence.ts';
import { TOPICS } from '../../src/topics/topics.ts';
import { isTestPaper, readPapers, titleKey } from '../../test/bench/support/ranking-papers.ts';
import { goldFolder, readGold } from '../../test/topics/support/gold.ts';

/** A paper with topics: their indices in `TOPICS`. */
export interface Labelled extends TaggedText {
  id: string;
  topics: number[];
}

export interface TopicPapers {
  /** Labelled by one annotator, a language model. */
  labelled: Labelled[];
  /** Without topics, some with keywords or categories. */
  others: TaggedText[];
}

const indexOf = new Map<string, number>(TOPICS.map(({ id }, at) => [id, at]));

/** @throws Error where the folder of papers is absent. */
export function readTopicPapers(): TopicPapers {
  const train = readGold('train');
  const dev = readGold('dev');
  if (!train || !dev || !existsSync(goldFolder()))
    throw new Error('Labelled papers not found (MANICULE_SHARED or ../shared).');
  const heldIds = new Set(dev.papers.map(({ id }) => id));
  const held = new Set(dev.papers.map(({ title }) => titleKey(title)));
  const labelled: Labelled[] = [];
  for (const paper of train.papers) {
    if (heldIds.has(paper.id) || held.has(titleKey(paper.title))) continue;
    const { both } = train.labels.get(paper.id) ?? { both: [] };
    labelled.push({ ...paper, topics: both.map((id) => indexOf.get(id) as number) });
  }
  const met = new Set([...held, ...labelled.map(({ title }) => titleKey(title))]);
  const others: TaggedText[] = [];
  for (const name of ['labelled', 'hf_daily', 'arxiv'] as const) {
    const papers = readPapers(name);
    if (!papers) throw new Error(`${name}.jsonl.gz not found (MANICULE_SHARED or ../shared).`);
    for (const { id, title, abstract, categories, keywords } of papers) {
      const key = titleKey(title);
      if (met.has(key) || heldIds.has(id) || isTestPaper(title)) continue;
      met.add(key);
      others.push({ title, abstract, categories, keywords });
    }
  }
  return { labelled, others };
}

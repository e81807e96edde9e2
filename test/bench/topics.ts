/** How well and how fast papers are tagged, measured on labelled papers that are not part of the project. */
import { pathToFileURL } from 'node:url';
import { readTopicModel } from '../../scripts/lib/topic-model.ts';
import {
  adjuster,
  learnCorrections,
  learnedTagger,
  learnTopic,
  TOPICS,
  type TopicModel,
  tag,
} from '../../src/topics/index.ts';
import { type Gold, readGold } from '../topics/support/gold.ts';
import { type Measure, measure } from '../topics/support/measure.ts';
import { draw, mean, random } from './support/ranking-measures.ts';

const NOTE = 'Labels were made by language models reading title and abstract; no person checked them.';

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function figures(result: Measure) {
  const { papers, microF1, precision, recall, firstTopicRight, topicsPerPaper } = result;
  return {
    ...{ papers, microF1: round(microF1), precision: round(precision), recall: round(recall) },
    ...{ firstTopicRight: round(firstTopicRight), topicsPerPaper: round(topicsPerPaper) },
  };
}

/** The ten topics with the lowest F1, the more frequent first among equals. */
function worst(result: Measure): Record<string, string> {
  const all = TOPICS.map(({ id }) => ({ id, ...(result.byTopic.get(id) ?? { f1: 0, support: 0 }) }))
    .filter(({ support }) => support > 0)
    .sort((a, b) => a.f1 - b.f1 || b.support - a.support)
    .slice(0, 10);
  return Object.fromEntries(all.map(({ id, f1, support }) => [id, `${round(f1)} of ${support}`]));
}

/** Time of this process alone, in ms: what else the machine does is not what is measured. */
const worked = (): number => process.cpuUsage().user / 1_000;

/** The best of five rounds. */
function speed({ papers }: Gold, model: TopicModel) {
  // without ids: terms of papers met before are known
  const sample = papers.slice(0, 500).map(({ id: _id, ...text }) => text);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = worked();
    for (const paper of sample) tag(paper, model);
    best = Math.min(best, worked() - start);
  }
  const msPerPaper = best / sample.length;
  return {
    papersPerSecond: Math.round(1000 / msPerPaper),
    msPerPaper: { value: round(msPerPaper), unit: 'ms', goal: '≤ 1', met: msPerPaper <= 1 },
  };
}

/** Papers that a learned topic is tried on. */
const LISTED = 500;

/**
 * Topics learned from five papers: for each topic with enough labelled ones, what is proposed of 500 other labelled
 * papers, averaged over topics. The topic's own label plays the reader's topic.
 */
function fromExamples({ papers, labels }: Gold, model: TopicModel) {
  const next = random(11);
  const others = draw(papers, 300, next);
  const all: { precision: number; recall: number; topTen: number }[] = [];
  for (const { id } of TOPICS) {
    const mine = papers.filter((paper) => labels.get(paper.id)?.both.includes(id));
    if (mine.length < 80) continue;
    const examples = draw(mine, 5, next);
    const topic = learnTopic(examples, others, model.vocabulary);
    if (!topic) continue;
    const score = learnedTagger(topic, model.vocabulary);
    const rest = draw(
      papers.filter((paper) => !examples.includes(paper) && !others.includes(paper)),
      LISTED,
      next,
    );
    const wanted = rest.filter((paper) => mine.includes(paper)).length;
    const given = rest
      .map((paper) => ({ paper, score: score(paper) ?? 0 }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score);
    const right = (list: typeof given) => list.filter(({ paper }) => mine.includes(paper)).length;
    all.push({
      precision: right(given) / Math.max(1, given.length),
      recall: right(given) / wanted,
      topTen: right(given.slice(0, 10)) / 10,
    });
  }
  const over = (of: (one: (typeof all)[number]) => number) => round(mean(all.map(of)));
  return {
    topics: all.length,
    precision: over(({ precision }) => precision),
    recall: over(({ recall }) => recall),
    rightOfTheFirstTen: over(({ topTen }) => topTen),
  };
}

/** Corrections of one topic that are made, and topics with fewer wrong papers than this are left out. */
const CORRECTED = 5;
const WRONG = 20;

/**
 * What five corrections of a topic do to the papers that were not corrected: five papers that wrongly have it lose it, by
 * the labels; how many of the others that wrongly have it lose it too, and how many that rightly have it.
 */
function fromCorrections({ papers, labels }: Gold, model: TopicModel) {
  const next = random(13);
  const given = papers.map((paper) => new Set(tag(paper, model).map(({ id }) => id)));
  const all: { wrong: number; right: number; told: number }[] = [];
  for (const { id } of TOPICS) {
    const right: Gold['papers'] = [];
    const wrong: Gold['papers'] = [];
    papers.forEach((paper, at) => {
      if (!given[at]?.has(id)) return;
      const label = labels.get(paper.id);
      if (label?.both.includes(id)) right.push(paper);
      else if (!label?.either.includes(id)) wrong.push(paper);
    });
    if (wrong.length < WRONG) continue;
    const corrected = draw(wrong, CORRECTED, next);
    const learned = learnCorrections(
      corrected.map((paper) => ({ topic: id, paper, value: false })),
      model,
    );
    const adjust = adjuster(learned, model.vocabulary);
    const lost = (list: Gold['papers']) =>
      mean(list.map((paper) => Number(!tag(paper, model, adjust).some((topic) => topic.id === id))));
    const rest = wrong.filter((paper) => !corrected.includes(paper));
    all.push({ wrong: lost(rest), right: lost(right), told: lost(corrected) });
  }
  const over = (of: (one: (typeof all)[number]) => number) => round(mean(all.map(of)));
  return {
    topics: all.length,
    correctedLost: over(({ told }) => told),
    wrongLost: over(({ wrong }) => wrong),
    rightLost: over(({ right }) => right),
  };
}

/** Plain JSON: quality on both labelled sets, processor time until the first paper is tagged and for each after it (ms). */
export async function run(): Promise<object> {
  const dev = readGold('dev');
  const train = readGold('train');
  if (dev === undefined || train === undefined) {
    return { name: 'topics', skipped: 'labelled papers not found (MANICULE_SHARED or ../shared)' };
  }
  const start = worked();
  const model = readTopicModel();
  tag({ title: '' }, model);
  const loadMs = worked() - start;
  const onDev = measure(dev, model);
  const [text, title] = model.header.measured;
  const list = (all: typeof text.worst) =>
    Object.fromEntries(all.map(({ id, f1, papers }) => [id, `${f1} of ${papers}`]));
  return {
    name: 'topics',
    dev: { ...figures(onDev), worst: worst(onDev) },
    devByPhrasesAlone: figures(measure(dev)),
    crossValidated: { ...text, worst: list(text.worst) },
    crossValidatedByTitle: { ...title, worst: list(title.worst) },
    fromFiveExamples: fromExamples(train, model),
    fromFiveCorrections: fromCorrections(train, model),
    speed: speed(train, model),
    load: { value: round(loadMs), unit: 'ms', goal: '≤ 150', met: loadMs <= 150 },
    note: NOTE,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(), null, 2));

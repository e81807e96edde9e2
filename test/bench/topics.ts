/** How well and how fast papers are tagged, measured on labelled papers that are not part of the project. */
import { pathToFileURL } from 'node:url';
import { TOPICS, tag } from '../../src/topics/index.ts';
import { type Gold, readGold } from '../topics/support/gold.ts';
import { type Measure, measure } from '../topics/support/measure.ts';

const NOTE = 'Labels were made by language models reading title and abstract; no person checked them.';

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function figures(result: Measure) {
  const { papers, microF1, precision, recall } = result;
  return { papers, microF1: round(microF1), precision: round(precision), recall: round(recall) };
}

function worst(result: Measure) {
  return TOPICS.map(({ id }) => ({ id, ...(result.byTopic.get(id) ?? { f1: 0, support: 0 }) }))
    .filter(({ support }) => support > 0)
    .sort((a, b) => a.f1 - b.f1 || b.support - a.support)
    .slice(0, 10)
    .map(({ id, f1, support }) => ({ id, f1: round(f1), support }));
}

/** The best of five rounds: what else the machine does at the time is not what is measured. */
function speed({ papers }: Gold) {
  const sample = papers.slice(0, 500);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (const paper of sample) tag(paper);
    best = Math.min(best, performance.now() - start);
  }
  const msPerPaper = best / sample.length;
  return { papersPerSecond: Math.round(1000 / msPerPaper), msPerPaper: round(msPerPaper) };
}

/** Plain JSON: quality on both labelled sets, time to build the matcher (ms) and to tag a paper (ms). */
export async function run(): Promise<object> {
  const dev = readGold('dev');
  const train = readGold('train');
  if (dev === undefined || train === undefined) {
    return { name: 'topics', skipped: 'labelled papers not found (MANICULE_SHARED or ../shared)' };
  }
  const start = performance.now();
  tag({ title: '' });
  const buildMs = round(performance.now() - start);
  const onDev = measure(dev);
  const onTrain = measure(train);
  return {
    name: 'topics',
    dev: {
      ...figures(onDev),
      firstTopicRight: round(onDev.firstTopicRight),
      topicsPerPaper: round(onDev.topicsPerPaper),
    },
    train: { ...figures(onTrain), worst: worst(onTrain) },
    speed: speed(train),
    buildMs,
    note: NOTE,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(), null, 2));

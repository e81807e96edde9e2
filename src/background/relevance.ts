/** How well stored papers fit what the reader saved. Off the page's thread; the model is kept and made anew when marks changed. */
import type { PaperId } from '../core/paper.ts';
import { type Fit, type Relevance, readCorrections } from '../core/relevance.ts';
import { ruleText, watchedWords } from '../core/rules.ts';
import { TERMS_VERSION } from '../core/terms.ts';
import { hasBeginnings, spelledOut } from '../core/watched-forms.ts';
import { loadSettings } from '../platform/settings.ts';
import {
  ENOUGH,
  type Features,
  featuresOf,
  importanceOf,
  isModel,
  knownFeatures,
  type Marked,
  MODEL_VERSION,
  type Model,
  type NotEnough,
  type Reason,
  score,
  trainInSteps,
} from '../ranking/index.ts';
import {
  breathe,
  counts,
  decidedStamp,
  getRows,
  keepModel,
  listIds,
  listRules,
  type Row,
  readModel,
  termsFor,
} from '../storage/index.ts';
import { topicLabel } from '../topics/labels.ts';
import { topicTools } from './topic-model.ts';

/** The latest decisions that are learned from, and how many papers met say what is usual. */
const MARKED = 3_000;
const DISMISSED = 1_000;
const LESS = 300;
const MET = 2_000;

interface Learned {
  /** What it was learned from, in short. */
  stamp: string;
  result: Model | NotEnough;
}

/** A cache: the worker may vanish at any time, and the kept model is read again. */
let learned: Learned | undefined;

const correctionsNow = async () => readCorrections((await loadSettings()).corrections);

/** Changes whenever a decision was made, changed or taken back that training would see, of whatever paper. */
async function stampNow(): Promise<string> {
  const [{ saved }, decided, rules, corrections] = await Promise.all([
    counts(),
    decidedStamp(),
    listRules(),
    correctionsNow(),
  ]);
  return JSON.stringify([MODEL_VERSION, TERMS_VERSION, saved, decided, watchedWords(rules), corrections]);
}

const isLearned = (value: unknown): value is Learned =>
  typeof value === 'object' && value !== null && 'stamp' in value && 'result' in value;

async function featuresFor(rows: readonly Row[]): Promise<Features[]> {
  const terms = await termsFor(rows.map((row) => row.paper));
  return rows.map(({ paper }, at) => featuresOf(paper, terms[at]));
}

/** Longest that is learned in one go, in ms; a step may take longer. */
const SLICE_MS = 15;

/** The outcome of `steps`; between slices the worker answers pages. */
async function inSlices<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < SLICE_MS) continue;
    await breathe();
    began = performance.now();
  }
}

/** The words watched, beginnings as the papers that are learned from write them: the ranker knows papers by whole words. */
function* asWritten(
  words: readonly string[],
  rows: readonly Row[],
): Generator<undefined, string[], undefined> {
  if (!hasBeginnings(words)) return [...words];
  const texts: string[] = [];
  for (const { paper } of rows) {
    texts.push(ruleText(paper));
    yield;
  }
  return spelledOut(words, texts);
}

async function learn(now: number): Promise<Model | NotEnough> {
  const [marked, dismissed, less, all, rules, { words, since }] = await Promise.all([
    listIds('marked', { limit: MARKED }),
    listIds('dismissed', { limit: DISMISSED }),
    listIds('less', { limit: LESS }),
    listIds('all', { limit: MET + MARKED }),
    listRules(),
    correctionsNow(),
  ]);
  const decided = new Set([...marked, ...dismissed, ...less]);
  const passed = all.filter((id) => !decided.has(id)).slice(0, MET);
  const { rows } = await getRows([...decided, ...passed]);
  const features = await featuresFor(rows);
  const marks: Marked[] = [];
  const met: Features[] = [];
  rows.forEach(({ paper, mark }, at) => {
    const one = features[at] as Features;
    const importance = mark ? importanceOf(mark, now, since) : 0;
    if (importance !== 0) marks.push({ features: one, importance, text: paper });
    if (importance <= 0) met.push(one);
  });
  const phrases = await inSlices(asWritten(watchedWords(rules), rows));
  const { model } = await topicTools();
  return inSlices(trainInSteps({ marks, met, phrases, overrides: words, vectors: model?.vectors }));
}

/** Under way, so that a page that asks in several messages at once is learned for once. */
let learning: { stamp: string; result: Promise<Model | NotEnough> } | undefined;

async function learnAndKeep(stamp: string): Promise<Model | NotEnough> {
  const kept = await readModel();
  if (isLearned(kept) && kept.stamp === stamp) {
    learned = kept;
    return kept.result;
  }
  learned = { stamp, result: await learn(Date.now()) };
  await keepModel(learned);
  return learned.result;
}

async function currentModel(): Promise<Model | NotEnough> {
  const stamp = await stampNow();
  if (learned?.stamp === stamp) return learned.result;
  if (learning?.stamp !== stamp) learning = { stamp, result: learnAndKeep(stamp) };
  try {
    return await learning.result;
  } finally {
    if (learning?.stamp === stamp) learning = undefined;
  }
}

const wordsOf = ({ term }: Reason): string =>
  term.replace(/topic: (.+)$/, (_all, id: string) => topicLabel(id)).replace(/^watch: /, '');

/** How well each stored paper of `ids` fits; `enough` is false while too little is saved. @throws ManiculeError */
export async function relevanceOf(ids: readonly PaperId[]): Promise<Relevance> {
  const [result, { saved }] = await Promise.all([currentModel(), counts()]);
  if (!isModel(result)) return { enough: false, saved, needed: ENOUGH, fits: {} };
  const { rows } = await getRows(ids);
  const scored = score(
    result,
    rows.map(({ paper }) => knownFeatures(paper)),
  );
  const fits: Record<PaperId, Fit> = {};
  rows.forEach(({ paper }, at) => {
    const { score: value = 0, because = [] } = scored[at] ?? {};
    fits[paper.id] = { score: Math.round(100 * value), why: because.map(wordsOf) };
  });
  return { enough: true, saved, needed: ENOUGH, fits };
}

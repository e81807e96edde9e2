/** Which request is the next one: what each paper in the queue lacks, whom to ask first, who may be asked yet. */
import {
  type Answer,
  counts,
  type Depth,
  keyOf,
  lacksOf,
  nextQuestion,
  type Question,
  questionsFor,
} from '../core/lookups.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { SOURCES, type SourceId, sourceOf } from '../core/sources.ts';
import type { Wanted } from '../exchange/from/api.ts';
import { APIS } from '../exchange/from/apis.ts';
import type { LookupRecord, SourceStates } from '../storage/index.ts';

export interface Waiting {
  order: LookupRecord;
  paper: Paper;
}

/** One question, and the orders that wait for its answer. */
export interface Asked {
  key: string;
  id: PaperId;
  wanted: Wanted;
  orders: LookupRecord[];
}

export interface Plan {
  /** Orders about which there is nothing left to ask. */
  done: LookupRecord[];
  /** Orders whose next question cannot be put yet. */
  later: { order: LookupRecord; due: string }[];
  /** The request to make; undefined: none now. `others`: more questions wait for the same source. */
  request?: { source: SourceId; asked: Asked[]; others: boolean };
  /** Where there is none: ISO time at which there is. */
  at?: string;
}

/** A source that is away longer than this is passed over for the next one, in ms. */
const PATIENCE_MS = 10_000;

/** No pause is longer, in ms, servers being believed for a day: one that is was noted before the clock was set back. */
const LONGEST_MS = 25 * 60 * 60 * 1000;

/** Questions that failed this often in a row are put no more. */
const MAX_TRIES = 5;

const depthOf = ({ why }: LookupRecord): Depth => (why === 'saved' ? 'all' : 'text');

/** Every key an answer may be kept under. */
export const keysOf = (waiting: readonly Waiting[]): string[] =>
  waiting.flatMap(({ order, paper }) => questionsFor(paper, depthOf(order)).map(keyOf));

/** When a failed question of this order may be put again. */
function retryAt({ order, paper }: Waiting, answers: ReadonlyMap<string, Answer>, now: string) {
  const lacks = lacksOf(paper);
  return questionsFor(paper, depthOf(order))
    .map((question) => answers.get(keyOf(question)))
    .filter((answer) => answer?.state === 'failed' && counts(answer, lacks, now))
    .filter((answer) => (answer?.tries ?? 0) < MAX_TRIES)
    .map((answer) => answer?.until ?? '')
    .sort()[0];
}

function batchOf(source: SourceId, all: ReadonlyMap<string, Asked>, states: SourceStates): Asked[] {
  const { alone } = APIS[source];
  const asked = [...all.values()];
  const [first] = asked;
  if (!first) return [];
  if (alone?.(first.wanted)) return [first];
  const size = Math.min(sourceOf(source).batch, states[source]?.batch ?? Number.POSITIVE_INFINITY);
  return asked.filter(({ wanted }) => !alone?.(wanted)).slice(0, Math.max(1, size));
}

/**
 * What to do about `waiting`.
 * @param allowed sources the reader and the browser let us ask.
 * @param now ISO time.
 */
export function planOf(
  waiting: readonly Waiting[],
  answers: ReadonlyMap<string, Answer>,
  states: SourceStates,
  allowed: ReadonlySet<SourceId>,
  now: string,
): Plan {
  const plan: Plan = { done: [], later: [] };
  const soon = new Date(Date.parse(now) + PATIENCE_MS).toISOString();
  const latest = new Date(Date.parse(now) + LONGEST_MS).toISOString();
  const nextAt = (source: SourceId) => {
    const at = states[source]?.nextAt ?? '';
    return at > latest ? '' : at;
  };
  const near = new Set([...allowed].filter((source) => nextAt(source) <= soon));
  const groups = new Map<SourceId, Map<string, Asked>>();
  for (const one of waiting) {
    const { order, paper } = one;
    const ask = (from: ReadonlySet<SourceId>): Question | undefined =>
      nextQuestion(paper, depthOf(order), answers, from, now);
    const question = ask(near);
    if (!question) {
      const far = ask(allowed);
      const due = far ? nextAt(far.source) : retryAt(one, answers, now);
      if (due === undefined) plan.done.push(order);
      else plan.later.push({ order, due });
      continue;
    }
    const { source, by } = question;
    const group = groups.get(source) ?? new Map<string, Asked>();
    groups.set(source, group);
    const key = keyOf(question);
    const known = group.get(key);
    if (known) known.orders.push(order);
    else {
      const wanted = { by, title: paper.title, authors: paper.authors };
      group.set(key, { key, id: order.id, wanted, orders: [order] });
    }
  }
  const sources = SOURCES.map(({ id }) => id).filter((id) => groups.has(id));
  const source = sources.find((id) => nextAt(id) <= now);
  if (source) {
    const all = groups.get(source) ?? new Map<string, Asked>();
    const asked = batchOf(source, all, states);
    plan.request = { source, asked, others: all.size > asked.length };
  } else {
    const first = sources.map(nextAt).sort()[0];
    if (first !== undefined) plan.at = first;
  }
  return plan;
}

/** One request to one source, and what is made of its answer: papers enriched, answers kept, paces and pauses noted. */
import type { Answer } from '../core/lookups.ts';
import type { PaperId } from '../core/paper.ts';
import { type SourceId, sourceOf } from '../core/sources.ts';
import type { ApiAnswer } from '../exchange/from/api.ts';
import { APIS } from '../exchange/from/apis.ts';
import type { NetRequest, Outcome } from '../platform/net.ts';
import { enrichPapers, keepAnswers, noteSource, readAnswers, type SourceState } from '../storage/index.ts';
import type { Asked } from './lookup-plan.ts';
import { currentTools } from './tools.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** How long answers count. What a source does not know yet it may know later; an arXiv id unknown to arXiv is of today. */
const FOUND_FOR = 60 * DAY;
const absentFor = (source: SourceId): number => (source === 'arxiv' ? DAY : 14 * DAY);

const iso = (ms: number): string => new Date(ms).toISOString();

/** What kept an answer from coming. `ours`: what was asked may be to blame. */
interface Failed {
  kind: string;
  status?: number;
  retryAfter?: number;
  ours?: boolean;
}

/** What came of a request. */
type Result = { kind: 'answer'; answer: ApiAnswer } | Failed;

/** Some say in words, with any status, what others say with 429. */
const TOO_MANY = /^\s*(?:rate exceeded|too many requests)/i;

function resultOf(source: SourceId, asked: readonly Asked[], outcome: Outcome): Result {
  const api = APIS[source];
  const wanted = asked.map((one) => one.wanted);
  const absent = (): Result => ({
    kind: 'answer',
    answer: { found: new Map(), absent: wanted.map(({ by }) => by) },
  });
  if (outcome.kind === 'not-found') return asked.length === 1 ? absent() : { kind: 'unreadable', ours: true };
  if (outcome.kind === 'refused') {
    if (api.saysAbsent?.(outcome.text)) return absent();
    if (TOO_MANY.test(outcome.text)) return { kind: 'limited' };
    return { kind: 'refused', status: outcome.status, ours: true };
  }
  if (outcome.kind === 'unreadable') return { kind: 'unreadable', ours: true };
  if (outcome.kind !== 'ok') return outcome;
  if (TOO_MANY.test(outcome.text)) return { kind: 'limited' };
  try {
    return { kind: 'answer', answer: api.read(outcome.text, wanted) };
  } catch {
    return { kind: 'unreadable', ours: true };
  }
}

/** How long a source is left alone after `failures` in a row: twice as long each time, an hour at most. */
function pauseOf(kind: string, failures: number, pace: number): number {
  const first =
    kind === 'limited' ? 30 * SECOND : kind === 'network' || kind === 'server' ? 10 * SECOND : pace;
  return Math.min(first * 2 ** (failures - 1), HOUR);
}

/** From so many failures in a row on, a server's own failure is taken for one that this question makes. */
const TELLING = 3;

/**
 * Whether the question may be why it failed: surely, where the server refused it or told nonsense; perhaps, where it
 * failed or was silent again and again, as servers do over single records.
 */
const isSuspect = ({ kind, ours }: Failed, failures: number): boolean =>
  ours === true || (failures >= TELLING && (kind === 'server' || kind === 'timeout'));

/** How long the source is left alone: as long as it asks, but longer each time where it asks again and again. */
function pauseAfter({ kind, retryAfter }: Failed, failures: number, pace: number): number {
  const own = retryAfter === undefined || failures > 1 ? pauseOf(kind, failures, pace) : 0;
  return Math.max(retryAfter ?? 0, own, pace);
}

/** The questions put off: what failed, how often, and until when. */
async function putOff(asked: readonly Asked[], now: number): Promise<void> {
  const before = await readAnswers(asked.map(({ key }) => key));
  await keepAnswers(
    asked.map(({ key }): Answer => {
      const known = before.get(key);
      const tries = (known?.state === 'failed' ? (known.tries ?? 0) : 0) + 1;
      const until = iso(now + DAY * 2 ** (tries - 1));
      return { key, state: 'failed', told: [], at: iso(now), until, tries };
    }),
  );
}

/** Stores an answer; returns the ids of orders whose paper changed. */
async function take(
  source: SourceId,
  asked: readonly Asked[],
  answer: ApiAnswer,
  now: number,
): Promise<PaperId[]> {
  const kept = (state: 'found' | 'absent', key: string) => ({
    key,
    state,
    at: iso(now),
    until: iso(now + (state === 'found' ? FOUND_FOR : absentFor(source))),
  });
  const told = asked.flatMap(({ key, id, wanted }) => {
    const patch = answer.found.get(wanted.by);
    return patch ? [{ id, patch, answer: kept('found', key) }] : [];
  });
  const absent = new Set(answer.absent);
  const missing = asked.filter(({ wanted }) => absent.has(wanted.by) && !answer.found.has(wanted.by));
  await keepAnswers(missing.map(({ key }) => ({ ...kept('absent', key), told: [] })));
  const open = asked.filter(({ wanted }) => !answer.found.has(wanted.by) && !absent.has(wanted.by));
  if (open.length > 0) await putOff(open, now);
  if (told.length === 0) return [];
  const { ids, changed } = await enrichPapers(told, await currentTools(), iso(now));
  const touched = new Set(changed);
  return told.map(({ id }) => id).filter((id) => touched.has(ids.get(id) ?? ''));
}

/**
 * Asks `source` about `asked` and stores what comes of it. The pace is noted before the request leaves, so that a worker
 * stopped meanwhile does not make the next one ask too soon. Only an answer is kept as one: failures pause the source,
 * and a question that fails alone is put off.
 * @param others whether more questions wait for this source.
 * @returns ids of orders whose paper changed.
 * @throws ManiculeError where storage fails.
 */
export async function askSource(
  source: SourceId,
  asked: readonly Asked[],
  state: SourceState | undefined,
  others: boolean,
  world: { ask(request: NetRequest): Promise<Outcome>; now(): number; key: string },
): Promise<PaperId[]> {
  const { pace, batch } = sourceOf(source);
  const before: SourceState = state ?? { nextAt: '', failures: 0 };
  await noteSource(source, { ...before, nextAt: iso(world.now() + pace) });
  const wanted = asked.map((one) => one.wanted);
  const options = source === 'openalex' && world.key !== '' ? { key: world.key } : {};
  const result = resultOf(source, asked, await world.ask(APIS[source].request(wanted, options)));
  const now = world.now();
  if ('answer' in result) {
    const changed = await take(source, asked, result.answer, now);
    const grown = (before.batch ?? batch) * 2;
    await noteSource(source, {
      nextAt: iso(now + pace),
      failures: 0,
      ...(before.batch !== undefined && grown < batch ? { batch: grown } : {}),
    });
    return changed;
  }
  const failures = before.failures + 1;
  const suspect = isSuspect(result, failures);
  const smaller = asked.length > 1 && (suspect || result.kind === 'timeout');
  const pause = pauseAfter(result, failures, pace);
  const held = smaller ? Math.ceil(asked.length / 2) : before.batch;
  await noteSource(source, {
    nextAt: iso(now + pause),
    failures,
    ...(held === undefined ? {} : { batch: held }),
    error: {
      kind: result.kind,
      at: iso(now),
      ...(result.status === undefined ? {} : { status: result.status }),
    },
  });
  // one that fails alone may fail for ever: it must not keep the others waiting
  if (asked.length === 1 && (result.ours || (suspect && others))) await putOff(asked, now);
  return [];
}

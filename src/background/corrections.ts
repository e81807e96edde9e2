/** What the reader's corrections of topics teach: learned beside the answers, kept, and applied wherever papers are tagged. */
import { hashOf } from '../core/terms.ts';
import { getRows, keepAdjustments, listIds, readKeptAdjustments } from '../storage/index.ts';
import {
  type Adjustments,
  type Correction,
  FEWEST_CORRECTIONS,
  learnCorrections,
  readAdjustments,
  TOPICS_VERSION,
} from '../topics/index.ts';
import { topicTools } from './topic-model.ts';

/** Papers with corrections that are learned from: the latest. */
const LATEST = 1_000;

/** After learning, corrections made within this time wait: with each other lesson every paper is tagged again. */
const AGAIN_MS = 6 * 60 * 60 * 1000;

export interface Taught {
  /** What it was learned from, in short: another text, other topics. '': nothing was learned. */
  stamp: string;
  adjustments: Adjustments;
}

const NOTHING: Taught = { stamp: '', adjustments: {} };

/** A cache: checked once while the worker lives. */
let last = NOTHING;

/** What was learned until now. @throws ManiculeError */
export async function taught(): Promise<Taught> {
  const kept = (await readKeptAdjustments()) as Partial<Taught> | undefined;
  if (typeof kept?.stamp !== 'string') return NOTHING;
  if (last.stamp === kept.stamp) return last;
  const adjustments = readAdjustments(kept.adjustments);
  last = Object.keys(adjustments).length === 0 ? NOTHING : { stamp: kept.stamp, adjustments };
  return last;
}

/** Every correction that stands, the latest first. */
async function corrections(): Promise<Correction[]> {
  const { rows } = await getRows(await listIds('corrected', { limit: LATEST }));
  const out = rows.flatMap(({ paper, mark }) =>
    Object.entries(mark?.topics ?? {}).flatMap(([topic, { value, at }]) =>
      value === null ? [] : [{ topic, paper, value, at }],
    ),
  );
  return out.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Topics of which there are enough, with what was said of which papers: nothing else changes what is learned. */
function stampOf(all: readonly Correction[]): string {
  const byTopic = new Map<string, string[]>();
  for (const { topic, paper, value } of all) {
    const said = `${value ? '+' : '-'}${paper.title}`;
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), said]);
  }
  const enough = [...byTopic].filter(([, said]) => said.length >= FEWEST_CORRECTIONS);
  if (enough.length === 0) return '';
  const text = JSON.stringify([TOPICS_VERSION, enough.sort()]);
  return `${hashOf(text).toString(36)}-${hashOf(text, text.length).toString(36)}`;
}

/**
 * Learns anew where corrections were made since, at most every six hours but for the first time and for what was taken
 * back; papers are tagged again by whoever notices another version.
 * @param now ms since 1970.
 * @throws ManiculeError
 */
export async function learnFromCorrections(now: number = Date.now()): Promise<void> {
  const { model } = await topicTools();
  if (!model) return;
  const [all, kept] = await Promise.all([corrections(), readKeptAdjustments()]);
  const stamp = stampOf(all);
  const before = (kept ?? {}) as { stamp?: string; learnedAt?: number };
  if (stamp === (before.stamp ?? '')) return;
  if (stamp !== '' && before.stamp && Math.abs(now - (before.learnedAt ?? 0)) < AGAIN_MS) return;
  const next: Taught = { stamp, adjustments: stamp === '' ? {} : learnCorrections(all, model) };
  await keepAdjustments({ ...next, learnedAt: now });
}

/** Takes into the stored search index what changed, and keeps the number of its parts small. */
import { ManiculeError } from '../core/errors.ts';
import type { PaperId } from '../core/paper.ts';
import { breathe } from './db.ts';
import { exclusively } from './lock.ts';
import { buildSegment, type Source } from './search-build.ts';
import type { SegmentData } from './search-format.ts';
import { mergeInto, mergeSegments } from './search-merge.ts';
import { Segment } from './search-segment.ts';
import { idsAfter, listParts, readSome, readSources, readWaiting, type Waiting } from './search-store.ts';
import { addPart, clearRest, PartWriter } from './search-write.ts';

/** Papers of one part as it is first made. */
const PAPERS = 2_000;
/** Papers worked on between two pauses: some 10 ms. */
const SLICE = 50;
/** Parts of this size that become one while more are added. */
const TOGETHER = 6;

interface Round {
  ids: PaperId[];
  /** The last entry that is dealt with. */
  upTo: number;
  /** The scan of all papers goes on after this id. */
  after?: PaperId;
}

async function nextRound(waiting: readonly Waiting[]): Promise<Round | undefined> {
  const first = waiting[0];
  if (!first) return undefined;
  if ('after' in first.what) {
    const ids = await idsAfter(first.what.after, PAPERS);
    const last = ids.length < PAPERS ? undefined : ids.at(-1);
    return { ids, upTo: first.key, ...(last === undefined ? {} : { after: last }) };
  }
  const ids = new Set<PaperId>();
  let upTo = first.key;
  for (const { key, what } of waiting) {
    if ('after' in what || ids.size >= PAPERS) break;
    for (const id of what.ids) ids.add(id);
    upTo = key;
  }
  return { ids: [...ids], upTo };
}

/** The part for `sources`, made a slice at a time, other work of the context running between. */
export async function buildInSlices(sources: readonly Source[]): Promise<SegmentData> {
  if (sources.length <= SLICE) return buildSegment(sources);
  const parts: Segment[] = [];
  for (let at = 0; at < sources.length; at += SLICE) {
    parts.push(Segment.inMemory(buildSegment(sources.slice(at, at + SLICE))));
    await breathe();
  }
  return mergeSegments(parts, true);
}

/** Which parts that stand together should be one while more are added: the oldest of the newest that are as first made. */
export function mergeable(papers: readonly number[]): [from: number, to: number] | undefined {
  let from = papers.length;
  while (from > 0 && (papers[from - 1] as number) <= PAPERS) from--;
  return papers.length - from >= TOGETHER ? [from, from + TOGETHER] : undefined;
}

/** How many times the papers of all later parts a part has at least. */
const TIMES = 3;

/**
 * Which of the newest parts should be one when nothing waits: a hundred thousand papers are in four parts at most then,
 * and each is copied again only when there are a third more.
 * @param most papers of one part.
 */
export function crowded(papers: readonly number[], most: number): [from: number, to: number] | undefined {
  let found: number | undefined;
  let sum = papers.at(-1) ?? 0;
  for (let from = papers.length - 2; from >= 0; from--) {
    const [own, after] = [papers[from] as number, sum];
    sum += own;
    if (sum > most) break;
    if (own < TIMES * after || sum <= PAPERS) found = from;
  }
  return found === undefined ? undefined : [found, papers.length];
}

type Choose = (papers: readonly number[]) => [from: number, to: number] | undefined;
type Pause = () => Promise<void>;

/** Merges the parts that `choose` says until it says none; whether there were any. */
async function merge(choose: Choose, pause: Pause): Promise<boolean> {
  for (let merged = false; ; merged = true) {
    const parts = await listParts();
    const range = choose(parts.map(({ papers }) => papers));
    if (!range) return merged;
    const keys = parts.slice(...range).map(({ key }) => key);
    const segments = await readSome(keys);
    const writer = await PartWriter.begin();
    try {
      const { docs, terms } = await mergeInto(segments, range[0] > 0, writer.sink, async () => {
        await writer.flush();
        await pause();
      });
      if (!(await writer.finish(keys, docs, terms))) return merged;
    } finally {
      await clearRest();
    }
  }
}

let busy = false;

/** `work`, unless it or another context is at it: false then. */
async function alone(work: () => Promise<boolean>): Promise<boolean> {
  if (busy) return false;
  busy = true;
  try {
    return await exclusively(work, 'manicule-search');
  } catch (error) {
    if (error instanceof ManiculeError && error.code === 'bad-file') return false;
    throw error;
  } finally {
    busy = false;
  }
}

export interface UpdateOptions {
  /** Called with each part that was added. */
  onPart?: (segment: Segment) => void;
}

/**
 * Takes in everything that waits, some thousand papers in one transaction: stopped anywhere, the next call goes on. Some
 * 0.2 ms a paper, in slices of about 10 ms. False: nothing changed, or another context is at it.
 * @throws ManiculeError
 */
export const updateSearch = ({ onPart = () => undefined }: UpdateOptions = {}): Promise<boolean> =>
  alone(async () => {
    await clearRest();
    for (let changed = false; ; changed = true) {
      const round = await nextRound(await readWaiting());
      if (!round) return changed;
      const data = await buildInSlices(await readSources(round.ids));
      const rest = round.after === undefined ? undefined : { after: round.after };
      onPart(await addPart(data, round.upTo, rest));
      await breathe();
      // not at the end only: whoever closes the page before it leaves few parts all the same
      await merge(mergeable, breathe);
    }
  });

/**
 * Puts parts together where they are more than queries should go through. False: they are not, or another context is at it.
 * @param most papers of one part.
 * @param pause called every few ms: resolves when it may go on.
 * @throws ManiculeError
 */
export const tidySearch = (most: number, pause: Pause): Promise<boolean> =>
  alone(() => merge((papers) => crowded(papers, most), pause));

/** Takes into the stored search index what changed, and keeps the number of its parts small. */
import { ManiculeError } from '../core/errors.ts';
import type { PaperId } from '../core/paper.ts';
import { breathe } from './db.ts';
import { exclusively } from './lock.ts';
import { buildSegment, type Source } from './search-build.ts';
import type { SegmentData } from './search-format.ts';
import { mergeSegments } from './search-merge.ts';
import { Segment } from './search-segment.ts';
import {
  addPart,
  idsAfter,
  listParts,
  readSome,
  readSources,
  readWaiting,
  replaceParts,
  type Waiting,
} from './search-store.ts';

/** Papers of one part as it is first made. */
const PAPERS = 2_000;
/** Papers worked on between two pauses: some 10 ms. */
const SLICE = 50;
/** Parts of about one size that become one. */
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

export interface UpdateOptions {
  /** Most papers of a merged part: merging holds all of it in memory twice. */
  mergeUpTo?: number;
  /** Called with each part that was added. */
  onPart?: (segment: Segment) => void;
}

/**
 * Which parts that stand together should be one: where the newest six or more are of about one size, the oldest six of
 * them. Only six at a time, so that no more is held in memory and lost when the page is closed.
 */
export function mergeable(
  papers: readonly number[],
  mergeUpTo: number,
): [from: number, to: number] | undefined {
  for (let most = PAPERS; ; most *= TOGETHER) {
    let from = papers.length;
    while (from > 0 && (papers[from - 1] as number) <= most) from--;
    if (papers.length - from >= TOGETHER) {
      const sum = papers.slice(from, from + TOGETHER).reduce((all, one) => all + one, 0);
      return sum <= mergeUpTo ? [from, from + TOGETHER] : undefined;
    }
    if (from === 0 || most > mergeUpTo) return undefined;
  }
}

/** Merges parts while there are too many; whether anything changed. */
async function tidyParts(mergeUpTo: number): Promise<boolean> {
  for (let merged = false; ; merged = true) {
    const list = await listParts();
    const range = mergeable(
      list.map(({ papers }) => papers),
      mergeUpTo,
    );
    if (!range) return merged;
    const keys = list.slice(...range).map(({ key }) => key);
    const data = await mergeSegments(await readSome(keys), range[0] > 0);
    if (!(await replaceParts(keys, data))) return merged;
  }
}

/**
 * Takes in everything that waits, some thousand papers in one transaction: stopped anywhere, the next call goes on. Some
 * 0.2 ms a paper, in slices of about 10 ms. False: nothing changed, or another context is at it.
 * @throws ManiculeError
 */
export async function updateSearch({
  mergeUpTo = Number.POSITIVE_INFINITY,
  onPart = () => undefined,
}: UpdateOptions = {}): Promise<boolean> {
  try {
    return await exclusively(async () => {
      let changed = false;
      for (;;) {
        const round = await nextRound(await readWaiting());
        if (!round) break;
        const data = await buildInSlices(await readSources(round.ids));
        const rest = round.after === undefined ? undefined : { after: round.after };
        onPart(await addPart(data, round.upTo, rest));
        changed = true;
        await breathe();
        // not at the end only: whoever closes the page before it leaves few parts all the same
        await tidyParts(mergeUpTo);
      }
      return (await tidyParts(mergeUpTo)) || changed;
    }, 'manicule-search');
  } catch (error) {
    if (error instanceof ManiculeError && error.code === 'bad-file') return false;
    throw error;
  }
}

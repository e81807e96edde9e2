/** What counting needs of every stored paper, kept in memory while the options page is open. */
import type { Paper } from '../../core/paper.ts';
import { ruleText } from '../../core/rules.ts';

export interface LeanPaper {
  id: string;
  title: string;
  /** Title and abstract as rules compare them. */
  folded: string;
  authors: string[];
  categories: string[];
  topics: Paper['topics'];
  /** ISO time of the last meeting: newest first. */
  at: string;
}

/** The lean form of a stored paper: its abstract is kept folded only. */
export const lean = (paper: Paper): LeanPaper => ({
  id: paper.id,
  title: paper.title,
  folded: ruleText(paper),
  authors: paper.authors,
  categories: paper.categories,
  topics: paper.topics,
  at: paper.seen.last.at,
});

/** Main-thread time of one slice, in ms: well under a frame's worth of patience, far from a long task (50 ms). */
const SLICE = 12;

/** Lets the page paint and take input. Message tasks are not throttled to 4 ms as nested timers are. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Runs `step` for 0 … `length`−1 in slices of at most 12 ms with pauses between.
 * @throws the signal's reason when it is aborted; nothing of the rest runs then.
 */
export async function inSlices(
  length: number,
  step: (index: number) => void,
  signal?: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<void> {
  let until = now() + SLICE;
  for (let index = 0; index < length; index++) {
    // the clock is read every 16 steps: reading it costs about as much as a step
    if ((index & 15) === 0 && now() > until) {
      await breathe();
      signal?.throwIfAborted();
      until = now() + SLICE;
    }
    step(index);
  }
  signal?.throwIfAborted();
}

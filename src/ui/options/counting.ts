/** Reads every stored paper once, in lean form, for counting; read anew after papers changed. */
import { type Signal, signal } from '@preact/signals';
import type { Paper } from '../../core/paper.ts';
import { Counter } from './count.ts';
import { inSlices, type LeanPaper, lean } from './lean.ts';

/** Hands out every stored paper in chunks; waits for what `onChunk` returns. */
export type Scan = (onChunk: (papers: readonly Paper[]) => unknown, signal: AbortSignal) => Promise<unknown>;

export class Counting {
  /** Papers read so far while reading. */
  readonly read: Signal<number> = signal(0);
  /** Grows when papers changed: whoever shows a count counts again. */
  readonly version: Signal<number> = signal(0);
  readonly #scan: Scan;
  #counter: Promise<Counter> | undefined;
  #reading: AbortController | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  /** The counter over all stored papers; the same for everybody until `forget`. @throws what reading throws. */
  counter(): Promise<Counter> {
    if (this.#counter) return this.#counter;
    const reading = new AbortController();
    const counter = this.#load(reading.signal);
    this.#reading = reading;
    this.#counter = counter;
    counter.catch(() => {
      if (this.#counter === counter) this.#counter = undefined; // the next one tries again
    });
    return counter;
  }

  async #load(signal: AbortSignal): Promise<Counter> {
    const papers: LeanPaper[] = [];
    this.read.value = 0;
    await this.#scan(async (chunk) => {
      await inSlices(
        chunk.length,
        (index) => {
          const paper = chunk[index];
          if (paper) papers.push(lean(paper));
        },
        signal,
      );
      this.read.value = papers.length;
    }, signal);
    signal.throwIfAborted();
    return new Counter(papers);
  }

  /** Papers changed: drop what was read. */
  forget(): void {
    this.#reading?.abort(new DOMException('The stored papers changed.', 'AbortError'));
    this.#counter = undefined;
    this.version.value++;
  }

  /** Runs `work` after all work queued before it: for counts that nobody is waiting for at the keyboard. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

/** Puts the parts of the stored search index together when there is time for it. */
import { breathe } from './db.ts';
import { tidySearch } from './search-update.ts';

/** How long after the last change it begins, in ms. */
const LATER_MS = 3_000;
/** It waits while something was asked for within so many ms: answers come first. */
const QUIET_MS = 400;
const AGAIN_MS = 50;

export class Tidier {
  readonly #most: number;
  readonly #done: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = Number.NEGATIVE_INFINITY;

  /**
   * @param most papers of one part.
   * @param done called when stored parts became fewer.
   */
  constructor(most: number, done: () => void) {
    this.#most = most;
    this.#done = done;
  }

  /** Begins when nothing more was taken in for a while. */
  later(): void {
    this.close();
    this.#timer = setTimeout(() => void this.#tidy(), LATER_MS);
  }

  /** Somebody waits for an answer. */
  asked(): void {
    this.#asked = performance.now();
  }

  /** Begins no more. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #tidy(): Promise<void> {
    try {
      if (await tidySearch(this.#most, () => this.#pause())) this.#done();
    } catch (error) {
      reportError(error); // what was left half made is deleted before the next time
    }
  }

  async #pause(): Promise<void> {
    await breathe();
    while (performance.now() - this.#asked < QUIET_MS)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

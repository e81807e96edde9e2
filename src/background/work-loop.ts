/**
 * Works a queue off that is kept in the database, one step after the other, so that a worker stopped at any point goes on
 * where it was.
 */

/** What a loop needs from outside: the browser, or a test. */
export interface LoopWorld {
  /** Resolves after `ms`, or when `signal` is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Comes back after `ms` even when the worker was stopped; undefined: no more. */
  comeBack(ms: number | undefined): Promise<void>;
  failed(error: unknown): Promise<void>;
}

/** A worker is stopped after half a minute of waiting: longer pauses are left to an alarm. In ms. */
const AWAKE_MS = 20_000;

/** After a failure that was not foreseen, a full disk mostly, it is tried again this much later. In ms. */
const FAILED_MS = 600_000;

/** While there is work, an alarm brings a stopped worker back. In ms. */
const LIFELINE_MS = 60_000;

export class WorkLoop {
  readonly #world: LoopWorld;
  readonly #step: (held: boolean) => Promise<number | undefined>;
  readonly #stepped: () => void;
  #running = false;
  #again = false;
  #nap: AbortController | undefined;

  /**
   * @param step one look and at most one request; returns how long to wait for the next, in ms, undefined where nothing is
   * left. `held`: an alarm is set that brings a stopped worker back.
   * @param stepped called when a step has ended, and when the loop ends, also by a failure.
   */
  constructor(
    world: LoopWorld,
    step: (held: boolean) => Promise<number | undefined>,
    stepped: () => void = () => undefined,
  ) {
    this.#world = world;
    this.#step = step;
    this.#stepped = stepped;
  }

  /** Works the queue off; called again meanwhile, it looks once more. Failures are logged, never thrown. */
  async wake(): Promise<void> {
    this.#again = true;
    this.#nap?.abort();
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#work();
      }
    } catch (error) {
      await this.#world.failed(error);
      await this.#world.comeBack(FAILED_MS).catch((again) => this.#world.failed(again));
    } finally {
      this.#running = false;
      this.#stepped();
    }
  }

  async #work(): Promise<void> {
    let held = false;
    for (;;) {
      const wait = await this.#step(held);
      this.#stepped();
      if (wait === undefined) return this.#world.comeBack(undefined);
      if (wait > AWAKE_MS) return this.#world.comeBack(wait);
      if (!held) await this.#world.comeBack(LIFELINE_MS);
      held = true;
      if (wait > 0) await this.#sleep(wait);
    }
  }

  async #sleep(ms: number): Promise<void> {
    this.#nap = new AbortController();
    await this.#world.sleep(ms, this.#nap.signal);
    this.#nap = undefined;
    this.#again = false; // it is looked at now
  }
}

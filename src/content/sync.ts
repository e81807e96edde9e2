/** Sends rows to the worker in batches, nearest first, one after another; draws what it answers. */
import { ManiculeError, sentenceOf } from '../core/errors.ts';
import { BATCH, type EntryState, MAX_IDS, type Visit } from '../core/messages.ts';
import type { PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';

/** After a failure the rest of the page is tried once more, this much later. */
const RETRY_MS = 5_000;

export interface SyncEvents {
  drawn(rows: Row[]): void;
  words(words: string[]): void;
  failed(sentence: string, gone: boolean): void;
}

export class Sync {
  readonly #model: PageModel;
  readonly #visit: Visit;
  readonly #events: SyncEvents;
  readonly #signal: AbortSignal;
  #waiting: Row[] = [];
  #running = false;
  #retried = false;

  constructor(model: PageModel, visit: Visit, events: SyncEvents, signal: AbortSignal) {
    this.#model = model;
    this.#visit = visit;
    this.#events = events;
    this.#signal = signal;
  }

  add(rows: Row[]): void {
    this.#waiting.push(...rows);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    // rows of one slice come together: let them gather so that a batch is full
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0 && !this.#signal.aborted) {
        const batch = this.#waiting.slice(0, BATCH);
        const asked = this.#model.ask();
        const reply = await send('entries.sync', {
          visit: this.#visit,
          entries: batch.map((row) => row.entry),
        });
        if (this.#signal.aborted) return;
        this.#waiting.splice(0, batch.length);
        this.#retried = false;
        this.#events.words(reply.words);
        this.#put(reply.states, asked);
        for (const problem of reply.problems.slice(0, 1)) this.#events.failed(problem, false);
      }
    } catch (error) {
      if (this.#signal.aborted) return;
      const gone = error instanceof ManiculeError && error.code === 'extension-gone';
      const again = !gone && !this.#retried;
      this.#events.failed(again ? say('pageRetrying') : sentenceOf(error), gone);
      if (again) {
        this.#retried = true;
        setTimeout(() => this.add([]), RETRY_MS);
      } else this.#waiting = [];
    } finally {
      this.#running = false;
    }
  }

  #put(states: Record<PaperId, EntryState>, asked: number): void {
    const rows: Row[] = [];
    for (const [id, state] of Object.entries(states)) rows.push(...this.#model.put(id, state, asked));
    this.#events.drawn(rows);
  }

  /** Reads states again that may have changed in the popup, in another tab, or since the page was left. */
  async refresh(ids: PaperId[]): Promise<void> {
    try {
      for (let i = 0; i < ids.length && !this.#signal.aborted; i += MAX_IDS) {
        const asked = this.#model.ask();
        const reply = await send('states.get', {
          ids: ids.slice(i, i + MAX_IDS),
          at: this.#visit.at,
        });
        if (this.#signal.aborted) return;
        this.#events.words(reply.words);
        this.#put(reply.states, asked);
      }
    } catch (error) {
      const gone = error instanceof ManiculeError && error.code === 'extension-gone';
      if (!this.#signal.aborted) this.#events.failed(sentenceOf(error), gone);
    }
  }
}

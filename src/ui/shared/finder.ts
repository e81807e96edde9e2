/** Search and facets over every stored paper, answered by a worker of the page: the last that was asked for counts. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ManiculeError } from '../../core/errors.ts';
import type { Choices } from '../../core/filter.ts';
import type { PaperId } from '../../core/paper.ts';
import { language } from '../../core/say.ts';
import type { Found, Suggestion } from '../../storage/index.ts';
import { takeSearchWorker } from './early-search.ts';
import { nextFrame } from './painted.ts';
import type { Answer, Around, Asked, FromWorker, MaybeOne, SearchRequest } from './search-messages.ts';
import { IdListener } from './told-ids.ts';
import { topicChoices } from './topic-labels.ts';

export type { SearchRequest } from './search-messages.ts';

/** What was found for what. */
export interface Result extends Omit<Found, 'ids' | 'choices'> {
  ids: readonly PaperId[];
  request: SearchRequest;
}

/** Pause after a key in which nothing but the rows is worked at, in ms: the next often comes sooner. */
const KEYS_REST_MS = 80;

const sameRequest = (a: SearchRequest, b: SearchRequest): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Finder {
  readonly #result = signal<Result | undefined>(undefined);
  readonly #choices = signal<Choices | undefined>(undefined);
  readonly #busy = signal(false);
  readonly #ids = new IdListener();
  readonly #failed: (error: unknown) => void;
  #worker: Worker | undefined;
  #n = 0;
  readonly #waiting = new Map<number, (reply: FromWorker) => void>();
  readonly #progress = new Map<number, (done: number, total: number) => void>();
  /** Asked for last; another one is being answered. */
  #next: SearchRequest | undefined;
  #asked: SearchRequest | undefined;
  #asking = false;
  /** The words of the last answer. */
  #typed: string | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
    effect(() => {
      topicChoices.value;
      this.#again();
    });
  }

  /** The last answer; it may be of a request before the last. */
  get result(): ReadonlySignal<Result | undefined> {
    return this.#result;
  }

  /** What can be narrowed by: counted after the rows were answered, once nothing else is asked for. */
  get choices(): ReadonlySignal<Choices | undefined> {
    return this.#choices;
  }

  /** Whether a request waits for its answer. */
  get busy(): ReadonlySignal<boolean> {
    return this.#busy;
  }

  /** Resolves when no request waits for its answer, or after `most` ms: by then other work goes on beside it. */
  answered(most = 2_000): Promise<void> {
    return new Promise((done) => {
      const stop = effect(() => {
        if (this.#busy.value) return;
        queueMicrotask(() => stop());
        done();
      });
      setTimeout(done, most);
    });
  }

  /** The last answer, when it is for this. */
  for(request: SearchRequest): Result | undefined {
    const result = this.#result.value;
    return result && sameRequest(result.request, request) ? result : undefined;
  }

  #post(
    message: Omit<Asked, 'n' | 'topicChoices' | 'language'>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<FromWorker> {
    if (!this.#worker) {
      this.#worker =
        takeSearchWorker() ?? new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
      this.#worker.onerror = (event) => this.#gone(event.message);
    }
    const n = ++this.#n;
    if (onProgress) this.#progress.set(n, onProgress);
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      const asked = { ...message, n, topicChoices: topicChoices.peek(), language: language() };
      this.#worker?.postMessage(asked);
    });
  }

  #take(reply: FromWorker): void {
    if ('changed' in reply) {
      this.#again();
      return;
    }
    if ('ids' in reply) {
      this.#ids.take(reply.ids);
      return;
    }
    if ('done' in reply) {
      this.#progress.get(reply.n)?.(reply.done, reply.total);
      return;
    }
    this.#waiting.get(reply.n)?.(reply);
    this.#waiting.delete(reply.n);
    this.#progress.delete(reply.n);
  }

  #gone(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const [n, answer] of this.#waiting) answer({ n, failed: message });
    this.#waiting.clear();
  }

  #again(): void {
    if (this.#asked) this.ask(this.#asked);
  }

  /** Asks for this; answers to what was asked before are still taken, so that a list follows fast typing. */
  ask(request: SearchRequest): void {
    this.#asked = request;
    clearTimeout(this.#counting);
    if (this.#asking) {
      this.#next = request;
      return;
    }
    this.#asking = true;
    this.#busy.value = true;
    void this.#post({ ask: 'search', ...request } as never).then((reply) => {
      this.#asking = false;
      const next = this.#next;
      this.#next = undefined;
      if ('found' in reply) this.#show(request, reply.found);
      else if ('failed' in reply) this.#failed(new ManiculeError('storage-failed', reply.failed));
      if (next) {
        this.ask(next);
        return;
      }
      if ('found' in reply) this.#countSoon(request.typed);
      this.#busy.value = false;
    });
  }

  /** Counts when the rows are on the screen; while one types, once the keys rest. */
  #countSoon(typed: string): void {
    const typing = this.#typed !== undefined && this.#typed !== typed;
    this.#typed = typed;
    if (typing) this.#counting = setTimeout(() => this.#count(), KEYS_REST_MS);
    else void nextFrame().then(() => this.#asking || this.#count());
  }

  #show(request: SearchRequest, { ids, ...rest }: Answer): void {
    this.#result.value = { ...rest, ids: this.#ids.take(ids), request };
  }

  #count(): void {
    void this.#post({ ask: 'choices' } as never).then((reply) => {
      if ('choices' in reply) this.#choices.value = reply.choices;
      else if ('failed' in reply) this.#failed(new ManiculeError('storage-failed', reply.failed));
    });
  }

  /** Values of a field that begin with what was typed, the most frequent first. */
  async suggest(field: string, typed: string): Promise<Suggestion[]> {
    const reply = await this.#post({ ask: 'suggest', field, typed } as never);
    return 'suggestions' in reply ? reply.suggestions : [];
  }

  /** What is related to a paper, and what may be the same one. @throws ManiculeError */
  async around(id: PaperId, among: 'library' | 'met'): Promise<Around> {
    const reply = await this.#post({ ask: 'around', id, among } as never);
    if ('around' in reply) return reply.around;
    throw new ManiculeError('storage-failed', 'failed' in reply ? reply.failed : '');
  }

  /**
   * Every pair of papers that may be one; none once `signal` says that nobody waits any more.
   * @param onProgress papers looked at, of how many.
   * @throws ManiculeError
   */
  async duplicates(
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<MaybeOne[]> {
    signal.addEventListener('abort', () => void this.#post({ ask: 'stop' } as never), { once: true });
    const reply = await this.#post({ ask: 'duplicates' } as never, onProgress);
    if (signal.aborted) return [];
    if ('duplicates' in reply) return reply.duplicates;
    throw new ManiculeError('storage-failed', 'failed' in reply ? reply.failed : '');
  }
}

/** What the pictures show: the counts, once they are there, and the time they are of. */
import { computed, signal } from '@preact/signals';
import { firstWeekday } from '../../core/days.ts';
import { sentenceOf } from '../../core/errors.ts';
import type { Stats } from '../../core/stats.ts';
import { loadSettings } from '../../platform/settings.ts';
import { counts, onChanges } from '../shared/data.ts';
import { nowPainted } from '../shared/painted.ts';
import { lastYear, ofYear, type Period, yearsOf } from './period.ts';
import type { FromWorker, ToWorker } from './stats-messages.ts';

export class StatsState {
  readonly stats = signal<Stats | undefined>(undefined);
  /** How many papers are counted so far, and how many there are. */
  readonly counted = signal(0);
  readonly total = signal(0);
  readonly failed = signal('');
  /** A year, or undefined: the last twelve months. */
  readonly year = signal<number | undefined>(undefined);

  /** The day weeks begin with: as where the reader's browser is at home. */
  readonly first = firstWeekday(navigator.language);
  readonly today = new Date();
  readonly years = computed(() => (this.stats.value ? yearsOf(this.stats.value) : []));
  readonly period = computed<Period>(() =>
    this.year.value === undefined ? lastYear(this.today, this.first) : ofYear(this.year.value),
  );

  #worker: Worker | undefined;
  #n = 0;
  /** Something changed since the papers were counted. */
  #old = false;

  async begin(): Promise<void> {
    void this.#count();
    await nowPainted();
    onChanges(({ what }) => {
      if (what === 'papers' || what === 'marks' || what === 'all') this.#old = true;
    });
    // what was done in another tab is in the pictures when the reader comes back to them
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.#old) void this.#count();
    });
  }

  async #count(): Promise<void> {
    this.#old = false;
    try {
      const [{ topicChoices }, { papers }] = await Promise.all([loadSettings(), counts()]);
      this.total.value = papers;
      const asked: ToWorker = { n: ++this.#n, topicChoices };
      this.#work().postMessage(asked);
    } catch (error) {
      this.failed.value = sentenceOf(error);
    }
  }

  #work(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./stats-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    worker.onerror = (event) => {
      this.failed.value = event.message;
      worker.terminate();
      this.#worker = undefined;
    };
    this.#worker = worker;
    return worker;
  }

  #take(reply: FromWorker): void {
    if (reply.n !== this.#n) return; // asked anew meanwhile
    if ('counted' in reply) this.counted.value = reply.counted;
    else if ('failed' in reply) this.failed.value = reply.failed;
    else {
      this.failed.value = '';
      this.stats.value = reply.stats;
    }
  }
}

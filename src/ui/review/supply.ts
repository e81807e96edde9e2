/** Where the papers of a review come from, and in which order they are worth looking at. */
import { signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import type { Fit } from '../../core/relevance.ts';
import { type Queue, queueOf } from './data.ts';
import { reportOf, sourceOf } from './page.ts';
import { fitsOf } from './relevance.ts';
import { reorder, type Session, type Source } from './session.ts';

export class Supply {
  /** The page of the tab the review was opened for, if it has papers. */
  readonly page = signal<Source | undefined>(undefined);
  /** Undecided papers of the source that were met before: they can be gone through too. */
  readonly older = signal<readonly PaperId[]>([]);
  /** How well what waits fits what the reader saved; empty until that is worked out. */
  readonly fits = signal<ReadonlyMap<PaperId, Fit>>(new Map());
  #pageIds: readonly PaperId[] = [];
  #flagged: ReadonlySet<PaperId> = new Set();

  /** Hears what a tab's page holds; undefined where that is nothing. */
  async open(tab: number): Promise<Source | undefined> {
    const report = await reportOf(tab);
    if (!report) return undefined;
    this.#pageIds = report.ids;
    this.page.value = sourceOf(report);
    return this.page.value;
  }

  /**
   * What waits now; of a page whose tab is gone nothing new can be asked.
   * @param onPart hears of what was found so far, while more is read.
   * @param late whether something else was asked for since: then there is no answer.
   * @throws ManiculeError
   */
  async ask(source: Source, onPart: (found: Queue) => void, late: () => boolean): Promise<Queue | undefined> {
    const gone = source.kind === 'page' && this.#pageIds.length === 0;
    let queue: Queue = { flagged: [], fresh: [], older: [] };
    try {
      if (!gone)
        queue = await queueOf(source, this.#pageIds, new Date(), (found) => void (late() || onPart(found)));
    } catch (error) {
      if (!late()) throw error;
    }
    if (late()) return undefined;
    this.older.value = queue.older;
    this.#flagged = new Set(queue.flagged);
    return queue;
  }

  /** Works out how well these fit what the reader saved. Never rejects. */
  async rank(ids: readonly PaperId[], late: () => boolean): Promise<void> {
    if (ids.length === 0) return;
    const fits = await fitsOf(ids);
    if (!late()) this.fits.value = fits;
  }

  /** What was not shown yet in order: flagged first, then what fits best. */
  inOrder(session: Session): Session {
    const fits = this.fits.peek();
    return reorder(session, this.#flagged, (id) => fits.get(id)?.score);
  }
}

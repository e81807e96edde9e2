/** Which entries of the page are shown, and in which order: as the reader filters and sorts, and back when the visit ends. */
import { Filtering } from './filter.ts';
import type { PageModel, Row } from './model.ts';

export class Arranging {
  readonly #model: PageModel;
  readonly #filtering = new Filtering();

  constructor(model: PageModel, signal: AbortSignal) {
    this.#model = model;
    signal.addEventListener('abort', () => this.#restore(), { once: true });
  }

  /** Everything anew: filter, order or fits changed. */
  all(): void {
    this.#model.sorter?.apply();
    this.#filtering.apply(this.#model);
  }

  /** Some rows, of which something was learnt. */
  some(rows: readonly Row[]): void {
    const fitting = this.#model.fitting();
    for (const row of rows) this.#filtering.applyTo(row, this.#model, fitting);
  }

  #restore(): void {
    this.#filtering.restore();
    this.#model.sorted = false;
    this.#model.sorter?.apply();
  }
}

/** The entry the keys act on. */
import { say } from '../core/say.ts';
import { reasonWords } from '../core/words.ts';
import type { PageModel, Row } from './model.ts';

/** Room kept above and below the current entry, in px. */
const MARGIN = 90;

/** Neither left out by a filter, nor in a part of the page that the site does not show. An item may have no box but its parts'. */
const isShown = ({ hidden, item }: Row): boolean =>
  !hidden && [item, ...item.children].some((one) => one.checkVisibility());

export class Selection {
  readonly #model: PageModel;
  readonly #say: (words: string) => void;

  constructor(model: PageModel, say: (words: string) => void) {
    this.#model = model;
    this.#say = say;
  }

  /** The current row; without one, the first row in view. */
  get row(): Row | undefined {
    const { current } = this.#model;
    return current && !current.hidden ? current : undefined;
  }

  /**
   * Goes `step` rows on, over rows that are not shown, also from one that was just left out itself; the first time, to
   * the first row in view. False when there is no row at all.
   */
  move(step: 1 | -1): boolean {
    const { rows, current } = this.#model;
    let at = current ? rows.indexOf(current) : -1;
    if (at < 0) {
      const first = this.#firstInView(rows.filter(isShown));
      if (first) this.select(first, true);
      return first !== undefined;
    }
    let next: Row | undefined;
    do {
      at += step;
      next = rows[at];
    } while (next && !isShown(next));
    if (next) this.select(next, true);
    return true;
  }

  #firstInView(rows: Row[]): Row | undefined {
    return rows.find((row) => row.item.getBoundingClientRect().bottom > 0) ?? rows[0];
  }

  select(row: Row, scroll: boolean): void {
    const { current } = this.#model;
    if (current !== row) {
      current?.view?.setCurrent(false);
      this.#model.current = row;
      row.view?.setCurrent(true);
    }
    if (scroll) this.#scrollTo(row);
    const { state } = row;
    const decided = [
      state?.saved && say('chipSaved'),
      state?.flagged && say('chipFlagged'),
      state?.dismissed && say('chipDismissed'),
      state?.isNew && say('chipNew'),
    ];
    const why = state?.reasons.map((reason) => reasonWords(reason.text)).join(', ') ?? '';
    this.#say([row.entry.title, ...decided.filter(Boolean), why].filter(Boolean).join(', '));
  }

  #scrollTo(row: Row): void {
    const top = (row.view?.slot.beside ?? row.item).getBoundingClientRect();
    const box = row.item.getBoundingClientRect();
    const from = Math.min(top.top, box.top);
    const to = Math.max(top.bottom, Math.min(box.bottom, from + 200));
    if (from < MARGIN) window.scrollBy({ top: from - MARGIN, behavior: 'instant' });
    else if (to > window.innerHeight - MARGIN)
      window.scrollBy({ top: to - window.innerHeight + MARGIN + 60, behavior: 'instant' });
  }
}

/** The row the keys act on: follows its paper when the list changes, and the place when the paper leaves it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { placeIn } from './told-ids.ts';

export class Cursor {
  readonly id = signal<PaperId | undefined>(undefined);
  /** The row asked for the focus; it takes it when it is drawn. */
  wantsFocus = false;
  /** Set by the list while it is shown. */
  scrollTo: ((index: number) => void) | undefined;
  /** How many rows a page of it has; set by the list, as `scrollTo`. */
  pageSize = (): number => 5;
  readonly #shown: ReadonlySignal<readonly PaperId[]>;
  #index = 0;
  /** The list that `#index` was a place of. */
  #list: readonly PaperId[] = [];

  constructor(shown: ReadonlySignal<readonly PaperId[]>) {
    this.#shown = shown;
    effect(() => this.#follow(shown.value));
  }

  #follow(shown: readonly PaperId[]): void {
    const id = this.id.peek();
    const before = this.#list;
    this.#list = shown;
    const at = id === undefined ? -1 : this.#placeOf(id, shown, before);
    if (at >= 0) {
      this.#index = at;
      return;
    }
    // the focused row is about to go: its successor takes the focus, so that the next key still has a row
    if (document.activeElement?.closest('[role=row][data-id]')) this.wantsFocus = true;
    this.#index = Math.max(0, Math.min(this.#index, shown.length - 1));
    this.id.value = shown[this.#index];
  }

  #placeOf(id: PaperId, shown: readonly PaperId[], before: readonly PaperId[]): number {
    if (shown[this.#index] === id) return this.#index;
    return before[this.#index] === id ? placeIn(shown, before, this.#index) : shown.indexOf(id);
  }

  get index(): number {
    const id = this.id.peek();
    const shown = this.#shown.peek();
    if (id !== undefined && shown[this.#index] !== id) this.#index = Math.max(0, shown.indexOf(id));
    return this.#index;
  }

  /** Starts over at the first row, for a new list. */
  reset(): void {
    this.#index = 0;
    this.id.value = this.#shown.peek()[0];
  }

  to(index: number, focus = true): void {
    const shown = this.#shown.peek();
    if (shown.length === 0) return;
    this.#index = Math.max(0, Math.min(index, shown.length - 1));
    this.wantsFocus = focus;
    this.scrollTo?.(this.#index);
    const id = shown[this.#index];
    if (this.id.peek() === id && focus) this.#focusNow(id);
    else this.id.value = id;
  }

  move(by: number): void {
    this.to(this.index + by);
  }

  #focusNow(id: PaperId | undefined): void {
    if (id === undefined) return;
    const row = document.querySelector<HTMLElement>(`[role=row][data-id="${CSS.escape(id)}"]`);
    if (!row) return; // not drawn yet: it takes the focus then
    this.wantsFocus = false;
    row.focus({ preventScroll: true });
  }
}

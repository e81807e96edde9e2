/** A long list for Preact of which only what is looked at is drawn (see virtual-rows.ts). */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { Cursor } from './cursor.ts';
import { painted } from './painted.ts';
import { offsetFor, placeOf, type RowHeights, range, totalSize, type VirtualRow } from './virtual-rows.ts';

export interface VirtualList extends RowHeights {
  scroller: RefObject<HTMLElement | null>;
  /** A row that stays drawn out of view, so that it keeps the focus. */
  pinned: number;
  /** Height of the list before it was measured: the first paint already has its rows. */
  guess: number;
  startAt: number;
  /** Px at the end of the view that are no place for a row. */
  padEnd?: number;
}

export class Virtual {
  #list: VirtualList;
  #offset: number;
  #size: number;
  #drawn = '';
  readonly #redraw: () => void;

  constructor(list: VirtualList, redraw: () => void) {
    this.#list = list;
    this.#redraw = redraw;
    this.#offset = list.startAt;
    this.#size = list.guess;
  }

  take(list: VirtualList): void {
    this.#list = list;
    this.#drawn = this.#range().join();
  }

  #range(): [number, number] {
    const more = painted.value ? 4 : 1;
    return range(this.#list, { offset: this.#offset, size: this.#size }, more);
  }

  /** Height of what is seen of the list, in px. */
  get viewSize(): number {
    return this.#size;
  }

  get totalSize(): number {
    return totalSize(this.#list);
  }

  /** The rows that are drawn, in their order. */
  rows(): VirtualRow[] {
    const [first, last] = this.#range();
    const { pinned, count } = this.#list;
    const out: VirtualRow[] = [];
    for (let index = first; index <= last; index++) out.push(placeOf(this.#list, index));
    if (pinned >= 0 && pinned < first) out.unshift(placeOf(this.#list, pinned));
    if (pinned > last && pinned < count) out.push(placeOf(this.#list, pinned));
    return out;
  }

  #look(offset: number, size: number): void {
    this.#offset = offset;
    this.#size = size;
    if (this.#range().join() !== this.#drawn) this.#redraw();
  }

  /** Follows the element that scrolls. Returns how to stop. */
  follow(): (() => void) | undefined {
    const element = this.#list.scroller.current;
    if (!element) return undefined;
    if (this.#offset > 0) element.scrollTop = this.#offset;
    const scrolled = () => this.#look(element.scrollTop, this.#size);
    element.addEventListener('scroll', scrolled, { passive: true });
    // told before what it was measured for is painted
    const sizes = new ResizeObserver(() => this.#look(element.scrollTop, element.clientHeight));
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', scrolled);
      sizes.disconnect();
    };
  }

  /** Scrolls as little as is needed to have a row whole in view. */
  scrollTo(index: number): void {
    const element = this.#list.scroller.current;
    if (!element || index < 0 || index >= this.#list.count) return;
    const view = { offset: element.scrollTop, size: this.#size };
    const offset = offsetFor(this.#list, view, index, this.#list.padEnd ?? 0);
    if (offset !== undefined) element.scrollTop = offset;
  }
}

/** The component is drawn again whenever other rows come into view. @param cursor brings its row into view. */
export function useVirtual(given: Omit<VirtualList, 'pinned'>, cursor: Cursor): Virtual {
  const list = { ...given, pinned: cursor.id.value === undefined ? -1 : cursor.index };
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  const [virtual] = useState(() => new Virtual(list, () => redraw()));
  virtual.take(list);
  useLayoutEffect(() => virtual.follow(), [virtual]);
  useEffect(() => {
    cursor.scrollTo = (index) => virtual.scrollTo(index);
    return () => {
      cursor.scrollTo = undefined;
    };
  }, [cursor, virtual]);
  return virtual;
}

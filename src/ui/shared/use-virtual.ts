/** @tanstack/virtual-core for Preact: which rows of a long list are drawn. Heights are known, never measured. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { painted } from './painted.ts';

export interface VirtualList {
  count: number;
  size: (index: number) => number;
  key: (index: number) => string;
  scroller: RefObject<HTMLElement | null>;
  /** A row that stays drawn out of view, so that it keeps the focus. */
  pinned: number;
  /** Height of the list before it was measured: the first paint already has its rows. */
  guess: number;
  startAt: number;
  /** Px at the end of the view that are no place for a row. */
  padEnd?: number;
}

/** The virtualizer of a list; the component is drawn again whenever other rows come into view. */
export function useVirtual(list: VirtualList): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count: list.count,
    estimateSize: list.size,
    getItemKey: list.key,
    getScrollElement: () => list.scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: painted.value ? 4 : 1,
    initialRect: { width: 0, height: list.guess },
    initialOffset: list.startAt,
    scrollPaddingEnd: list.padEnd ?? 0,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (list.pinned < 0 || list.pinned >= list.count || rows.includes(list.pinned)) return rows;
      return [...rows, list.pinned].sort((a, b) => a - b);
    },
    onChange: () => redraw(),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}

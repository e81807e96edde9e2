/** Dragging papers and collections with the pointer. Everything it does can be done by keyboard too. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import type { LibraryState } from './state.ts';

export type Dragged = { papers: readonly PaperId[] } | { collection: string };

/** What is being dragged: what is carried cannot be read before it is dropped. */
export const dragged = signal<Dragged | undefined>(undefined);

/** Tells the browser that something of ours is dragged. */
export function begin(event: DragEvent, what: Dragged, words: string): void {
  dragged.value = what;
  event.dataTransfer?.setData('text/plain', words);
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyMove';
}

/** Where in a box the pointer is: 0 at its top, 1 at its bottom. */
export function heightIn(event: DragEvent, box: Element): number {
  const { top, height } = box.getBoundingClientRect();
  return height === 0 ? 0 : (event.clientY - top) / height;
}

const rowOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row][data-id]') : null;

/** Rows can be dragged onto collections and, in a list that is ordered by hand, between other rows. */
export function useRowDrag(state: LibraryState): void {
  useEffect(() => {
    const stop = new AbortController();
    const on = (
      type: 'dragstart' | 'dragover' | 'dragleave' | 'drop' | 'dragend',
      act: (event: DragEvent) => void,
    ) => document.addEventListener(type, act, { signal: stop.signal });
    let over: HTMLElement | undefined;
    const mark = (row: HTMLElement | undefined, where?: 'before' | 'after') => {
      if (over && over !== row) delete over.dataset['drop'];
      over = row;
      if (row && where) row.dataset['drop'] = where;
      else if (row) delete row.dataset['drop'];
    };
    const papers = () => {
      const now = dragged.peek();
      return now && 'papers' in now && state.hand.list.peek() !== undefined ? now.papers : undefined;
    };
    on('dragstart', (event) => {
      const id = rowOf(event)?.dataset['id'];
      if (id === undefined) return;
      const selected = state.selected.peek();
      const row = state.papers.cell(id).peek();
      begin(event, { papers: selected.includes(id) ? selected : [id] }, row?.paper.title ?? id);
    });
    on('dragover', (event) => {
      const row = rowOf(event);
      if (!row || !papers()) return mark(undefined);
      event.preventDefault();
      mark(row, heightIn(event, row) < 0.5 ? 'before' : 'after');
    });
    on('drop', (event) => {
      const row = rowOf(event);
      const moved = papers();
      const at = row?.dataset['id'];
      if (row && moved && at !== undefined) {
        event.preventDefault();
        const after = heightIn(event, row) >= 0.5;
        const shown = state.shown.peek().filter((id) => moved.includes(id));
        state.hand.move(shown, { at, after });
      }
      mark(undefined);
    });
    on('dragend', () => {
      mark(undefined);
      dragged.value = undefined;
    });
    return () => stop.abort();
  }, [state]);
}

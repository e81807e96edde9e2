/** One line that says what just happened, with the way back. */
import { say } from '../core/say.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

const STAYS_MS = 6_000;

/** Under a bar that is high up, and not beyond the left of one that is far there. */
function keepInSight(toast: HTMLElement, bar: HTMLElement): void {
  const { left, top, height } = toast.getBoundingClientRect();
  const down = top < 0 ? height + bar.offsetHeight + 20 : 0;
  toast.style.translate = `${Math.max(0, 8 - left)}px ${down}px`;
}

export class Toast {
  readonly #layer: Layer;
  #shown: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /** @param bar what it stands above */
  show(words: string, bar: HTMLElement | undefined, undo?: () => void): void {
    this.hide();
    this.#layer.say(words);
    const text = el('span', { dir: 'auto' }, words);
    text.title = words;
    const toast = el('div', { class: 'toast' }, text);
    if (undo) {
      const back = el('button', { type: 'button' }, say('pageUndo'));
      back.title = say('pageUndoKey');
      back.addEventListener('click', undo);
      toast.append(back);
    }
    this.#shown = toast;
    (bar ?? this.#layer.ground).append(toast);
    if (bar) keepInSight(toast, bar);
    this.#timer = setTimeout(() => this.hide(), STAYS_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown?.remove();
    this.#shown = undefined;
  }
}

/** One line that says what just happened, with the way back. */
import { say } from '../core/say.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

const STAYS_MS = 6_000;

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
    const toast = el('div', { class: 'toast' }, el('span', { dir: 'auto', title: words }, words));
    if (undo) {
      const back = el('button', { type: 'button', title: say('pageUndoKey') }, say('pageUndo'));
      back.addEventListener('click', undo);
      toast.append(back);
    }
    this.#shown = toast;
    (bar ?? this.#layer.ground).append(toast);
    this.#timer = setTimeout(() => this.hide(), STAYS_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown?.remove();
    this.#shown = undefined;
  }
}

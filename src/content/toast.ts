/** One line that says what just happened, with the way back. */
import { say } from '../core/say.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

const STAYS_MS = 6_000;

export class Toast {
  readonly #layer: Layer;
  #shown: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Free room above the bar, in px from the bottom. */
  bottom = 64;
  right = 16;

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  show(words: string, undo?: () => void): void {
    this.hide();
    this.#layer.say(words);
    const text = el('span', { dir: 'auto' }, words);
    text.title = words;
    const toast = el('div', { class: 'toast' }, text);
    toast.style.bottom = `${this.bottom}px`;
    toast.style.right = `${this.right}px`;
    if (undo) {
      const back = el('button', { type: 'button' }, say('pageUndo'));
      back.title = say('pageUndoKey');
      back.addEventListener('click', undo);
      toast.append(back);
    }
    this.#shown = toast;
    this.#layer.root.append(toast);
    this.#timer = setTimeout(() => this.hide(), STAYS_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown?.remove();
    this.#shown = undefined;
  }
}

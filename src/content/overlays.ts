/** Everything drawn over the page: bar, abstract, keys, toasts. Each is made when it is first needed. */
import type { Settings } from '../core/settings.ts';
import { Help } from './help.ts';
import { type Layer, makeLayer } from './layer.ts';
import type { PageModel, Row } from './model.ts';
import { type BarActions, PageBar } from './page-bar.ts';
import { Peek } from './peek.ts';
import { Toast } from './toast.ts';

/** Height of the bar and the gap over it, in px: toasts stand above. */
const ABOVE_BAR = 56;

export class Overlays {
  readonly #signal: AbortSignal;
  #layer: Layer | undefined;
  #toast: Toast | undefined;
  #peek: Peek | undefined;
  #help: Help | undefined;
  #bar: PageBar | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  #over(): Layer {
    this.#layer ??= makeLayer(this.#signal);
    return this.#layer;
  }

  /** Says something to screen readers only. */
  say(words: string): void {
    this.#over().say(words);
  }

  toast(words: string, settings: Settings, undo?: () => void): void {
    this.#toast ??= new Toast(this.#over());
    this.#toast.bottom = settings.barBottom + ABOVE_BAR;
    this.#toast.right = settings.barRight;
    this.#toast.show(words, undo);
  }

  addBar(model: PageModel, settings: Settings, actions: BarActions): void {
    this.#bar ??= new PageBar(this.#over(), model, settings, actions, this.#signal);
  }

  /** @param model what is learnt of the paper while the card is open is added to it */
  togglePeek(row: Row, words: readonly string[], model: PageModel): void {
    this.#help?.close();
    if (!this.#peek) {
      const peek = new Peek(this.#over());
      model.onChange(() => peek.update());
      this.#peek = peek;
    }
    this.#peek.toggle(row, words);
  }

  closePeek(): void {
    this.#peek?.close();
  }

  toggleHelp(): void {
    this.#peek?.close();
    this.#help ??= new Help(this.#over());
    this.#help.toggle();
  }

  /** Closes whatever is open; false when nothing was. */
  close(): boolean {
    if (this.#bar?.closeMenu()) return true;
    const open = this.#peek?.open === true || this.#help?.open === true;
    this.#peek?.close();
    this.#help?.close();
    return open;
  }
}

/** Everything drawn over the page: bar, abstract, keys, toasts. Each is made when it is first needed. */
import type { PageSettings } from '../core/page-settings.ts';
import type { BarMenu, MenuActions } from './bar-menus.ts';
import { type Layer, makeLayer } from './layer.ts';
import type { PageModel, Row } from './model.ts';
import type { Cards } from './on/cards.ts';
import { type BarActions, PageBar } from './page-bar.ts';
import type { Correct } from './peek.ts';
import { carded } from './shelf.ts';
import { Toast } from './toast.ts';

export class Overlays {
  readonly #signal: AbortSignal;
  #layer: Layer | undefined;
  #toast: Toast | undefined;
  #cards: Cards | undefined;
  /** Counts what was asked for: a card that comes late is not shown over what came after. */
  #turn = 0;
  #bar: PageBar | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  #over(): Layer {
    this.#layer ??= makeLayer(this.#signal);
    return this.#layer;
  }

  /** Makes room for the bar: while a page is short, that costs it no layout worth the name. */
  prepare(): void {
    this.#over();
  }

  /** Says something to screen readers only. */
  say(words: string): void {
    this.#over().say(words);
  }

  toast(words: string, undo?: () => void): void {
    this.#toast ??= new Toast(this.#over());
    this.#toast.show(words, this.#bar?.element, undo);
  }

  addBar(model: PageModel, settings: PageSettings, actions: BarActions): void {
    this.#bar ??= new PageBar(this.#over(), model, settings, actions, this.#signal);
  }

  /** The cards, fetched when they are first asked for; undefined where they cannot be had or are not wanted any more. */
  async #fetched(model: PageModel, correct: Correct): Promise<Cards | undefined> {
    const mine = ++this.#turn;
    const make = this.#cards ? undefined : await carded();
    if (make && !this.#cards) {
      const cards = make(this.#over(), correct, this.#signal);
      model.onChange(() => cards.peek.update());
      this.#cards = cards;
    }
    return mine === this.#turn && !this.#signal.aborted ? this.#cards : undefined;
  }

  /**
   * @param model what is learnt of the paper while the card is open is added to it
   * @throws ManiculeError when the extension is gone
   */
  async togglePeek(row: Row, words: readonly string[], model: PageModel, correct: Correct): Promise<void> {
    const cards = await this.#fetched(model, correct);
    cards?.help.close();
    cards?.peek.toggle(row, words);
  }

  closePeek(): void {
    this.#turn++;
    this.#cards?.peek.close();
  }

  /** @throws ManiculeError when the extension is gone */
  async toggleHelp(model: PageModel, correct: Correct): Promise<void> {
    const cards = await this.#fetched(model, correct);
    cards?.peek.close();
    cards?.help.toggle();
  }

  /** @throws ManiculeError when the extension is gone */
  async openMenu(
    which: BarMenu,
    anchor: HTMLElement,
    name: string,
    model: PageModel,
    correct: Correct,
    actions: MenuActions,
  ): Promise<void> {
    const cards = await this.#fetched(model, correct);
    if (!cards) return;
    const close = () => void cards.menu.close();
    cards.menu.open(anchor, name, cards.menuRows(which, model, { ...actions, close }));
  }

  /** Closes an open menu; false when there was none. */
  closeMenu(): boolean {
    return this.#cards?.menu.close() === true;
  }

  /** Closes whatever is open; false when nothing was. */
  close(): boolean {
    if (this.closeMenu()) return true;
    this.#turn++;
    const { peek, help } = this.#cards ?? {};
    const open = peek?.open === true || help?.open === true;
    peek?.close();
    help?.close();
    return open;
  }
}

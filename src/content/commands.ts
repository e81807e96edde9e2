/** What the reader can do in a page, whether by a key, a mark's buttons or the bar. */
import { sentenceOf } from '../core/errors.ts';
import type { Visit } from '../core/messages.ts';
import type { PageSettings } from '../core/page-settings.ts';
import { say } from '../core/say.ts';
import { safeUrl } from '../core/text.ts';
import { send } from '../platform/rpc.ts';
import { Actions } from './actions.ts';
import type { BarMenu, MenuActions } from './bar-menus.ts';
import type { Action } from './mark-view.ts';
import type { PageModel, Row } from './model.ts';
import type { Overlays } from './overlays.ts';
import type { PageActions } from './page-keys.ts';
import type { Correct } from './peek.ts';
import { Selection } from './selection.ts';

export class Commands implements PageActions {
  readonly #model: PageModel;
  readonly #overlays: Overlays;
  readonly #settings: () => PageSettings;
  readonly #actions: Actions;
  readonly #selection: Selection;

  constructor(
    model: PageModel,
    visit: Visit,
    overlays: Overlays,
    settings: () => PageSettings,
    draw: (rows: Row[]) => void,
  ) {
    this.#model = model;
    this.#overlays = overlays;
    this.#settings = settings;
    this.#actions = new Actions(model, visit, (words, undo) => this.say(words, undo), draw);
    this.#selection = new Selection(model, (words) => overlays.say(words));
  }

  say(words: string, undo?: () => void): void {
    this.#overlays.toast(words, undo);
  }

  row(): Row | undefined {
    return this.#selection.row;
  }

  /** Makes `row` the current one and brings it into view. */
  select(row: Row): void {
    this.#selection.select(row, true);
  }

  move(step: 1 | -1): boolean {
    this.#overlays.closePeek();
    return this.#selection.move(step);
  }

  act(row: Row, action: Action): void {
    this.#selection.select(row, false);
    if (action === 'save') this.#actions.toggle(row, 'saved');
    else if (action === 'flag') this.#actions.toggle(row, 'flagged');
    else if (action === 'dismiss') this.#actions.toggle(row, 'dismissed');
    else if (action === 'pdf') this.open(row.entry.links.pdf ?? row.state?.pdf, say('pageNoPdf'));
    else {
      const words = this.#settings().highlightWords ? this.#model.words : [];
      this.#opened(this.#overlays.togglePeek(row, words, this.#model, this.#correct));
    }
  }

  /** Opens a menu of the bar at the button `anchor`, or closes the one that is open there. */
  menu(which: BarMenu, anchor: HTMLElement, name: string, actions: MenuActions): void {
    this.#opened(this.#overlays.openMenu(which, anchor, name, this.#model, this.#correct, actions));
  }

  closeMenu(): void {
    this.#overlays.closeMenu();
  }

  undo(): void {
    this.#actions.undo();
  }

  help(): void {
    this.#opened(this.#overlays.toggleHelp(this.#model, this.#correct));
  }

  readonly #correct: Correct = (row, change, words) => this.#actions.change(row, change, words);

  /** Says why something could not be opened. */
  #opened(opening: Promise<void>): void {
    opening.catch((error: unknown) => this.say(sentenceOf(error)));
  }

  close(): boolean {
    return this.#overlays.close();
  }

  open(href: string | undefined, otherwise: string): void {
    const url = href && safeUrl(href);
    if (url) window.open(url, '_blank', 'noopener');
    else this.say(otherwise);
  }

  /** Opens one of the extension's pages: the library with a search, settings at a part of them, a review of this page. */
  openOwn(page: 'library' | 'options' | 'review', search = ''): void {
    send('page.open', { page, search }).catch((error: unknown) => this.say(sentenceOf(error)));
  }
}

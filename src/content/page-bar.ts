/** The one line at the bottom right: what this page holds, and the filters. Collapses to the hand; stays where it was put. */
import { HAND_PATH, HAND_VIEWBOX } from '../core/hand.ts';
import type { Settings } from '../core/settings.ts';
import type { BarMenu } from './bar-menus.ts';
import { el, icon, painted } from './dom.ts';
import { followDrag } from './drag.ts';
import type { Layer } from './layer.ts';
import { Menu } from './menu.ts';
import type { PageModel, Show } from './model.ts';

export interface BarActions {
  filterChanged(): void;
  help(): void;
  /** The rows of a menu; undefined where they cannot be had. */
  rows(which: BarMenu, close: () => void): Promise<Node[] | undefined>;
  review(): void;
  remember(change: Partial<Settings>): void;
}

const SHOWS: readonly [show: Show, label: string][] = [
  ['all', 'All'],
  ['new', 'New'],
  ['flagged', 'Flagged'],
  ['saved', 'Saved'],
];

export class PageBar {
  readonly #bar: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: BarActions;
  readonly #menu: Menu;
  readonly #grip: HTMLButtonElement;
  readonly #gripCount = el('span', { class: 'n' });
  readonly #entries = el('b');
  readonly #counts: Record<'new' | 'flagged' | 'saved', HTMLButtonElement>;
  readonly #segments = new Map<Show, HTMLButtonElement>();
  readonly #dismissed: HTMLButtonElement;
  readonly #topics: HTMLButtonElement;
  readonly #fit: HTMLButtonElement;
  readonly #rest: HTMLElement[];
  readonly #note: HTMLButtonElement;
  #collapsed: boolean;

  constructor(layer: Layer, model: PageModel, settings: Settings, actions: BarActions, signal: AbortSignal) {
    this.#model = model;
    this.#actions = actions;
    this.#collapsed = settings.barCollapsed;
    this.#menu = new Menu(layer, signal);
    this.#grip = this.#button('', () => this.#collapse(), 'grip');
    this.#grip.append(icon(HAND_PATH, HAND_VIEWBOX, ''), this.#gripCount);
    const count = (show: Exclude<Show, 'all'>) =>
      this.#button('', () => this.#show(this.#model.filter.show === show ? 'all' : show), 'count');
    this.#counts = { new: count('new'), flagged: count('flagged'), saved: count('saved') };
    const segments = el('span', { class: 'seg', role: 'group', 'aria-label': 'Show' });
    for (const [show, label] of SHOWS) {
      const one = this.#button(label, () => this.#show(show), '');
      this.#segments.set(show, one);
      segments.append(one);
    }
    this.#dismissed = this.#button('Hide dismissed', () => this.#hideDismissed(), 'toggle wide');
    this.#topics = this.#button(
      'Topics ▾',
      () => void this.#open(this.#topics, 'Topics on this page', 'topics'),
      'toggle',
    );
    const out = this.#button('Export ▾', () => void this.#open(out, 'Export', 'export'), 'wide');
    this.#fit = this.#button(
      'Fit ▾',
      () => void this.#open(this.#fit, 'How well papers fit', 'fits'),
      'toggle wide',
    );
    const review = this.#button('Review', () => actions.review(), 'wide');
    const help = this.#button('?', () => actions.help(), '');
    help.setAttribute('aria-label', 'Keys');
    help.title = 'Keys (?)';
    this.#note = this.#button(
      '!',
      () => void this.#open(this.#note, 'How this page was read', 'note'),
      'note',
    );
    this.#rest = [
      this.#entries,
      this.#counts.new,
      this.#counts.flagged,
      this.#counts.saved,
      segments,
      this.#dismissed,
      this.#topics,
      ...(settings.relevance ? [this.#fit] : []),
      out,
      review,
      help,
    ];
    this.#bar = el(
      'div',
      { class: 'bar', role: 'region', 'aria-label': 'Manicule: this page' },
      this.#grip,
      this.#note,
      ...this.#rest,
    );
    this.#bar.style.right = `${settings.barRight}px`;
    this.#bar.style.bottom = `${settings.barBottom}px`;
    followDrag(this.#grip, this.#bar, signal, (barRight, barBottom) =>
      actions.remember({ barRight, barBottom }),
    );
    layer.root.append(this.#bar);
    model.onChange(() => this.#drawSoon(signal));
    this.draw();
  }

  #waiting = false;

  /** Once a frame at most: a long page changes with every batch. */
  #drawSoon(signal: AbortSignal): void {
    if (this.#waiting) return;
    this.#waiting = true;
    void painted().then(() => {
      this.#waiting = false;
      if (!signal.aborted) this.draw();
    });
  }

  #button(text: string, click: () => void, className: string): HTMLButtonElement {
    const made = el('button', { type: 'button', ...(className ? { class: className } : {}) }, text);
    made.addEventListener('click', click);
    return made;
  }

  draw(): void {
    const { filter } = this.#model;
    const counts = this.#model.counts();
    const small = this.#collapsed;
    this.#bar.classList.toggle('small', small);
    for (const part of this.#rest) part.hidden = small;
    const { problem } = this.#model;
    this.#note.hidden = small || problem === undefined;
    this.#note.title = problem ?? '';
    this.#note.setAttribute('aria-label', problem ?? '');
    this.#gripCount.textContent = small && counts.freshFlagged > 0 ? String(counts.freshFlagged) : '';
    const flagged =
      counts.freshFlagged === 1 ? '1 new flagged entry' : `${counts.freshFlagged} new flagged entries`;
    this.#grip.setAttribute(
      'aria-label',
      small ? `Manicule: open the bar, ${flagged}` : 'Manicule: collapse the bar',
    );
    this.#grip.setAttribute('aria-expanded', String(!small));
    this.#grip.title = `${small ? 'Open' : 'Collapse'}; drag to move`;
    if (small) return;
    const shown = this.#model.rows.filter((row) => !row.hidden).length;
    const all = counts.entries === 1 ? '1 entry' : `${counts.entries} entries`;
    this.#entries.textContent = shown < counts.entries ? `${shown} of ${all}` : all;
    const put = (button: HTMLButtonElement, n: number, word: string, on: boolean, hot: boolean) => {
      const digits = el('span', { class: 'd' }, String(n));
      // room for every entry of the page, so that running counts do not move the bar's edge
      digits.style.minWidth = `${String(counts.entries).length + 0.2}ch`;
      button.replaceChildren(digits, ` ${word}`);
      button.setAttribute('aria-pressed', String(on));
      button.title = `Show only ${word}`;
      button.classList.toggle('hot', hot && n > 0);
    };
    put(this.#counts.new, counts.fresh, 'new', filter.show === 'new', false);
    put(this.#counts.flagged, counts.flagged, 'flagged', filter.show === 'flagged', true);
    put(this.#counts.saved, counts.saved, 'saved', filter.show === 'saved', false);
    for (const [show, button] of this.#segments)
      button.setAttribute('aria-pressed', String(filter.show === show));
    this.#dismissed.setAttribute('aria-pressed', String(filter.hideDismissed));
    this.#topics.textContent = filter.topics.size > 0 ? `Topics (${filter.topics.size}) ▾` : 'Topics ▾';
    this.#topics.setAttribute('aria-pressed', String(filter.topics.size > 0));
    this.#fit.setAttribute('aria-pressed', String(this.#model.sorted || filter.least > 0 || filter.top > 0));
  }

  #show(show: Show): void {
    this.#model.filter.show = show;
    this.#actions.filterChanged();
  }

  #hideDismissed(): void {
    const hideDismissed = !this.#model.filter.hideDismissed;
    this.#model.filter.hideDismissed = hideDismissed;
    this.#actions.filterChanged();
    this.#actions.remember({ hideDismissed });
  }

  #collapse(): void {
    this.#collapsed = !this.#collapsed;
    this.#menu.close();
    this.draw();
    this.#actions.remember({ barCollapsed: this.#collapsed });
  }

  /** Opens a menu whose rows are made when they are first asked for. */
  async #open(anchor: HTMLButtonElement, name: string, which: BarMenu): Promise<void> {
    const rows = await this.#actions.rows(which, () => this.#menu.close());
    if (rows) this.#menu.open(anchor, name, rows);
  }

  /** Closes an open menu; false when there was none. */
  closeMenu(): boolean {
    return this.#menu.close();
  }
}

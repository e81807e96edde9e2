/** The one line at the bottom right: what this page holds, and the filters. Collapses to the hand; stays where it was put. */
import { HAND_PATH, HAND_VIEWBOX } from '../core/hand.ts';
import type { PageSettings } from '../core/page-settings.ts';
import { type CountedKey, count, type MessageKey, say, sayMany } from '../core/say.ts';
import type { BarMenu } from './bar-menus.ts';
import { el, icon, painted } from './dom.ts';
import { followDrag, placeBar } from './drag.ts';
import type { Layer } from './layer.ts';
import type { PageModel, Show } from './model.ts';

export interface BarActions {
  filterChanged(): void;
  help(): void;
  /** Opens a menu at the button `anchor`, or closes the one that is open there. */
  open(which: BarMenu, anchor: HTMLElement, name: string): void;
  closeMenu(): void;
  review(): void;
  remember(change: Partial<PageSettings>): void;
}

const SHOWS: readonly [show: Show, label: MessageKey][] = [
  ['all', 'barAll'],
  ['new', 'barNew'],
  ['flagged', 'barFlagged'],
  ['saved', 'barSaved'],
];

/** What is counted, and what a click on the count does. */
const COUNTS = {
  new: ['barCountNew', 'barOnlyNew'],
  flagged: ['barCountFlagged', 'barOnlyFlagged'],
  saved: ['barCountSaved', 'barOnlySaved'],
} as const satisfies Partial<Record<Show, [CountedKey, MessageKey]>>;

export class PageBar {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: BarActions;
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

  constructor(
    layer: Layer,
    model: PageModel,
    settings: PageSettings,
    actions: BarActions,
    signal: AbortSignal,
  ) {
    this.#model = model;
    this.#actions = actions;
    this.#collapsed = settings.barCollapsed;
    this.#grip = this.#button('', () => this.#collapse(), 'grip');
    this.#grip.append(icon(HAND_PATH, HAND_VIEWBOX, ''), this.#gripCount);
    const counter = (show: Exclude<Show, 'all'>) =>
      this.#button('', () => this.#show(this.#model.filter.show === show ? 'all' : show), 'count');
    this.#counts = { new: counter('new'), flagged: counter('flagged'), saved: counter('saved') };
    const segments = el('span', { class: 'seg', role: 'group', 'aria-label': say('barShow') });
    for (const [show, label] of SHOWS) {
      const one = this.#button(say(label), () => this.#show(show), '');
      this.#segments.set(show, one);
      segments.append(one);
    }
    this.#dismissed = this.#button(say('barHideDismissed'), () => this.#hideDismissed(), 'toggle');
    this.#topics = this.#button(
      '',
      () => actions.open('topics', this.#topics, say('barTopicsTitle')),
      'toggle',
    );
    const out = this.#button(say('barExport'), () => actions.open('export', out, say('barExportTitle')), '');
    this.#fit = this.#button(
      say('barFit'),
      () => actions.open('fits', this.#fit, say('barFitTitle')),
      'toggle',
    );
    const review = this.#button(say('barReview'), () => actions.review(), '');
    const help = this.#button('?', () => actions.help(), '');
    help.ariaLabel = say('pageKeys');
    help.title = say('pageKeysKey');
    this.#note = this.#button('!', () => actions.open('note', this.#note, say('barNoteTitle')), 'note');
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
    this.element = el(
      'div',
      { class: 'bar', role: 'region', 'aria-label': say('barName') },
      this.#grip,
      this.#note,
      ...this.#rest,
    );
    placeBar(this.element, settings.barRight, settings.barBottom);
    followDrag(this.#grip, this.element, signal, (barRight, barBottom) =>
      actions.remember({ barRight, barBottom }),
    );
    layer.ground.append(this.element);
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
    this.element.classList.toggle('small', small);
    for (const part of this.#rest) part.hidden = small;
    const { problem } = this.#model;
    this.#note.hidden = small || problem === undefined;
    this.#note.title = problem ?? '';
    this.#note.ariaLabel = problem ?? '';
    this.#gripCount.textContent = small && counts.freshFlagged > 0 ? count(counts.freshFlagged) : '';
    this.#grip.ariaLabel = small ? sayMany('barOpen', counts.freshFlagged) : say('barCollapse');
    this.#grip.ariaExpanded = String(!small);
    this.#grip.title = say(small ? 'barOpenTitle' : 'barCollapseTitle');
    if (small) return;
    const shown = this.#model.rows.filter((row) => !row.hidden).length;
    this.#entries.textContent =
      shown < counts.entries
        ? sayMany('barEntriesOf', counts.entries, shown)
        : sayMany('barEntries', counts.entries);
    const put = (show: keyof typeof COUNTS, n: number) => {
      const button = this.#counts[show];
      const digits = el('span', { class: 'd' }, count(n));
      // room for every entry of the page, so that running counts do not move the bar's edge
      digits.style.minWidth = `${count(counts.entries).length + 0.2}ch`;
      button.replaceChildren(digits, ` ${sayMany(COUNTS[show][0], n)}`);
      button.ariaPressed = String(filter.show === show);
      button.title = say(COUNTS[show][1]);
      button.classList.toggle('hot', show === 'flagged' && n > 0);
    };
    put('new', counts.fresh);
    put('flagged', counts.flagged);
    put('saved', counts.saved);
    for (const [show, button] of this.#segments) button.ariaPressed = String(filter.show === show);
    this.#dismissed.ariaPressed = String(filter.hideDismissed);
    this.#topics.textContent =
      filter.topics.size > 0 ? say('barTopicsChosen', filter.topics.size) : say('barTopics');
    this.#topics.ariaPressed = String(filter.topics.size > 0);
    this.#fit.ariaPressed = String(this.#model.sorted || filter.least > 0 || filter.top > 0);
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
    this.#actions.closeMenu();
    this.draw();
    this.#actions.remember({ barCollapsed: this.#collapsed });
  }
}

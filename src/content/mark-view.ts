/**
 * The mark of one entry: one host element with a closed shadow tree. The host is cheap and drawn for every entry; what
 * is in it is filled when the entry comes near the view.
 */
import { HAND_PATH, HAND_VIEWBOX } from '../core/hand.ts';
import type { EntryState } from '../core/messages.ts';
import type { Slot } from '../sites/define-site.ts';
import { el, icon } from './dom.ts';
import { dress } from './style.ts';
import { day, seenWords } from './words.ts';

export type Action = 'save' | 'flag' | 'dismiss' | 'peek' | 'pdf';

const FLAG = 'M4 14V2.6C6 1.4 8 3.8 12.5 2.4V8.6C8 10 6 7.6 4 8.8';
const CROSS = 'M4 4L12 12M12 4L4 12';
const MOST_TOPICS = 2;
/** Room the hand needs beside the title, in px. */
const GUTTER = 42;
/** Where the chips of a list stand beside their host, and the height of the hand's pill, in px: as in style.ts. */
const CHIPS_LEFT = 14;
const CHIPS_TOP = -5;
const HAND_HEIGHT = 30;
const CHIP_HEIGHT = 30;
/** Width of the actions after the chips, with some air. */
const ACTS = 150;

const button = (
  name: string,
  className: string,
  key: string,
  ...children: (Node | string)[]
): HTMLButtonElement => {
  const made = el('button', { type: 'button', class: className, 'data-do': name }, ...children);
  made.title = key;
  return made;
};

/** Cloned for every mark: building 2,000 marks node by node costs three times as much. */
let template: DocumentFragment | undefined;
function frame(): DocumentFragment {
  if (!template) {
    template = document.createDocumentFragment();
    const hand = button('save', 'hand', 'Save (s)', icon(HAND_PATH, HAND_VIEWBOX, ''));
    const acts = el('span', { class: 'acts fade' });
    acts.append(
      button('flag', 'act flag', 'Flag (f)', icon(FLAG, '0 0 16 16', '')),
      button('dismiss', 'act', 'Dismiss (x)', icon(CROSS, '0 0 16 16', '')),
      button('peek', 'act', 'Abstract (a)', 'abs'),
      button('pdf', 'act', 'PDF (p)', 'pdf'),
    );
    const mark = el(
      'div',
      { class: 'm' },
      el('span', { class: 'pill main' }, hand),
      el('span', { class: 'chips' }),
      acts,
    );
    template.append(mark);
  }
  return template.cloneNode(true) as DocumentFragment;
}

const chip = (kind: string, text: string, title: string, ...more: Node[]): HTMLElement => {
  const made = el('span', { class: `chip ${kind}`, dir: 'auto' }, text, ...more);
  made.title = title;
  return made;
};

/** The chips in the order of what matters: why it is flagged, what is new or decided, topics. */
function chipsOf(state: EntryState): HTMLElement[] {
  const chips: HTMLElement[] = [];
  if (state.flagged) {
    const why = state.reasons.filter((reason) => reason.by === 'rule');
    const first = why[0];
    if (first) {
      const all = why.map((reason) => reason.text).join('; ');
      chips.push(
        chip('why', why.length > 1 ? `${first.text} +${why.length - 1}` : first.text, `Flagged: ${all}`),
      );
    } else chips.push(chip('why', 'flagged', 'Flagged by you'));
  }
  if (state.highlight.length > 0)
    chips.push(chip('why', state.highlight[0] ?? '', `Watched: ${state.highlight.join('; ')}`));
  if (state.dim.length > 0)
    chips.push(chip('', state.dim[0] ?? '', `Dimmed by a rule: ${state.dim.join('; ')}`));
  if (state.saved) {
    const when = state.savedAt ? day(state.savedAt) : '';
    chips.push(
      chip('on', when && when !== 'today' ? `saved ${when}` : 'saved', `Saved${when ? ` ${when}` : ''}`),
    );
  } else if (state.dismissed) chips.push(chip('on', 'dismissed', 'Dismissed'));
  if (state.isNew) chips.push(chip('new', 'new', 'Not met before this visit'));
  else if (state.seen.count > 1) {
    const words = seenWords(state);
    const rest = el('span', { class: 'quiet' }, words.rest);
    chips.push(chip('', words.short, words.short + words.rest, rest));
  } else
    chips.push(
      chip(
        '',
        `seen ${day(state.seen.first.at)}`,
        `Seen once, ${day(state.seen.first.at)}${seenWords(state).rest.replace(/^.* on/, ' on')}`,
      ),
    );
  if (state.status)
    chips.push(chip('on', state.status.replace('-', ' '), `Status: ${state.status.replace('-', ' ')}`));
  for (const tag of state.tags.slice(0, 1)) chips.push(chip('on', tag, `Tags: ${state.tags.join(', ')}`));
  for (const topic of state.topics.slice(0, MOST_TOPICS))
    chips.push(chip('', topic.label, `Topic: ${topic.label}`));
  const rest = state.topics.slice(MOST_TOPICS);
  if (rest.length > 0)
    chips.push(chip('', `+${rest.length}`, `More topics: ${rest.map((topic) => topic.label).join(', ')}`));
  return chips;
}

export class MarkView {
  readonly host: HTMLDivElement;
  readonly slot: Slot;
  readonly #root: ShadowRoot;
  readonly #title: string;
  readonly #act: (action: Action) => void;
  #mark: HTMLElement | undefined;
  #state: EntryState | undefined;
  #current = false;

  constructor(slot: Slot, title: string, act: (action: Action) => void) {
    this.slot = slot;
    this.#title = title;
    this.#act = act;
    this.host = document.createElement('div');
    this.host.setAttribute('data-manicule', '');
    // without a box until it is filled: 2,000 boxes would make every layout of the page slower
    this.host.style.setProperty('display', 'none', 'important');
    this.#root = this.host.attachShadow({ mode: 'closed' });
  }

  /** Puts the host where the site file says. Idempotent: also brings it back after the site re-rendered its entry. */
  place(): void {
    const { parent, before } = this.slot;
    const anchor = before?.parentNode === parent ? before : null;
    if (this.host.parentNode !== parent) parent.insertBefore(this.host, anchor);
  }

  get placed(): boolean {
    return this.host.isConnected && this.host.parentNode === this.slot.parent;
  }

  get filled(): boolean {
    return this.#mark !== undefined;
  }

  /** Fills the mark. Without a state it is the bare hand: it can be used before the worker has answered. */
  fill(): void {
    if (this.#mark) return;
    const content = frame();
    this.#mark = content.firstElementChild as HTMLElement;
    this.#mark.classList.add(this.slot.style);
    const names: Record<string, string> = {
      save: 'Save',
      flag: 'Flag',
      dismiss: 'Dismiss',
      peek: 'Abstract',
      pdf: 'PDF',
    };
    for (const one of this.#mark.querySelectorAll<HTMLButtonElement>('button')) {
      one.setAttribute('aria-label', `${names[one.dataset['do'] ?? '']}: ${this.#title}`);
    }
    this.#mark.addEventListener('click', (event) => {
      const target = (event.target as Element).closest<HTMLElement>('[data-do]');
      event.stopPropagation(); // a click on a mark is none of the card's business
      if (!target) return;
      event.preventDefault();
      this.#act(target.dataset['do'] as Action);
    });
    dress(this.#root, 'mark');
    this.#root.append(content);
    this.#draw();
    this.host.removeAttribute('style');
  }

  /** Shows what is known of the paper. */
  show(state: EntryState): void {
    this.#state = state;
    this.#draw();
  }

  setCurrent(current: boolean): void {
    this.#current = current;
    this.#mark?.classList.toggle('current', current);
  }

  #draw(): void {
    const mark = this.#mark;
    if (!mark) return;
    const state = this.#state;
    mark.classList.toggle('known', state !== undefined);
    mark.classList.toggle('saved', state?.saved === true);
    mark.classList.toggle('flagged', state?.flagged === true);
    mark.classList.toggle('dismissed', state?.dismissed === true);
    mark.classList.toggle('current', this.#current);
    const pressed: Record<string, boolean> = {
      save: state?.saved === true,
      flag: state?.flagged === true,
      dismiss: state?.dismissed === true,
    };
    for (const one of mark.querySelectorAll<HTMLButtonElement>('button')) {
      const name = one.dataset['do'] ?? '';
      if (name in pressed) one.setAttribute('aria-pressed', String(pressed[name]));
    }
    mark.querySelector('.chips')?.replaceChildren(...(state ? chipsOf(state) : []));
  }

  /** Where the hand goes, read from the page's layout; call for many marks before `settle` of any. */
  measure(): (() => void) | undefined {
    const mark = this.#mark;
    const { style, beside, parent } = this.slot;
    if (!mark || !this.host.isConnected) return undefined;
    if (style === 'corner') return this.#measureCorner(mark, parent);
    if (!beside?.isConnected) return () => mark.classList.add('inline', 'placed');
    const here = this.host.getBoundingClientRect();
    const title = beside.getBoundingClientRect();
    const shift = this.#afterLast(parent, here);
    // the first line of the title, not its whole box
    const line = Number.parseFloat(getComputedStyle(beside).lineHeight) || Math.min(title.height, 24);
    const inline = title.left < GUTTER + 2 || title.height === 0;
    // from the chips' corner (`.gutter` in style.ts) to the gutter, the hand's middle on the middle of the title's first line
    const x = title.left - here.left - shift.x - CHIPS_LEFT - GUTTER + 6;
    const y = title.top - here.top - shift.y - CHIPS_TOP + Math.max((line - HAND_HEIGHT) / 2, -2);
    // never wider than the window: an overflow would give the page a scroll bar it did not have
    const room =
      document.documentElement.clientWidth - here.left - shift.x - CHIPS_LEFT - (inline ? GUTTER : 0) - ACTS;
    return () => {
      mark.classList.add('placed');
      mark.classList.toggle('inline', inline);
      mark.classList.toggle('tight', room < 0);
      mark.style.cssText = `--x:${x.toFixed(1)}px;--y:${y.toFixed(1)}px;--dx:${shift.x.toFixed(1)}px;--dy:${shift.y.toFixed(1)}px;--room:${Math.max(0, Math.floor(room))}px`;
    };
  }

  /** In a flex or grid row an absolute child stands at the row's start: how far it is from there to the end of its content. */
  #afterLast(parent: Element, here: DOMRect): { x: number; y: number } {
    const last = this.host.previousElementSibling;
    if (!last || !/flex|grid/.test(getComputedStyle(parent).display)) return { x: 0, y: 0 };
    const end = last.getBoundingClientRect();
    return {
      x: end.right - here.left,
      y: end.top - here.top + (end.height - CHIP_HEIGHT) / 2 - CHIPS_TOP - 5,
    };
  }

  /** The corner is the card's own where the site positions its cards; else it is found once, from where the host stands. */
  #measureCorner(mark: HTMLElement, card: Element): () => void {
    const width = Math.max(120, card.clientWidth - 16);
    const positioned = getComputedStyle(card).position !== 'static';
    const here = this.host.getBoundingClientRect();
    const corner = card.getBoundingClientRect();
    return () => {
      mark.style.setProperty('--w', `${width}px`);
      if (positioned) this.host.style.cssText = 'top:0!important;left:0!important';
      else mark.style.cssText += `;--x:${corner.left - here.left}px;--y:${corner.top - here.top}px`;
      mark.classList.add('placed');
    };
  }

  remove(): void {
    this.host.remove();
  }
}

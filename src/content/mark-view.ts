/**
 * The mark of one entry: one host element with a closed shadow tree, in three steps by cost. Every entry gets a host
 * without a box. A box of no size is new to the line it stands in: the browser lays out that list again. Filling the
 * box is then a matter of the box alone.
 */
import { HAND_PATH, HAND_VIEWBOX } from '../core/hand.ts';
import type { EntryState } from '../core/messages.ts';
import type { Fit } from '../core/relevance.ts';
import { type MessageKey, say } from '../core/say.ts';
import { reasonWords } from '../core/words.ts';
import type { Slot } from '../sites/define-site.ts';
import { chipsOf } from './chips.ts';
import { el, icon } from './dom.ts';
import { place } from './geometry.ts';
import { dress } from './style.ts';

export type Action = 'save' | 'flag' | 'dismiss' | 'peek' | 'pdf';

/** Names of the buttons, with the paper's title. */
const NAMES: Record<Action, MessageKey> = {
  save: 'markSave',
  flag: 'markFlag',
  dismiss: 'markDismiss',
  peek: 'markAbstract',
  pdf: 'markPdf',
};

const FLAG = 'M4 14V2.6C6 1.4 8 3.8 12.5 2.4V8.6C8 10 6 7.6 4 8.8';
const CROSS = 'M4 4L12 12M12 4L4 12';

const button = (
  name: Action,
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
    const hand = button('save', 'hand', say('markSaveKey'), icon(HAND_PATH, HAND_VIEWBOX, ''));
    const acts = el('span', { class: 'acts' });
    acts.append(
      button('flag', 'act flag', say('markFlagKey'), icon(FLAG, '0 0 16 16', '')),
      button('dismiss', 'act', say('markDismissKey'), icon(CROSS, '0 0 16 16', '')),
      button('peek', 'act', say('markAbstractKey'), say('markAbstractShort')),
      button('pdf', 'act', say('markPdfKey'), say('markPdfShort')),
    );
    template.append(
      el('span', { class: 'pill main' }, hand, el('span', { class: 'fit', role: 'img' })),
      el('span', { class: 'chips' }),
      acts,
    );
  }
  return template.cloneNode(true) as DocumentFragment;
}

let host: HTMLDivElement | undefined;
function bareHost(): HTMLDivElement {
  if (!host) {
    host = el('div', { 'data-manicule': '' });
    // 2,000 boxes at once would be a long task; the sheet that comes with the box outranks this
    host.style.setProperty('display', 'none', 'important');
  }
  return host.cloneNode() as HTMLDivElement;
}

export class MarkView {
  readonly host: HTMLDivElement;
  readonly slot: Slot;
  readonly #root: ShadowRoot;
  readonly #title: string;
  readonly #act: (action: Action) => void;
  #mark: HTMLElement | undefined;
  #filled = false;
  #state: EntryState | undefined;
  #fit: Fit | undefined;
  #current = false;

  constructor(slot: Slot, title: string, act: (action: Action) => void) {
    this.slot = slot;
    this.#title = title;
    this.#act = act;
    this.host = bareHost();
    this.#root = this.host.attachShadow({ mode: 'closed' });
  }

  /** Puts the host where the site file says. Idempotent: also brings it back after the site re-rendered its entry. */
  place(): void {
    const { parent, before } = this.slot;
    const anchor = before?.parentNode === parent ? before : null;
    if (this.host.parentNode !== parent) parent.insertBefore(this.host, anchor);
    // what takes room takes it once, when the page is first marked, not while one reads
    if (this.slot.style === 'flow') this.box();
  }

  get placed(): boolean {
    return this.host.isConnected && this.host.parentNode === this.slot.parent;
  }

  get boxed(): boolean {
    return this.#mark !== undefined;
  }

  get filled(): boolean {
    return this.#filled;
  }

  /** Its button that has the focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** Gives the host its box, empty and without a size. Idempotent. */
  box(): void {
    if (this.#mark) return;
    this.#mark = el('div', { class: `m ${this.slot.style}` });
    dress(this.#root, this.slot.style === 'flow' ? 'flow' : 'mark');
    this.#root.append(this.#mark);
    this.host.style.removeProperty('display');
  }

  /** Draws the mark into its box, once; returns whether it did. Without a state it is the bare hand. */
  fill(): boolean {
    if (this.#filled) return false;
    this.box();
    const mark = this.#mark as HTMLElement;
    const content = frame();
    for (const one of content.querySelectorAll<HTMLButtonElement>('button')) {
      one.ariaLabel = say(NAMES[one.dataset['do'] as Action], this.#title);
    }
    mark.addEventListener('click', (event) => {
      const target = (event.target as Element).closest<HTMLElement>('[data-do]');
      event.stopPropagation(); // a click on a mark is none of the card's business
      if (!target) return;
      event.preventDefault();
      this.#act(target.dataset['do'] as Action);
    });
    mark.append(content);
    this.#filled = true;
    this.#draw();
    return true;
  }

  /** Shows how well the paper fits what the reader saved. */
  showFit(fit: Fit): void {
    this.#fit = fit;
    this.#draw();
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
    if (!mark || !this.#filled) return;
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
      if (name in pressed) one.ariaPressed = String(pressed[name]);
    }
    this.#drawFit(mark.querySelector<HTMLElement>('.fit'));
    mark.querySelector('.chips')?.replaceChildren(...(state ? chipsOf(state) : []));
  }

  #drawFit(bar: HTMLElement | null): void {
    const fit = this.#fit;
    if (!bar || !fit) return;
    const why = fit.why.map(reasonWords).join('; ');
    const words = why ? say('markFitsWhy', fit.score, why) : say('markFits', fit.score);
    bar.style.setProperty('--fit', `${fit.score}%`);
    bar.title = words;
    bar.ariaLabel = words;
    bar.classList.add('known');
  }

  /**
   * Where mark and hand go, read from the page's layout, filled or not; call for many marks before writing any.
   * @param pitch from its entry to the next, in px
   */
  measure(pitch: number): (() => void) | undefined {
    return this.#mark && this.host.isConnected ? place(this.host, this.#mark, this.slot, pitch) : undefined;
  }

  remove(): void {
    this.host.remove();
  }
}

/** The abstract in place: a card by the entry, one at a time, closed by Esc. */

import type { MarkChange } from '../core/mark.ts';
import type { EntryState } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { reasonWords } from '../core/words.ts';
import { dotted } from './chips.ts';
import { closeButton, type Dialog, openDialog } from './dialog.ts';
import { el } from './dom.ts';
import { findWords, needles } from './highlight.ts';
import type { Layer } from './layer.ts';
import type { Row } from './model.ts';
import { authorLine } from './peek-authors.ts';
import { type Related, relatedTo } from './peek-related.ts';

const GAP = 8;

/** Stores what the reader said of a paper; `words` tell it. */
export type Correct = (row: Row, change: MarkChange, words: string) => void;

/** `text` as nodes, watch words in `<mark>`. */
function marked(text: string, words: readonly string[]): Node[] {
  const out: Node[] = [];
  let at = 0;
  for (const [start, end] of findWords(text, needles(words)).sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    out.push(document.createTextNode(text.slice(at, start)), el('mark', {}, text.slice(start, end)));
    at = end;
  }
  out.push(document.createTextNode(text.slice(at)));
  return out;
}

const link = (href: string, text: string): HTMLAnchorElement =>
  el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);

/** The links worth showing, each address once. */
function linksOf(row: Row): HTMLAnchorElement[] {
  const { links } = row.entry;
  const pdf = links.pdf ?? row.state?.pdf;
  const all: [string, string][] = [[links.page, say('peekPage')]];
  if (pdf) all.push([pdf, 'PDF']);
  if (links.html) all.push([links.html, 'HTML']);
  for (const href of links.code) all.push([href, href.replace(/^https?:\/\/(?:www\.)?/, '')]);
  for (const href of links.project) all.push([href, href.replace(/^https?:\/\/(?:www\.)?/, '')]);
  const seen = new Set<string>();
  return all.filter(([href]) => !seen.has(href) && seen.add(href)).map(([href, text]) => link(href, text));
}

export class Peek {
  readonly #layer: Layer;
  readonly #correct: Correct;
  #card: Dialog | undefined;
  #row: Row | undefined;
  /** What the open card was drawn from. */
  #drawn: Row['state'];
  /** What was asked about the open card's paper stays while it is drawn anew. */
  #related: Related | undefined;
  #words: readonly string[] = [];
  /** Whether the reader asked for the whole list of the open card's authors. */
  #allAuthors = false;

  /** @param correct stores what the reader says of a paper */
  constructor(layer: Layer, correct: Correct) {
    this.#layer = layer;
    this.#correct = correct;
  }

  get open(): boolean {
    return this.#card !== undefined;
  }

  /** Opens the card at `row`, or closes it when it is open there. */
  toggle(row: Row, words: readonly string[]): void {
    const same = this.#row === row;
    this.close();
    if (!same) this.#show(row, words);
  }

  /** Draws the open card anew where something was learnt of its paper meanwhile: an abstract that was looked up. */
  update(): void {
    const row = this.#row;
    if (!row || !this.#card || row.state === this.#drawn) return;
    const focused = this.#layer.root.activeElement;
    this.#draw(this.#card, row);
    if (focused && !focused.isConnected) this.#card.element.focus({ preventScroll: true });
  }

  #draw({ element: card, close }: Dialog, row: Row): void {
    const words = this.#words;
    const { entry, state } = row;
    this.#drawn = state;
    const abstract = entry.abstract ?? state?.abstract;
    const authors = entry.authors.length > 0 ? entry.authors : (state?.authors ?? []);
    card.replaceChildren(closeButton(close), el('h2', { dir: 'auto' }, ...marked(entry.title, words)));
    if (authors.length > 0) {
      const all = () => {
        this.#allAuthors = true;
      };
      card.append(authorLine(authors, this.#allAuthors, all));
    }
    const reasons = [...(state?.reasons ?? []).map((reason) => reason.text), ...(state?.highlight ?? [])];
    const chips = el('div', { class: 'chips' });
    for (const reason of new Set(reasons))
      chips.append(el('span', { class: 'chip why', dir: 'auto' }, reasonWords(reason)));
    for (const topic of state?.topics ?? []) chips.append(this.#topic(row, topic));
    if (chips.childElementCount > 0) card.append(chips);
    if (state?.note)
      card.append(el('p', { class: 'small note', dir: 'auto' }, say('chipNoteIs', state.note)));
    card.append(
      abstract
        ? el('p', { class: 'abstract', dir: 'auto' }, ...marked(abstract, words))
        : el('p', { class: 'small' }, say('peekNoAbstract')),
    );
    if (!entry.abstract && abstract) card.append(el('p', { class: 'small' }, say('peekElsewhere')));
    this.#related ??= relatedTo(row);
    const { button, place } = this.#related;
    card.append(
      place,
      // seen however long the abstract is
      el(
        'div',
        { class: 'foot' },
        el('span', { class: 'links' }, ...linksOf(row)),
        el('span', { class: 'links' }, button, this.#less(row)),
      ),
    );
  }

  /** Tells the ranking that this is not what the reader looks for, and hides nothing. */
  #less(row: Row): HTMLElement {
    const { title } = row.entry;
    const on = row.state?.less === true;
    const name = { 'aria-label': say('pageLessNamed', title), 'aria-pressed': String(on) };
    const button = el(
      'button',
      { type: 'button', class: 'less', ...name },
      say(on ? 'pageLessOn' : 'pageLess'),
    );
    button.addEventListener('click', () =>
      this.#correct(row, { less: !on }, say(on ? 'pageDidNotLess' : 'pageDidLess', title)),
    );
    return button;
  }

  #show(row: Row, words: readonly string[]): void {
    const card = openDialog(this.#layer, 'card', say('peekName', row.entry.title), row.view, () => {
      this.#card = undefined;
      this.#row = undefined;
    });
    this.#words = words;
    this.#related = undefined;
    this.#allAuthors = false;
    this.#draw(card, row);
    this.#card = card;
    this.#row = row;
    this.#place(card.element, row);
    card.element.focus({ preventScroll: true });
  }

  /** A topic, and the way to say that it is none of this paper's. */
  #topic(row: Row, topic: EntryState['topics'][number]): HTMLElement {
    const off = el(
      'button',
      { type: 'button', class: 'off', 'aria-label': say('pageNotAbout', topic.label, row.entry.title) },
      '×',
    );
    off.title = say('peekNotAbout', topic.label);
    off.addEventListener('click', () => {
      const words = say('pageNotAbout', topic.label, row.entry.title);
      this.#correct(row, { topics: { [topic.id]: false } }, words);
    });
    const chip = dotted(el('span', { class: 'chip' }, topic.label), topic.colour);
    chip.append(off);
    return chip;
  }

  /** Under the title where there is room, above it where there is more; never over it. */
  #place(card: HTMLElement, row: Row): void {
    const anchor = (row.view?.slot.beside ?? row.item).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const below = anchor.bottom + GAP;
    const above = anchor.top - GAP - height;
    const left = Math.max(12, Math.min(anchor.left, window.innerWidth - width - 12));
    const end = this.#end(left, left + width);
    const top = below + height > end && above > 0 ? above : below;
    card.style.top = `${top + window.scrollY}px`;
    card.style.left = `${left + window.scrollX}px`;
    const bottom = top + height;
    if (bottom > end) window.scrollBy({ top: Math.min(bottom - end + GAP, anchor.top - GAP) });
  }

  /** The lower end of what is seen between two edges: the bar lies over the card. */
  #end(left: number, right: number): number {
    const bar = this.#layer.ground.querySelector('.bar')?.getBoundingClientRect();
    const below = bar && bar.top > window.innerHeight / 2 && bar.left < right && bar.right > left;
    return below ? bar.top : window.innerHeight;
  }

  close(): void {
    this.#card?.close();
  }
}

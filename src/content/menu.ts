/** A small menu over the bar: one at a time, closed by Esc, by a click elsewhere, or when focus leaves it. Part of the cards script. */
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

export class Menu {
  readonly #layer: Layer;
  #shown: HTMLElement | undefined;
  #anchor: HTMLElement | undefined;

  constructor(layer: Layer, signal: AbortSignal) {
    this.#layer = layer;
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.composedPath()[0] !== layer.host) this.close();
      },
      { signal, capture: true },
    );
  }

  /** Opens above the bar at `anchor`, or closes when it is open there. */
  open(anchor: HTMLElement, name: string, rows: Node[]): void {
    const again = this.#anchor === anchor;
    this.close();
    if (again) return;
    const menu = el('div', { class: 'menu', role: 'group', 'aria-label': name, tabindex: '-1' }, ...rows);
    const at = anchor.getBoundingClientRect();
    const bar = (anchor.parentElement ?? anchor).getBoundingClientRect();
    const up = bar.top > window.innerHeight / 2;
    if (up) menu.style.bottom = `${window.innerHeight - bar.top + 8}px`;
    else menu.style.top = `${bar.bottom + 8}px`;
    menu.addEventListener('keydown', (event) => this.#move(event));
    this.#layer.root.append(menu);
    // below its button, and in the window whole
    const room = window.innerWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(room, at.right - menu.offsetWidth))}px`;
    this.#shown = menu;
    this.#anchor = anchor;
    anchor.setAttribute('aria-expanded', 'true');
    (menu.querySelector<HTMLElement>('input, button') ?? menu).focus();
  }

  #move(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !this.#shown) return;
    event.preventDefault();
    const stops = [...this.#shown.querySelectorAll<HTMLElement>('input, button')];
    const at = stops.indexOf(this.#layer.root.activeElement as HTMLElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  }

  close(): boolean {
    if (!this.#shown) return false;
    this.#shown.remove();
    this.#shown = undefined;
    this.#anchor?.setAttribute('aria-expanded', 'false');
    this.#anchor?.focus({ preventScroll: true });
    this.#anchor = undefined;
    return true;
  }
}

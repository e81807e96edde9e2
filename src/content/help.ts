/** The sheet of keys. */
import { say } from '../core/say.ts';
import { pageKeyList } from '../core/words.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

export class Help {
  readonly #layer: Layer;
  #sheet: HTMLElement | undefined;

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  get open(): boolean {
    return this.#sheet !== undefined;
  }

  toggle(): void {
    if (this.#sheet) {
      this.close();
      return;
    }
    const list = el('dl');
    for (const [keys, does] of pageKeyList()) {
      const dt = el('dt');
      keys.split(' ').forEach((key, i) => {
        dt.append(...(i > 0 ? [' '] : []), el('kbd', {}, key));
      });
      list.append(dt, el('dd', {}, does));
    }
    const close = el(
      'button',
      { type: 'button', class: 'close', 'aria-label': say('pageClose'), title: say('pageCloseKey') },
      '×',
    );
    close.addEventListener('click', () => this.close());
    const sheet = el('div', {
      class: 'sheet',
      role: 'dialog',
      'aria-label': say('pageKeys'),
      tabindex: '-1',
    });
    sheet.append(el('h2', {}, say('pageKeys')), close, list);
    this.#sheet = sheet;
    this.#layer.root.append(sheet);
    sheet.focus({ preventScroll: true });
  }

  close(): void {
    this.#sheet?.remove();
    this.#sheet = undefined;
  }
}

/** The sheet of keys. */
import { say } from '../core/say.ts';
import { pageKeyList } from '../core/words.ts';
import { closeButton, type Dialog, openDialog } from './dialog.ts';
import { el } from './dom.ts';
import type { Layer } from './layer.ts';

export class Help {
  readonly #layer: Layer;
  #sheet: Dialog | undefined;

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
    const sheet = openDialog(this.#layer, 'sheet', say('pageKeys'), undefined, () => {
      this.#sheet = undefined;
    });
    sheet.element.append(el('h2', {}, say('pageKeys')), closeButton(sheet.close), list);
    this.#sheet = sheet;
    sheet.element.focus({ preventScroll: true });
  }

  close(): void {
    this.#sheet?.close();
  }
}

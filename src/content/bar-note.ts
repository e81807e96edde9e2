/** The sign in the page bar that a page was not read as it should be: says what happened, and offers a report. */
import { el } from './dom.ts';
import type { Menu } from './menu.ts';
import type { PageModel } from './model.ts';

export interface NoteActions {
  /** A report about the page's structure, without its text. */
  report(): Promise<string>;
  /** Says something to the reader. */
  say(words: string): void;
}

/** The text comes later, the click is now: the browser lets a promise be copied for it. */
const copyLater = (text: Promise<string>): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) }),
  ]);

export class BarNote {
  readonly button: HTMLButtonElement;
  readonly #model: PageModel;

  constructor(model: PageModel, menu: Menu, actions: NoteActions) {
    this.#model = model;
    this.button = el('button', { type: 'button', class: 'note' }, '!');
    this.button.addEventListener('click', () => {
      const copy = el('button', { type: 'button' }, 'Copy a report');
      copy.title = 'What the page is made of, without its text. Nothing is sent.';
      copy.addEventListener('click', () => {
        menu.close();
        copyLater(actions.report()).then(
          () => actions.say('Report copied. Nothing was sent.'),
          () =>
            actions.say('The report could not be copied: the page forbids it. The popup can copy it too.'),
        );
      });
      menu.open(this.button, 'How this page was read', [el('p', {}, this.#model.problem ?? ''), copy]);
    });
  }

  draw(collapsed: boolean): void {
    const { problem } = this.#model;
    this.button.hidden = collapsed || problem === undefined;
    this.button.title = problem ?? '';
    this.button.setAttribute('aria-label', problem ?? '');
  }
}

/** What each key does in a page; `pageKeyList` of core/words.ts says it to the reader. */
import { say } from '../core/say.ts';
import type { KeyMap } from './keyboard.ts';
import type { Action } from './mark-view.ts';
import type { Row } from './model.ts';

export interface PageActions {
  /** The current row, if there is one. */
  row(): Row | undefined;
  move(step: 1 | -1): boolean;
  act(row: Row, action: Action): void;
  /** Opens a link, or says `otherwise` where there is none. */
  open(href: string | undefined, otherwise: string): void;
  openOwn(page: 'library' | 'review', search?: string): void;
  undo(): void;
  help(): void;
  /** Closes whatever is open; false when nothing was. */
  close(): boolean;
}

export function pageKeys(page: PageActions): KeyMap {
  const on = (does: (row: Row) => void) => () => {
    const row = page.row();
    if (row) does(row);
    return row !== undefined;
  };
  const always = (does: () => void) => () => {
    does();
    return true;
  };
  const act = (action: Action) => on((row) => page.act(row, action));
  const open = on((row) => page.open(row.entry.links.page, say('pageNoLink')));
  return {
    j: () => page.move(1),
    k: () => page.move(-1),
    s: act('save'),
    f: act('flag'),
    x: act('dismiss'),
    a: act('peek'),
    p: act('pdf'),
    o: open,
    Enter: open,
    h: on((row) => page.open(row.entry.links.html, say('pageNoHtml'))),
    u: always(() => page.undo()),
    'g s': always(() => page.openOwn('library', 'is:saved')),
    'g f': always(() => page.openOwn('library', 'is:flagged')),
    'g r': always(() => page.openOwn('review')),
    '?': always(() => page.help()),
    Escape: () => page.close(),
  };
}

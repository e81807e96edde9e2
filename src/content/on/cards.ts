/** Injected when the reader first opens something over a page: the abstract, the sheet of keys, a menu. */
import { menuRows } from '../bar-menus.ts';
import { Help } from '../help.ts';
import type { Layer } from '../layer.ts';
import { Menu } from '../menu.ts';
import { type Correct, Peek } from '../peek.ts';
import { shelf } from '../shelf.ts';
import CARDS from '../styles/cards.css?inline';

export interface Cards {
  peek: Peek;
  help: Help;
  menu: Menu;
  menuRows: typeof menuRows;
}

/** Those of one layer. */
function cards(layer: Layer, correct: Correct, signal: AbortSignal): Cards {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARDS);
  layer.root.adoptedStyleSheets.push(sheet);
  return { peek: new Peek(layer, correct), help: new Help(layer), menu: new Menu(layer, signal), menuRows };
}

shelf().cards ??= cards;

/** What the browser's own menus offer over links and selected text. */
import { browser } from './browser.ts';

export interface MenuItem {
  id: string;
  title: string;
  over: 'link' | 'selection';
  /** Match patterns of the links it is offered over; without them: all. */
  links?: readonly string[];
}

/** A choice from such a menu. */
export interface MenuChoice {
  id: string;
  link?: string | undefined;
  selection?: string | undefined;
  /** Address of the page it was made on. */
  page?: string | undefined;
  tab?: number | undefined;
}

/** Offers exactly these, across restarts of browser and worker. */
export async function setMenus(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, over, links } of items) {
    browser.contextMenus.create({
      id,
      title,
      contexts: [over],
      ...(links ? { targetUrlPatterns: [...links] } : {}),
    });
  }
}

/** Calls `listener` with every choice. Registers at once. */
export function onMenu(listener: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) =>
    listener({
      id: String(info.menuItemId),
      link: info.linkUrl,
      selection: info.selectionText,
      page: info.pageUrl ?? tab?.url,
      tab: tab?.id,
    }),
  );
}

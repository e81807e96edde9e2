/** The number on the toolbar button. */
import { browser } from './browser.ts';

const RED = '#b3261e';

/** Shows `count` on the button for one tab; 0 clears it. A tab closed meanwhile is no failure. */
export async function setBadge(tab: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ color: RED, tabId: tab });
    await browser.action.setBadgeText({ text: count > 0 ? String(Math.min(count, 999)) : '', tabId: tab });
  } catch {
    // the tab is gone
  }
}

const FLASH_MS = 1_500;

/** Shows `text` on the button for a moment, then what was there before. */
export async function flashBadge(tab: number, text: string): Promise<void> {
  try {
    const before = await browser.action.getBadgeText({ tabId: tab });
    await browser.action.setBadgeBackgroundColor({ color: '#57534e', tabId: tab });
    await browser.action.setBadgeText({ text, tabId: tab });
    await new Promise((later) => setTimeout(later, FLASH_MS));
    // a count that came meanwhile stays
    if ((await browser.action.getBadgeText({ tabId: tab })) !== text) return;
    await browser.action.setBadgeText({ text: before, tabId: tab });
    await browser.action.setBadgeBackgroundColor({ color: RED, tabId: tab });
  } catch {
    // the tab is gone
  }
}

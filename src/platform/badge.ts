/** The number on the toolbar button. */
import { browser } from './browser.ts';

/** Shows `count` on the button for one tab; 0 clears it. A tab closed meanwhile is no failure. */
export async function setBadge(tab: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ color: '#b3261e', tabId: tab });
    await browser.action.setBadgeText({ text: count > 0 ? String(Math.min(count, 999)) : '', tabId: tab });
  } catch {
    // the tab is gone
  }
}

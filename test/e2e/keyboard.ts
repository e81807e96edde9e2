/** Going about an extension's page by keyboard alone. */
import type { Page } from 'playwright-core';
import { until } from './marks.ts';

/** Accessible name of what has the focus, as far as these pages name things: label, aria-label or text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const label = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    return label.trim();
  });

/** Waits until the focus is on what has this name: the next key is meant for it. */
export async function hasFocus(page: Page, name: string | RegExp): Promise<void> {
  await until(`the focus on ${name}`, async () => {
    const now = await focused(page);
    return typeof name === 'string' ? now === name : name.test(now);
  });
}

/** Presses one key after the other at once, as a hand does: pages wait for the second of two only a moment. */
export async function pressAll(page: Page, ...keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

/** Presses Tab until the focus is on what has a name that begins with `name`. @throws Error after 80 stops. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach “${name}”`);
}

/** Types each term into the field named `label` and adds it with Enter. */
export async function giveTerms(page: Page, label: string, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  await tabTo(page, label);
  for (const term of terms) {
    await page.keyboard.type(term);
    await page.keyboard.press('Enter');
  }
}

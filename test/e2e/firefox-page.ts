/** Going about a page of the extension in Firefox by what its reader meets: controls by their names, rows, the focus. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Firefox } from './firefox.ts';
import { until } from './marks.ts';

/** The first element that matches `selector` and whose name (aria-label, else label or text) begins with `name`, once it is there. */
export async function control(
  page: Page,
  selector: string,
  name: string,
): Promise<ElementHandle<HTMLElement>> {
  let found: ElementHandle<HTMLElement> | null = null;
  await until(`${selector} “${name}”`, async () => {
    const handle = await page.evaluateHandle(
      (where, words) =>
        [...document.querySelectorAll<HTMLInputElement>(where)].find((one) =>
          (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent ?? '')
            .trim()
            .startsWith(words),
        ) ?? null,
      selector,
      name,
    );
    found = handle.asElement() as ElementHandle<HTMLElement> | null;
    return found !== null;
  });
  if (!found) throw new Error(`no ${selector} named “${name}”`);
  return found;
}

/** Presses what `control` finds, wherever it lies. */
export async function press(page: Page, selector: string, name: string): Promise<void> {
  await (await control(page, selector, name)).evaluate((at) => at.click());
}

/** Clicks it with the mouse, by which the browser lets an extension ask for leave. */
export async function click(page: Page, selector: string, name: string): Promise<void> {
  await page.bringToFront();
  const found = await control(page, selector, name);
  await found.evaluate((at) => at.scrollIntoView({ block: 'center' }));
  let before = '';
  await until(`“${name}” to stand still`, async () => {
    const last = before;
    before = JSON.stringify(await found.boundingBox());
    return before === last;
  });
  await found.click();
}

/** What stands in every element that matches. */
export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? '').trim()));

/** Ids of the papers in the page's list, from top to bottom. */
export const rowsOf = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('[role=row][data-id]', (all) => all.map((row) => row.getAttribute('data-id')));

/** Waits until the page's list is made of exactly these papers, in this order. */
export async function listIs(page: Page, wanted: readonly string[]): Promise<void> {
  await until(`${wanted.length} rows`, async () => (await rowsOf(page)).join() === wanted.join());
}

/** Waits until the focus is on what matches `selector`: the next key is meant for it. */
export async function hasFocus(page: Page, selector: string): Promise<void> {
  await until(`the focus on ${selector}`, () =>
    page.evaluate((where) => document.activeElement?.matches(where) === true, selector),
  );
}

/** Waits until each of the `count` entries of a listing shows what is known of it. */
export const entriesKnown = (firefox: Firefox, listing: Page, count: number): Promise<void> =>
  until(
    'all entries known',
    async () => (await firefox.inMarks(listing, '.chip')).filter((one) => one.length > 0).length === count,
  );

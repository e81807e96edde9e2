/** When something is on the screen, told by the browser itself (Element Timing, w3c.github.io/element-timing). */
import type { BrowserContext, Page } from 'playwright-core';

/** A page's times so far, by name, in ms from the start of its navigation. */
export type Painted = Readonly<Record<string, number>>;

/** How often a page is asked for its times, in ms: to be asked costs a page that is being opened more than it seems. */
const LOOK_MS = 400;
const LONG_MS = 60_000;
/** What a new tab still does by itself, in ms. */
const REST_MS = 300;

/** Runs in the page. */
function watch({ selectors, titles }: { selectors: Record<string, string>; titles: string[] }): void {
  const painted: Record<string, number> = {};
  Object.assign(window, { painted });
  const wanted = new Set(titles);
  const searched = new Map(Object.entries(selectors));
  const textsIn = (one: Element): string[] =>
    [...one.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => (node.textContent ?? '').trim());
  // a title may stand beside a sign in the same element
  const isTitle = (one: Element): boolean => textsIn(one).some((text) => wanted.has(text));
  const find = (selector: string): Element | undefined =>
    [...document.querySelectorAll(selector)].find((one) => titles.length === 0 || isTitle(one));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      identifier: string;
      renderTime: number;
    })[])
      painted[entry.identifier] ??= entry.renderTime || entry.startTime;
  }).observe({ type: 'element', buffered: true });
  const look = (): void => {
    waits = false;
    for (const [name, selector] of searched) {
      let found = find(selector);
      if (!found) continue;
      searched.delete(name);
      // a text is told of by the block it is in
      while (found.firstElementChild && textsIn(found).length === 0) found = found.firstElementChild;
      while (found.parentElement && getComputedStyle(found).display.startsWith('inline'))
        found = found.parentElement;
      found.setAttribute('elementtiming', name);
    }
    if (searched.size === 0) changes.disconnect();
  };
  // just before the frame in which it is painted; while nothing changes nothing is looked for
  let waits = false;
  const changes = new MutationObserver(() => {
    if (!waits) requestAnimationFrame(look);
    waits = true;
  });
  changes.observe(document, { childList: true, subtree: true });
}

export interface Wanted {
  /** Name → selector: its first element counts. */
  selectors: Record<string, string>;
  /** Where given, only elements with one of these texts count. */
  titles?: readonly string[];
}

/** Notes in every document that `page` opens from now on when what is wanted is on the screen. */
export const watchPaint = (page: Page, { selectors, titles = [] }: Wanted): Promise<unknown> =>
  page.addInitScript(watch, { selectors, titles: [...titles] });

/** The times of what is wanted once all of it is there. @throws where something is not within `patience` ms */
export async function paintedOf(page: Page, { selectors }: Wanted, patience = LONG_MS): Promise<Painted> {
  for (let waited = LOOK_MS; ; waited += LOOK_MS) {
    await page.waitForTimeout(LOOK_MS);
    const painted = await page.evaluate(() => (window as unknown as { painted?: Painted }).painted ?? {});
    const missing = Object.keys(selectors).filter((name) => painted[name] === undefined);
    if (missing.length === 0) return painted;
    if (waited >= patience) throw new Error(`Not on the screen after ${waited} ms: ${missing.join(', ')}.`);
  }
}

/** The times of what is wanted of a page that is opened in a tab of its own, which is closed again. */
export async function openPainted(context: BrowserContext, url: string, wanted: Wanted): Promise<Painted> {
  const page = await context.newPage();
  await watchPaint(page, wanted);
  await page.waitForTimeout(REST_MS);
  await page.goto(url, { waitUntil: 'commit' });
  const painted = await paintedOf(page, wanted);
  await page.close();
  return painted;
}

/** A library as a reader comes to it: a listing that is read, and every entry of it saved by a key. */
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from './chromium.ts';
import { LIST_URL, listPage, type MadePaper } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn } from './shadow.ts';
import { type Raw, stored } from './stored.ts';

export const LIBRARY = 'src/ui/library/index.html';

export interface SavedLibrary {
  server: Server;
  chromium: Chromium;
  /** The library, opened anew after the last was saved. */
  library: Page;
  close(): Promise<void>;
}

/**
 * `papers` saved in page order, so that the library shows the last of them first.
 * @param last what is done on the listing before it is closed, its last entry the current one
 */
export async function savedLibrary(
  papers: readonly MadePaper[],
  last?: (listing: Page, library: Page) => Promise<void>,
): Promise<SavedLibrary> {
  const server = await serve();
  server.add(LIST_URL, listPage(papers));
  const chromium = await launchChromium({ server });
  const listing = await chromium.visit(LIST_URL);
  await until('all entries known', async () => {
    const all = await drawn(listing);
    return all.length === papers.length && all.every((one) => one.chips.length > 0);
  });
  const library = await chromium.open(LIBRARY);
  await listing.bringToFront();
  await saveEach(listing.keyboard, papers.length, () => stored(library, 'marks'));
  await last?.(listing, library);
  await listing.close();
  await library.bringToFront();
  await library.reload();
  return {
    server,
    chromium,
    library,
    async close() {
      await chromium.close();
      await server.close();
    },
  };
}

/** Saves the entries of the listing in front one by one, each stored before the next. */
export async function saveEach(
  keyboard: { press(key: 'j' | 's'): Promise<void> },
  count: number,
  marks: () => Promise<Raw[]>,
): Promise<void> {
  for (let n = 1; n <= count; n++) {
    await keyboard.press('j');
    await keyboard.press('s');
    await until(
      `${n} saved`,
      async () => (await marks()).filter((mark) => mark['saved']?.value).length === n,
    );
  }
}

/** Ids of the papers in a page's list, from top to bottom. */
export const rowsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('[role=row][data-id]').evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));

/** Waits until a page's list is made of exactly these papers, in this order. */
export async function listIs(page: Page, wanted: readonly string[]): Promise<void> {
  await until(`${wanted.length} rows`, async () => (await rowsOf(page)).join() === wanted.join());
}

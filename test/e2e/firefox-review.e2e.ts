/** A review in Firefox by keys alone, and the sidebar's page. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { type Firefox, launchFirefox } from './firefox.ts';
import { entriesKnown, hasFocus } from './firefox-page.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';

const papers = PAPERS.slice(0, 6).map((paper) => ({ ...paper, categories: ['cs.CL'] }));
const titles = papers.map(({ title }) => title);

let server: Server;
let firefox: Firefox;
let page: Page;
let review: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  firefox = await launchFirefox({ server });
  page = await firefox.visit(LIST_URL);
  await entriesKnown(firefox, page, papers.length);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const shows = (place: number) =>
  until(
    `paper ${place + 1}`,
    async () =>
      (await review.evaluate(() => document.querySelector('article h2')?.textContent)) === titles[place],
  );
const counts = () =>
  review.$$eval('.counts > div', (all) =>
    all.map((one) => `${one.querySelector('dd')?.textContent} ${one.querySelector('dt')?.textContent}`),
  );

it('goes through what came in the last days, by keys', async () => {
  review = await firefox.open('src/ui/review/index.html');
  await review.bringToFront();
  // met at one moment, the last of the listing first
  await until('a paper', () => review.evaluate(() => document.querySelector('article h2') !== null));
  const first = await review.$eval('article h2', (one) => one.textContent ?? '');
  if (first !== titles[0]) titles.reverse();
  await shows(0);
  for (const [at, key] of ['s', 'f', 'x', 'u', 'x', ' '].entries()) {
    await review.keyboard.press(key as 's');
    await shows([1, 2, 3, 2, 3, 4][at] ?? 0);
  }
  await review.close();
  review = await firefox.open('src/ui/review/index.html');
  await review.bringToFront();
  await shows(4);
  await review.keyboard.press('n');
  await hasFocus(review, 'textarea.note'); // until it is there, what is typed goes nowhere
  await review.keyboard.type('read with tea');
  await review.keyboard.press('Escape');
  await until('the note', () =>
    review.evaluate(() => document.querySelector('.own')?.textContent === 'read with tea'),
  );
  await review.keyboard.press('ArrowRight');
  await shows(5);
  await review.keyboard.press('j');
  await expect
    .poll(async () => (await counts()).slice(0, 5))
    .toEqual(['6 seen', '1 saved', '1 flagged', '1 dismissed', '3 passed over']);
});

it('has its page in the sidebar, which shows the papers of the tab in front', async () => {
  await page.bringToFront();
  const { id } = manifest.browser_specific_settings.gecko;
  const shown = await firefox.privileged(async (extension: string) => {
    const gecko = globalThis as unknown as Gecko;
    const window = gecko.Services.wm.getMostRecentWindow('navigator:browser');
    const name = `${extension.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
    await window.SidebarController.show(name);
    return window.SidebarController.currentID === name;
  }, id);
  expect(shown).toBe(true);
  const panel = await firefox.open('src/ui/panel/index.html');
  await until('its tabs', () => panel.evaluate(() => document.querySelectorAll('[role=tab]').length === 3));
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

it('has its menus, also after its event page was put to sleep', async () => {
  const own = await firefox.open('src/ui/options/index.html');
  await firefox.killWorker();
  for (const item of ['save', 'watch']) {
    // rejects for an item that is not there
    expect(
      await own.evaluate(`browser.contextMenus.update('${item}', { enabled: true }).then(() => 'there')`),
    ).toBe('there');
  }
});

interface Gecko {
  Services: {
    wm: {
      getMostRecentWindow(type: string): {
        SidebarController: { show(name: string): Promise<unknown>; currentID: string };
      };
    };
  };
}

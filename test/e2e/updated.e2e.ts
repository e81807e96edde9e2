/** An update of the extension while a page with marks is open: the script in it is cut off, and a new one may come. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, PAPERS } from './made-pages.ts';
import { button, controls, hosts, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';

let server: Server;
let chromium: Chromium;
let page: Page;
const [first, second] = PAPERS.map(({ title }) => title) as [string, string];

/** What pages of the extension may ask the browser for, and its own page of extensions. */
interface Extension {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(change: object): Promise<void>;
      reload(id: string, how: object): Promise<void>;
    };
    tabs: { query(about: object): Promise<{ id: number }[]> };
    scripting: { executeScript(about: object): Promise<unknown> };
  };
}

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(PAPERS));
  chromium = await launchChromium({ server });
  page = await chromium.visit(DIGEST_URL);
  await marked(page, PAPERS.length);
  await until('buttons', async () => (await controls(page, /^Flag: /)).length > 0);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/**
 * What an update does: the worker and the extension's pages end, and start again from the files on disk. The browser does
 * not start one that was not installed from its store unless developer mode is on.
 */
async function update(): Promise<void> {
  const settings = await chromium.visit('chrome://extensions');
  await settings.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as Extension).chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, chromium.id);
  await settings.close();
}

/** What the popup's button does where no script answers. */
async function startAgain(shown: string): Promise<void> {
  const own = await chromium.open('src/ui/popup/index.html');
  await own.evaluate(async (url) => {
    const { tabs, scripting } = (globalThis as unknown as Extension).chrome;
    const [tab] = await tabs.query({ url });
    await scripting.executeScript({ target: { tabId: tab?.id }, files: ['src/content/on/huggingface.js'] });
  }, shown);
  await own.close();
}

it('tells the reader whose page was left behind', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('saved', async () => (await button(page, 'Save', first)).pressed === true);
  await update();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('the sentence', async () => (await controls(page, /was updated/)).length > 0);
  expect((await button(page, 'Save', second)).pressed).toBe(false);
  await startAgain(DIGEST_URL);
});

it('leaves the page to the script that comes after: one mark an entry, and no end of repairs', async () => {
  await marked(page, PAPERS.length);
  await until('what was saved', async () => (await button(page, 'Save', first)).pressed === true);
  const changes = () =>
    page.evaluate(async () => {
      let seen = 0;
      const observer = new MutationObserver((records) => {
        seen += records.length;
      });
      observer.observe(document.body, { childList: true, subtree: true });
      await new Promise((done) => setTimeout(done, 1_000));
      return seen;
    });
  // the site draws its cards anew, which both would repair
  await page.evaluate(() => {
    for (const card of document.querySelectorAll('article')) card.replaceWith(card.cloneNode(true));
  });
  await marked(page, PAPERS.length);
  await until('a quiet page', async () => (await changes()) === 0);
  expect(await hosts(page)).toEqual({ count: PAPERS.length, open: 0 });
});

it('stores what its keys decide', async () => {
  await until('buttons', async () => (await controls(page, /^Flag: /)).length === PAPERS.length);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('saved', async () => (await button(page, 'Save', second)).pressed === true);
  const popup = await chromium.open('src/ui/popup/index.html');
  await popup.getByRole('tab', { name: /^Saved/ }).click();
  await popup.getByRole('row', { name: second }).waitFor();
});
